// The tagged headings of every PDF that the site makes are those of the page
// beside it: same levels, same texts, same order. What a page's document must
// have is said in lib/outline.mjs.

import { dirname } from 'node:path';
import { documents } from './lib/documents.mjs';
import { expectedOutline, plain } from './lib/outline.mjs';
import { firstLine, run } from './lib/program.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'PDF files';

const atOnce = 2;

export async function judge(site) {
  const papers = documents(site, '.pdf').filter((paper) => !selection(site, paper.page)).map((paper) => ({ ...paper, expected: expectedOutline(site, paper.page) })).filter(({ expected }) => expected);
  const faults = await visitAll(papers, (paper) => outlineFaults(site, paper), atOnce);
  return { inputs: papers.length, findings: papers.flatMap(({ file }, i) => faults[i].map((message) => ({ file, message }))) };
}

/**
 * A kit below another, for one territory: a selection of sheets that are judged
 * already, and pdfinfo takes seconds for it.
 */
function selection(site, page) {
  return page.kind === 'kit' && site.pages.some((other) => other.kind === 'kit' && other !== page && page.file.startsWith(`${dirname(other.file)}/`));
}

async function outlineFaults(site, { file, page, expected }) {
  const { code, stdout, stderr } = await run('pdfinfo', ['-enc', 'UTF-8', '-struct-text', file], { cwd: site.dir });
  if (code !== 0) return [`pdfinfo: ${firstLine(stderr)}`];
  if (expected.blind) return [`no heading to compare with is found for ${page.file}`];
  return compare(expected, taggedHeadings(stdout));
}

/**
 * Headings in the tree that pdfinfo prints: an element a line, deeper ones
 * indented more, text in quotes below its element.
 */
function taggedHeadings(tree) {
  const found = [];
  let open; // { heading, indent }
  for (const line of tree.split('\n')) {
    const indent = line.search(/\S/);
    if (open && indent >= 0 && indent <= open.indent && !line.trimStart().startsWith('"')) open = undefined;
    const element = line.match(/^\s*H([1-6])(?=[\s:<]|$)/);
    const piece = line.match(/^\s*"(.*)"$/);
    if (element) {
      open = { heading: { level: Number(element[1]), text: '' }, indent };
      found.push(open.heading);
    } else if (open && piece) open.heading.text += piece[1];
  }
  return found.map(({ level, text }) => ({ level, text: plain(text) }));
}

function compare({ headings, exactly }, tagged) {
  const faults = [];
  let at = 0;
  for (const wanted of headings) {
    const next = tagged.findIndex((heading, i) => i >= at && same(heading, wanted));
    if (next < 0) faults.push(`${show(wanted)} is not tagged${tagged.some((heading) => same(heading, wanted)) ? ' in its place' : nearest(tagged, wanted)}`);
    else at = next + 1;
  }
  const extra = exactly ? tagged.filter((heading) => !headings.some((wanted) => same(heading, wanted))) : [];
  const many = exactly && faults.length + extra.length === 0 && tagged.length !== headings.length;
  return [...faults, ...extra.map((heading) => `${show(heading)} is not on the page`), ...(many ? [`${tagged.length} headings, ${headings.length} on the page`] : [])];
}

function same(a, b) {
  return a.level === b.level && a.text === b.text;
}

function nearest(tagged, wanted) {
  const found = tagged.find(({ text }) => text === wanted.text);
  return found ? `: it is h${found.level}` : '';
}

function show({ level, text }) {
  return `h${level} “${text}”`;
}
