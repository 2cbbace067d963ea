#!/usr/bin/env python3
"""Makes test/papers/, a small site with documents, by other means than dossier.

    pip install typst==0.15.2 segno==1.6.6 pikepdf
    python3 test/make-papers.py

The files are kept with the tests; this is here to make them anew.
"""

import hashlib
import io
import pathlib
import zipfile

import pikepdf
import segno
import typst

BASE = "https://example.org/site/"
OUT = pathlib.Path(__file__).parent / "papers"
TITLE = "Congedo di paternità"
BODY = [("Che cos’è", "Dieci giorni di assenza dal lavoro, pagati per intero."), ("A chi spetta", "Al padre lavoratore dipendente.")]
BLOCKS = [("A chi rivolgersi", "Al datore di lavoro."), ("Riferimenti normativi", "D.Lgs. 26 marzo 2001, n. 151.")]
CHAPTERS = [("Introduzione", [("Perché una guida", "La guida accompagna chi lavora.")]), ("La madre", [("Prima della nascita", "Cinque mesi di congedo.")])]


def write(path, data):
    target = OUT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data if isinstance(data, bytes) else data.encode())


def page(path, kind, title, main):
    write(path + "index.html", f"""<!DOCTYPE html>
<html lang="it">
<head>
  <meta charset="utf-8">
  <title>{title}</title>
  <link rel="canonical" href="{BASE}{path}">
</head>
<body data-page="{kind}">
  <main>
{main}
  </main>
</body>
</html>
""")


def link(path):
    return f'    <p><a href="/site/{path}">{path.rsplit(".", 1)[1].upper()}</a></p>'


def pdf(title, body, size="12pt", pictures=None):
    source = f"""#set document(title: "{title}", date: datetime(year: 2026, month: 1, day: 1))
#set text(lang: "it", size: {size}, hyphenate: false)
= {title}
#link("{BASE}")[Il sito]
{body}"""
    files = {"main.typ": source.encode(), **(pictures or {})}
    return plain_dates(typst.compile(files, pdf_standards=["ua-1", "a-2a"], ignore_system_fonts=True))


