package line

import "strings"

// Text is a paragraph set into lines. It can be drawn in parts, on several
// pages; all parts belong to the same element.
type Text struct {
	Lines []Line

	setter *Setter
	items  []item
	looks  []look
	groups []group
	links  []linkElement
	width  float64 // of the column
}

// Line is a line of a Text.
type Line struct {
	Height   float64
	Baseline float64 // from the top of the line
	Width    float64 // of what is seen
	Notes    []*Note // whose marks stand on the line, in order

	first, last int     // its items: [first, last), spaces at the end left out
	indent      float64 // from the left edge of the column
	tail        tail
	tailLook    int32
}

// A tail is what a line shows, or says, after its last item.
type tail uint8

const (
	noTail     tail = iota
	spaceTail       // a space nobody sees, so that two words are not read as one
	hyphenTail      // at a soft hyphen
)

// Height is that of all lines.
func (t *Text) Height() float64 {
	h := 0.0
	for i := range t.Lines {
		h += t.Lines[i].Height
	}
	return h
}

// String is line i as it is read, with the space at its end that parts it from
// the next line.
func (t *Text) String(i int) string {
	var b strings.Builder
	l := &t.Lines[i]
	for _, it := range t.items[l.first:l.last] {
		for _, g := range it.piece.glyphs {
			b.WriteString(g.Text)
		}
	}
	if p := t.tailOf(l); p != nil {
		b.WriteString(p.glyphs[0].Text)
	}
	return b.String()
}

// tailOf is the piece after the last item of a line, or nil.
func (t *Text) tailOf(l *Line) *piece {
	switch l.tail {
	case spaceTail:
		return &t.looks[l.tailLook].voice.space
	case hyphenTail:
		return &t.looks[l.tailLook].voice.hyphen
	}
	return nil
}

// build makes the lines that end at the chosen stops.
func (t *Text) build(stops []stop, o Options) {
	leading := o.Leading
	if leading == 0 {
		leading = 1.35 * t.largest()
	}
	last := len(stops) - 1
	t.Lines = make([]Line, stops[last].lines)
	for j, n := last, len(t.Lines)-1; n >= 0; n-- {
		from, to := &stops[stops[j].from], &stops[j]
		l := &t.Lines[n]
		l.first, l.last, l.Width = from.next, to.next, to.end-from.start
		t.trim(l, to.opp, n+1 == len(t.Lines))
		l.indent = indent(o, l.Width, n)
		t.measure(l, leading)
		j = to.from
	}
	t.notes()
}

// trim takes the spaces off the end of a line and says what comes instead.
func (t *Text) trim(l *Line, o opp, final bool) {
	end := l.last
	for l.last > l.first && t.items[l.last-1].space {
		l.last--
	}
	if l.last == l.first || final {
		return
	}
	l.tailLook = t.items[l.last-1].look
	if l.last < end {
		l.tail = spaceTail
		if k := t.items[l.last].look; t.groups[t.looks[k].group].link == nil {
			l.tailLook = k // else a link of nothing but a space would lead from nowhere
		}
	} else if o == soft {
		l.tail = hyphenTail
	}
}

// indent is where line n begins.
func indent(o Options, width float64, n int) float64 {
	hang := 0.0
	if n > 0 {
		hang = o.Hang
	}
	switch free := o.Width - hang - width; o.Align {
	case Centre:
		return hang + free/2
	case Right:
		return hang + free
	}
	return hang
}

// largest is the largest size of the paragraph.
func (t *Text) largest() float64 {
	size := 0.0
	for i := range t.looks {
		size = max(size, t.looks[i].Size)
	}
	return size
}

// measure sets height and baseline. What stands on the line proper is centred in
// the leading; what is raised counts only where it would leave the line.
func (t *Text) measure(l *Line, leading float64) {
	var ascent, descent, above, below, size float64
	for i, last := l.first, int32(-1); i < max(l.last, l.first+1); i++ {
		k := t.items[i].look
		if k == last {
			continue
		}
		last = k
		look := &t.looks[k]
		up, down := look.voice.ascent*look.Size, look.voice.descent*look.Size
		if look.Raise != 0 {
			above, below = max(above, up+look.Raise), max(below, down-look.Raise)
			continue
		}
		ascent, descent, size = max(ascent, up), max(descent, down), max(size, look.Size)
	}
	l.Height = max(leading, 1.1*size)
	l.Baseline = (l.Height-ascent-descent)/2 + ascent
	if more := above - l.Baseline; more > 0 {
		l.Height += more
		l.Baseline += more
	}
	l.Height = max(l.Height, l.Baseline+below)
}

// notes finds the notes of every line. A mark on two lines counts for the first.
func (t *Text) notes() {
	var last *Note
	if !t.hasNotes() {
		return
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		for _, it := range t.items[l.first:l.last] {
			if n := t.groups[t.looks[it.look].group].note; n != nil && n != last {
				l.Notes = append(l.Notes, n)
				last = n
			}
		}
	}
}

func (t *Text) hasNotes() bool {
	for i := range t.groups {
		if t.groups[i].note != nil {
			return true
		}
	}
	return false
}
