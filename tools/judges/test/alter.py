"""Plants a fault in a PDF, EPUB or ZIP file.

    python3 alter.py FILE STATEMENTS

The statements see `pdf`, `of` (the structure elements of a type) and `fonts`, or
`files`, the members of an archive by name.
"""

import sys
import zipfile

import pikepdf
from pikepdf import Array, Dictionary, Name


def alter_pdf(path, statements):
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        scope = {"pdf": pdf, "of": lambda kind: [e for e in elements(pdf.Root.StructTreeRoot) if e.get("/S") == Name("/" + kind)]}
        scope["fonts"] = [font for page in pdf.pages for font in dict(page.Resources.get("/Font", {})).values()]
        exec(statements, {**scope, "Name": Name, "Array": Array, "Dictionary": Dictionary, "pikepdf": pikepdf})
        pdf.save(path)


def elements(node):
    kids = node.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def alter_archive(path, statements):
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    exec(statements, {"files": files})
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)


file, code = sys.argv[1:]
(alter_pdf if file.endswith(".pdf") else alter_archive)(file, code)
