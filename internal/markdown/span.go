package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// span is [text]{lang=xx}. Its attributes are those of keepAttributes.
type span struct{ ast.BaseInline }

var kindSpan = ast.NewNodeKind("Span")

func (*span) Kind() ast.NodeKind { return kindSpan }

// Dump prints the node for debugging, as every node of the parser must.
func (s *span) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

// spans finds [text]{…} in a parsed body, and {…} behind a link.
type spans struct{}

func (spans) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	s := spanner{src: reader.Source(), found: findingsOf(pc)}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && hasInline(n) && !n.IsRaw() && n.Kind() != ast.KindCodeSpan {
			s.children(n)
		}
		return ast.WalkContinue, nil
	})
}

type spanner struct {
	src   []byte
	found *findings
}

// bracket is a [ that waits for its ].
type bracket struct {
	node *ast.Text
	at   int
}

// children goes once over the texts that stand directly in parent.
func (s spanner) children(parent ast.Node) {
	var open []bracket
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			continue
		}
		s.onLink(t)
		n = s.scan(t, &open)
	}
}

// onLink gives {…} at the start of t to the link before it.
func (s spanner) onLink(t *ast.Text) {
	link, ok := t.PreviousSibling().(*ast.Link)
	if !ok {
		return
	}
	attrs, n := parseAttributes(s.src[t.Segment.Start:t.Segment.Stop], t.Segment.Start)
	if n > 0 {
		keepAttributes(link, attrs, s.found)
		t.Segment.Start += n
	}
}

// scan looks for brackets in t and returns the node that the search goes on
// behind: t, or the new span.
func (s spanner) scan(t *ast.Text, open *[]bracket) ast.Node {
	if len(*open) == 0 && bytes.IndexByte(s.src[t.Segment.Start:t.Segment.Stop], '[') < 0 {
		return t
	}
	for i := t.Segment.Start; i < t.Segment.Stop; i++ {
		switch s.src[i] {
		case '\\':
			i++
		case '[':
			*open = append(*open, bracket{node: t, at: i})
		case ']':
			if len(*open) == 0 {
				continue
			}
			from := (*open)[len(*open)-1]
			*open = (*open)[:len(*open)-1]
			if attrs, n := parseAttributes(s.src[i+1:t.Segment.Stop], i+1); n > 0 {
				made := wrap(from, bracket{node: t, at: i}, n)
				made.SetPos(from.at)
				keepAttributes(made, attrs, s.found)
				return made
			}
		}
	}
	return t
}

// wrap moves what stands between two brackets into a span. The n bytes behind
// the closing one are dropped; the text behind those stands after the span.
func wrap(open, closing bracket, n int) *span {
	parent := open.node.Parent()
	after := split(closing.node, closing.at, 1+n)
	inner := split(open.node, open.at, 1)
	made := &span{}
	parent.InsertAfter(parent, open.node, made)
	for c := ast.Node(inner); c != nil && c != ast.Node(after); {
		next := c.NextSibling()
		made.AppendChild(made, c)
		c = next
	}
	return made
}

// split cuts t at an offset, drops the given number of bytes, and returns the
// rest as a text of its own behind t. A line break at t's end moves along.
func split(t *ast.Text, at, drop int) *ast.Text {
	rest := ast.NewTextSegment(text.NewSegment(at+drop, max(t.Segment.Stop, at+drop)))
	rest.SetSoftLineBreak(t.SoftLineBreak())
	rest.SetHardLineBreak(t.HardLineBreak())
	t.SetSoftLineBreak(false)
	t.SetHardLineBreak(false)
	t.Segment = text.NewSegment(t.Segment.Start, at)
	t.Parent().InsertAfter(t.Parent(), t, rest)
	return rest
}
