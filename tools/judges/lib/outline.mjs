// The headings that a document must have: those of the page beside it.

import { dirname } from 'node:path';
import { attr, byTag, text, tokens } from './dom.mjs';

// For each kind of page: `of`, the parts of the page, by id or class, whose
// headings go into the document after the page's own title; `from`, the kind of a
// page below it that has these parts; `exactly`, whether the document may have no
// other heading. Set to match what the generator's documents are made of.
const rules = {
  sheet: { of: ['prose', 'block-contacts', 'block-legal'], exactly: true },
  kit: { of: ['right', 'service', 'incentive'] },
  guide: { of: ['whole-chapter'], from: 'wholeguide' },
  project: { of: ['prose'] },
};

/**
 * What is asked of a page's document, or undefined when nothing is:
 * { headings: [{ level, text }], exactly, blind }. Blind says that the rule finds
 * nothing on the page but its title: then it is not made for this page.
 */
export function expectedOutline(site, page) {
  const rule = rules[page.kind];
  if (!rule) return undefined;
  const source = rule.from ? pageBelow(site, page, rule.from) : page;
  const parts = source ? headings(source).filter((heading) => within(heading, rule.of) && inLanguage(heading, page.lang)) : [];
  const title = headings(page).filter((heading) => heading.tagName === 'h1');
  return { headings: [...title, ...parts].map(describe), exactly: rule.exactly ?? false, blind: parts.length === 0 };
}

/** Text as it is compared: spaces alike, nothing that is not seen, no number in front. */
export function plain(text) {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\d+[.)]? (?=\S)/, '');
}

function headings(page) {
  return byTag(page.document, 'main').flatMap((main) => byTag(main, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'));
}

function pageBelow(site, page, kind) {
  return site.pages.find((other) => other.kind === kind && other.file.startsWith(`${dirname(page.file)}/`));
}

function describe(heading) {
  return { level: Number(heading.tagName[1]), text: plain(text(heading)) };
}

function within(node, names) {
  for (let at = node; at?.attrs; at = at.parentNode) {
    if (names.includes(attr(at, 'id')) || tokens(at, 'class').some((name) => names.includes(name))) return true;
  }
  return false;
}

/** A heading in another language stands for a text that the document leaves out. */
function inLanguage(heading, lang) {
  const inner = byTag(heading, 'a', 'span').find((element) => attr(element, 'lang'));
  for (let at = inner ?? heading; at?.attrs; at = at.parentNode) {
    const own = attr(at, 'lang');
    if (own) return own === lang;
  }
  return true;
}
