// Pictures of the main pages for a person to look at.
//
//   node screenshots.mjs DIR TARGET [--base ADDRESS] [--lang it] [--kinds home,project]

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onePerKind, openBrowser } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { openSite, readablePages } from './lib/site.mjs';

const looks = {
  desktop: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 }, colorScheme: 'light', media: 'print' },
};
const shown = ['home', 'project', 'partners', 'partner', 'event', 'chapter', 'kit', 'sheet'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string' }, lang: { type: 'string' }, kinds: { type: 'string' } },
});
process.exitCode = await main(...positionals);

async function main(dir, target) {
  if (!dir || !target) {
    console.error('usage: node screenshots.mjs DIR TARGET [--base ADDRESS] [--lang it] [--kinds home,project]');
    return 2;
  }
  const site = openSite(dir, values.base ? { base: values.base } : {});
  const kinds = values.kinds?.split(',') ?? shown;
  const pages = onePerKind(readablePages(site)).filter((page) => kinds.includes(page.kind) && (!values.lang || page.lang === values.lang));
  mkdirSync(target, { recursive: true });
  await takeAll(site, pages, target);
  const missing = kinds.filter((kind) => !pages.some((page) => page.kind === kind));
  if (missing.length > 0) console.error(`no page of kind ${missing.join(', ')}`);
  return missing.length === 0 ? 0 : 1;
}

async function takeAll(site, pages, target) {
  const server = await serve(site.dir, new URL(site.base).pathname);
  const browser = await openBrowser();
  try {
    for (const page of pages) {
      for (const look of Object.keys(looks)) await take(browser, server, page, look, target);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function take(browser, server, page, look, target) {
  const { media, ...options } = looks[look];
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  if (media) await tab.emulateMedia({ media });
  await tab.goto(server.url + page.path);
  const path = join(target, `${page.kind}-${page.lang}-${look}.png`);
  await tab.screenshot({ path, fullPage: true });
  console.log(path);
  await context.close();
}
