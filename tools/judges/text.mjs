// The text of every PDF that the site makes can be taken out: nothing is lost to
// U+FFFD or to private characters, and every word of the headings that it shares
// with its page is there, whole.

import { documents } from './lib/documents.mjs';
import { expectedOutline } from './lib/outline.mjs';
import { firstLine, run } from './lib/program.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'PDF files';

const atOnce = 2;
const mostNamed = 5;

export async function judge(site) {
  const papers = documents(site, '.pdf');
  const faults = await visitAll(papers, (paper) => textFaults(site, paper), atOnce);
  return { inputs: papers.length, findings: papers.flatMap(({ file }, i) => faults[i].map((message) => ({ file, message }))) };
}

async function textFaults(site, { file, page }) {
  const { code, stdout, stderr } = await run('pdftotext', ['-enc', 'UTF-8', file, '-'], { cwd: site.dir });
  if (code !== 0) return [`pdftotext: ${firstLine(stderr)}`];
  const faults = [];
  if (/\uFFFD/.test(stdout)) faults.push('text with U+FFFD');
  if (/\p{Co}/u.test(stdout)) faults.push('text with private characters');
  const there = new Set(words(stdout));
  const wanted = expectedOutline(site, page)?.headings.flatMap(({ text }) => words(text)) ?? [];
  const missing = [...new Set(wanted)].filter((word) => !there.has(word));
  if (missing.length > 0) faults.push(`${missing.length} words of headings are not in the text: ${missing.slice(0, mostNamed).join(', ')}`);
  return faults;
}

function words(text) {
  return text.normalize('NFC').replace(/\u00AD/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
