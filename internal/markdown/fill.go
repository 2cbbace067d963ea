package markdown

import "strconv"

// Fill appends a body of which the skeleton is at hand. It reports false where that
// is damaged.
func Fill(dst []byte, s Skeleton, r Resolved) (html []byte, ok bool) {
	f := filler{resolver: newResolver(r), out: dst}
	ok = f.fill(s)
	return f.out, ok
}

// filler fills the holes of one body.
type filler struct {
	resolver
	out  []byte
	xml  bool
	open []openLink // links within which it is
}

// openLink is a link that was begun.
type openLink struct {
	linkHole
	Target
}

// fill fills the holes of a skeleton, or of the next part of one.
func (f *filler) fill(s Skeleton) bool {
	in := reader{rest: s}
	for len(in.rest) > 0 {
		h := hole(in.rest[0])
		in.rest = in.rest[1:]
		if !f.hole(h, &in) {
			return false
		}
	}
	return !in.damaged
}

// hole fills one hole and reports false where it does not know it.
func (f *filler) hole(h hole, in *reader) bool {
	switch h {
	case holeNone:
		f.out = append(f.out, in.bytes()...)
	case holeHeading:
		f.heading(in.int(), in.bytes())
	case holeHeadingEnd:
		f.raw("</h", strconv.Itoa(f.level(in.int())), ">")
	case holeNoHeading:
		f.headingOf(0)
	case holeNotice:
		f.notice(in.text())
	case holeRegion:
		f.region(in.int())
	case holeNotes:
		f.attr("aria-label", f.resolved.Labels.Footnotes)
	case holeID:
		f.attr(attrID, f.id(in.text()))
	case holeSpan:
		f.attr(attrID, f.spanID(in.text()))
	case holeRef:
		f.ref(noteRef{in.int(), in.int()})
	case holeBack:
		f.back(noteRef{in.int(), in.int()})
	case holeLink:
		f.link(in.link())
	case holeLinkEnd:
		return f.linkEnd()
	case holeImage:
		f.image(in.text(), in.text())
	default:
		return false
	}
	return true
}

func (f *filler) heading(level int, attrs []byte) {
	level, id := f.headingOf(level)
	f.raw("<h", strconv.Itoa(level))
	f.attr(attrID, id)
	f.out = append(f.out, attrs...)
	f.raw(">")
}

func (f *filler) notice(kind string) {
	if title := f.noticeTitle(kind); title != "" {
		f.raw(`<p class="notice-title">`)
		f.text(title)
		f.raw("</p>")
	}
}

// region makes the last element one that has a name to be found by.
func (f *filler) region(table int) {
	if l := f.resolved.Labels.TableRegion; l != "" {
		f.raw(` role="region"`)
		f.attr("aria-label", label(l, table))
	}
}

// ref writes the number of a note. The second reference to one note has the id
// fnref-1-2, the third fnref-1-3.
func (f *filler) ref(n noteRef) {
	if f.hold(n) {
		return
	}
	number := strconv.Itoa(n.note)
	f.raw(`<sup class="footnote-ref"><a`)
	f.attr("href", "#"+f.id("fn-"+number))
	f.attr(attrID, f.id(n.id()))
	if f.xml {
		f.attr("epub:type", "noteref")
	}
	f.attr("role", "doc-noteref")
	f.attr("aria-label", label(f.resolved.Labels.FootnoteRef, n.note))
	f.raw(">", number, "</a></sup>")
}

// back writes the way back from a note; those to a second reference and further
// are told apart by its number.
func (f *filler) back(n noteRef) {
	name := label(f.resolved.Labels.FootnoteBack, n.note)
	if n.ref > 0 && name != "" {
		name += " (" + strconv.Itoa(n.ref+1) + ")"
	}
	f.raw(` <a href="#`, f.id(n.id()), `" class="footnote-back" role="doc-backlink"`)
	f.attr("aria-label", name)
	f.raw(">↩\uFE0E</a>")
}

// link begins a link or an address in <…>.
func (f *filler) link(l linkHole) {
	t := f.target(l.dest)
	f.open = append(f.open, openLink{l, t})
	if t.Dead {
		return
	}
	f.raw("<a")
	f.attr("href", address(t.URL))
	if t.External {
		f.raw(` rel="external"`)
	}
	f.attr("hreflang", t.Lang)
	f.raw(l.attrs)
	if l.empty && !l.named {
		f.lang(t.Lang)
	}
	f.raw(">")
	f.inLink = true
}

// linkEnd ends what a link shows, and the link.
func (f *filler) linkEnd() bool {
	if len(f.open) == 0 {
		return false
	}
	l := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	f.text(linkName(l.linkHole, l.Target))
	f.text(linkNote(l.Target))
	if l.Dead {
		return true
	}
	f.raw("</a>")
	for _, ref := range f.release() {
		f.ref(ref)
	}
	return true
}

// image writes a picture, or its text where there is no picture to show. A title
// stands in the caption of a figure, nowhere else: what only shows under a mouse
// is not for everyone.
func (f *filler) image(alt, dest string) {
	p, ok := f.picture(alt, dest)
	if !ok {
		f.text(p.Alt)
		return
	}
	f.raw("<img")
	f.attr("src", p.URL)
	if !f.xml {
		f.srcset(p.Picture)
	}
	f.raw(` alt="`)
	f.text(p.Alt)
	f.raw(`"`)
	f.number("width", p.Width)
	f.number("height", p.Height)
	if !f.xml {
		f.raw(` loading="lazy" decoding="async">`)
		return
	}
	f.raw("/>")
}

func (f *filler) srcset(p Picture) {
	set := ""
	for _, v := range p.SrcSet {
		if v.URL == "" || v.Width <= 0 || !isSafe(v.URL) {
			continue
		}
		if set != "" {
			set += ", "
		}
		set += address(v.URL) + " " + strconv.Itoa(v.Width) + "w"
	}
	f.attr("srcset", set)
	if set != "" {
		f.attr("sizes", p.Sizes)
	}
}

// raw writes HTML of ours.
func (f *filler) raw(parts ...string) { f.out = appendRaw(f.out, parts) }

// text writes text of others.
func (f *filler) text(s string) { f.out = appendText(f.out, s, f.xml) }

// attr writes an attribute of ours with a value of others, if there is one.
func (f *filler) attr(name, value string) { f.out = appendAttr(f.out, name, value, f.xml) }

// lang writes the language of an element.
func (f *filler) lang(tag string) { f.out = appendLang(f.out, tag, f.xml) }

func (f *filler) number(name string, n int) {
	if n > 0 {
		f.raw(" ", name, `="`, strconv.Itoa(n), `"`)
	}
}
