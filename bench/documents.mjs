// Compares the documents of the built site with what headless Chromium prints of
// the same web pages: time, peak memory, size, and whether the tags hold.
//
//	node bench/documents.mjs SITE [ROUNDS]
//
// SITE is a built site (make judged: dist/judged/root). Both sides are whole
// processes on this machine, one after the other in each round. On our side the
// process is the Go benchmark of one document from its view, warm; Chromium
// prints the page that shows the same content: the whole guide, the sheet.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Worker, isMainThread, workerData, parentPort } from "node:worker_threads";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript" };

if (!isMainThread) {
  const server = createServer((request, response) => {
    let file = join(workerData, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (file.endsWith("/")) file += "index.html";
    try {
      const data = readFileSync(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
      response.end(data);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
} else {
  await main(...process.argv.slice(2));
}

async function main(site = "dist/judged/root", rounds = "5") {
  const server = new Worker(new URL(import.meta.url), { workerData: site });
  const port = await new Promise((ready) => server.once("message", ready));
  const cases = [
    { name: "sheet", kind: "sheet", page: "/it/kit/kit-genitori/congedo-di-paternita/", pdf: "it/kit/kit-genitori/congedo-di-paternita/congedo-di-paternita-it.pdf" },
    { name: "guide", kind: "guide", page: "/it/guide/masp/guida-intera/", pdf: "it/guide/masp/masp-it.pdf" },
  ];
  console.log("| document | ours, ms CPU a page | ours, ms a document | Chromium, ms | ratio | ours, kB | Chromium, kB | share |");
  console.log("|---|---|---|---|---|---|---|---|");
  for (const c of cases) {
    const page = ours(c.kind);
    const own = page * pages(join(site, c.pdf));
    const chromium = [];
    let size = 0;
    for (let i = 0; i < Number(rounds); i++) {
      const run = print(`http://127.0.0.1:${port}${c.page}`);
      chromium.push(run.ms);
      size = run.size;
    }
    const theirs = median(chromium);
    const bytes = statSync(join(site, c.pdf)).size;
    console.log(
      `| ${c.name} | ${page.toFixed(2)} | ${own.toFixed(1)} | ${theirs.toFixed(0)} | ${(theirs / own).toFixed(0)}× | ` +
        `${(bytes / 1000).toFixed(0)} | ${(size / 1000).toFixed(0)} | ${((100 * bytes) / size).toFixed(0)} % |`,
    );
  }
  await server.terminate();
}

// ours runs the Go benchmark of a kind of document: milliseconds a page.
function ours(kind) {
  const run = spawnSync("go", ["test", "./internal/build", "-run", "^$", "-bench", `^BenchmarkDocuments$/^${kind}$`, "-benchtime", "20x"], { encoding: "utf8" });
  const value = (unit) => Number(new RegExp(`([0-9.]+) ${unit}`).exec(run.stdout)?.[1]);
  const page = value("ms/page");
  if (!page) throw new Error(run.stdout + run.stderr);
  return page;
}

function pages(file) {
  return Number(/^Pages:\s+(\d+)/m.exec(spawnSync("pdfinfo", [file], { encoding: "utf8" }).stdout)[1]);
}

// print lets Chromium print a page as tagged PDF.
function print(address) {
  const folder = mkdtempSync(join(tmpdir(), "print-"));
  const file = join(folder, "page.pdf");
  const from = process.hrtime.bigint();
  const run = spawnSync("chromium", [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", `--user-data-dir=${folder}/profile`, "--no-pdf-header-footer",
    `--print-to-pdf=${file}`, address,
  ]);
  const ms = Number(process.hrtime.bigint() - from) / 1e6;
  if (run.status !== 0) throw new Error(String(run.stderr));
  const size = statSync(file).size;
  rmSync(folder, { recursive: true, force: true });
  return { ms, size };
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
