// Every PDF that the site makes is sound and tagged: qpdf reads it without a
// warning, pdfcpu finds it valid in its strict mode, and uacheck.py finds what
// PDF/UA-1 and PDF/A-2a ask of structure.

import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { documentFaults, documents } from './lib/documents.mjs';
import { firstLine, run } from './lib/program.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'PDF files';

const root = join(import.meta.dirname, '..', '..');
const atOnce = 2;

export async function judge(site) {
  const files = documents(site, '.pdf').map(({ file }) => file);
  const findings = documentFaults(site, '.pdf');
  if (files.length === 0) return { inputs: 0, findings };
  const found = await Promise.all([uacheck(site, files), pdfcpu(site, files)]);
  return { inputs: files.length, findings: [...findings, ...(await qpdf(site, files)), ...found.flat()] };
}

/**
 * Debian's packages are for the system's own Python; another may come first in
 * the path.
 */
export function python() {
  return process.env.PYTHON ?? ['/usr/bin/python3'].find((place) => existsSync(place)) ?? 'python3';
}

async function uacheck(site, files) {
  const { stdout, stderr } = await run(python(), [join(import.meta.dirname, 'uacheck.py'), ...files], { cwd: site.dir });
  const results = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  if (results.length !== files.length) throw new Error(`uacheck.py judged ${results.length} of ${files.length} files: ${stderr}`);
  return results.flatMap(({ file, findings }) => grouped(findings).map((message) => ({ file, message })));
}

/** Each code once, with its first message and the number of the others. */
function grouped(findings) {
  const byCode = new Map();
  for (const { code, message } of findings) byCode.set(code, [...(byCode.get(code) ?? []), message]);
  return [...byCode].map(([code, [first, ...more]]) => `uacheck ${code}: ${first}${more.length > 0 ? `, and ${more.length} more` : ''}`);
}

async function qpdf(site, files) {
  const results = await visitAll(files, (file) => run('qpdf', ['--check', file], { cwd: site.dir }), atOnce);
  return results.flatMap(({ code, stderr, stdout }, i) => (code === 0 ? [] : [{ file: files[i], message: `qpdf: ${firstLine(stderr || stdout)}` }]));
}

async function pdfcpu(site, files) {
  const paths = files.map((file) => resolve(site.dir, file));
  const args = ['tool', '-modfile=tools/go.mod', 'pdfcpu', 'validate', '-m', 'strict', '--offline', '--conf', 'disable', ...paths];
  const { code, stderr, stdout } = await run('go', args, { cwd: root });
  const output = `${stdout}\n${stderr}`;
  const seen = [...output.matchAll(/^validating\(mode=strict\) /gm)].length;
  const findings = [...output.matchAll(/^validate (.+?\.pdf): (.+)$/gm)].map(([, path, message]) => ({ file: relative(resolve(site.dir), path), message: `pdfcpu: ${message}` }));
  if (seen !== files.length || (code === 0) !== (findings.length === 0)) throw new Error(`pdfcpu saw ${seen} of ${files.length} files and ended in ${code}: ${output}`);
  return findings;
}
