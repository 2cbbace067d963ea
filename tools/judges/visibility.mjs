// The visibility of EU funding, as Annex IX of Regulation (EU) 2021/1060 and the
// Commission's guide to the emblem ask: the emblem is on white, unmodified and
// seen without scrolling on a desktop and on a phone, no other logo of the header
// is larger, and the statement beside it is whole, upright and in one of the
// faces that the rule names.

import { onePerKind, openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { attr, byTag } from './lib/dom.mjs';
import { readablePages } from './lib/site.mjs';
import { visitAll } from './lib/visit.mjs';

export const unit = 'pages with an emblem';

const looks = [
  { viewport: { width: 320, height: 568 }, colorScheme: 'light' },
  { viewport: { width: 320, height: 568 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
];

export async function judge(site) {
  const pages = onePerKind(readablePages(site).filter(hasEmblem));
  const server = await serve(site.dir, new URL(site.base).pathname);
  const browser = await openBrowser();
  try {
    const faults = await visitAll(pages, async (page) => {
      const all = [];
      for (const look of looks) all.push(...(await visit(browser, server.url + page.path, look)));
      return all;
    });
    return { inputs: pages.length, findings: pages.flatMap((page, i) => faults[i].map((message) => ({ file: page.file, message }))) };
  } finally {
    await browser.close();
    await server.close();
  }
}

function hasEmblem(page) {
  return byTag(page.document, 'img').some((image) => attr(image, 'class') === 'emblem');
}

async function visit(browser, url, look) {
  const context = await browser.newContext(look);
  try {
    const page = await context.newPage();
    await page.goto(url);
    const where = `${look.viewport.width} px, ${look.colorScheme}`;
    return (await page.evaluate(seen)).map((fault) => `${fault} (${where})`);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function seen() {
  const faces = ['arial', 'auto', 'calibri', 'garamond', 'trebuchet ms', 'trebuchet', 'tahoma', 'verdana', 'ubuntu'];
  const faults = [];
  const emblem = document.querySelector('header .emblem');
  const box = emblem.getBoundingClientRect();
  if (box.width < 1 || box.bottom > innerHeight || box.right > innerWidth) faults.push('the emblem is not seen without scrolling');
  if (Math.abs(box.width / box.height - 1.5) > 0.03) faults.push(`the emblem is ${box.width} × ${box.height} px, not 3 to 2`);
  const changed = ['filter', 'opacity', 'transform', 'mixBlendMode', 'borderRadius', 'clipPath'].filter(
    (name) => !['none', '1', 'normal', '0px'].includes(getComputedStyle(emblem)[name]),
  );
  if (changed.length > 0) faults.push(`the emblem is changed by ${changed.join(', ')}`);
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)' || !element.parentElement) return colour;
    return ground(element.parentElement);
  };
  if (!['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(ground(emblem))) faults.push(`the emblem stands on ${ground(emblem)}`);
  for (const logo of document.querySelectorAll('header img:not(.emblem)')) {
    if (logo.getBoundingClientRect().height > box.height) faults.push(`${logo.src} is taller than the emblem`);
  }
  const statement = document.querySelector('header .statement');
  if (!statement || statement.innerText.trim() === '') return [...faults, 'there is no statement beside the emblem'];
  const style = getComputedStyle(statement);
  const face = style.fontFamily.split(',')[0].replaceAll('"', '').trim().toLowerCase();
  if (!faces.includes(face)) faults.push(`the statement is set in ${face}`);
  if (style.fontStyle !== 'normal') faults.push('the statement is not upright');
  if (parseFloat(style.fontSize) < parseFloat(getComputedStyle(document.querySelector('main')).fontSize)) faults.push('the statement is smaller than the text');
  const words = statement.getBoundingClientRect();
  if (words.bottom > innerHeight || statement.scrollWidth > statement.clientWidth + 1) faults.push('the statement is not seen whole without scrolling');
  return faults;
}
