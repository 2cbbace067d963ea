// Runs the judges over a built site: one line for each, its findings under it.
//
//   node run.mjs [--only nu,links] [--base ADDRESS] [--all] [--update] DIR
//
// Exit code 1 when there is any finding, or a judge found nothing to judge.

import { parseArgs } from 'node:util';
import { openSite } from './lib/site.mjs';
import * as axe from './axe.mjs';
import * as budgets from './budgets.mjs';
import * as csp from './csp.mjs';
import * as epub from './epub.mjs';
import * as headings from './headings.mjs';
import * as hreflang from './hreflang.mjs';
import * as ics from './ics.mjs';
import * as jsonld from './jsonld.mjs';
import * as keyboard from './keyboard.mjs';
import * as links from './links.mjs';
import * as markup from './markup.mjs';
import * as noscript from './noscript.mjs';
import * as nu from './nu.mjs';
import * as pdfStructure from './pdf-structure.mjs';
import * as qr from './qr.mjs';
import * as shift from './shift.mjs';
import * as structure from './structure.mjs';
import * as text from './text.mjs';
import * as verapdf from './verapdf.mjs';
import * as visibility from './visibility.mjs';
import * as xml from './xml.mjs';
import * as zip from './zip.mjs';

const onPages = { csp, markup, hreflang, budgets, ics, xml, jsonld, nu, links, noscript, visibility, keyboard, axe, shift };
const onDocuments = { 'pdf-structure': pdfStructure, verapdf, structure, headings, text, qr, epub, zip };
const judges = { ...onPages, ...onDocuments };
const mostShown = 30;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, base: { type: 'string' }, all: { type: 'boolean' }, update: { type: 'boolean' } },
});
process.exitCode = await main(positionals[0], values);

async function main(dir, { only, base, all, update }) {
  const names = only ? only.split(',') : Object.keys(judges);
  const unknown = names.filter((name) => !(name in judges));
  if (!dir || unknown.length > 0) return usage(unknown);
  const site = openSite(dir, base ? { base } : {});
  console.log(`judging ${site.base} in ${dir}: ${site.pages.length} pages, ${site.files.length} files`);
  let failed = 0;
  for (const name of names) if (!(await report(name, site, { all, update }))) failed++;
  console.log(failed === 0 ? `all ${names.length} judges content` : `${failed} of ${names.length} judges object`);
  return failed === 0 ? 0 : 1;
}

function usage(unknown) {
  if (unknown.length > 0) console.error(`no such judge: ${unknown.join(', ')}`);
  console.error(`usage: node run.mjs [--only ${Object.keys(judges).join(',')}] [--base ADDRESS] [--all] DIR`);
  return 2;
}

async function report(name, site, { all, update }) {
  const began = performance.now();
  const { inputs, findings, notes = [] } = await verdict(name, site, { update });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${name}: ${inputs} ${judges[name].unit}, ${findings.length} errors (${seconds} s)`);
  for (const note of notes) console.log(`    note: ${note}`);
  for (const { file, line, message } of all ? findings : findings.slice(0, mostShown)) {
    console.log(`    ${file}${line ? `:${line}` : ''}: ${message}`);
  }
  if (!all && findings.length > mostShown) console.log(`    and ${findings.length - mostShown} more; --all shows them`);
  if (inputs === 0) console.log('    nothing to judge: that is a failure');
  return inputs > 0 && findings.length === 0;
}

/** A judge that cannot work objects; the others still have their say. */
async function verdict(name, site, options) {
  try {
    return await judges[name].judge(site, options);
  } catch (failure) {
    return { inputs: 0, findings: [{ file: name, message: `cannot judge: ${failure.message}` }] };
  }
}
