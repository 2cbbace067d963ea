// The vocabulary of schema.org, read from the type definitions of schema-dts:
// which types there are, and which properties each may carry.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Answers `has(type)` and `allows(type, property)`. */
export function loadVocabulary() {
  const interfaces = readInterfaces();
  const leafOf = new Map([...interfaces].filter(([, it]) => it.type).map(([name, it]) => [it.type, name]));
  const allows = (name, property) => {
    const it = interfaces.get(name);
    return it !== undefined && (it.properties.has(property) || it.parents.some((parent) => allows(parent, property)));
  };
  return {
    has: (type) => leafOf.has(type),
    allows: (type, property) => allows(leafOf.get(type), property),
  };
}

function readInterfaces() {
  const entry = createRequire(import.meta.url).resolve('schema-dts/package.json');
  const source = readFileSync(join(dirname(entry), 'dist', 'schema.d.ts'), 'utf8');
  const interfaces = new Map();
  for (const [, name, parents, body] of source.matchAll(/^(?:export )?interface (\w+) extends ([^{]+)\{\n(.*?)^\}/gms)) {
    interfaces.set(name, {
      parents: parents.split(',').map((parent) => parent.trim()),
      properties: new Set([...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map((match) => match[1])),
      type: body.match(/^ {4}"@type": "(\w+)";/m)?.[1],
    });
  }
  return interfaces;
}
