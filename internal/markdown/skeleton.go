package markdown

import (
	"encoding/binary"

	"github.com/yuin/goldmark/ast"
)

// Skeleton is a body as HTML but for what the linker and the page decide: it is
// made once, while the tree is at hand, and filled for every page that shows the
// body. It is a run of holes, each a byte that says which and what the filler
// needs to know of it, and of plain HTML between them.
type Skeleton []byte

// hole is a place that waits for the linker's decision.
type hole byte

const (
	holeNone       hole = iota // plain HTML
	holeHeading                // level, attributes
	holeHeadingEnd             // level
	holeNoHeading              // one without anything in it: its id is nobody else's
	holeNotice                 // kind: its title
	holeRegion                 // number of the table: its name
	holeNotes                  // the name of the section of notes
	holeID                     // an id of the body
	holeSpan                   // an id that may be taken
	holeRef                    // note, number of the reference
	holeBack                   // note, number of the reference
	holeLink                   // see linkHole
	holeLinkEnd                // nothing
	holeImage                  // text, address
)

// linkHole is what the editor wrote of a link.
type linkHole struct {
	dest  string
	label string // what an address in <…> shows
	attrs string // title, class and language, as HTML
	empty bool   // nothing stands in it
	named bool   // the editor gave its language
}

// sketch writes the skeleton of a tree.
func sketch(root ast.Node, src []byte, q quotes) Skeleton {
	w := newWriter(src, q)
	w.out = make([]byte, 0, len(src)+len(src)/2)
	w.blocks(root)
	return w.take()
}

// Sketch reads a body and returns its skeleton, as Doc.Skeleton does.
func Sketch(text []byte, lang string) Skeleton {
	src := clean(text)
	root, _ := grow(src)
	return sketch(root, src, quotesOf(lang))
}

// Skeleton returns the skeleton of the body; nil for a light Doc.
func (d *Doc) Skeleton() Skeleton {
	if d.whole == nil {
		return nil
	}
	return sketch(d.whole.tree, d.whole.lines.text, quotesOf(d.Lang))
}

// hole ends the plain HTML written so far and begins a hole.
func (w *writer) hole(h hole) {
	w.plain()
	w.out = append(w.out, byte(h))
}

// plain puts down the plain HTML written so far.
func (w *writer) plain() {
	if len(w.html) == 0 {
		return
	}
	w.out = append(w.out, byte(holeNone))
	w.out = binary.AppendUvarint(w.out, uint64(len(w.html)))
	w.out = append(w.out, w.html...)
	w.html = w.html[:0]
}

// take returns the skeleton written so far.
func (w *writer) take() Skeleton {
	w.plain()
	out := w.out
	w.out = nil
	return out
}

func (w *writer) putInt(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

func (w *writer) putText(s string) {
	w.putInt(len(s))
	w.out = append(w.out, s...)
}

func (w *writer) putLink(l linkHole) {
	w.hole(holeLink)
	w.putText(l.dest)
	w.putText(l.label)
	w.putText(l.attrs)
	flags := 0
	if l.empty {
		flags |= 1
	}
	if l.named {
		flags |= 2
	}
	w.putInt(flags)
}

// reader reads what a writer has put down. After a piece that is damaged it is at
// its end, and says so.
type reader struct {
	rest    []byte
	damaged bool
}

func (r *reader) int() int {
	n, width := binary.Uvarint(r.rest)
	if width <= 0 || n > 1<<31-1 {
		r.rest, r.damaged = nil, true
		return 0
	}
	r.rest = r.rest[width:]
	return int(n)
}

func (r *reader) bytes() []byte {
	n := r.int()
	if n > len(r.rest) {
		r.rest, r.damaged = nil, true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) text() string { return string(r.bytes()) }

func (r *reader) link() linkHole {
	l := linkHole{dest: r.text(), label: r.text(), attrs: r.text()}
	flags := r.int()
	l.empty, l.named = flags&1 != 0, flags&2 != 0
	return l
}
