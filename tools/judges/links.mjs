// Every link, picture, style sheet, alternate and anchor of the served site leads
// somewhere, directly, and every page can be reached. External addresses are left
// to the build's own `check --external`.

import { LinkChecker } from 'linkinator';
import { attr, byTag, elements, line } from './lib/dom.mjs';
import { serve } from './lib/serve.mjs';
import { fileOf, indexedPages } from './lib/site.mjs';

export const unit = 'addresses';

export async function judge(site) {
  const server = await serve(site.dir, new URL(site.base).pathname);
  try {
    // A page that nothing links to is a start of its own; linkinator follows links
    // only below its start.
    const links = [...(await crawl(site, server, '', true)), ...(await crawl(site, server, '404.html', false))];
    const own = links.filter(({ url }) => url.startsWith(server.origin));
    const inputs = new Set(own.map(({ url }) => url)).size;
    const anchors = site.pages.flatMap((page) => byTag(page.document, 'a').flatMap((link) => target(site, page, link)));
    return { inputs, findings: [...broken(own, site, server), ...unreached(site, anchors), ...brokenFragments(site, anchors)] };
  } finally {
    await server.close();
  }
}

async function crawl(site, server, start, recurse) {
  const { links } = await new LinkChecker().check({
    path: [server.url + start],
    recurse,
    checkFragments: true,
    checkCss: true,
    concurrency: 20,
    redirects: 'error',
    linksToSkip: async (link) => !link.startsWith(server.origin) && !link.startsWith(site.base),
    // Canonical addresses, alternates and JSON-LD name the site as it will be published.
    urlRewriteExpressions: [{ pattern: new RegExp(`^${quote(site.base)}`), replacement: server.url }],
  });
  return links;
}

function quote(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The page for what is missing links on from wherever it is shown: told once, as itself. */
function broken(links, site, server) {
  const missing = new Set(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url));
  return links
    .filter(({ url, parent }) => missing.has(url) && !missing.has(parent))
    .map(({ url, parent, status }) => ({
      file: fileOf(site, (parent ?? server.url).replace(server.url, site.base)) ?? parent,
      message: `${url.replace(server.origin, '')} is broken (${status})`,
    }));
}

/** Where a link within the site leads; nothing for links that leave it. */
function target(site, page, link) {
  const href = attr(link, 'href');
  if (href === undefined || !URL.canParse(href, page.url)) return [];
  const url = new URL(href, page.url);
  const file = fileOf(site, url.href);
  return file ? [{ page, link, file, url }] : [];
}

function unreached(site, anchors) {
  const reached = new Set(['index.html', ...anchors.filter(({ page, file }) => page.file !== file).map(({ file }) => file)]);
  return indexedPages(site)
    .filter((page) => !reached.has(page.file))
    .map((page) => ({ file: page.file, message: 'no page links here' }));
}

/**
 * linkinator looks for a fragment only if it knew of it before it met the page;
 * this looks for all of them.
 */
function brokenFragments(site, anchors) {
  const ids = new Map(site.pages.map((page) => [page.file, new Set([...elements(page.document)].map((element) => attr(element, 'id')))]));
  return anchors
    .filter(({ url, file }) => url.hash.length > 1 && ids.get(file)?.has(decodeURIComponent(url.hash.slice(1))) === false)
    .map(({ page, link, url }) => ({ file: page.file, line: line(link), message: `no anchor ${url.hash} in ${url.pathname}` }));
}
