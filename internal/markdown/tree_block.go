package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// Tree returns a body as it is to be shown by what does not write HTML. Text,
// typography, numbering, links and pictures are those of HTML; raw HTML is left
// out, and so is a note that no text but its own refers to.
func Tree(text []byte, lang string, r Resolved) []Block {
	src := clean(text)
	root, _ := grow(src)
	p := &planter{resolver: newResolver(r), prosody: prosody{src: src, set: typesetter{quotes: quotesOf(lang), markup: true}}}
	blocks := p.blocks(root)
	if notes, ok := root.LastChild().(*east.FootnoteList); ok {
		p.fillNotes(notes)
	}
	return blocks
}

// planter makes the tree of one body.
type planter struct {
	resolver
	prosody
	style   Inline   // of what is written next
	id      string   // of what is written next
	text    []byte   // the piece of text that is being written
	piece   Inline   // its style
	pieceID string   // its id
	line    []Inline // the block at hand before it
	notes   map[int]*Footnote
}

// blocks returns every block in n.
func (p *planter) blocks(n ast.Node) []Block {
	all := make([]Block, 0, n.ChildCount())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch {
		case c.Type() != ast.TypeBlock:
		case isShown(c):
			all = append(all, p.block(c))
		case c.Kind() == ast.KindHeading:
			p.headingOf(0) // its id is nobody else's
		}
	}
	return all
}

func (p *planter) block(n ast.Node) Block {
	switch n := n.(type) {
	case *ast.Heading:
		level, id := p.headingOf(n.Level)
		return Block{Kind: BlockHeading, Level: level, ID: id, Lang: attr(n, attrLang), Inlines: p.inlinesOf(n)}
	case *ast.Blockquote:
		return p.quotation(n)
	case *ast.List:
		return Block{Kind: BlockList, Ordered: n.IsOrdered(), Start: n.Start, Items: p.items(n)}
	case *ast.CodeBlock:
		return Block{Kind: BlockCode, Text: codeLines(n, p.src)}
	case *ast.FencedCodeBlock:
		return Block{Kind: BlockCode, Text: codeLines(n, p.src), Language: string(n.Language(p.src))}
	case *ast.ThematicBreak:
		return Block{Kind: BlockRule}
	case *east.Table:
		return p.tableBlock(n)
	case *east.DefinitionList:
		return Block{Kind: BlockDefinitions, Definitions: p.definitions(n)}
	}
	if img := figureImage(n); img != nil {
		return p.figure(img)
	}
	return Block{Kind: BlockParagraph, Inlines: p.inlinesOf(n), Tight: n.Kind() == ast.KindTextBlock}
}

func (p *planter) quotation(n *ast.Blockquote) Block {
	kind := attr(n, noticeName)
	if kind == "" {
		return Block{Kind: BlockQuote, Blocks: p.blocks(n)}
	}
	return Block{Kind: BlockNotice, Notice: kind, Title: p.noticeTitle(kind), Blocks: p.blocks(n)}
}

func (p *planter) items(n *ast.List) []Item {
	all := make([]Item, 0, n.ChildCount())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		all = append(all, Item{Blocks: p.blocks(c)})
	}
	return all
}

// definitions groups terms with the descriptions behind them.
func (p *planter) definitions(n *east.DefinitionList) []Definition {
	var all []Definition
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if len(all) == 0 || c.Kind() == east.KindDefinitionTerm && len(all[len(all)-1].Descriptions) > 0 {
			all = append(all, Definition{})
		}
		last := &all[len(all)-1]
		if c.Kind() == east.KindDefinitionTerm {
			last.Terms = append(last.Terms, p.inlinesOf(c))
		} else {
			last.Descriptions = append(last.Descriptions, Item{Blocks: p.blocks(c)})
		}
	}
	return all
}

func (p *planter) tableBlock(n *east.Table) Block {
	b := Block{Kind: BlockTable, Align: make([]Align, 0, len(n.Alignments))}
	for _, a := range n.Alignments {
		b.Align = append(b.Align, alignOf(a))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == east.KindTableHeader {
			b.Head = p.cells(c, true)
		} else {
			b.Rows = append(b.Rows, p.cells(c, false))
		}
	}
	return b
}

func (p *planter) cells(row ast.Node, head bool) []Cell {
	all := make([]Cell, 0, row.ChildCount())
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		all = append(all, Cell{Inlines: p.inlinesOf(c), Head: headsColumn(c, head)})
	}
	return all
}

func alignOf(a east.Alignment) Align {
	switch a {
	case east.AlignLeft:
		return AlignLeft
	case east.AlignCenter:
		return AlignCentre
	case east.AlignRight:
		return AlignRight
	}
	return AlignNone
}

// figure makes a picture with its caption.
func (p *planter) figure(img *ast.Image) Block {
	b := Block{Kind: BlockFigure}
	if pic, ok := p.picture(p.imageOf(img)); ok {
		b.Picture = &pic
	} else {
		p.write(pic.Alt)
		b.Inlines = p.take()
	}
	p.write(titleOf(img.Title, p.set.quotes))
	p.notesOf(img)
	b.Caption = p.take()
	return b
}

// fillNotes gives the notes to the first references to them. It comes last, since
// HTML writes notes last and numbers what is in them so.
func (p *planter) fillNotes(list *east.FootnoteList) {
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		if n, ok := c.(*east.Footnote); ok {
			blocks := p.blocks(n)
			if first := p.notes[n.Index]; first != nil {
				first.Blocks = blocks
			}
		}
	}
}
