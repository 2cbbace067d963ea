package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// syntax is the parser of bodies. It is the same for all languages, since quotes
// are set when text is written out, and it is safe for concurrent use: what
// belongs to one body lies in its parser.Context.
var syntax = newSyntax()

func newSyntax() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headings{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(bounded{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(bounded{extension.NewDefinitionDescriptionParser()}, 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(bounded{parser.NewListParser()}, 300),
			util.Prioritized(bounded{parser.NewListItemParser()}, 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headings{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(bounded{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(footnotes{bounded{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(footnoteRefs{extension.NewFootnoteParser()}, 101),
			util.Prioritized(brackets{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasis{parser.NewEmphasisParser()}, 500),
			util.Prioritized(emphasis{extension.NewStrikethroughParser()}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(notices{}, 50),
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(spans{}, 100),
			util.Prioritized(unusedNotes{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// grow parses a cleaned text.
func grow(src []byte) (ast.Node, *findings) {
	pc := parser.NewContext()
	f := &findings{tooDeep: -1}
	pc.Set(findingsKey, f)
	return syntax.Parse(text.NewReader(src), parser.WithContext(pc)), f
}

// headings is a heading that may end in {#id .class lang=xx}. The attributes are
// taken off before the heading's text is parsed.
type headings struct{ parser.BlockParser }

func (h headings) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	h.BlockParser.Close(node, reader, pc)
	last := node.Lines().Len() - 1
	if node.Parent() == nil || last < 0 {
		return
	}
	seg := node.Lines().At(last)
	line := seg.Value(reader.Source())
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || open > 0 && line[open-1] == '\\' {
		return
	}
	attrs, n := parseAttributes(line[open:], seg.Start+open)
	if n != len(line)-open {
		return
	}
	keepAttributes(node, attrs, findingsOf(pc))
	seg.Stop = seg.Start + open
	node.Lines().Set(last, seg.TrimRightSpace(reader.Source()))
}

// noticeKinds are the five kinds of GitHub's alerts.
var noticeKinds = []string{"note", "tip", "important", "warning", "caution"}

// noticeName is the attribute of a quotation that is a notice: its kind.
const noticeName = "notice"

// unknownNotice is a notice of a kind that does not exist.
type unknownNotice struct {
	kind        string
	start, stop int
}

// notices makes a notice of a quotation whose first line begins with [!KIND].
type notices struct{}

func (notices) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != ast.Node(node) {
		return
	}
	first := node.Lines().At(0)
	line := first.Value(reader.Source())
	kind, rest, ok := cutNotice(line)
	if !ok {
		return
	}
	if !isNotice(kind) {
		at := first.Start + bytes.IndexByte(line, '[')
		f := findingsOf(pc)
		f.notices = append(f.notices, unknownNotice{kind: kind, start: at, stop: at + len(kind) + len("[!]")})
		return
	}
	quote.SetAttributeString(noticeName, kind)
	dropLine(node, first.WithStart(first.Stop-len(rest)), reader.Source())
}

// cutNotice takes [!KIND] off the start of a line. The kind is in lower case.
func cutNotice(line []byte) (kind string, rest []byte, ok bool) {
	line = bytes.TrimLeft(line, " \t")
	inner, ok := bytes.CutPrefix(line, []byte("[!"))
	if !ok {
		return "", nil, false
	}
	name, rest, ok := bytes.Cut(inner, []byte("]"))
	if !ok || len(name) == 0 || len(bytes.Trim(name, asciiLetters+"-")) > 0 {
		return "", nil, false
	}
	if len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') {
		return "", nil, false
	}
	return strings.ToLower(string(name)), rest, true
}

func isNotice(kind string) bool { return slices.Contains(noticeKinds, kind) }

// dropLine leaves of a paragraph's first line only what is not blank of rest.
func dropLine(node *ast.Paragraph, rest text.Segment, src []byte) {
	lines := node.Lines()
	if !util.IsBlank(rest.Value(src)) {
		lines.Set(0, rest)
		return
	}
	lines.SetSliced(1, lines.Len())
	if lines.Len() == 0 {
		node.Parent().RemoveChild(node.Parent(), node)
	}
}

// unusedNotes notes down the notes that nothing refers to, before the parser
// drops them.
type unusedNotes struct{}

func (unusedNotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	f := findingsOf(pc)
	seen := map[string]bool{}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		note, ok := n.(*east.Footnote)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		switch label := string(note.Ref); {
		case seen[label]:
			f.repeated = append(f.repeated, note)
		case note.Index < 0:
			f.unused = append(f.unused, note)
		default:
			seen[label] = true
		}
		return ast.WalkContinue, nil
	})
}

// hasInline reports whether the node holds text directly.
func hasInline(n ast.Node) bool {
	c := n.FirstChild()
	return c != nil && c.Type() == ast.TypeInline
}
