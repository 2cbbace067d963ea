// What a screen reader is told of a sheet and of two chapters, as poppler reads
// it: `pdfinfo -struct-text`, compared with golden files. `--update` rewrites
// them.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { firstLine, run } from './lib/program.mjs';

export const unit = 'structures';

const papers = [
  { golden: 'sheet.txt', file: 'it/kit/kit-genitori/congedo-di-paternita/congedo-di-paternita-it.pdf' },
  { golden: 'chapters.txt', file: 'it/guide/masp/masp-it.pdf', from: 'La mamma', to: 'I genitori insieme' },
];

export async function judge(site, { update = false } = {}) {
  const findings = [];
  for (const { golden, file, from, to } of papers) {
    const { code, stdout, stderr } = await run('pdfinfo', ['-enc', 'UTF-8', '-struct-text', file], { cwd: site.dir });
    if (code !== 0) {
      findings.push({ file, message: `pdfinfo: ${firstLine(stderr)}` });
      continue;
    }
    const read = from ? between(structure(stdout), from, to) : structure(stdout);
    const path = fileURLToPath(new URL(`golden/${golden}`, import.meta.url));
    if (update) writeFileSync(path, read);
    const wanted = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (read !== wanted) findings.push({ file, message: difference(wanted, read, golden) });
  }
  return { inputs: papers.length, findings };
}

/** The tree without attributes and object numbers, which move with the layout. */
function structure(text) {
  return text
    .split('\n')
    .filter((line) => !/^\s*(\/|Object )/.test(line))
    .map((line) => line.replace(/ \((block|inline)\):?$/, ''))
    .join('\n');
}

/** The part of a tree from one chapter's heading to another's. */
function between(tree, from, to) {
  const at = (title) => tree.search(new RegExp(`^ *H2\\n *"${title}"$`, 'm'));
  return tree.slice(at(from), at(to));
}

function difference(wanted, read, golden) {
  const before = wanted.split('\n');
  const after = read.split('\n');
  const at = after.findIndex((line, i) => line !== before[i]);
  return `differs from golden/${golden} in line ${at + 1}: ${JSON.stringify(after[at])}, not ${JSON.stringify(before[at])}`;
}
