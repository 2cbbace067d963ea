// Every ZIP file is sound, what its SHA256SUMS says is so and covers all that is
// in it, and documents in it are the same as those that the site publishes.

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { documentFaults, documents } from './lib/documents.mjs';
import { firstLine, run } from './lib/program.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'ZIP files';

const sums = 'SHA256SUMS';
const atOnce = 2;

export async function judge(site) {
  const files = documents(site, '.zip').map(({ file }) => file);
  const published = new Set(documents(site, '.pdf').map(({ file }) => `${basename(file)} ${digest(join(site.dir, file))}`));
  const faults = await visitAll(files, (file) => archiveFaults(resolve(site.dir, file), published), atOnce);
  const findings = files.flatMap((file, i) => faults[i].map((message) => ({ file, message })));
  return { inputs: files.length, findings: [...documentFaults(site, '.zip'), ...findings] };
}

async function archiveFaults(archive, published) {
  const test = await run('unzip', ['-tqq', archive]);
  if (test.code !== 0) return [`unzip: ${firstLine(test.stdout + test.stderr)}`];
  const dir = mkdtempSync(join(tmpdir(), 'judges-zip-'));
  try {
    await run('unzip', ['-qq', archive, '-d', dir]);
    return await contentFaults(dir, published);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function contentFaults(dir, published) {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  const lists = files.filter((file) => basename(file) === sums);
  if (lists.length !== 1) return [`${lists.length} files ${sums}`];
  const [list] = lists;
  const others = files.filter((file) => file !== list);
  const strangers = others.filter((file) => file.endsWith('.pdf') && !published.has(`${basename(file)} ${digest(file)}`));
  return [
    ...(await sumFaults(list, others)),
    ...strangers.map((file) => `${basename(file)} is not as the site publishes it`),
    ...(others.some((file) => file.endsWith('.pdf')) ? [] : ['no PDF in it']),
  ];
}

async function sumFaults(list, others) {
  const { code, stdout, stderr } = await run('sha256sum', ['--check', '--strict', '--quiet', sums], { cwd: dirname(list) });
  const wrong = code === 0 ? [] : (stdout || stderr).split('\n').filter(Boolean).map((line) => `sha256sum: ${line}`);
  const listed = new Set(readFileSync(list, 'utf8').split('\n').map((line) => line.replace(/^\S+ [ *]/, '')));
  const unlisted = others.map((file) => relative(dirname(list), file)).filter((name) => !listed.has(name));
  return [...wrong, ...unlisted.map((name) => `${name} is not in ${sums}`)];
}

function digest(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
