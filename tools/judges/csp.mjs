// Nothing in a page needs a weaker content security policy than the strict one,
// and every page carries that policy itself, because some hosts send no headers.

import { attr, elements, httpEquiv, line, tokens } from './lib/dom.mjs';
import { filesEnding, readText } from './lib/site.mjs';

export const unit = 'pages';

const loadingRels = ['stylesheet', 'icon', 'apple-touch-icon', 'preload', 'modulepreload', 'prefetch', 'manifest'];
const addressAttributes = ['src', 'poster', 'data', 'background'];

export function judge(site) {
  const findings = site.pages.flatMap((page) => [
    ...policyFaults(page).map((message) => ({ file: page.file, message })),
    ...[...elements(page.document)].flatMap((element) =>
      elementFaults(element).map((message) => ({ file: page.file, line: line(element), message })),
    ),
  ]);
  return { inputs: site.pages.length, findings: [...findings, ...foreignInStyles(site)] };
}

function policyFaults(page) {
  const policy = httpEquiv(page.document, 'content-security-policy');
  if (policy === undefined) return ['no content security policy in the page'];
  const faults = [];
  if (!/(^|;)\s*default-src\s/.test(policy)) faults.push('the policy has no default-src');
  for (const weak of [/'unsafe-[a-z-]+'/, /\s\*(?=[\s;]|$)/, /\bhttps?:/]) {
    const found = policy.match(weak);
    if (found) faults.push(`the policy allows ${found[0].trim()}`);
  }
  return faults;
}

function elementFaults(element) {
  return [...inlineFaults(element), ...foreignFaults(element)];
}

function inlineFaults(element) {
  const faults = element.attrs
    .filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
    .map(({ name }) => `<${element.tagName}> has the attribute ${name}`);
  if (element.tagName === 'style') faults.push('inline style');
  if (element.tagName === 'script' && !attr(element, 'src') && attr(element, 'type') !== 'application/ld+json') {
    faults.push('inline script');
  }
  if (/^\s*(javascript|vbscript|data):/i.test(attr(element, 'href') ?? '')) faults.push(`address ${attr(element, 'href')}`);
  if (attr(element, 'target') === '_blank') faults.push('a link opens a new window');
  return faults;
}

function foreignFaults(element) {
  return loadedAddresses(element)
    .filter((address) => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) && !address.startsWith('data:image/'))
    .map((address) => `<${element.tagName}> loads ${address}`);
}

/** The addresses that a browser fetches by itself when it meets the element. */
function loadedAddresses(element) {
  const addresses = addressAttributes.map((name) => attr(element, name));
  for (const candidate of (attr(element, 'srcset') ?? '').split(',')) addresses.push(candidate.trim().split(/\s/)[0]);
  const links = element.tagName === 'link' && tokens(element, 'rel').some((rel) => loadingRels.includes(rel));
  if (links || ['use', 'image'].includes(element.tagName)) addresses.push(attr(element, 'href'));
  return addresses.filter(Boolean);
}

function foreignInStyles(site) {
  return filesEnding(site, '.css').flatMap((file) =>
    [...readText(site, file).matchAll(/(?:url\(\s*|@import\s+)["']?((?:https?:)?\/\/[^"')\s]+)/gi)].map((match) => ({
      file,
      message: `the style sheet loads ${match[1]}`,
    })),
  );
}
