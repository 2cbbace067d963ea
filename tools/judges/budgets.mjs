// What a page weighs on the wire, compressed as the hosts compress it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { attr, byTag, tokens } from './lib/dom.mjs';
import { fileOf, readablePages } from './lib/site.mjs';

export const unit = 'pages';

// Bytes after gzip -9.
const budget = { styles: 8 * 1024, scripts: 4 * 1024, project: 12 * 1024 };

export function judge(site) {
  const weigh = scale(site);
  const pages = readablePages(site).map((page) => ({ page, ...weights(site, page, weigh) }));
  const findings = pages.flatMap(({ page, ...parts }) =>
    Object.entries(budget)
      .filter(([part, most]) => parts[part] > most)
      .map(([part, most]) => ({ file: page.file, message: `${part}: ${parts[part]} bytes, at most ${most}` })),
  );
  if (!pages.some(({ project }) => project > 0)) findings.push({ file: '', message: 'no project page was found to be weighed' });
  return { inputs: pages.length, findings, notes: [heaviest(pages)] };
}

/** Weighs each file once. */
function scale(site) {
  const known = new Map();
  return (file) => {
    if (!known.has(file)) known.set(file, gzipSync(readFileSync(join(site.dir, file)), { level: 9 }).length);
    return known.get(file);
  };
}

function weights(site, page, weigh) {
  const sum = (addresses) =>
    addresses.map((address) => fileOf(site, new URL(address, page.url).href)).filter(Boolean).reduce((total, file) => total + weigh(file), 0);
  const sheets = byTag(page.document, 'link').filter((link) => tokens(link, 'rel').includes('stylesheet'));
  const scripts = byTag(page.document, 'script').filter((script) => attr(script, 'src'));
  return {
    styles: sum(sheets.map((sheet) => attr(sheet, 'href'))),
    scripts: sum(scripts.map((script) => attr(script, 'src'))),
    html: weigh(page.file),
    project: page.kind === 'project' ? weigh(page.file) : 0,
  };
}

function heaviest(pages) {
  const most = (part) => Math.max(0, ...pages.map((one) => one[part]));
  return `heaviest: styles ${most('styles')}, scripts ${most('scripts')}, project page ${most('project')}, any page ${most('html')} bytes`;
}
