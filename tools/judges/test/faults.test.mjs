// Each judge is content with the good site, and finds each fault that is planted
// in a copy of it.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSite } from '../lib/site.mjs';

const good = join(import.meta.dirname, 'good');
const home = 'it/index.html';
const project = 'it/progetti/masp/index.html';
const calendar = 'it/progetti/masp/masp-it.ics';
const style = 'assets/site.css';

// A fault: the judge, what is replaced in which file, and what must be said.
const faults = [
  ['nu', home, '<p>Il sito', '<p><li>Il sito', /li.*not allowed/],

  ['csp', home, '</main>', '<script>alert(1)</script></main>', /inline script/],
  ['csp', home, '</main>', '<style>p{}</style></main>', /inline style/],
  ['csp', home, '<h1>', '<h1 style="color:red">', /attribute style/],
  ['csp', home, '<h1>', '<h1 onclick="go()">', /attribute onclick/],
  ['csp', home, 'src="/site/assets/site.js"', 'src="https://cdn.example.com/a.js"', /loads https:\/\/cdn/],
  ['csp', project, 'src="/site/assets/emblem.svg"', 'src="//cdn.example.com/a.svg"', /loads \/\/cdn/],
  ['csp', project, '<img ', '<img srcset="https://cdn.example.com/a.jpg 2x" ', /loads https:\/\/cdn/],
  ['csp', home, "script-src 'self'", "script-src 'unsafe-inline'", /allows 'unsafe-inline'/],
  ['csp', home, "img-src 'self'", 'img-src *', /allows \*/],
  ['csp', home, "default-src 'none'; ", '', /no default-src/],
  ['csp', home, 'Content-Security-Policy', 'X-Nothing', /no content security policy/],
  ['csp', home, 'href="/site/it/progetti/masp/#linee"', 'href="javascript:go()"', /address javascript:/],
  ['csp', home, '<a href="/site/it/progetti/masp/#linee"', '<a target="_blank" href="/site/it/progetti/masp/#linee"', /new window/],
  ['csp', style, 'body {', 'body { background: url(https://cdn.example.com/a.png);', /style sheet loads https/],

  ['markup', home, '<html lang="it">', '<html>', /no lang/],
  ['markup', home, /<title>.*<\/title>/, '', /no title/],
  ['markup', home, ' data-page="home"', '', /no data-page/],
  ['markup', home, '<link rel="icon"', '<link rel="other"', /no icon/],
  ['markup', home, /<h1>.*<\/h1>/, '', /0 headings of level 1/],
  ['markup', home, '</main>', '<h1>Ancora</h1></main>', /2 headings of level 1/],
  ['markup', project, '<h2 id="linee">Linee del progetto</h2>', '<h3 id="linee">Linee</h3>', /level 3 after level 1/],
  ['markup', project, '<h2 id="linee">Linee del progetto</h2>', '<h2 id="linee"></h2>', /empty heading/],
  ['markup', project, 'id="linee"', 'id="main"', /id main is used twice/],
  ['markup', project, ' alt="Unione europea"', '', /without alt/],
  ['markup', project, ' width="30"', '', /without width/],
  ['markup', project, /<title>.*<\/title>/, '<title>MASP</title>', /same title as it\/index\.html/],

  ['hreflang', home, /<link rel="canonical".*>/, '<link rel="canonical" href="https://example.org/site/en/">', /canonical is/],
  ['hreflang', project, /<link rel="alternate" hreflang="x-default".*>/, '', /no x-default/],
  ['hreflang', project, /<link rel="alternate" hreflang="it".*>/, '', /lists other translations/],
  ['hreflang', project, /(hreflang="en" href=")[^"]*/, '$1https://example.org/site/en/none/', /does not exist/],
  ['hreflang', project, 'hreflang="en" href="https', 'hreflang="fr" href="https', /fr leads to .* whose language is en/],
  ['hreflang', '404.html', '<link rel="icon"', '<link rel="alternate" hreflang="it" href="https://example.org/site/it/"><link rel="icon"', /not indexed, but/],

  ['budgets', project, '</main>', () => `<p>${noise(20_000)}</p></main>`, /project: \d+ bytes/],
  ['budgets', style, /$/, () => `/* ${noise(20_000)} */`, /styles: \d+ bytes/],
  ['budgets', 'assets/site.js', /$/, () => `// ${noise(8_000)}`, /scripts: \d+ bytes/],

  ['ics', calendar, 'UID:masp-final@example.org\r\n', '', /no UID/],
  ['ics', calendar, 'DTSTAMP:20210301T090000Z\r\n', '', /no DTSTAMP/],
  ['ics', calendar, 'DTSTAMP:20210301T090000Z', 'DTSTAMP:20210301T090000', /DTSTAMP is not in UTC/],
  ['ics', calendar, 'DTSTART:20210325T090000Z\r\n', '', /no DTSTART/],
  ['ics', calendar, 'DTSTART:', 'DTSTART;TZID=Europe/Rome:', /zone Europe\/Rome is not declared/],
  ['ics', calendar, 'DTEND:20210325', 'DTEND:20210324', /end is not after the start/],
  ['ics', calendar, 'SUMMARY:', `SUMMARY:${'è'.repeat(40)}`, /a line of \d+ octets/],
  ['ics', calendar, 'VERSION:2.0\r\n', 'VERSION:2.0\n', /CRLF/],
  ['ics', calendar, 'END:VEVENT\r\n', '', /cannot read|no event/],

  ['xml', 'sitemap.xml', '</urlset>', '', /.+/],
  ['xml', 'sitemap.xml', '<loc>', '<lastmod>yesterday</lastmod><loc>', /lastmod/],
  ['xml', 'sitemap.xml', 'hreflang="it"', 'hreflang="italiano"', /hreflang/],
  ['xml', 'sitemap.xml', '<loc>https://example.org/site/it/</loc>', '<loc>https://example.org/site/no/</loc>', /site\/no\/ does not exist/],
  ['xml', 'sitemap.xml', /<url>.*?<\/url>/s, '', /site\/ is missing/],
  ['xml', 'sitemap.xml', /<xhtml:link[^>]*>/, '', /other alternates/],
  ['xml', home, '<link rel="icon"', '<meta name="robots" content="noindex"><link rel="icon"', /not a page to be indexed/],
  ['xml', 'assets/emblem.svg', '</svg>', '', /.+/],

  ['jsonld', project, '"ResearchProject"', '"ResearchProjekt"', /ResearchProjekt is unknown/],
  ['jsonld', project, '"description"', '"descripsion"', /no property descripsion/],
  ['jsonld', project, '"name":"MASP",', '', /ResearchProject without name/],
  ['jsonld', project, '"BreadcrumbList"', '"ItemList"', /no BreadcrumbList/],
  ['jsonld', project, '"https://schema.org"', '"https://example.com/context"', /example\.com\/context/],
  ['jsonld', project, '"@graph":[', '"@graph":[,', /cannot be read/],
  ['jsonld', home, /<script type="application\/ld\+json">.*<\/script>/, '', /no JSON-LD/],

  ['links', home, '/site/it/progetti/masp/#linee', '/site/it/niente/', /niente\/ is broken \(404\)/],
  ['links', home, '/site/it/progetti/masp/#linee', '/site/it/progetti/masp', /masp is broken \(301\)/],
  ['links', home, '#linee', '#righe', /no anchor #righe/],
  ['links', home, '#main', '#none', /no anchor #none/],
  ['links', project, '/site/assets/emblem.svg" alt', '/site/assets/none.svg" alt', /none\.svg is broken/],
  ['links', style, 'body {', 'body { background: url(none.png);', /none\.png is broken/],

  ['noscript', style, /$/, 'main { visibility: hidden }', /main content is not visible/],
  ['noscript', style, /$/, 'nav { display: none }', /Il progetto MASP .* cannot be reached/],
  ['noscript', home, '<p>Il sito', '<div hidden><p>Nascosto</p></div><p>Il sito', /content stays hidden/],
  ['noscript', home, '<h1>', `<p>${'Prima del titolo. '.repeat(20)}</p><h1>`, /text comes before the heading/],
  ['noscript', home, /<a class="skip".*<\/a>/, '', /first link is not a skip link/],

  ['keyboard', home, /<a class="skip".*<\/a>/, '', /not a skip link/],
  ['keyboard', style, 'outline: 3px solid', 'outline: 1px solid', /focus ring on .* is 1 px/],
  ['keyboard', style, '.skip:focus { left: 1rem;', '.skip:focus {', /cannot be seen/],
  ['keyboard', style, /$/, 'p { overflow: hidden; height: 1.2rem }', /spaced text is cut off/],

  ['visibility', style, '.emblem, .statement {', '.emblem { margin-top: 60rem !important; } .emblem, .statement {', /not seen without scrolling/],
  ['visibility', style, '.emblem, .statement {', '.emblem { height: 10px !important; } .emblem, .statement {', /not 3 to 2/],
  ['visibility', style, '.emblem, .statement {', '.emblem { filter: grayscale(1); } .emblem, .statement {', /changed by filter/],
  ['visibility', style, '.statement { background: #fff', '.statement { background: #eee', /stands on rgb\(238/],
  ['visibility', style, 'font-family: Arial', 'font-family: Georgia', /set in georgia/],
  ['visibility', style, '.emblem, .statement {', '.emblem, .statement { font-style: italic;', /not upright/],
  ['visibility', style, '.emblem, .statement {', '.emblem, .statement { font-size: .5rem;', /smaller than the text/],
  ['visibility', project, /<p class="statement">.*<\/p>/, '', /no statement/],
  ['visibility', project, '<details>', '<img src="/site/assets/emblem.svg" alt="" width="150" height="100"><details>', /taller than the emblem/],

  ['axe', style, '#17212f, #e8edf3', '#bbbbbb, #e8edf3', /light.*color-contrast/],
  ['axe', style, '#17212f, #e8edf3', '#17212f, #333333', /dark.*color-contrast/],
  ['axe', style, /$/, 'main { min-width: 40rem }', /320 px.*overflows sideways/],
  ['axe', home, '</main>', '<img src="https://cdn.example.invalid/a.png" alt=""></main>', /asks https:\/\/cdn/],
  ['axe', home, '</main>', '<script>alert(1)</script></main>', /the console says/],
  ['axe', home, '</main>', () => `${images(4)}</main>`, /requests on a first view/],
  ['axe', home, '<ul>', '<button></button><ul>', /button-name/],

  ['shift', 'assets/site.js', /$/, "addEventListener('load', () => document.querySelector('h1').before(document.createElement('hr'), 'Late text'));", /layout shift/],
  ['shift', style, /$/, 'header:has(+ main) { padding: 2rem }', /320 px.*layout shift/],
];

for (const name of new Set(faults.map(([judge]) => judge))) {
  test(`${name} is content with the good site`, async () => {
    const { inputs, findings } = await judgeHome(name, good);
    assert.deepEqual(findings, []);
    assert.ok(inputs > 0);
  });
}

for (const [name, file, from, to, expected] of faults) {
  test(`${name} finds ${expected}`, async (t) => {
    const dir = copyOfGood(t);
    plant(join(dir, file), from, to);
    const { findings } = await judgeHome(name, dir);
    const said = findings.map((finding) => `${finding.file}: ${finding.message}`);
    assert.ok(said.some((text) => expected.test(text)), `said only:\n${said.join('\n')}`);
  });
}

test('links finds a page that nothing links to', async (t) => {
  const dir = copyOfGood(t);
  mkdirSync(join(dir, 'it/orfana'));
  cpSync(join(dir, project), join(dir, 'it/orfana/index.html'));
  const { findings } = await judgeHome('links', dir);
  assert.deepEqual(findings.map(({ file, message }) => [file, message]), [['it/orfana/index.html', 'no page links here']]);
});

function copyOfGood(t) {
  const dir = mkdtempSync(join(tmpdir(), 'judges-'));
  t.after(() => rmSync(dir, { recursive: true }));
  cpSync(good, dir, { recursive: true });
  return dir;
}

function plant(path, from, to) {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to replace in ${path}`);
  writeFileSync(path, after);
}

/** Judges in a browser are slow: here they see the Italian home page alone. */
async function judgeHome(name, dir) {
  const site = openSite(dir);
  if (['axe', 'keyboard', 'noscript', 'shift'].includes(name)) site.pages = site.pages.filter((page) => page.file === home);
  const { judge } = await import(`../${name}.mjs`);
  return judge(site);
}

/** Text that does not compress, the same on every run. */
function noise(length) {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}

function images(count) {
  return Array.from({ length: count }, (_, i) => `<img src="/site/assets/emblem.svg?${i}" alt="" width="30" height="20">`).join('');
}
