// The keyboard's way through a page, and text set wider: the skip link comes first
// and shows itself (WCAG 2.4.1), whatever has the focus can be seen and has a ring
// of at least 3 px (2.4.7, 2.4.11), and the spacing of 1.4.12 cuts nothing off.

import { onePerKind, openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { readablePages } from './lib/site.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'pages';

const phone = { width: 320, height: 640 };
const mostSteps = 80;
const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

export async function judge(site) {
  const pages = onePerKind(readablePages(site));
  const server = await serve(site.dir, new URL(site.base).pathname);
  const browser = await openBrowser();
  try {
    const faults = await visitAll(pages, (page) => walk(browser, server.url + page.path));
    return { inputs: pages.length, findings: pages.flatMap((page, i) => faults[i].map((message) => ({ file: page.file, message }))) };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function walk(browser, url) {
  // The page's policy forbids the style that the test of spacing adds.
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce', bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const faults = await tabThrough(page);
    await page.addStyleTag({ content: spacing });
    return [...faults, ...(await page.evaluate(cutOff))];
  } finally {
    await context.close();
  }
}

async function tabThrough(page) {
  const faults = [];
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focused);
    if (!focus) break;
    if (step === 0 && focus.skipAsked && !focus.href?.startsWith('#')) faults.push(`the first stop is ${focus.name}, not a skip link`);
    if (!focus.shown) faults.push(`the focus on ${focus.name} cannot be seen`);
    if (focus.ring < 3) faults.push(`the focus ring on ${focus.name} is ${focus.ring} px`);
  }
  return faults;
}

/** Runs in the page. What has the focus; nothing once the way leads out. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, innerHeight) / 2];
  const top = [...element.getClientRects()].map((part) => document.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2));
  top.push(document.elementFromPoint(x, y));
  // A card's ring is drawn around the whole card, by the ::after of its link.
  const width = (drawn) => (drawn.outlineStyle === 'none' ? 0 : parseFloat(drawn.outlineWidth));
  return {
    name: `<${element.localName}> ${(element.textContent.trim() || element.id).slice(0, 40)}`,
    href: element.getAttribute('href'),
    skipAsked: document.querySelector('header') !== null,
    shown: box.width > 1 && box.height > 1 && top.some((hit) => hit && (element.contains(hit) || hit.contains(element))),
    ring: Math.max(width(style), width(getComputedStyle(element, '::after'))),
  };
}

/** Runs in the page. What no longer fits once the text is spaced. */
function cutOff() {
  const root = document.documentElement;
  const faults = root.scrollWidth > root.clientWidth ? [`spaced text overflows sideways by ${root.scrollWidth - root.clientWidth} px`] : [];
  for (const element of document.querySelectorAll('main *, header *, footer *')) {
    const style = getComputedStyle(element);
    const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden' || style.overflowX === 'clip';
    const cut = element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2;
    if (hides && cut && element.clientHeight > 1) faults.push(`spaced text is cut off in <${element.localName} class="${element.className}">`);
  }
  return faults;
}
