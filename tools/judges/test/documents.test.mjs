// Each judge of documents is content with test/papers, and finds each fault that
// is planted in a copy of it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSite } from '../lib/site.mjs';
import { python } from '../pdf-structure.mjs';

const papers = join(import.meta.dirname, 'papers');
const kit = 'it/kit/genitori/';
const sheetPage = `${kit}congedo/index.html`;
const sheet = `${kit}congedo/congedo-it.pdf`;
const archive = `${kit}genitori-it.zip`;
const book = 'it/guide/lavoro/lavoro-it.pdf';
const epub = 'it/guide/lavoro/lavoro-it.epub';
const whole = 'it/guide/lavoro/guida-intera/index.html';

const inside = (statements) => (path) => execFileSync(python(), [join(import.meta.dirname, 'alter.py'), path, statements]);
const bytes = (change) => (path) => writeFileSync(path, change(readFileSync(path)));
const gone = (path) => rmSync(path);
const cut = bytes((data) => data.subarray(0, data.length / 2));
const replace = (from, to) => (path) => {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to replace in ${path}`);
  writeFileSync(path, after);
};
const within = (member, from, to) => inside(`old = files['${member}']; files['${member}'] = old.replace(b'''${from}''', b'''${to}'''); assert files['${member}'] != old`);
const metadata = (from, to) => inside(`old = pdf.Root.Metadata.read_bytes(); new = old.replace(b'${from}', b'${to}'); assert new != old; pdf.Root.Metadata.write(new)`);
const characters = (to) => inside(`import re\nfor f in fonts: f.ToUnicode.write(re.sub(rb'(<[0-9A-F]+> )<[0-9A-F]+>', rb'\\1<${to}>', f.ToUnicode.read_bytes(), count=9))`);

// A fault: the judge, what is done to which file, and what must be said.
const faults = [
  ['pdf-structure', sheet, gone, /congedo-it\.pdf is promised and not there/],
  ['pdf-structure', sheetPage, replace(/.*caratteri-grandi-it\.pdf.*\n/, ''), /caratteri-grandi-it\.pdf: the page beside it does not link here/],
  ['pdf-structure', `${kit}index.html`, replace(/.*genitori-it\.pdf.*\n/, ''), /a kit page without a \.pdf file/],
  ['pdf-structure', sheet, cut, /uacheck x: cannot be read/],
  ['pdf-structure', sheet, cut, /qpdf: /],
  ['pdf-structure', sheet, bytes((data) => Buffer.concat([data.subarray(0, data.lastIndexOf('startxref')), Buffer.from('startxref\n7\n%%EOF\n')])), /qpdf: .*damaged/],
  ['pdf-structure', sheet, inside("pdf.docinfo['/ModDate'] = 'D:20260101000000Z'"), /pdfcpu: .*invalid date/],
  ['pdf-structure', sheet, inside("pdf.pages[0].MediaBox = Array([0, 0])"), /pdfcpu: /],
  ['pdf-structure', sheet, inside('del pdf.Root.Lang'), /uacheck 11-006/],
  ['pdf-structure', sheet, inside('del pdf.Root.StructTreeRoot'), /uacheck 06-001: no structure tree/],
  ['pdf-structure', sheet, inside('pdf.Root.MarkInfo.Marked = False'), /uacheck 06-001: not Marked/],
  ['pdf-structure', sheet, inside('pdf.Root.ViewerPreferences.DisplayDocTitle = False'), /uacheck 07-001/],
  ['pdf-structure', sheet, metadata('pdfuaid:part', 'pdfuaid:pert'), /uacheck 06-002/],
  ['pdf-structure', sheet, inside("of('H2')[0].S = Name.H4"), /uacheck 14-003: H1 then H4/],
  ['pdf-structure', sheet, inside("of('H1')[0].S = Name.Heading"), /uacheck 02-001/],
  ['pdf-structure', sheet, inside("of('P')[1].S = Name.TD"), /uacheck 09-004/],
  ['pdf-structure', sheet, inside("del of('Figure')[0]['/Alt']"), /uacheck 13-004/],
  ['pdf-structure', sheet, inside("pdf.pages[0].contents_add(b'0 0 9 9 re f')"), /uacheck 01-005/],
  ['pdf-structure', sheet, inside("pdf.pages[0].contents_add(b'/P <</MCID 0>> BDC EMC')"), /uacheck 01-x: page 1: MCID 0 twice/],
  ['pdf-structure', sheet, inside("tree = pdf.Root.StructTreeRoot.ParentTree; [a] = [n for n in tree.get('/Nums', tree.get('/Kids', [tree])[0].get('/Nums')) if isinstance(n, Array)]; a[0] = a[1]"), /uacheck 01-x: page 1: ParentTree disagrees/],
  ['pdf-structure', sheet, inside("del pdf.pages[0].Annots[0]['/Contents']"), /uacheck 28-004/],
  ['pdf-structure', sheet, inside("del of('Link')[0]['/K'][-1]"), /uacheck 28-(011|x)/],
  ['pdf-structure', sheet, inside('pdf.pages[0].Tabs = Name.R'), /uacheck 28-012/],
  ['pdf-structure', sheet, inside("pdf.pages[0].Annots[0].F = 0"), /uacheck A2-6\.3\.2/],
  ['pdf-structure', sheet, inside('del fonts[0].ToUnicode'), /uacheck 31-027/],
  ['pdf-structure', sheet, inside("d = fonts[0].DescendantFonts[0].FontDescriptor\nfor k in ('/FontFile2', '/FontFile3'):\n    if k in d: del d[k]"), /uacheck 31-009/],

  ['verapdf', sheet, inside('del pdf.Root.Lang'), /PDF\/UA-1 7\.2-\d+: .*language/],
  ['verapdf', sheet, inside("del of('Figure')[0]['/Alt']"), /PDF\/UA-1 7\.3-1: /],
  ['verapdf', sheet, inside("of('H2')[0].S = Name.H4"), /PDF\/UA-1 7\.4\.2-1: /],
  ['verapdf', sheet, inside('pdf.Root.ViewerPreferences.DisplayDocTitle = False'), /PDF\/UA-1 7\.1-10: /],
  ['verapdf', sheet, inside("del pdf.Root.OutputIntents\npdf.pages[0].contents_add(b'/Artifact BMC 1 0 0 rg 0 0 9 9 re f EMC')"), /PDF\/A-2a 6\.2\.4\.3-\d: /],
  ['verapdf', sheet, inside("pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.JavaScript, JS='1'))"), /PDF\/A-2a 6\.5\.\d-\d: /],
  ['verapdf', book, metadata('pdfaid:conformance>A<', 'pdfaid:conformance>B<'), /lavoro-it\.pdf: not marked as PDF\/A-2a/],
  ['verapdf', sheet, metadata('pdfuaid:part', 'pdfuaid:pert'), /not marked as PDF\/UA-1/],
  ['verapdf', sheet, inside('del pdf.Root.Metadata'), /not marked as PDF\/A-2a/],
  ['verapdf', sheet, cut, /veraPDF could not judge it/],

  ['headings', sheetPage, replace('A chi spetta', 'A chi tocca'), /h2 “A chi tocca” is not tagged/],
  ['headings', sheetPage, replace('A chi spetta', 'A chi tocca'), /h2 “A chi spetta” is not on the page/],
  ['headings', sheetPage, replace('<section id="block-legal">', '<section>'), /h2 “Riferimenti normativi” is not on the page/],
  ['headings', sheetPage, replace(/(Che cos’è)(.*)(A chi spetta)/s, '$3$2$1'), /is not tagged in its place/],
  ['headings', sheet, inside("of('H2')[1].S = Name.P"), /h2 “A chi spetta” is not tagged/],
  ['headings', sheet, inside("of('H2')[1].S = Name.H3"), /h2 “A chi spetta” is not tagged: it is h3/],
  ['headings', sheet, inside("of('P')[1].S = Name.H2"), /is not on the page/],
  ['headings', whole, replace('La madre', 'Il padre'), /lavoro-it\.pdf: h2 “Il padre” is not tagged/],
  ['headings', whole, gone, /no heading to compare with is found for it\/guide\/lavoro\/index\.html/],
  ['headings', `${kit}index.html`, replace('lang="en">Only', '>Only'), /h3 “Only in English” is not tagged/],
  ['headings', sheet, cut, /pdfinfo: /],

  ['text', sheetPage, replace('A chi spetta', 'A chi spettanza'), /1 words of headings are not in the text: spettanza/],
  ['text', sheet, characters('FFFD'), /U\+FFFD/],
  ['text', sheet, characters('E000'), /private characters/],
  ['text', sheet, inside('for f in fonts: del f.ToUnicode'), /congedo-it\.pdf: .*(words of headings|U\+FFFD|private)/],
  ['text', sheet, cut, /pdftotext: /],

  ['qr', sheetPage, replace(/(rel="canonical" href=")[^"]*/, '$1https://example.org/it/kit/genitori/congedo/'), /the QR code opens https:\/\/example\.org\/site\//],
  ['qr', sheetPage, replace(/<link rel="canonical".*>/, ''), /no canonical/],
  ['qr', sheet, inside("pdf.pages[0].contents_add(b'/Artifact BMC 1 g 0 0 600 850 re f EMC')"), /congedo-it\.pdf: no QR code can be read/],
  ['qr', sheet, cut, /pdftoppm: /],

  ['epub', epub, gone, /lavoro-it\.epub is promised and not there/],
  ['epub', 'it/guide/lavoro/index.html', replace(/.*lavoro-it\.epub.*\n/, ''), /a guide page without a \.epub file/],
  ['epub', epub, cut, /FATAL|ERROR/],
  ['epub', epub, within('book/text.xhtml', '<h1>', '<h1>&nbsp;'), /text\.xhtml:\d+: FATAL RSC-016/],
  ['epub', epub, within('book/text.xhtml', ' id="c1"', ''), /ERROR RSC-012/],
  ['epub', epub, within('book/package.opf', '<dc:language>it</dc:language>', ''), /ERROR RSC-005/],
  ['epub', epub, within('book/package.opf', '<dc:title>', '<dc:date>yesterday</dc:date><dc:title>'), /WARNING OPF-053/],
  ['epub', epub, within('book/package.opf', '<meta property="schema:accessMode">textual</meta>', ''), /does not tell schema:accessMode/],
  ['epub', epub, within('book/nav.xhtml', 'epub:type="page-list"', 'epub:type="lot"'), /no navigation of type page-list/],

  ['zip', archive, gone, /genitori-it\.zip is promised and not there/],
  ['zip', archive, bytes((data) => data.fill(0, 2000, 2100)), /unzip: /],
  ['zip', archive, inside("files['LEGGIMI.txt'] += b'!'"), /sha256sum: LEGGIMI\.txt: FAILED/],
  ['zip', archive, inside("del files['LEGGIMI.txt']"), /sha256sum: LEGGIMI\.txt: FAILED open or read/],
  ['zip', archive, inside("files['altro.txt'] = b''"), /altro\.txt is not in SHA256SUMS/],
  ['zip', archive, inside("del files['SHA256SUMS']"), /0 files SHA256SUMS/],
  ['zip', archive, inside("files['SHA256SUMS'] += b'nonsense\\n'"), /sha256sum: .*improperly formatted/],
  ['zip', sheet, bytes((data) => Buffer.concat([data, Buffer.from('\n')])), /congedo-it\.pdf is not as the site publishes it/],
];

for (const name of new Set(faults.map(([judge]) => judge))) {
  test(`${name} is content with the good documents`, async () => {
    const { inputs, findings } = await judge(name, papers);
    assert.deepEqual(findings, []);
    assert.ok(inputs > 0);
  });

  test(`${name} has nothing to judge where there are no documents`, async (t) => {
    const dir = copyOfPapers(t);
    for (const file of openSite(dir).files) if (/\.(pdf|epub|zip)$/.test(file)) rmSync(join(dir, file));
    const { inputs } = await judge(name, dir);
    assert.equal(inputs, 0);
  });
}

for (const [name, file, plant, expected] of faults) {
  test(`${name} finds ${expected}`, async (t) => {
    const dir = copyOfPapers(t);
    plant(join(dir, file));
    const { findings } = await judge(name, dir);
    const said = findings.map((finding) => `${finding.file}: ${finding.message}`);
    assert.ok(said.some((text) => expected.test(text)), `said only:\n${said.join('\n')}`);
  });
}

function copyOfPapers(t) {
  const dir = mkdtempSync(join(tmpdir(), 'judges-'));
  t.after(() => rmSync(dir, { recursive: true }));
  cpSync(papers, dir, { recursive: true });
  return dir;
}

async function judge(name, dir) {
  const { judge } = await import(`../${name}.mjs`);
  return judge(openSite(dir));
}
