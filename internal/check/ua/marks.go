package ua

// marked is a marked-content sequence that belongs to a structure element, with
// the text that it shows.
type marked struct {
	page int
	text []byte
}

// mark is a marked-content sequence that is open.
type mark struct {
	artifact bool
	owner    *marked // the content that was open before
	owns     bool    // it has an identifier
	replaces bool    // it has replacement text
	start    int     // where its text begins in that of the open content
	actual   string
	inText   bool
}

// mark opens or closes marked content (ISO 32000-1, 14.6; ISO 14289-1, 7.1).
// level is the number of sequences open when the stream began.
func (m *machine) mark(op string, level int) {
	if op == "EMC" {
		if len(m.marks) == level {
			m.add("PDF 14.6", m.page.number, "a marked-content sequence is closed that was not opened")
			return
		}
		if m.marks[len(m.marks)-1].inText != m.inText {
			m.add("PDF 14.6.1", m.page.number, "marked content and a text object overlap")
		}
		m.endMark()
		return
	}
	if len(m.marks) == maxNested {
		m.f.exhausted = errWork
		return
	}
	var properties *dict
	if op == "BDC" {
		properties = m.ops[1].dict
		if m.ops[1].kind == tokName {
			properties = m.f.dict(m.resource("Properties", m.ops[1].text))
		}
	}
	m.begin(string(m.ops[0].text) == "Artifact", properties)
}

// begin opens marked content.
func (m *machine) begin(artifact bool, properties *dict) {
	k := mark{artifact: artifact, owner: m.open, inText: m.inText}
	if artifact {
		if m.open != nil {
			m.add("UA 7.1-1", m.page.number, "an artifact within tagged content")
		}
		m.hidden++
	}
	if mcid, ok := m.f.integer(properties.get("MCID")); ok {
		k.owns = true
		m.own(mcid)
	}
	m.lang(properties, m.page.number, "marked content")
	if o := properties.get("ActualText"); o != nil && m.open != nil {
		k.replaces, k.start, k.actual = true, len(m.open.text), m.f.string(o)
	}
	m.marks = append(m.marks, k)
}

// own opens content with an identifier.
func (m *machine) own(mcid int) {
	switch {
	case m.hidden > 0:
		m.add("UA 7.1-2", m.page.number, "tagged content within an artifact")
	case m.open != nil:
		m.add("PDF 14.7.4", m.page.number, "tagged content within tagged content")
	}
	key := markKey{m.stream, mcid}
	if m.contents == nil {
		m.contents = map[markKey]*marked{}
	}
	if m.contents[key] != nil {
		m.add("PDF 14.7.4", m.page.number, "the content identifier %d is used twice", mcid)
	} else {
		m.order = append(m.order, key)
	}
	if m.stream == m.page.num {
		m.page.mcids[mcid] = true
	}
	m.open = &marked{page: m.page.number}
	m.contents[key] = m.open
}

// endMark closes the innermost marked content.
func (m *machine) endMark() {
	k := m.marks[len(m.marks)-1]
	m.marks = m.marks[:len(m.marks)-1]
	if k.replaces {
		m.open.text = append(m.open.text[:k.start], k.actual...)
	}
	if k.owns {
		m.open = k.owner
	}
	if k.artifact {
		m.hidden--
	}
}
