package media

import (
	"encoding/xml"
	"strings"
)

// What no drawing reaches that a program has made: elements within one another,
// and elements that a browser draws once every use is put in its place.
const (
	maxSVGDepth = 200
	maxSVGDrawn = 200_000
)

// weight counts what a drawing makes a browser draw. A use of a part draws all of
// that part again, so that a few lines can ask for more than any machine has.
type weight struct {
	open  []*part
	parts map[string]*part
	deep  bool
}

// part is an element with what stands in it.
type part struct {
	id    string
	own   int      // elements in it that have no id of their own
	uses  []string // ids of the parts that it draws
	inner []*part
	total int // once known; -1: being counted
	known bool
}

func newWeight() *weight {
	return &weight{open: []*part{{}}, parts: map[string]*part{}}
}

// start and end follow the elements of the drawing.
func (w *weight) start(e xml.StartElement) {
	p := &part{own: 1}
	for _, a := range e.Attr {
		switch name := strings.ToLower(a.Name.Local); {
		case name == "id":
			p.id = a.Value
		case name == "href" && e.Name.Local == "use", strings.Contains(a.Value, "url("):
			p.uses = append(p.uses, target(a.Value))
		}
	}
	around := w.open[len(w.open)-1]
	if p.id == "" && len(p.uses) == 0 {
		around.own++
		p = &part{}
	}
	around.inner = append(around.inner, p)
	if p.id != "" && w.parts[p.id] == nil {
		w.parts[p.id] = p
	}
	w.open = append(w.open, p)
	w.deep = w.deep || len(w.open) > maxSVGDepth
}

func (w *weight) end() {
	w.open = w.open[:len(w.open)-1]
}

// target is the id that an address within the drawing names.
func target(value string) string {
	_, id, _ := strings.Cut(value, "#")
	if end := strings.IndexAny(id, "\"') "); end >= 0 {
		id = id[:end]
	}
	return id
}

// isBomb reports whether the drawing is too much for a browser.
func (w *weight) isBomb() bool {
	return w.deep || w.drawn(w.open[0]) > maxSVGDrawn
}

// drawn counts the elements that a part draws. A part that draws itself counts
// as too much.
func (w *weight) drawn(p *part) int {
	switch {
	case p.known && p.total < 0:
		return maxSVGDrawn + 1
	case p.known:
		return p.total
	}
	p.known, p.total = true, -1
	n := p.own
	for _, in := range p.inner {
		n = min(n+w.drawn(in), maxSVGDrawn+1)
	}
	for _, id := range p.uses {
		if used := w.parts[id]; used != nil {
			n = min(n+w.drawn(used), maxSVGDrawn+1)
		}
	}
	p.total = n
	return n
}
