// Every XML and SVG file is well formed, and sitemap.xml is valid against the
// schema of sitemaps.org; its addresses are exactly the pages to be indexed, with
// the alternates that the pages themselves declare.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileOf, filesEnding, indexedPages, readText } from './lib/site.mjs';

export const unit = 'files';

const schema = join(import.meta.dirname, 'schema', 'sitemap-with-links.xsd');

export async function judge(site) {
  const files = filesEnding(site, '.xml', '.svg');
  const wellFormed = await xmllint(site, files);
  if (!site.files.includes('sitemap.xml')) return { inputs: files.length, findings: [{ file: 'sitemap.xml', message: 'missing' }] };
  const valid = wellFormed.length > 0 ? [] : await xmllint(site, ['sitemap.xml'], '--schema', schema);
  return { inputs: files.length, findings: [...wellFormed, ...valid, ...addressFaults(site)] };
}

async function xmllint(site, files, ...options) {
  if (files.length === 0) return [];
  try {
    await promisify(execFile)('xmllint', ['--nonet', '--noout', ...options, ...files], { cwd: site.dir, maxBuffer: 1 << 26 });
    return [];
  } catch (failure) {
    const lines = (failure.stderr ?? '').split('\n').map((text) => text.match(/^([^\s:]+):(\d+): (.+)$/)).filter(Boolean);
    if (lines.length === 0) throw failure;
    return lines.map(([, file, line, message]) => ({ file, line: Number(line), message }));
  }
}

function addressFaults(site) {
  const entries = readEntries(readText(site, 'sitemap.xml'));
  const listed = new Map(entries.map((entry) => [entry.loc, entry]));
  const faults = entries.filter(({ loc }) => !fileOf(site, loc)).map(({ loc }) => `${loc} does not exist`);
  if (listed.size !== entries.length) faults.push('an address stands twice');
  const expected = new Map(indexedPages(site).map((page) => [page.url, page]));
  for (const [url, page] of expected) faults.push(...entryFaults(listed.get(url), page));
  for (const loc of listed.keys()) {
    if (fileOf(site, loc)?.endsWith('.html') && !expected.has(loc)) faults.push(`${loc} is not a page to be indexed`);
  }
  return faults.map((message) => ({ file: 'sitemap.xml', message }));
}

function entryFaults(entry, page) {
  if (!entry) return [`${page.url} is missing`];
  const declared = page.alternates.map(({ lang, url }) => `${lang} ${url}`).sort().join('\n');
  return entry.alternates === declared ? [] : [`${page.url} has other alternates than the page`];
}

/** The file is known to be valid here, so that patterns are enough to read it. */
function readEntries(xml) {
  return [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry]) => ({
    loc: plain(entry.match(/<loc>\s*(.*?)\s*<\/loc>/s)?.[1] ?? ''),
    alternates: [...entry.matchAll(/<xhtml:link\s([^>]*)>/g)].map(([, link]) => `${value(link, 'hreflang')} ${value(link, 'href')}`).sort().join('\n'),
  }));
}

function value(attributes, name) {
  return plain(attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '');
}

function plain(text) {
  return text.replaceAll('&amp;', '&');
}
