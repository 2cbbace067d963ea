package pdf

import (
	"fmt"
	"strings"
)

// Element is a node of the structure tree. It takes its place after what its
// parent has by then, when it is first drawn or when Join is called; one that is
// never drawn nor joined is not in the file.
type Element struct {
	doc    *Document
	parent *Element // nil: the root
	tag    Tag
	attrs  Attributes
	kids   []kid
	joined bool
	ref    ref // while the file is written
}

// kid is a child of an element in reading order: another element, an annotation,
// or a piece of a page's content.
type kid struct {
	element *Element
	link    *link
	page    *Page // of content: with its marked-content identifier
	mcid    int
}

// Child makes an element below e.
func (e *Element) Child(tag Tag, a Attributes) *Element {
	return &Element{doc: e.doc, parent: e, tag: tag, attrs: a}
}

// Join gives the element its place in the tree now, and its ancestors theirs.
func (e *Element) Join() {
	if e.joined {
		return
	}
	e.joined = true
	e.parent.Join()
	e.parent.kids = append(e.parent.kids, kid{element: e})
}

// Set replaces the attributes.
func (e *Element) Set(a Attributes) { e.attrs = a }

// page returns the page where the element's content begins, nil when it has none.
func (e *Element) page() *Page {
	for _, k := range e.kids {
		switch {
		case k.page != nil:
			return k.page
		case k.link != nil:
			return k.link.page
		}
		if p := k.element.page(); p != nil {
			return p
		}
	}
	return nil
}

// String says where the element is: Document > Table > TR on page 3.
func (e *Element) String() string {
	var tags []string
	for at := e; at != nil; at = at.parent {
		tags = append([]string{string(at.tag)}, tags...)
	}
	name := strings.Join(tags, " > ")
	if p := e.page(); p != nil {
		return fmt.Sprintf("%s on page %d", name, p.number)
	}
	return name
}
