// The documents that the site makes: PDF, EPUB and ZIP files that stand in the
// folder of a page. The pages say what there must be; files that editors attach
// stand elsewhere and are not judged.

import { dirname, posix } from 'node:path';
import { attr, byTag } from './dom.mjs';
import { readablePages } from './site.mjs';

// What a page of each kind, in <body data-page>, must offer.
const offered = {
  sheet: ['.pdf'],
  guide: ['.pdf', '.epub'],
  kit: ['.pdf', '.zip'],
  project: ['.pdf'],
};

/** The documents with this ending, each with the page beside it: [{ file, page }]. */
export function documents(site, ending) {
  const pages = pageByFolder(site);
  return site.files
    .filter((file) => file.endsWith(ending) && pages.has(dirname(file)))
    .map((file) => ({ file, page: pages.get(dirname(file)) }));
}

/** Documents that pages promise and that are not there, and the other way round. */
export function documentFaults(site, ending) {
  const found = new Set(documents(site, ending).map(({ file }) => file));
  const linked = new Set();
  const faults = [];
  for (const page of readablePages(site)) {
    const own = linkedBeside(site, page, ending);
    for (const file of own) linked.add(file);
    if (own.length === 0 && offered[page.kind]?.includes(ending)) faults.push({ file: page.file, message: `a ${page.kind} page without a ${ending} file` });
    for (const file of own) if (!found.has(file)) faults.push({ file: page.file, message: `${file} is promised and not there` });
  }
  for (const file of found) if (!linked.has(file)) faults.push({ file, message: 'the page beside it does not link here' });
  return faults;
}

function pageByFolder(site) {
  const indexes = readablePages(site).filter((page) => posix.basename(page.file) === 'index.html');
  return new Map(indexes.map((page) => [dirname(page.file), page]));
}

/** The files with this ending in the page's own folder that it links to. */
function linkedBeside(site, page, ending) {
  const files = byTag(page.document, 'a').flatMap((link) => addressed(site, page, attr(link, 'href')));
  return [...new Set(files)].filter((file) => file.endsWith(ending) && dirname(file) === dirname(page.file));
}

/** The file of the site that a link names, whether it exists or not. */
function addressed(site, page, href) {
  if (href === undefined || !URL.canParse(href, page.url)) return [];
  const { origin, pathname } = new URL(href, page.url);
  const address = origin + pathname;
  return address.startsWith(site.base) ? [decodeURIComponent(address.slice(site.base.length))] : [];
}
