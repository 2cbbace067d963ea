// Package markdown reads the bodies that editors write and turns them into HTML,
// into XHTML for books, and into a tree for documents.
//
// Input: one body as UTF-8 text with its place in its file, and for what is
// shown, what the linker decided about its links, images and headings. Output: a
// Doc (all that the linker, the checks and the search need, with positions) from
// Parse, and the finished body from HTML, XHTML and Tree.
//
// The language is CommonMark 0.31 with tables, footnotes, definition lists,
// strikethrough, {#id .class lang=xx} on headings, links and [spans]{lang=xx},
// notices written as GitHub alerts (> [!NOTE]), and figures (a paragraph of one
// image with a title). Straight quotes, dashes and dots are set as the language
// of the body sets them.
//
// Invariants:
//   - All four are pure, never panic, and take time linear in the length of the
//     body: nesting and repetition that would cost more are refused with the
//     diagnostic too-deep and shown as plain text (see limits.go).
//   - All four number headings, links and images alike, in the order of the
//     document, footnotes last. HTML, XHTML and Tree show the same text.
//   - HTML and XHTML hold only elements and attributes written in this package.
//     Raw HTML is left out, every text and attribute is escaped, and every
//     address has one of the schemes in allowedSchemes or is relative, whatever
//     the linker says; so in Tree.
//   - XHTML is well-formed XML.
//   - Lines and columns count from 1; a column counts Unicode code points.
package markdown

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"dossier/internal/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// Source is one body as the editor wrote it.
type Source struct {
	File      string // for positions
	Text      []byte // the body, UTF-8, lines ending in LF; not to be changed afterwards
	FirstLine int    // 1-based line of File at which Text begins
	Lang      string // of the body, such as "it"
}

// Doc is the parsed body: everything the linker needs. It does not change.
type Doc struct {
	Lang      string
	Headings  []Heading
	Links     []Link
	Images    []Image
	Anchors   []string   // ids of spans: targets of links beside those of Headings
	Languages []LangSpan // every lang attribute in the body
	Words     int
	Runes     string // every character of the text without markup once, sorted
	Diags     []diag.Diagnostic

	file  string // to read the text again
	first int
	whole *reach // nil in a light Doc
}

// reach is the text without markup and where each piece of it comes from.
type reach struct {
	plain string // blocks end in a newline
	lines lines
	marks []mark
	tree  ast.Node
}

// Light returns the Doc without what can be had by reading its text again, for
// keeping. Whole must be asked before what stands in the text is looked for.
func (d *Doc) Light() *Doc {
	light := *d
	light.whole = nil
	return &light
}

// Whole returns the Doc as it was before Light, with the text that read returns.
// The error is that of read.
func (d *Doc) Whole(read func() ([]byte, error)) (*Doc, error) {
	if d.whole != nil {
		return d, nil
	}
	text, err := read()
	if err != nil {
		return nil, err
	}
	return Parse(Source{File: d.file, Text: text, FirstLine: d.first, Lang: d.Lang}), nil
}

// Heading is one heading. Its level is the one written, before any shift.
type Heading struct {
	Level    int
	Text     string
	ID       string // the explicit {#id}, else the slug of the text; unique in the body
	Explicit bool
	Pos      diag.Pos
}

// Image is one picture. Alt is empty where the editor left it out.
type Image struct {
	Dest, Alt, Title string
	Pos              diag.Pos // of Dest
}

// LangSpan is one lang attribute.
type LangSpan struct {
	Lang string
	Pos  diag.Pos
}

// Parse reads one body and collects all that is wrong with it.
func Parse(src Source) *Doc {
	text := clean(src.Text)
	root, found := grow(text)
	r := &reading{
		doc: &Doc{
			Lang: src.Lang, file: src.File, first: src.FirstLine,
			whole: &reach{lines: newLines(src, text), tree: root},
		},
		src:     text,
		quotes:  quotesOf(src.Lang),
		used:    map[string]bool{},
		repeats: map[string]int{},
		level:   1,
	}
	r.refused = found.tooDeep >= 0
	r.reserve(root)
	r.walk(root)
	r.plain(root)
	r.report(found)
	r.doc.Diags = diag.Sort(r.doc.Diags)
	return r.doc
}

// reading is the state of one Parse.
type reading struct {
	doc     *Doc
	src     []byte
	quotes  quotes
	used    map[string]bool // ids given so far
	repeats map[string]int  // how often a slug was taken already
	level   int             // of the last heading; the page's title counts as 1
	raw     int             // line of the last raw-html warning
	refused bool            // marks over a limit are text: not every mark left over is a mistake

	problems [2]int // by severity
}

// walk visits the tree in the order in which HTML writes it.
func (r *reading) walk(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			r.heading(n)
		case *ast.Link, *ast.AutoLink:
			r.link(n)
		case *ast.Image:
			r.image(n)
			return ast.WalkSkipChildren, nil
		case *ast.HTMLBlock, *ast.RawHTML:
			r.rawHTML(n)
		case *ast.FencedCodeBlock:
			r.fence(n)
		case *east.Table:
			r.uneven(n)
		case *span:
			r.span(n)
		}
		if hasInline(n) && n.Type() == ast.TypeBlock {
			r.judge(n)
		}
		return ast.WalkContinue, nil
	})
}

// plain fills the text without markup and what is told of it.
func (r *reading) plain(root ast.Node) {
	p := newProse(r.src, r.quotes)
	p.track, p.out = true, make([]byte, 0, len(r.src))
	p.blocks(root)
	r.doc.whole.plain = string(p.out)
	r.doc.whole.marks = p.marks
	r.doc.Words, r.doc.Runes = wordsAndRunes(r.doc.whole.plain)
}

// wordsAndRunes counts what stands between spaces and has a letter or a digit, and
// returns every character once, sorted.
func wordsAndRunes(s string) (words int, runes string) {
	var low [utf8.RuneSelf]bool
	var high []rune
	within := false
	for i := 0; i < len(s); {
		kind, width := wordKinds[s[i]], 1
		if s[i] < utf8.RuneSelf {
			low[s[i]] = true
		} else {
			var r rune
			r, width = utf8.DecodeRuneInString(s[i:])
			kind = wordKindOf(r)
			if !slices.Contains(high, r) {
				high = append(high, r)
			}
		}
		switch {
		case kind == space:
			within = false
		case kind == wordRune && !within:
			within = true
			words++
		}
		i += width
	}
	var out []rune
	for r, has := range low {
		if has {
			out = append(out, rune(r))
		}
	}
	slices.Sort(high)
	return words, string(append(out, high...))
}

// wordKind is what a character is to words.
type wordKind byte

const (
	between  wordKind = iota // neither begins nor ends one
	space                    // ends one
	wordRune                 // makes one
)

func wordKindOf(r rune) wordKind {
	switch {
	case unicode.IsSpace(r):
		return space
	case isWordRune(r):
		return wordRune
	}
	return between
}

// wordKinds are those of the characters of ASCII.
var wordKinds = func() (all [256]wordKind) {
	for r := range rune(utf8.RuneSelf) {
		all[r] = wordKindOf(r)
	}
	return all
}()

// maxProblems is how many errors, and how many warnings, of one body are kept.
// No editor reads more, and a body can be made to have one for every few bytes.
const maxProblems = 1000

func (r *reading) add(d diag.Diagnostic) {
	if r.problems[d.Severity]++; r.problems[d.Severity] <= maxProblems {
		r.doc.Diags = append(r.doc.Diags, d)
	}
}

// pos is the position of the source between two offsets.
func (r *reading) pos(start, stop int) diag.Pos { return r.doc.whole.lines.span(start, stop) }
