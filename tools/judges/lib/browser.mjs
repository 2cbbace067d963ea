// The system's Chromium, kept from calling anywhere by itself.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
];

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('no Chromium found: install it, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: quiet });
}

/**
 * One page of each kind in each language, the first by address: enough to see
 * every template. Kinds stand in <body data-page>.
 */
export function onePerKind(pages) {
  const seen = new Map();
  for (const page of pages) {
    const key = `${page.kind} ${page.lang}`;
    if (page.kind && !seen.has(key)) seen.set(key, page);
  }
  return [...seen.values()];
}
