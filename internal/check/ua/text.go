package ua

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// prose gathers text in the order of reading: white space is single, blocks stand
// on lines of their own.
type prose struct {
	b     strings.Builder
	space bool // white space is due before the next character
	line  bool // the line has text
}

// text is the text of elements and of all within them.
func (c *checker) text(es []*element) string {
	p := &prose{}
	for _, e := range es {
		c.speak(p, e)
	}
	return strings.TrimSuffix(p.b.String(), "\n")
}

func (c *checker) speak(p *prose, e *element) {
	block := !inline[e.std]
	if block {
		p.endLine()
	}
	if e.std == "LBody" {
		p.space = true
	}
	if e.has("ActualText") {
		p.write(c.f.string(e.get("ActualText")))
	} else {
		for _, k := range e.kids {
			if k.element != nil {
				c.speak(p, k.element)
			} else if m := c.contents[k.mark]; m != nil && k.object == 0 {
				p.write(string(m.text))
			}
		}
	}
	if block {
		p.endLine()
	}
}

func (p *prose) write(s string) {
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) && r != '\u00A0':
			p.space = true
		case r == '\u200B' || r == '\u00AD': // they show where a line may break
		default:
			if p.space && p.line {
				p.b.WriteByte(' ')
			}
			p.b.WriteRune(r)
			p.space, p.line = false, true
		}
	}
}

func (p *prose) endLine() {
	if p.line {
		p.b.WriteByte('\n')
	}
	p.space, p.line = false, false
}

// endsOpen asks whether a line that ends with this text needs a space before the
// next: not after white space, nor where an address or a compound is broken.
func endsOpen(r rune) bool {
	return r != 0 && r != utf8.RuneError && !unicode.IsSpace(r) && !strings.ContainsRune("-‐/?&=_\u00AD\u200B", r)
}
