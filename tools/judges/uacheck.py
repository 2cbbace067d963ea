#!/usr/bin/env python3
"""The rules of PDF/UA-1 and PDF/A-2a about structure that a machine can check.

    python3 uacheck.py FILE.pdf...

Writes one JSON object a line for each file: {"file", "counts": {…},
"findings": [{"code", "message"}, …]}. A code begins with the checkpoint of the
Matterhorn protocol, or with "A2-" and the clause of ISO 19005-2; an "x" stands
where neither has a number. Exit code 1 when there is any finding.
"""

import io
import json
import re
import sys

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

# The structure types of PDF 1.7; those of PDF 2.0 must be mapped to one of them.
STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot "
    "Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
PARENTS = {
    "LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"},
}
KIDS = {
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "TR": {"TH", "TD"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
MAY_BE_EMPTY = ("TD", "TH", "Figure", "Span")
PAINTING = set("Tj TJ ' \" f F f* S s B B* b b* sh Do BI INLINE".split())
LANGUAGE = r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"


class Check:
    """One file under judgement, and what was found in it."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.root = pdf.Root
        self.findings = []
        self.elements = 0
        self.headings = []  # levels, in order
        self.notes = set()  # ids
        self.owners = {}  # (page, MCID) -> elements that hold it
        self.held = set()  # objects that an OBJR names
        self.parents = {}  # the parent tree
        self.fonts = {}
        self.codes = {}  # font -> glyph codes shown
        self.page_number = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}

    def fault(self, code, message):
        self.findings.append({"code": code, "message": message})

    def run(self):
        self.marks()
        if "/StructTreeRoot" not in self.root:
            self.fault("06-001", "no structure tree")
            return self
        self.tree()
        self.heading_order()
        for i, page in enumerate(self.pdf.pages):
            self.page(i, page)
        for font in self.fonts.values():
            self.font(font)
        for objgen, used in self.codes.items():
            self.glyphs(self.fonts[objgen], used)
        return self

    def counts(self):
        return {
            "pages": len(self.pdf.pages), "elements": self.elements, "headings": len(self.headings),
            "notes": len(self.notes), "links": len(self.held),
        }

    def marks(self):
        """What the file says of itself."""
        root = self.root
        xmp = bytes(root.Metadata.read_bytes()).decode("utf8") if "/Metadata" in root else ""
        if not re.search(r"pdfuaid:part(=\"1\"|>\s*1\s*<)", xmp):
            self.fault("06-002", "no pdfuaid:part in XMP")
        if "dc:title" not in xmp:
            self.fault("06-003", "no dc:title")
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            self.fault("07-001", "DisplayDocTitle not true")
        lang = str(root.get("/Lang", ""))
        if not lang:
            self.fault("11-006", "no /Lang")
        elif not re.fullmatch(LANGUAGE, lang):
            self.fault("11-006", "Lang not BCP 47")
        if not root.get("/MarkInfo", {}).get("/Marked", False):
            self.fault("06-001", "not Marked")
        if root.get("/MarkInfo", {}).get("/Suspects", False):
            self.fault("06-x", "Suspects")

    # The tree of structure elements.

    def tree(self):
        top = self.root.StructTreeRoot
        self.roles = {str(k)[1:]: str(v)[1:] for k, v in dict(top.get("/RoleMap", {})).items()}
        self.number_tree(top.get("/ParentTree", Dictionary()))
        for kid in as_list(top.get("/K")):
            self.element(kid, top, "", None)

    def number_tree(self, node):
        pairs = list(node.get("/Nums", []))
        for key, value in zip(pairs[::2], pairs[1::2]):
            self.parents[int(key)] = value
        for kid in node.get("/Kids", []):
            self.number_tree(kid)

    def standard(self, own):
        role = own
        for _ in range(9):
            if role in STANDARD:
                return role
            if role not in self.roles:
                break
            role = self.roles[role]
        self.fault("02-001", f"type {own} not standard or mapped")
        return role

    def element(self, node, parent, parent_type, page):
        self.elements += 1
        kind = self.standard(str(node.S)[1:])
        if node.get("/P") is not None and node.P.objgen != parent.objgen:
            self.fault("01-x", f"{kind}: /P does not name its parent")
        if kind in PARENTS and parent_type not in PARENTS[kind]:
            self.fault("09-004", f"{kind} inside {parent_type}")
        if parent_type in KIDS and kind not in KIDS[parent_type]:
            self.fault("09-005", f"{parent_type} contains {kind}")
        self.attributes(node, kind)
        kids = as_list(node.get("/K"))
        if not kids and kind not in MAY_BE_EMPTY:
            self.fault("09-x", f"empty {kind}")
        self.kids(node, kind, kids, node.get("/Pg", page))

    def attributes(self, node, kind):
        attributes = [a for a in as_list(node.get("/A")) if isinstance(a, Dictionary)]
        if kind == "Figure":
            if not str(node.get("/Alt", "")) and "/ActualText" not in node:
                self.fault("13-004", "Figure without Alt")
            if not any("/BBox" in a for a in attributes):
                self.fault("14-x", "Figure without BBox")
        if kind == "Note":
            self.note(str(node.get("/ID", "")))
        if kind == "TH" and not any("/Scope" in a for a in attributes) and "/ID" not in node:
            self.fault("15-003", "TH without Scope")
        if re.fullmatch(r"H[1-6]", kind):
            self.headings.append(int(kind[1]))

    def note(self, own):
        if not own:
            self.fault("19-003", "Note without ID")
        elif own in self.notes:
            self.fault("19-004", f"Note ID {own} twice")
        self.notes.add(own)

    def kids(self, node, kind, kids, page):
        has_object = False
        for kid in kids:
            if not isinstance(kid, Dictionary):
                self.own(node, page, kid)
            elif kid.get("/Type") == Name.MCR:
                self.own(node, kid.get("/Pg", page), kid.MCID)
            elif kid.get("/Type") == Name.OBJR:
                self.held.add(kid.Obj.objgen)
                has_object = True
            else:
                self.element(kid, node, kind, page)
        elements = [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
        if kind == "Table":
            self.sections([self.standard(str(kid.S)[1:]) for kid in elements])
        if kind == "Link" and not has_object and not elements:
            self.fault("28-x", "Link without OBJR")

    def own(self, node, page, mcid):
        number = None if page is None else self.page_number.get(page.objgen)
        self.owners.setdefault((number, int(mcid)), []).append(node.objgen)

    def sections(self, kinds):
        if kinds.count("THead") > 1 or kinds.count("TFoot") > 1 or ("THead" in kinds and "TBody" not in kinds):
            self.fault("09-x", f"Table sections {kinds}")

    def heading_order(self):
        last = 0
        for level in self.headings:
            if last == 0 and level != 1:
                self.fault("14-002", f"first heading H{level}")
            if last and level > last + 1:
                self.fault("14-003", f"H{last} then H{level}")
            last = level

    # What pages show, and whose it is.

    def page(self, index, page):
        where = f"page {index + 1}"
        if page.obj.get("/Annots") and page.obj.get("/Tabs") != Name.S:
            self.fault("28-012", f"{where}: Tabs not S")
        content = Content(self, where, page)
        content.read()
        self.ownership(index, page, where, content.mcids)
        for annotation in page.obj.get("/Annots", []):
            if annotation.Subtype == Name.Link:
                self.link(annotation, where)
        for font in dict(page.Resources.get("/Font", {})).values():
            self.fonts[font.objgen] = font

    def ownership(self, index, page, where, mcids):
        listed = self.parents.get(int(page.obj.get("/StructParents", -1)))
        if mcids and listed is None:
            self.fault("01-x", f"{where}: no ParentTree entry")
        for mcid in sorted(mcids):
            owners = self.owners.get((index, mcid), [])
            if len(owners) != 1:
                self.fault("01-x", f"{where}: MCID {mcid} owned by {len(owners)} elements")
            elif listed is not None and (mcid >= len(listed) or listed[mcid].objgen != owners[0]):
                self.fault("01-x", f"{where}: ParentTree disagrees on MCID {mcid}")

    def link(self, annotation, where):
        if annotation.objgen not in self.held:
            self.fault("28-011", f"{where}: link annotation not in the tree")
        if not str(annotation.get("/Contents", "")):
            self.fault("28-004", f"{where}: link without Contents")
        parent = annotation.get("/StructParent")
        if parent is None or int(parent) not in self.parents:
            self.fault("28-010", f"{where}: link without StructParent")
        if not int(annotation.get("/F", 0)) & 4:
            self.fault("A2-6.3.2", f"{where}: Print flag off")

    # Fonts, and the glyphs that are shown of them.

    def font(self, font):
        own = descendant(font)
        descriptor = own.get("/FontDescriptor")
        if descriptor is None or not any(k in descriptor for k in ("/FontFile", "/FontFile2", "/FontFile3")):
            self.fault("31-009", f"{font.BaseFont} not embedded")
        if "/ToUnicode" not in font:
            self.fault("31-027", f"{font.BaseFont} without ToUnicode")
        if font.Subtype == Name.Type0 and own.Subtype == Name.CIDFontType2 and "/CIDToGIDMap" not in own:
            self.fault("31-x", "no CIDToGIDMap")

    def glyphs(self, font, used):
        missing = used - mapped(font)
        if missing:
            self.fault("10-001", f"{font.BaseFont}: {len(missing)} shown glyphs without Unicode: {sorted(missing)[:5]}")
        if 0 in used:
            self.fault("31-030", f"{font.BaseFont}: .notdef shown")
        own = descendant(font)
        if "/FontFile2" in own.get("/FontDescriptor", {}):
            self.widths(own, used)

    def widths(self, font, used):
        program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        order, advance = program.getGlyphOrder(), program["hmtx"]
        scale = 1000 / program["head"].unitsPerEm
        told, usual = told_widths(font), float(font.get("/DW", 1000))
        for glyph in sorted(used):
            if glyph >= len(order):
                self.fault("31-011", f"glyph {glyph} not in font")
            elif font.get("/CIDToGIDMap") == Name.Identity:
                if abs(told.get(glyph, usual) - advance[order[glyph]][0] * scale) > 1:
                    self.fault("31-012", f"glyph {glyph} width")


class Content:
    """The content stream of a page: which operators stand in which mark."""

    def __init__(self, check, where, page):
        self.check, self.where, self.page = check, where, page
        self.open = []  # (tag, MCID or None)
        self.mcids = set()
        self.loose = 0  # painting operators outside any mark
        self.font = None

    def fault(self, code, message):
        self.check.fault(code, f"{self.where}: {message}")

    def read(self):
        for operands, operator in pikepdf.parse_content_stream(self.page):
            self.operator(operands, str(operator))
        if self.loose:
            self.fault("01-005", f"{self.loose} painting operators neither tagged nor artifact")
        if self.open:
            self.fault("01-x", "unclosed marked content")

    def operator(self, operands, operator):
        if operator in ("BMC", "BDC"):
            self.begin(str(operands[0])[1:], self.mcid(operands) if operator == "BDC" else None)
        elif operator == "EMC":
            if self.open:
                self.open.pop()
            else:
                self.check.fault("01-x", "EMC without BMC")
        elif operator == "Tf":
            self.font = self.page.Resources.Font[operands[0]]
        if operator in ("Tj", "TJ") and self.font.Subtype == Name.Type0:
            self.shown(operands[0] if operator == "TJ" else operands)
        if operator in PAINTING and not any(tag == "Artifact" or mcid is not None for tag, mcid in self.open):
            self.loose += 1

    def mcid(self, operands):
        properties = operands[1]
        if isinstance(properties, Name):
            properties = self.page.Resources.Properties[properties]
        mcid = properties.get("/MCID")
        return None if mcid is None else int(mcid)

    def begin(self, tag, mcid):
        tagged = any(m is not None for _, m in self.open)
        if mcid is not None:
            if mcid in self.mcids:
                self.fault("01-x", f"MCID {mcid} twice")
            self.mcids.add(mcid)
            if tagged:
                self.fault("01-x", "MCID inside MCID")
            if any(t == "Artifact" for t, _ in self.open):
                self.fault("01-004", "tagged content in artifact")
        if tag == "Artifact" and tagged:
            self.fault("01-003", "artifact in tagged content")
        self.open.append((tag, mcid))

    def shown(self, strings):
        codes = self.check.codes.setdefault(self.font.objgen, set())
        for text in strings:
            if isinstance(text, pikepdf.String):
                raw = bytes(text)
                codes.update(raw[i] << 8 | raw[i + 1] for i in range(0, len(raw), 2))


def as_list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def descendant(font):
    return font.DescendantFonts[0] if font.Subtype == Name.Type0 else font


def mapped(font):
    """The codes to which /ToUnicode gives characters."""
    cmap = font.ToUnicode.read_bytes().decode("latin1") if "/ToUnicode" in font else ""
    codes = set()
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        codes |= {int(a, 16) for a in re.findall(r"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for a, b in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*[<\[]", block):
            codes |= set(range(int(a, 16), int(b, 16) + 1))
    return codes


def told_widths(font):
    """/W as a map: "c [w …]" and "first last w"."""
    entries, widths, i = list(font.get("/W", [])), {}, 0
    while i < len(entries):
        if isinstance(entries[i + 1], Array):
            for j, width in enumerate(entries[i + 1]):
                widths[int(entries[i]) + j] = float(width)
            i += 2
        else:
            for code in range(int(entries[i]), int(entries[i + 1]) + 1):
                widths[code] = float(entries[i + 2])
            i += 3
    return widths


def report(path):
    try:
        with pikepdf.open(path) as pdf:
            check = Check(pdf).run()
            return {"file": path, "counts": check.counts(), "findings": check.findings}
    except Exception as failure:  # a file so broken that it cannot be walked is a finding, not an end
        message = f"cannot be read: {type(failure).__name__}: {failure}"
        return {"file": path, "counts": {}, "findings": [{"code": "x", "message": message}]}


def main(paths):
    failed = False
    for path in paths:
        result = report(path)
        failed = failed or bool(result["findings"])
        print(json.dumps(result, ensure_ascii=False))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
