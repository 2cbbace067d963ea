// veraPDF, the reference validator, finds every PDF that the site makes to be
// PDF/UA-1 and PDF/A-2a. It takes the profiles from what a file says of itself; a
// file that does not say both is a finding.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documents } from './lib/documents.mjs';
import { firstLine, runJar } from './lib/program.mjs';

export const unit = 'PDF files';

const jar = join(import.meta.dirname, '..', 'verapdf', 'target', 'cli.jar');
const profiles = ['PDF/UA-1', 'PDF/A-2a'];

export async function judge(site) {
  if (!existsSync(jar)) throw new Error(`no veraPDF at ${jar}: \`make judges-ready\` fetches it with Maven`);
  const files = documents(site, '.pdf').map(({ file }) => file);
  if (files.length === 0) return { inputs: 0, findings: [] };
  const jobs = await validate(files.map((file) => resolve(site.dir, file)));
  const findings = files.flatMap((file) => faults(jobs.get(resolve(site.dir, file))).map((message) => ({ file, message })));
  return { inputs: files.length, findings };
}

/** Judges all files in one call: a map from path to what veraPDF says of it. */
async function validate(paths) {
  const { stdout, stderr } = await runJar(jar, ['--format', 'json', '--maxfailuresdisplayed', '1', ...paths]);
  if (!stdout.startsWith('{')) throw new Error(`veraPDF does not answer: ${firstLine(stderr || stdout)}`);
  return new Map(JSON.parse(stdout).report.jobs.map((job) => [job.itemDetails.name, job]));
}

function faults(job) {
  if (!job) return ['veraPDF did not look at it'];
  if (!job.validationResult) return [`veraPDF could not judge it: ${job.taskException?.exception ?? 'no reason given'}`];
  return profiles.flatMap((profile) => {
    const result = job.validationResult.find(({ profileName }) => profileName.startsWith(`${profile} `));
    return result ? failures(profile, result) : [`not marked as ${profile}`];
  });
}

function failures(profile, { details, compliant, jobEndStatus }) {
  const rules = details.ruleSummaries.filter(({ ruleStatus }) => ruleStatus === 'FAILED').map((rule) => `${profile} ${describe(rule)}`);
  if (rules.length === 0 && !(compliant && jobEndStatus === 'normal' && details.passedRules > 0)) return [`${profile} not found compliant: ended ${jobEndStatus}`];
  return rules;
}

function describe({ clause, testNumber, failedChecks, description, checks }) {
  const [first] = checks;
  return `${clause}-${testNumber}: ${first?.errorMessage ?? description} (${failedChecks} times; first at ${first?.context ?? 'an unknown place'})`;
}
