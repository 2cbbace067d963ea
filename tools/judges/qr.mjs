// The QR code of every printed sheet and project dossier, read back from its
// picture, opens the page that the document stands beside.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from './lib/documents.mjs';
import { firstLine, run } from './lib/program.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'PDF files';

// Kinds of pages whose documents carry one code; a kit carries those of its sheets.
const kinds = ['sheet', 'project'];
// Dots per inch: what a poor printer and a telephone make of it.
const resolution = 150;
const atOnce = 2;

export async function judge(site) {
  const papers = documents(site, '.pdf').filter(({ page }) => kinds.includes(page.kind));
  const faults = await visitAll(papers, (paper) => codeFaults(site, paper), atOnce);
  return { inputs: papers.length, findings: papers.flatMap(({ file }, i) => faults[i].map((message) => ({ file, message }))) };
}

async function codeFaults(site, { file, page }) {
  if (!page.canonical) return [`${page.file} names no canonical address`];
  const dir = mkdtempSync(join(tmpdir(), 'judges-qr-'));
  try {
    const drawn = await run('pdftoppm', ['-gray', '-r', String(resolution), file, join(dir, 'page')], { cwd: site.dir });
    if (drawn.code !== 0) return [`pdftoppm: ${firstLine(drawn.stderr)}`];
    const codes = await readCodes(dir);
    if (codes.length === 0) return ['no QR code can be read'];
    return codes.filter((code) => code !== page.canonical).map((code) => `the QR code opens ${code}, not ${page.canonical}`);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** What the codes on the pages say; zbarimg ends in 4 when it sees none. */
async function readCodes(dir) {
  const { code, stdout, stderr } = await run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...readdirSync(dir).sort()], { cwd: dir });
  if (![0, 4].includes(code)) throw new Error(`zbarimg: ${firstLine(stderr)}`);
  return stdout.split('\n').filter(Boolean);
}
