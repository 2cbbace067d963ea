// What a reader already sees stays where it is while the rest of the page comes
// in. One page of each kind in each language arrives piece by piece, as over a
// slow connection, on a phone and on a desk.

import { onePerKind, openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { readablePages } from './lib/site.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'visits';

const viewports = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];
/** Pieces after which the rest comes at once: what follows is below the first screen. */
const mostPieces = 70;

export async function judge(site) {
  const visits = onePerKind(readablePages(site)).flatMap((page) => viewports.map((viewport) => ({ page, viewport })));
  const server = await serve(site.dir, new URL(site.base).pathname, pieces);
  const browser = await openBrowser();
  try {
    const results = await visitAll(visits, (visit) => shifts(browser, server, visit));
    return { inputs: visits.length, findings: results.flatMap((moved, i) => moved.map((message) => ({ file: where(visits[i]), message }))) };
  } finally {
    await browser.close();
    await server.close();
  }
}

function where({ page, viewport }) {
  return `${page.file} (${viewport.width} px)`;
}

/**
 * Cuts a page before the blocks of its body. A table stays whole, because the
 * widths of its columns are known at its end, and so do a text and a plain list.
 */
function pieces(html) {
  const body = html.indexOf('<body');
  const wholes = [...html.matchAll(/<table[\s>].*?<\/table>/gs)].map(({ index, 0: { length } }) => ({ index, end: index + length }));
  const inside = (at) => wholes.some(({ index, end }) => index < at && at < end);
  const starts = [...html.matchAll(/<(?:nav|main|section|article|footer|div|figure|details|table|[ou]l|dl|h[1-6])[\s>]/g)].map(({ index }) => index);
  const cuts = [0, ...starts.filter((at) => at > body && !inside(at)).slice(0, mostPieces)];
  return cuts.map((at, i) => html.slice(at, cuts[i + 1]));
}

async function shifts(browser, server, { page: { path }, viewport }) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(server.url + path, { waitUntil: 'load' });
    return await page.evaluate(report);
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else does. */
function watch() {
  globalThis.shifts = [];
  const note = (element) => element?.textContent.trim().slice(0, 40);
  const observer = new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) globalThis.shifts.push({ value, moved: sources.map(({ node }) => note(node)) });
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. Waits for two more pictures and tells what has moved. */
async function report() {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await new Promise((resolve) => setTimeout(resolve, 60));
  return globalThis.shifts.map(({ value, moved }) => `layout shift ${value.toFixed(4)}: ${moved.map((text) => `“${text}”`).join(', ')}`);
}