def plain_dates(made):
    """Typst ends dates in Z, which strict readers refuse."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as document:
        for name in ("/CreationDate", "/ModDate"):
            document.docinfo[name] = "D:20260101000000+00'00'"
        document.save(out, deterministic_id=True)
    return out.getvalue()


def qr(address):
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=4, border=4, light="white")
    return {"qr.svg": out.getvalue()}


def sections(parts, mark="=="):
    return "\n".join(f"{mark} {heading}\n{text}\n" for heading, text in parts)


def sheet():
    path = "it/kit/genitori/congedo/"
    files = [path + "congedo-it.pdf", path + "congedo-caratteri-grandi-it.pdf"]
    code = '#image("qr.svg", width: 3cm, alt: "Codice QR che apre la pagina")'
    for file, size in zip(files, ["12pt", "16pt"]):
        write(file, pdf(TITLE, sections(BODY + BLOCKS) + code, size, qr(BASE + path)))
    prose = "\n".join(f"      <h2>{h}</h2>\n      <p>{t}</p>" for h, t in BODY)
    blocks = "\n".join(f'    <section id="block-{i}">\n      <h2>{h}</h2>\n      <p>{t}</p>\n    </section>' for i, (h, t) in zip(["contacts", "legal"], BLOCKS))
    downloads = "    <h2>Da scaricare</h2>\n" + "\n".join(map(link, files))
    page(path, "sheet", TITLE, f'    <h1>{TITLE}</h1>\n    <div class="prose">\n{prose}\n    </div>\n{blocks}\n{downloads}')
    return files[0]


def kit(sheet_file):
    path, title = "it/kit/genitori/", "Kit per genitori"
    book, archive = path + "genitori-it.pdf", path + "genitori-it.zip"
    body = f"== Diritti\n=== {TITLE}\n" + sections(BODY, "====")
    write(book, pdf(title, body))
    members = {"LEGGIMI.txt": "Le schede del kit.\n".encode()}
    for file in (book, sheet_file):
        members[file.rsplit("/", 1)[1]] = (OUT / file).read_bytes()
    members["SHA256SUMS"] = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items())).encode()
    write(archive, zipped(sorted(members.items())))
    card = f'    <section id="right">\n      <h2>Diritti</h2>\n      <h3><a href="/site/it/kit/genitori/congedo/">{TITLE}</a></h3>\n      <h3 lang="en">Only in English</h3>\n    </section>'
    page(path, "kit", title, f"    <h1>{title}</h1>\n    <h2>Scegli il territorio</h2>\n{card}\n{link(book)}\n{link(archive)}")


def guide():
    path, title = "it/guide/lavoro/", "Guida al lavoro"
    book, epub = path + "lavoro-it.pdf", path + "lavoro-it.epub"
    body = "== Indice\n" + "Due capitoli.\n" + "".join(f"== {i} {t}\n{sections(p, '===')}" for i, (t, p) in enumerate(CHAPTERS, 1))
    write(book, pdf(title, body))
    write(epub, make_epub(title))
    page(path, "guide", title, f"    <h1>{title}</h1>\n    <h2>I capitoli</h2>\n{link(book)}\n{link(epub)}")
    whole = "\n".join(
        f'    <section class="whole-chapter">\n      <h2><span class="chapter-number">{i}</span> {t}</h2>\n'
        + "\n".join(f"      <h3>{h}</h3>\n      <p>{x}</p>" for h, x in parts) + "\n    </section>"
        for i, (t, parts) in enumerate(CHAPTERS, 1)
    )
    page(path + "guida-intera/", "wholeguide", f"{title}: la guida intera", f"    <h1>{title}: la guida intera</h1>\n{whole}")


def make_epub(title):
    xhtml = lambda head, body: f"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="it" xml:lang="it">
<head><title>{head}</title></head>
<body>
{body}
</body>
</html>
"""
    chapters = "\n".join(
        f'<section id="c{i}"><h2><span id="p{i}" role="doc-pagebreak" epub:type="pagebreak" aria-label="{i}"></span>{t}</h2>'
        + "".join(f"<h3>{h}</h3><p>{x}</p>" for h, x in parts) + "</section>"
        for i, (t, parts) in enumerate(CHAPTERS, 1)
    )
    item = lambda i, t: f'<li><a href="text.xhtml#{i}">{t}</a></li>'
    nav = (
        '<nav epub:type="toc" role="doc-toc"><h1>Indice</h1><ol>' + "".join(item(f"c{i}", t) for i, (t, _) in enumerate(CHAPTERS, 1)) + "</ol></nav>\n"
        '<nav epub:type="landmarks" hidden="hidden"><ol><li><a epub:type="bodymatter" href="text.xhtml">Testo</a></li></ol></nav>\n'
        '<nav epub:type="page-list" hidden="hidden"><ol>' + item("p1", "1") + item("p2", "2") + "</ol></nav>"
    )
    meta = {
        "accessMode": "textual", "accessModeSufficient": "textual", "accessibilityHazard": "none",
        "accessibilitySummary": "Il libro si può leggere per intero come testo.",
    }
    features = ["structuralNavigation", "tableOfContents", "pageNavigation"]
    told = "".join(f'<meta property="schema:{k}">{v}</meta>\n' for k, v in list(meta.items()) + [("accessibilityFeature", f) for f in features])
    opf = f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="it">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{BASE}it/guide/lavoro/</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>it</dc:language>
<dc:source>{BASE}it/guide/lavoro/lavoro-it.pdf</dc:source>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
{told}</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="text"/></spine>
</package>
"""
    container = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
    return zipped([
        ("mimetype", b"application/epub+zip"), ("META-INF/container.xml", container.encode()), ("book/package.opf", opf.encode()),
        ("book/nav.xhtml", xhtml("Indice", nav).encode()), ("book/text.xhtml", xhtml(title, f"<h1>{title}</h1>\n{chapters}").encode()),
    ])


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" or name.endswith(".pdf") else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n")
kit(sheet())
guide()
