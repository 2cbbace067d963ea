package ua

import (
	"fmt"
	"strings"
)

// structure writes the tree as `pdfinfo -struct-text` does in spirit: an element
// a line, indented, with its text behind it, and with what it says besides.
func (c *checker) structure() string {
	var b strings.Builder
	for _, e := range c.tree.roots {
		c.outlineElement(&b, e, 0)
	}
	return b.String()
}

// said are the keys and attributes of an element that a reader is told.
var said = []name{"Lang", "Alt", "ActualText", "Scope", "ListNumbering"}

func (c *checker) outlineElement(b *strings.Builder, e *element, level int) {
	indent := strings.Repeat("  ", level)
	fmt.Fprintf(b, "%s%s", indent, e)
	for _, key := range said {
		value := e.get(key)
		if value == nil {
			value = e.attribute(key)
		}
		if value == nil {
			continue
		}
		if word := c.f.name(value); word != "" {
			fmt.Fprintf(b, " %s=%s", key, word)
		} else {
			fmt.Fprintf(b, " %s=%q", key, c.f.string(value))
		}
	}
	b.WriteByte('\n')
	for _, k := range e.kids {
		if k.element != nil {
			c.outlineElement(b, k.element, level+1)
		} else if m := c.contents[k.mark]; m != nil && k.object == 0 {
			if text := strings.TrimSpace(string(m.text)); text != "" {
				fmt.Fprintf(b, "%s  %q\n", indent, text)
			}
		}
	}
}
