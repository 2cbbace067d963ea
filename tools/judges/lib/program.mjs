// Calling the programs that judge.

import { execFile } from 'node:child_process';

const mostOutput = 1 << 28; // bytes

/**
 * Runs a program to its end, whatever its exit code: resolves to { code, stdout,
 * stderr }. Rejects when it is not installed or was killed.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: mostOutput, ...options }, (failure, stdout, stderr) => {
      if (failure?.code === 'ENOENT') return reject(new Error(`${program} is not installed: \`make judges-ready\` installs it`));
      if (failure && typeof failure.code !== 'number') return reject(failure);
      resolve({ code: failure?.code ?? 0, stdout, stderr });
    });
  });
}

/** Runs a jar; short runs are faster with one compiler and a plain collector. */
export function runJar(jar, args, options) {
  return run('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, ...args], options);
}

/** The first line of a program's complaint that says something. */
export function firstLine(text, fallback = 'no reason given') {
  return text.split('\n').map((line) => line.trim()).find(Boolean) ?? fallback;
}
