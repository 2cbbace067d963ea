package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// What no honest body reaches, and what the parser's time would grow faster
// than the body's length beyond. A construct over its limit is read as text.
const (
	maxDepth      = 50      // quotations and lists within each other
	maxDelimiters = 2000    // pending *, _ and ~ in one paragraph
	maxBrackets   = 100     // pending [ in one paragraph
	maxBrokenLink = 200     // link-like texts in one paragraph that turn out to be none
	maxFootnotes  = 1000    // notes in one body
	maxDefinition = 1000    // link definitions in one paragraph
	maxHeadings   = 2000    // headings in one body
	maxCells      = 100_000 // table cells in one body
	maxEffort     = 500_000 // lines and notes looked at for the brackets of one paragraph
)

// findings is what the parser notes down for Parse while it reads one body.
type findings struct {
	tooDeep    int // offset of the first construct over a limit; -1: none
	attributes []badAttribute
	notices    []unknownNotice
	unused     []*east.Footnote
	repeated   []*east.Footnote // with the label of another: of those the first counts

	delimiters, brackets, broken, effort int // in the paragraph being read
	footnotes, cells                     int // in the body
}

// findingsKey is where a parse keeps its findings.
var findingsKey = parser.NewContextKey()

func findingsOf(pc parser.Context) *findings {
	return pc.Get(findingsKey).(*findings)
}

// refuse notes that the construct at the offset is over a limit.
func (f *findings) refuse(offset int) {
	if f.tooDeep < 0 {
		f.tooDeep = offset
	}
}

// bounded is a block that may hold blocks, down to maxDepth.
type bounded struct{ parser.BlockParser }

func (b bounded) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if depth(parent) >= maxDepth {
		_, at := reader.Position()
		findingsOf(pc).refuse(at.Start)
		return nil, parser.NoChildren
	}
	return b.BlockParser.Open(parent, reader, pc)
}

// depth counts the containers from n upwards; a list and its item are one.
func depth(n ast.Node) int {
	d := 0
	for ; n != nil && d < maxDepth; n = n.Parent() {
		switch n.Kind() {
		case ast.KindList, ast.KindDocument:
		default:
			d++
		}
	}
	return d
}

// footnotes is the block of a note, of which there may be maxFootnotes.
type footnotes struct{ bounded }

func (b footnotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	f := findingsOf(pc)
	if f.footnotes >= maxFootnotes {
		_, at := reader.Position()
		f.refuse(at.Start)
		return nil, parser.NoChildren
	}
	n, state := b.bounded.Open(parent, reader, pc)
	if n != nil {
		f.footnotes++
	}
	return n, state
}

// emphasis is emphasis or strikethrough with at most maxDelimiters pending.
type emphasis struct{ parser.InlineParser }

func (e emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	f := findingsOf(pc)
	if f.delimiters >= maxDelimiters {
		_, at := block.Position()
		f.refuse(at.Start)
		return nil
	}
	n := e.InlineParser.Parse(parent, block, pc)
	if n != nil {
		f.delimiters++
	}
	return n
}

func (e emphasis) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	findingsOf(pc).delimiters = 0
}

// footnoteRefs is the reference to a note, [^label], for which the parser looks
// through the paragraph's lines and the body's notes.
type footnoteRefs struct{ parser.InlineParser }

func (r footnoteRefs) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(bytes.TrimPrefix(line, []byte("!")), []byte("[^")) {
		return nil
	}
	f := findingsOf(pc)
	f.effort += parent.Lines().Len() + f.footnotes
	if f.effort >= maxEffort {
		f.refuse(at.Start)
		return nil
	}
	return r.InlineParser.Parse(parent, block, pc)
}

// brackets is links and images with at most maxBrackets pending, and at most
// maxBrokenLink attempts that came to nothing.
type brackets struct{ parser.InlineParser }

func (b brackets) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	f := findingsOf(pc)
	closing := block.Peek() == ']'
	if closing {
		f.effort += parent.Lines().Len()
	}
	if f.broken >= maxBrokenLink || f.effort >= maxEffort || !closing && f.brackets >= maxBrackets {
		_, at := block.Position()
		f.refuse(at.Start)
		return nil
	}
	attempt := closing && opensTarget(block)
	n := b.InlineParser.Parse(parent, block, pc)
	switch {
	case closing:
		f.brackets = max(f.brackets-1, 0)
		if n == nil && attempt {
			f.broken++
		}
	case n != nil:
		f.brackets++
	}
	return n
}

// opensTarget reports whether the bracket at hand is followed by a link's target.
func opensTarget(block text.Reader) bool {
	line, _ := block.PeekLine()
	return len(line) > 1 && (line[1] == '(' || line[1] == '[')
}

func (b brackets) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	f := findingsOf(pc)
	f.brackets, f.broken, f.effort = 0, 0, 0
	if c, ok := b.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// tables reads tables while the body has no more than maxCells. A row shorter
// than the header is filled up, so few bytes could ask for very many cells.
type tables struct{ parser.ParagraphTransformer }

func (t tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	columns := 0
	for i := range node.Lines().Len() {
		line := node.Lines().At(i)
		columns = max(columns, delimiterColumns(line.Value(reader.Source())))
	}
	if columns == 0 {
		return
	}
	f := findingsOf(pc)
	f.cells += columns * node.Lines().Len()
	if f.cells > maxCells {
		f.refuse(node.Pos())
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}

// delimiterColumns counts the columns of a line that can stand between the head
// and the body of a table; any other line has none.
func delimiterColumns(line []byte) int {
	if len(bytes.Trim(line, " \t\r\n|:-")) > 0 {
		return 0
	}
	return bytes.Count(line, []byte("|")) + 1
}

// definitions reads link definitions, [label]: address, of which a paragraph
// may hold maxDefinition.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	first := node.Lines().At(0)
	if v := bytes.TrimLeft(first.Value(reader.Source()), " "); len(v) == 0 || v[0] != '[' {
		return
	}
	if node.Lines().Len() > maxDefinition {
		findingsOf(pc).refuse(node.Pos())
		return
	}
	d.ParagraphTransformer.Transform(node, reader, pc)
}
