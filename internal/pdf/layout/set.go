package layout

import (
	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// setting is what all parts of a document share while it is set.
type setting struct {
	doc    *pdf.Document
	style  Style
	setter *line.Setter

	heads   []head // of the document, in order
	at      int    // of heads: how many have been measured
	notes   map[*line.Note]*footnote
	known   map[*Note]bool // notes that have been measured
	entries []*entry       // of all contents, drawn but for their numbers
	running []runningHead
	places  []Place
}

// runningHead is the text of the running head from a page on.
type runningHead struct {
	page int
	text string
}

// Set sets blocks into pages at the end of doc, and calls frame, which may be
// nil, for every one of them when all are set. An error is a mistake of the
// calling code: a style that leaves no room for text.
func Set(doc *pdf.Document, style Style, blocks []Block, frame Frame) (Result, error) {
	style = style.complete()
	if err := style.check(); err != nil {
		return Result{}, err
	}
	s := &setting{
		doc: doc, style: style, setter: line.New(doc, style.Memory), heads: heads(blocks),
		notes: map[*line.Note]*footnote{}, known: map[*Note]bool{},
	}
	m := measurer{setting: s, column: column{
		lang:  style.Lang,
		width: style.columnWidth(), room: style.columnHeight(), node: &node{made: doc.Root()}, scale: 1,
	}}
	b := book{setting: s, first: doc.Pages() + 1, starts: make([]int, 0, len(blocks))}
	for _, block := range blocks {
		b.starts = append(b.starts, len(m.galley))
		block.measure(&m)
	}
	b.fill(m.galley)
	b.number()
	b.frame(frame)
	return Result{Pages: doc.Pages(), Headings: s.places, Blocks: b.pages}, nil
}

// A book is a document whose galley goes into pages.
type book struct {
	*setting
	first  int   // number of the first page
	starts []int // of every block: its first strip
	pages  []int // of every block: its page
	carry  []strip
}

// fill makes pages of the galley, and draws them.
func (b *book) fill(galley []strip) {
	for at := 0; ; {
		page := b.doc.NewPage(b.style.Width, b.style.Height)
		forced := at == 0 || at < len(galley) && galley[at].fresh
		strips, n := b.take(galley[at:], forced)
		b.begin(page, at+len(strips))
		b.drawPage(page, strips, forced)
		at += n
		if at >= len(galley) && len(b.carry) == 0 {
			break
		}
	}
	b.begin(b.doc.Page(b.doc.Pages()), len(galley)+1)
}

// begin notes the page of the blocks whose first strip comes before the one
// given.
func (b *book) begin(page *pdf.Page, before int) {
	for len(b.pages) < len(b.starts) && b.starts[len(b.pages)] < before {
		b.pages = append(b.pages, page.Number())
	}
}

// take returns the strips of the next page, and how many of those given it has
// used up: a strip that is split has a part on the page and stays.
func (b *book) take(strips []strip, forced bool) (taken []strip, n int) {
	room := b.style.columnHeight()
	f := filling{room: room, full: room, forced: forced, begins: true, foot: b.foot()}
	f.foot.carry(b.carry)
	n, part := f.take(strips)
	taken = strips[:n:n]
	if part != nil {
		taken = append(taken, *part)
	}
	return taken, n
}

func (b *book) foot() footArea {
	return footArea{page: b.style.columnHeight(), gap: noteGap * b.style.lineHeight()}
}

// drawPage draws strips from the top of a page and their notes at its foot. What
// has no room there goes to the foot of the next page.
func (b *book) drawPage(page *pdf.Page, strips []strip, forced bool) {
	notes := b.carry
	for i := range strips {
		for _, n := range strips[i].notes {
			notes = append(notes, n.strips...)
		}
	}
	c := cursor{forced: forced}
	for i := range strips {
		c.step(&strips[i])
	}
	left := b.style.columnHeight() - c.bottom()
	if len(notes) == 0 {
		b.carry = nil
		draw(page, strips, placing{x: b.style.Left, y: b.style.Top, slack: left, forced: forced})
		return
	}
	gap := b.foot().gap
	f := filling{room: left - gap, full: b.style.columnHeight(), begins: len(strips) == 0}
	n, part := f.take(notes)
	shown := notes[:n:n]
	if part != nil {
		shown = append(shown, *part)
	}
	b.carry = append([]strip(nil), notes[n:]...)
	taken := 0.0
	if len(shown) > 0 {
		taken = height(shown) + gap
	}
	draw(page, strips, placing{x: b.style.Left, y: b.style.Top, slack: left - taken, forced: forced})
	if len(shown) > 0 {
		b.drawNotes(page, shown, taken-gap)
	}
}

// drawNotes draws notes at the foot of a page, below a short hairline.
func (b *book) drawNotes(page *pdf.Page, notes []strip, height float64) {
	y := b.style.Height - b.style.Bottom - height
	above := y - noteGap*b.style.lineHeight()*0.4
	rule(page, pdf.Rect{X: b.style.Left, Y: above, W: min(100, b.style.columnWidth()), H: hairline}, b.style.Rule)
	draw(page, notes, placing{x: b.style.Left, y: y})
}

// number draws the page numbers of contents.
func (b *book) number() {
	pages := make(map[string]int, len(b.places))
	for _, p := range b.places {
		pages[p.ID] = p.Page
	}
	for _, e := range b.entries {
		e.number(b.setting, pages[e.head.id])
	}
}

// frame draws what stands around the text of every page.
func (b *book) frame(frame Frame) {
	if frame == nil {
		return
	}
	text := ""
	for n := b.first; n <= b.doc.Pages(); n++ {
		for len(b.running) > 0 && b.running[0].page <= n {
			text = b.running[0].text
			b.running = b.running[1:]
		}
		frame(Furniture{
			Page: b.doc.Page(n), Number: n, Pages: b.doc.Pages(),
			Running: text, Setter: b.setter, Style: b.style,
		})
	}
}
