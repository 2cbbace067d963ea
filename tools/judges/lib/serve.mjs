// A static server that does what the plainest host does: index.html for folders,
// a redirect to the address with the slash, 404.html for what is not there. It
// reads no _headers, so that a page must be safe by itself.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
};
/** Milliseconds: for a browser to get ready with a page's first piece, and to draw a further one. */
const firstPause = 250;
const pause = 30;

/**
 * Serves a folder on a free port of 127.0.0.1 under a mount such as / or
 * /sub/path/. Resolves to its address and a function that stops it. A page is
 * sent in the pieces that cut, if given, makes of its text, each a moment after
 * the one before.
 */
export async function serve(dir, mount = '/', cut) {
  const server = createServer((request, response) => answer({ dir, mount, cut }, request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + mount, close: () => stop(server) };
}

function stop(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

function answer({ dir, mount, cut }, request, response) {
  const path = decodedPath(request.url);
  if (path === undefined || !path.startsWith(mount)) return send(request, response, cut, 404, join(dir, '404.html'));
  const file = join(dir, path.slice(mount.length));
  if (!isFolder(file)) return send(request, response, cut, existsSync(file) ? 200 : 404, existsSync(file) ? file : join(dir, '404.html'));
  if (path.endsWith('/')) return send(request, response, cut, ...folderIndex(dir, file));
  response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
}

function folderIndex(dir, folder) {
  const index = join(folder, 'index.html');
  return existsSync(index) ? [200, index] : [404, join(dir, '404.html')];
}

/** The path of a request without its query; undefined when it is not a safe one. */
function decodedPath(target) {
  try {
    const path = decodeURIComponent(target.split('?')[0]);
    return path.split('/').includes('..') || path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function isFolder(file) {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function send(request, response, cut, status, file) {
  if (!existsSync(file)) return response.writeHead(status, { 'content-type': 'text/plain' }).end('Not found\n');
  response.writeHead(status, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  if (request.method === 'HEAD') return response.end();
  if (cut && extname(file) === '.html') return sendPieces(response, cut(readFileSync(file, 'utf8')));
  createReadStream(file).pipe(response);
}

async function sendPieces(response, pieces) {
  for (const [i, piece] of pieces.entries()) {
    response.write(piece);
    await rest(i === 0 ? firstPause : pause);
  }
  response.end();
}
