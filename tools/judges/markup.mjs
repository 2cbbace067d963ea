// What accessibility asks of the markup of every page and a sample in the browser
// would not show: WCAG 2.2 criteria 1.1.1, 1.3.1, 2.4.2, 2.4.6 and 3.1.1, and
// sizes on images so that nothing jumps.

import { attr, byTag, elements, line, text, tokens } from './lib/dom.mjs';
import { readablePages } from './lib/site.mjs';

export const unit = 'pages';

export function judge(site) {
  const findings = site.pages.flatMap((page) =>
    pageFaults(page).map(([element, message]) => ({ file: page.file, line: element && line(element), message })),
  );
  return { inputs: site.pages.length, findings: [...findings, ...repeatedTitles(site)] };
}

function pageFaults(page) {
  const faults = [...rootFaults(page), ...repeatedIds(page), ...imageFaults(page)];
  return page.redirect ? faults : [...faults, ...headingFaults(page)];
}

function rootFaults(page) {
  const faults = [];
  if (!page.lang) faults.push([undefined, '<html> has no lang']);
  if (!page.title) faults.push([undefined, 'no title']);
  if (page.redirect) return faults;
  if (!page.kind) faults.push([undefined, '<body> has no data-page']);
  const icon = byTag(page.document, 'link').some((link) => tokens(link, 'rel').includes('icon'));
  if (!icon) faults.push([undefined, 'no icon: browsers will ask for /favicon.ico']);
  return faults;
}

function repeatedIds(page) {
  const seen = new Set();
  const faults = [];
  for (const element of elements(page.document)) {
    const id = attr(element, 'id');
    if (id !== undefined && seen.has(id)) faults.push([element, `id ${id} is used twice`]);
    seen.add(id);
  }
  return faults;
}

function imageFaults(page) {
  return byTag(page.document, 'img').flatMap((image) =>
    ['alt', 'width', 'height']
      .filter((name) => attr(image, name) === undefined)
      .map((name) => [image, `image without ${name}: ${attr(image, 'src')}`]),
  );
}

function headingFaults(page) {
  const headings = byTag(page.document, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
  const level = (heading) => Number(heading.tagName[1]);
  const faults = headings.filter((heading) => text(heading).trim() === '').map((heading) => [heading, 'empty heading']);
  const firsts = headings.filter((heading) => level(heading) === 1);
  if (firsts.length !== 1) faults.push([firsts[1], `${firsts.length} headings of level 1`]);
  headings.forEach((heading, i) => {
    const before = i === 0 ? 1 : level(headings[i - 1]);
    if (level(heading) > before + 1) faults.push([heading, `heading of level ${level(heading)} after level ${before}`]);
  });
  return faults;
}

function repeatedTitles(site) {
  const first = new Map();
  const findings = [];
  for (const page of readablePages(site)) {
    const key = `${page.lang} ${page.title}`;
    if (first.has(key)) findings.push({ file: page.file, message: `same title as ${first.get(key)}: ${page.title}` });
    else first.set(key, page.file);
  }
  return findings;
}
