// The runner's exit code and its line for each judge.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const here = import.meta.dirname;
const good = join(here, 'good');

function run(...args) {
  return spawnSync(process.execPath, [join(here, '..', 'run.mjs'), ...args], { encoding: 'utf8' });
}

test('a good site ends in 0 with one line per judge', () => {
  const { status, stdout } = run('--only', 'csp,markup', good);
  assert.equal(status, 0);
  assert.match(stdout, /^csp: 7 pages, 0 errors/m);
  assert.match(stdout, /^markup: 7 pages, 0 errors/m);
});

test('a judge that finds nothing to judge fails', (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'judges-'));
  t.after(() => rmSync(dir, { recursive: true }));
  cpSync(good, dir, { recursive: true });
  rmSync(join(dir, 'it/progetti/masp/masp-it.ics'));
  const { status, stdout } = run('--only', 'ics', dir);
  assert.equal(status, 1);
  assert.match(stdout, /nothing to judge/);
});

test('findings end in 1 and name the file', () => {
  const { status, stdout } = run('--only', 'hreflang', '--base', 'https://example.org/', good);
  assert.equal(status, 1);
  assert.match(stdout, /it\/index\.html: canonical is/);
});

test('a judge that cannot work objects, and the others go on', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(here, '..', 'run.mjs'), '--only', 'text,markup', join(here, 'papers')], { encoding: 'utf8', env: { PATH: '' } });
  assert.equal(status, 1);
  assert.match(stdout, /cannot judge: pdftotext is not installed/);
  assert.match(stdout, /^markup: 4 pages/m);
});

test('an unknown judge is a wrong use', () => {
  assert.equal(run('--only', 'nobody', good).status, 2);
});
