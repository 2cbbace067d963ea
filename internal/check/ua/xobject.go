package ua

import "bytes"

// object draws an XObject, a shading or an inline image.
func (m *machine) object(op string, text []byte) {
	switch op {
	case "sh":
		m.paint(text)
		m.shading(m.resource("Shading", m.ops[0].text))
	case "BI":
		m.paint(text)
		m.inlineImage()
	case "Do":
		s, _ := m.resource("XObject", m.ops[0].text).(*stream)
		m.xobject(s, text)
	}
}

func (m *machine) xobject(s *stream, op []byte) {
	switch kind := m.f.name(s.kind()); kind {
	case "Image":
		m.paint(op)
		m.image(s)
	case "Form":
		m.form(s)
	default:
		m.add("A2 6.2.9-3", m.page.number, "an XObject of the kind %q", kind)
	}
}

// kind is the subtype of an XObject, nil for none.
func (s *stream) kind() object {
	if s == nil {
		return nil
	}
	return s.get("Subtype")
}

// form draws a form XObject: its content is that of the page, in its place (ISO
// 32000-1, 8.10).
func (m *machine) form(s *stream) {
	if m.f.name(s.get("Subtype2")) == "PS" || s.has("PS") {
		m.add("A2 6.2.9-1", m.page.number, "the form %d is PostScript", s.num)
	}
	if m.level == maxForms {
		m.add("PDF 8.10", m.page.number, "forms stand in each other too deeply")
		return
	}
	data, ok := m.f.decode(s)
	if !ok {
		return
	}
	if space := m.f.dict(s.get("Group")).get("CS"); space != nil {
		m.space(space, 0)
	}
	outer := *m
	m.ops, m.inText, m.stream = nil, false, s.num
	if own := m.f.dict(s.get("Resources")); own != nil {
		m.resources, m.inherits = own, false
	} else {
		m.inherits = true
	}
	if t, ok := m.formMatrix(s); ok {
		m.gs.ctm = t.times(m.gs.ctm)
	}
	m.level++
	m.run(data)
	m.leave(&outer)
}

// leave goes back from a form to what draws it. What the form showed stays.
func (m *machine) leave(outer *machine) {
	m.in, m.ops, m.resources, m.inherits = outer.in, outer.ops, outer.resources, outer.inherits
	m.stream, m.inText, m.level = outer.stream, outer.inText, outer.level
	m.gs, m.tm, m.line = outer.gs, outer.tm, outer.line
}

func (m *machine) formMatrix(s *stream) (t matrix, ok bool) {
	a := m.f.array(s.get("Matrix"))
	if len(a) != len(t) {
		return t, false
	}
	for i := range t {
		t[i], _ = m.f.number(a[i])
	}
	return t, true
}

// once is true the first time that it is asked about a dictionary.
func (m *machine) once(d *dict) bool {
	if d == nil || m.judged[d] {
		return false
	}
	if m.judged == nil {
		m.judged = map[*dict]bool{}
	}
	m.judged[d] = true
	return true
}

// image checks an image and its masks (ISO 19005-2, 6.2.8).
func (m *machine) image(s *stream) {
	if !m.once(s.dict) {
		return
	}
	if m.f.boolean(s.get("Interpolate")) {
		m.add("A2 6.2.8-3", m.page.number, "the image %d is to be interpolated", s.num)
	}
	mask := m.f.boolean(s.get("ImageMask"))
	bits, ok := m.f.integer(s.get("BitsPerComponent"))
	switch {
	case mask && ok && bits != 1:
		m.add("A2 6.2.8-5", m.page.number, "the mask %d has %d bits", s.num, bits)
	case !mask && ok && bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16:
		m.add("A2 6.2.8-4", m.page.number, "the image %d has %d bits per component", s.num, bits)
	}
	m.renderingIntent(m.f.name(s.get("Intent")))
	if space := s.get("ColorSpace"); space != nil && !mask {
		m.space(space, 0)
	}
	for _, key := range []name{"SMask", "Mask"} {
		if sub := m.f.stream(s.get(key)); sub != nil {
			m.image(sub)
		}
	}
}

// inlineImage passes over an inline image (ISO 32000-1, 8.9.7) and checks it.
func (m *machine) inlineImage() {
	base := len(m.in.stack)
	end, err := m.in.sequence()
	items := m.in.stack[base:]
	m.in.stack = m.in.stack[:base]
	if err != nil || string(end.text) != "ID" {
		m.add("PDF 8.9.7", m.page.number, "an inline image has no data")
		return
	}
	for i := 0; i+1 < len(items); i += 2 {
		switch key, _ := items[i].(name); key {
		case "I", "Interpolate":
			if items[i+1] == true {
				m.add("A2 6.2.8-3", m.page.number, "an inline image is to be interpolated")
			}
		case "CS", "ColorSpace":
			m.space(items[i+1], 0)
		case "F", "Filter":
			for _, n := range m.f.list(items[i+1]) {
				if n == name("LZW") || n == name("LZWDecode") || n == name("Crypt") {
					m.add("A2 6.1.10-1", m.page.number, "an inline image has the filter %s", n)
				}
			}
		}
	}
	m.skipImage()
}

// skipImage passes over the data of an inline image: to the first EI that stands
// by itself.
func (m *machine) skipImage() {
	for {
		i := bytes.Index(m.in.data[m.in.pos:], []byte("EI"))
		if i < 0 {
			m.add("PDF 8.9.7", m.page.number, "an inline image does not end")
			m.in.pos = len(m.in.data)
			return
		}
		at := m.in.pos + i
		m.in.pos = at + 2
		if classes[m.in.data[at-1]] == white && (m.in.pos == len(m.in.data) || classes[m.in.data[m.in.pos]] == white) {
			return
		}
	}
}

// shading checks the colours of a shading.
func (m *machine) shading(o object) {
	if d := m.f.dict(o); m.once(d) {
		m.space(d.get("ColorSpace"), 0)
	}
}

// pattern checks a pattern: the colours of a shading, or the content of a tile,
// which is part of what is painted with it.
func (m *machine) pattern(o object) {
	d := m.f.dict(o)
	if !m.once(d) {
		return
	}
	if s, ok := o.(*stream); ok {
		m.hidden++
		m.form(s)
		m.hidden--
		return
	}
	m.shading(d.get("Shading"))
}

// blends are the blend modes (ISO 32000-1, 11.3.5).
var blends = words(`Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight
	Difference Exclusion Hue Saturation Color Luminosity`)

// graphicsState checks a dictionary of graphics state parameters.
func (m *machine) graphicsState(o object) {
	d := m.f.dict(o)
	if !m.once(d) {
		return
	}
	for _, mode := range m.f.list(d.get("BM")) {
		if n := m.f.name(mode); !blends[n] {
			m.add("A2 6.2.10-1", m.page.number, "the blend mode %q is unknown", n)
		}
	}
	m.renderingIntent(m.f.name(d.get("RI")))
	if group := m.f.stream(m.f.dict(d.get("SMask")).get("G")); group != nil {
		m.hidden++
		m.form(group)
		m.hidden--
	}
}
