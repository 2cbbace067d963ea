// Translations name each other: every page lists itself, each of its
// translations and x-default; those pages list exactly the same; the canonical
// address is the page's own.

import { fileOf, indexedPages } from './lib/site.mjs';

export const unit = 'pages';

export function judge(site) {
  const byFile = new Map(site.pages.map((page) => [page.file, page]));
  const hidden = site.pages.filter((page) => page.noindex || page.redirect);
  const findings = [
    ...indexedPages(site).flatMap((page) => at(page, pageFaults(site, page, byFile))),
    ...hidden.flatMap((page) => at(page, hiddenFaults(site, page))),
  ];
  return { inputs: site.pages.length, findings };
}

function at(page, messages) {
  return messages.map((message) => ({ file: page.file, message }));
}

/** A page that is not for search engines stands outside every set. */
function hiddenFaults(site, page) {
  const faults = [];
  if (page.alternates.length > 0) faults.push('not indexed, but lists translations');
  if (page.canonical && !fileOf(site, page.canonical)) faults.push(`canonical ${page.canonical} does not exist`);
  return faults;
}

function pageFaults(site, page, byFile) {
  const faults = [];
  if (page.canonical !== page.url) faults.push(`canonical is ${page.canonical}, not ${page.url}`);
  const langs = page.alternates.map(({ lang }) => lang);
  if (!langs.includes('x-default')) faults.push('no x-default');
  if (new Set(langs).size !== langs.length) faults.push(`a language twice in ${langs.join(', ')}`);
  if (!page.alternates.some(({ url }) => url === page.url)) faults.push('does not list itself');
  return [...faults, ...page.alternates.flatMap((alternate) => alternateFaults(site, page, alternate, byFile))];
}

function alternateFaults(site, page, alternate, byFile) {
  const target = byFile.get(fileOf(site, alternate.url));
  if (!target) return [`${alternate.lang} leads to ${alternate.url}, which does not exist`];
  const faults = [];
  if (alternate.lang !== 'x-default' && alternate.lang !== target.lang) {
    faults.push(`${alternate.lang} leads to ${target.file}, whose language is ${target.lang}`);
  }
  if (asSet(target) !== asSet(page)) faults.push(`${target.file} lists other translations`);
  return faults;
}

function asSet(page) {
  return page.alternates.map(({ lang, url }) => `${lang} ${url}`).sort().join('\n');
}
