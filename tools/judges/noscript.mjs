// Without script the menu can be reached and the content is there; without style
// sheets the page reads in order. One page of each kind in each language, on a
// phone.

import { onePerKind, openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { readablePages } from './lib/site.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'pages';

const phone = { width: 320, height: 640 };

export async function judge(site) {
  const pages = onePerKind(readablePages(site));
  const server = await serve(site.dir, new URL(site.base).pathname);
  const browser = await openBrowser();
  try {
    const faults = await visitAll(pages, async (page) => [
      ...(await withoutScript(browser, server.url + page.path)),
      ...(await withoutStyle(browser, server.url + page.path)),
    ]);
    return { inputs: pages.length, findings: pages.flatMap((page, i) => faults[i].map((message) => ({ file: page.file, message }))) };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function withoutScript(browser, url) {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url);
    for (const summary of await page.locator('header details:not([open]) > summary').all()) await summary.click({ timeout: 10_000 });
    return await page.evaluate(unreachable);
  } catch (failure) {
    return [`the menu cannot be opened: ${failure.message.split('\n')[0]}`];
  } finally {
    await context.close();
  }
}

/** Runs in the page. Names what a reader without script cannot see. */
function unreachable() {
  const faults = [];
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const main = document.querySelector('main');
  if (!main || !seen(main) || main.innerText.trim() === '') faults.push('without script the main content is not visible');
  const heading = document.querySelector('h1');
  if (!heading || !seen(heading)) faults.push('without script the heading is not visible');
  for (const link of document.querySelectorAll('header a:not([href^="#"])')) {
    // A narrow page may leave out what it shows again further down.
    const again = [...document.querySelectorAll(`a[href="${CSS.escape(link.getAttribute('href'))}"]`)].some(seen);
    if (!seen(link) && !again) faults.push(`without script the link ${link.textContent.trim()} (${link.getAttribute('href')}) cannot be reached`);
  }
  for (const part of document.querySelectorAll('main [hidden]')) {
    if (part.querySelector('a[href], p, h2, h3')) faults.push(`without script content stays hidden: <${part.localName}>`);
  }
  return faults;
}

async function withoutStyle(browser, url) {
  const context = await browser.newContext({ viewport: phone });
  try {
    const page = await context.newPage();
    await page.route(/\.css(\?|$)/, (route) => route.abort());
    await page.goto(url);
    return await page.evaluate(disorder);
  } finally {
    await context.close();
  }
}

/** Runs in the page. Compares the order of the document with that of reading. */
function disorder() {
  const faults = [];
  const before = (first, second) => Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
  const [header, main, footer] = ['header', 'main', 'body > footer'].map((selector) => document.querySelector(selector));
  if (header && main && !before(header, main)) faults.push('without style the header comes after the main content');
  if (footer && main && !before(main, footer)) faults.push('without style the footer comes before the main content');
  const first = document.querySelector('a[href]');
  if (header && !first?.getAttribute('href').startsWith('#')) faults.push('the first link is not a skip link');
  const heading = main?.querySelector('h1');
  if (!heading) faults.push('the heading is not in the main content');
  const early = [...(main?.querySelectorAll('p') ?? [])].find((text) => heading && before(text, heading) && text.textContent.trim().length > 160);
  if (early) faults.push(`without style text comes before the heading: ${early.textContent.trim().slice(0, 60)}`);
  return faults;
}
