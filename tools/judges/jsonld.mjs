// Every block of JSON-LD is expanded by a JSON-LD processor, and what comes out
// is held against the vocabulary of schema.org: types that exist, properties that
// belong to the type, names and addresses where search engines ask for them.

import jsonld from 'jsonld';
import { attr, byTag, line, text } from './lib/dom.mjs';
import { loadVocabulary } from './lib/schemaorg.mjs';
import { indexedPages } from './lib/site.mjs';

export const unit = 'blocks';

const namespace = 'https://schema.org/';
const named = {
  Article: 'headline',
  NewsArticle: 'headline',
  BreadcrumbList: 'itemListElement',
  ListItem: 'position',
};

export async function judge(site) {
  const vocabulary = loadVocabulary();
  const blocks = site.pages.flatMap((page) => blocksOf(page));
  const findings = [];
  for (const block of blocks) findings.push(...(await blockFaults(block, vocabulary)));
  return { inputs: blocks.length, findings: [...findings, ...pageFaults(site, blocks)] };
}

function blocksOf(page) {
  return byTag(page.document, 'script')
    .filter((script) => attr(script, 'type') === 'application/ld+json')
    .map((script) => ({ page, line: line(script), source: text(script) }));
}

async function blockFaults(block, vocabulary) {
  const at = (message) => ({ file: block.page.file, line: block.line, message });
  try {
    block.nodes = await jsonld.expand(JSON.parse(block.source), { documentLoader });
  } catch (failure) {
    return [at(`cannot be read: ${failure.message}`)];
  }
  if (block.nodes.length === 0) return [at('nothing is left after expansion')];
  return block.nodes.flatMap((node) => nodeFaults(node, vocabulary, true)).map(at);
}

/** Contexts are never fetched: the one that is allowed is a vocabulary and no more. */
async function documentLoader(url) {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`foreign context ${url}`);
  return { documentUrl: url, contextUrl: null, document: { '@context': { '@vocab': namespace } } };
}

function nodeFaults(node, vocabulary, outermost) {
  if ('@value' in node) return emptyValue(node);
  const types = node['@type'] ?? [];
  const faults = types.flatMap((type) => typeFaults(node, type, vocabulary));
  const isReference = Object.keys(node).every((key) => key === '@id');
  if (types.length === 0 && !isReference && !('@list' in node)) faults.push('a thing without type');
  if (outermost) faults.push(...requiredFaults(node, types));
  return [...faults, ...children(node).flatMap((child) => nodeFaults(child, vocabulary, false))];
}

function emptyValue(node) {
  return node['@value'] === '' ? ['an empty text'] : [];
}

function children(node) {
  return Object.entries(node)
    .filter(([key]) => !key.startsWith('@') || key === '@list')
    .flatMap(([, values]) => values)
    .filter((value) => typeof value === 'object');
}

function typeFaults(node, iri, vocabulary) {
  const type = iri.replace(namespace, '');
  if (!vocabulary.has(type)) return [`type ${type} is unknown to schema.org`];
  return Object.keys(node)
    .filter((key) => !key.startsWith('@'))
    .map((key) => key.replace(namespace, ''))
    .filter((property) => !node['@type'].some((one) => vocabulary.allows(one.replace(namespace, ''), property)))
    .map((property) => `${type} has no property ${property}`);
}

/** What the thing that the page is about must say of itself. */
function requiredFaults(node, types) {
  return types.flatMap((iri) => {
    const type = iri.replace(namespace, '');
    const wanted = [named[type] ?? 'name', ...(type === 'BreadcrumbList' ? [] : ['url'])];
    return wanted.filter((property) => !(namespace + property in node)).map((property) => `${type} without ${property}`);
  });
}

function pageFaults(site, blocks) {
  return indexedPages(site).flatMap((page) => {
    const nodes = blocks.filter((block) => block.page === page).flatMap((block) => block.nodes ?? []);
    const types = nodes.flatMap((node) => node['@type'] ?? []);
    if (types.length === 0) return [{ file: page.file, message: 'no JSON-LD' }];
    const deep = page.path.split('/').filter(Boolean).length > 1;
    return deep && !types.includes(`${namespace}BreadcrumbList`) ? [{ file: page.file, message: 'no BreadcrumbList' }] : [];
  });
}
