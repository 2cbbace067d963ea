// Reading a page with parse5, a parser that follows the HTML standard and knows
// nothing of the generator.

import { parse } from 'parse5';

export function parseHTML(source) {
  return parse(source, { sourceCodeLocationInfo: true });
}

/** Every element below a node, in document order; the content of templates too. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
  if (node.content) yield* elements(node.content);
}

export function byTag(node, ...tags) {
  return [...elements(node)].filter((element) => tags.includes(element.tagName));
}

/** The value of an attribute, or undefined when the element does not have it. */
export function attr(element, name) {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function text(node) {
  if (node.nodeName === '#text') return node.value;
  return (node.childNodes ?? []).map(text).join('');
}

export function line(element) {
  return element.sourceCodeLocation?.startLine;
}

/** The tokens of an attribute such as rel or class. */
export function tokens(element, name) {
  return (attr(element, name) ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}

/** The content of the meta element with this name or property. */
export function meta(document, name) {
  const found = byTag(document, 'meta').find((m) => [attr(m, 'name'), attr(m, 'property')].includes(name));
  return found && attr(found, 'content');
}

/** The content of <meta http-equiv=…>. */
export function httpEquiv(document, name) {
  const found = byTag(document, 'meta').find((m) => attr(m, 'http-equiv')?.toLowerCase() === name);
  return found && attr(found, 'content');
}
