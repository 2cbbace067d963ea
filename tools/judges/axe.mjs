// axe-core in a real browser: one page of each kind in each language, in light and
// dark, on a phone and on a desk. The same visits show whether the page asks
// anything of another origin, complains or overflows.

import axe from 'axe-core';
import { onePerKind, openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { readablePages } from './lib/site.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'visits';

const schemes = ['light', 'dark'];
const viewports = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];
const mostRequests = 4;
const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
  // Fetching style sheets again would break the page's own policy.
  preload: false,
};

export async function judge(site) {
  const visits = allVisits(onePerKind(readablePages(site)));
  const server = await serve(site.dir, new URL(site.base).pathname);
  const browser = await openBrowser();
  try {
    const results = await visitAll(visits, (visit) => look(browser, server, visit));
    return {
      inputs: visits.length,
      findings: results.flatMap(({ faults, visit }) => faults.map((message) => ({ file: where(visit), message }))),
      notes: undecided(results),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

function allVisits(pages) {
  return pages.flatMap((page) => schemes.flatMap((scheme) => viewports.map((viewport) => ({ page, scheme, viewport }))));
}

function where({ page, scheme, viewport }) {
  return `${page.file} (${scheme}, ${viewport.width} px)`;
}

async function look(browser, server, visit) {
  const context = await browser.newContext({ viewport: visit.viewport, colorScheme: visit.scheme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const watched = watch(page, server);
    await page.goto(server.url + visit.page.path, { waitUntil: 'load' });
    await page.evaluate(openDetails);
    const overflow = await page.evaluate(measureOverflow);
    await page.evaluate(axe.source);
    const { violations, incomplete } = await page.evaluate((options) => globalThis.axe.run(options), rules);
    return { visit, incomplete, faults: [...watched(), ...layoutFaults(overflow), ...violations.flatMap(describe)] };
  } finally {
    await context.close();
  }
}

/** Notes requests and complaints; the function it returns tells the faults. */
function watch(page, server) {
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(`${message.text()} ${message.location().url}`.trim()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return () => {
    const sent = requests.filter((request) => !request.url().startsWith('data:'));
    const foreign = sent.filter((request) => !request.url().startsWith(server.url)).map((request) => `asks ${request.url()}`);
    // The icon, a request of type “other”, is the browser's own wish and comes when it likes.
    const needed = new Set(sent.filter((request) => request.resourceType() !== 'other').map((request) => request.url()));
    const many = needed.size > mostRequests ? [`${needed.size} requests on a first view, at most ${mostRequests}`] : [];
    return [...foreign, ...many, ...complaints.map((text) => `the console says: ${text}`)];
  };
}

/** Runs in the page. What is folded away is judged too. */
function openDetails() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** Runs in the page. Finds what stands out at the side. */
function measureOverflow() {
  const root = document.documentElement;
  const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
  return {
    pixels: root.scrollWidth - root.clientWidth,
    widest: wide.slice(0, 3).map((element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`),
  };
}

function layoutFaults({ pixels, widest }) {
  return pixels > 0 ? [`overflows sideways by ${pixels} px: ${widest.join(', ')}`] : [];
}

function describe({ id, help, nodes }) {
  return nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`);
}

/** What axe could not decide alone, once per rule, with the number of places. */
function undecided(results) {
  const count = new Map();
  for (const { incomplete } of results) {
    for (const { id, nodes } of incomplete) count.set(id, (count.get(id) ?? 0) + nodes.length);
  }
  return [...count].map(([id, places]) => `axe could not decide ${id} in ${places} places`);
}
