// The Nu HTML checker over every page, in one call. Errors are findings;
// warnings are told but do not fail, since some are matters of taste.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const unit = 'pages';

// Read from disk a page has no origin, so that 'self' seems to forbid all it loads;
// csp.mjs and the browser judge the policy.
const policy = '.*Content Security Policy.*';

export async function judge(site) {
  const messages = await check(resolve(site.dir));
  const findings = messages.filter((message) => message.type !== 'info').map((message) => finding(site, message));
  const warnings = messages.filter((message) => message.subType === 'warning');
  return { inputs: site.pages.length, findings, notes: summarise(warnings) };
}

async function check(dir) {
  const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const args = ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--filterpattern', policy, '--skip-non-html', dir];
  const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout).messages;
}

function finding(site, message) {
  const file = message.url ? relative(resolve(site.dir), fileURLToPath(message.url)) : '';
  return { file, line: message.firstLine ?? message.lastLine, message: message.message };
}

/** Each warning once, with the number of its places. */
function summarise(warnings) {
  const count = new Map();
  for (const { message } of warnings) count.set(message, (count.get(message) ?? 0) + 1);
  return [...count].map(([message, times]) => `warning on ${times} lines: ${message}`);
}
