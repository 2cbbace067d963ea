// A built site, read from its folder. The judges get this and nothing else: they
// see what a visitor's browser sees, not what the generator meant.

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { attr, byTag, httpEquiv, meta, parseHTML, text, tokens } from './dom.mjs';

/**
 * Reads a built folder. Without an address the site's is taken from robots.txt,
 * the only file that must name it in full.
 */
export function openSite(dir, { base = baseFromRobots(dir) } = {}) {
  if (!base.endsWith('/')) throw new Error(`the site's address must end in a slash: ${base}`);
  const files = listFiles(dir);
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => readPage(dir, file, base));
  return { dir, base, files, known: new Set(files), pages };
}

/** Text of a file of the site. */
export function readText(site, file) {
  return readFileSync(join(site.dir, file), 'utf8');
}

/** Files of the site whose names end so. */
export function filesEnding(site, ...endings) {
  return site.files.filter((file) => endings.some((ending) => file.endsWith(ending)));
}

/** Pages that a visitor reads: all but the stubs that lead elsewhere. */
export function readablePages(site) {
  return site.pages.filter((page) => !page.redirect);
}

/** Pages that search engines are asked to keep. */
export function indexedPages(site) {
  return readablePages(site).filter((page) => !page.noindex);
}

/** The file behind an absolute address of the site, or undefined. */
export function fileOf(site, address) {
  const [path] = address.split(/[?#]/);
  if (!path.startsWith(site.base)) return undefined;
  const name = decodeURIComponent(path.slice(site.base.length));
  const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  return site.known.has(file) ? file : undefined;
}

function baseFromRobots(dir) {
  const robots = readFileSync(join(dir, 'robots.txt'), 'utf8');
  const found = robots.match(/^Sitemap:\s*(\S+\/)sitemap\.xml\s*$/im);
  if (!found) throw new Error(`${dir}/robots.txt names no sitemap.xml: give the address with --base`);
  return found[1];
}

function listFiles(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, sep).length))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file !== '.dossier.json')
    .sort();
}

function readPage(dir, file, base) {
  const source = readFileSync(join(dir, file), 'utf8');
  const document = parseHTML(source);
  const [html] = byTag(document, 'html');
  const [body] = byTag(document, 'body');
  const [title] = byTag(document, 'title');
  const path = file.replace(/(^|\/)index\.html$/, '$1');
  return {
    file,
    path,
    url: base + path,
    document,
    lang: attr(html, 'lang'),
    kind: attr(body, 'data-page'),
    title: title && text(title).trim(),
    redirect: httpEquiv(document, 'refresh') !== undefined,
    noindex: /\bnoindex\b/.test(meta(document, 'robots') ?? ''),
    ...headLinks(document),
  };
}

function headLinks(document) {
  const links = byTag(document, 'link');
  const canonical = links.find((link) => tokens(link, 'rel').includes('canonical'));
  const alternates = links
    .filter((link) => tokens(link, 'rel').includes('alternate') && attr(link, 'hreflang'))
    .map((link) => ({ lang: attr(link, 'hreflang'), url: attr(link, 'href') }));
  return { canonical: canonical && attr(canonical, 'href'), alternates };
}
