package theme

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"text/template/parse"
)

// collapser takes superfluous white space out of the text of templates, once
// when they are loaded. Next to a block-level tag there is none left; anywhere
// else a run becomes one space, since it may part words. What stands in raw
// elements, comments and attribute values is not touched.
type collapser struct {
	state  state
	tag    string          // the tag we are in, with its slash, or the raw element
	quote  byte            // what ends the attribute value
	block  bool            // nothing but white space since a block-level tag
	called map[string]bool // partials called from inside a raw element
}

// state is the part of an HTML text that a place belongs to.
type state uint8

const (
	inText state = iota
	inTag
	inValue
	inRaw
	inComment
)

var (
	rawElements   = wordSet("pre textarea script style")
	blockElements = wordSet("!doctype html head title meta link base body header footer main nav section article " +
		"aside address h1 h2 h3 h4 h5 h6 hgroup p hr pre blockquote ol ul menu li dl dt dd figure figcaption div " +
		"table caption colgroup col thead tbody tfoot tr td th form fieldset legend details summary dialog " +
		"search option optgroup br script style noscript template source track")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// collapse shortens all templates in place but those named.
func collapse(set sources, verbatim []string) {
	c := collapser{called: map[string]bool{}}
	for _, s := range ordered(set) {
		if s.tree != nil && !slices.Contains(verbatim, s.name) {
			c.template(s, true)
		}
	}
}

// verbatim finds the partials that write into raw elements, and those that they
// lead to.
func verbatim(set sources) []string {
	c := collapser{called: map[string]bool{}}
	for _, s := range ordered(set) {
		if s.tree != nil {
			c.template(s, false)
		}
	}
	var names []string
	for _, s := range set.reach(slices.Collect(maps.Keys(c.called))...) {
		names = append(names, s.name)
	}
	return names
}

func (c *collapser) template(s *source, write bool) {
	c.state, c.tag = inText, ""
	c.list(s.tree.Root, write)
}

func (c *collapser) list(l *parse.ListNode, write bool) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			if short := c.text(n.Text); write {
				n.Text = short
			}
		case *parse.TemplateNode:
			if c.state == inRaw {
				c.called[n.Name] = true
			}
		case *parse.IfNode:
			c.branch(&n.BranchNode, write)
		case *parse.WithNode:
			c.branch(&n.BranchNode, write)
		case *parse.RangeNode:
			c.branch(&n.BranchNode, write)
		}
	}
}

// branch relies on what html/template demands: both ways end in the same
// context.
func (c *collapser) branch(b *parse.BranchNode, write bool) {
	before := *c
	c.list(b.List, write)
	after := *c
	*c = before
	c.list(b.ElseList, write)
	*c = after
}

// text returns a run of text without its superfluous white space. What was
// written before it by an action is not known, so it begins as if after a word.
func (c *collapser) text(text []byte) []byte {
	var out []byte
	c.block = false
	for len(text) > 0 {
		n := c.step(text)
		if isSpace(text[0]) && (c.state == inText || c.state == inTag) {
			if c.state == inTag || !(c.block || startsBlock(text[n:])) {
				out = append(out, ' ')
			}
		} else {
			out = append(out, c.take(text[:n])...)
		}
		text = text[n:]
	}
	return out
}

// step returns how many bytes of the text belong together.
func (c *collapser) step(text []byte) int {
	switch c.state {
	case inComment:
		return through(text, "-->")
	case inValue:
		return through(text, string(c.quote))
	case inRaw:
		if n := indexFold(text, "</"+c.tag); n != 0 {
			return n
		}
	}
	switch {
	case isSpace(text[0]):
		return len(text) - len(bytes.TrimLeft(text, spaces))
	case c.state == inTag:
		return 1
	case text[0] == '<':
		return 1 + len(tagName(text[1:]))
	}
	return max(1, min(indexAny(text, "<"+spaces), len(text)))
}

// take follows the state over bytes that are kept.
func (c *collapser) take(part []byte) []byte {
	s := string(part)
	switch c.state {
	case inComment:
		c.leave(strings.HasSuffix(s, "-->"), inText)
	case inValue:
		c.leave(s[len(s)-1] == c.quote, inTag)
	case inTag:
		c.takeInTag(s[0])
	case inText, inRaw:
		c.takeText(s)
	}
	return part
}

func (c *collapser) leave(ended bool, to state) {
	if ended {
		c.state = to
	}
}

func (c *collapser) takeInTag(b byte) {
	switch b {
	case '"', '\'':
		c.state, c.quote = inValue, b
	case '>':
		c.block = blockElements[strings.TrimPrefix(c.tag, "/")]
		c.state = inText
		c.leave(rawElements[c.tag], inRaw)
	}
}

// takeText sees a word, the beginning of a tag or comment, or the content of a
// raw element.
func (c *collapser) takeText(s string) {
	name := strings.ToLower(strings.TrimPrefix(s, "<"))
	switch {
	case s == "<!--":
		c.state = inComment
	case s[0] == '<' && name != "" && (c.state == inText || name == "/"+c.tag):
		c.state, c.tag = inTag, name
	default:
		c.block = false
	}
}

const spaces = " \t\r\n\f"

func isSpace(b byte) bool { return strings.IndexByte(spaces, b) >= 0 }

// startsBlock reports whether the text begins with a block-level tag.
func startsBlock(text []byte) bool {
	if len(text) == 0 || text[0] != '<' {
		return false
	}
	name := strings.ToLower(string(tagName(text[1:])))
	return blockElements[strings.TrimPrefix(name, "/")]
}

// tagName returns what follows a "<" when it is a tag or the mark of a comment.
func tagName(text []byte) []byte {
	if bytes.HasPrefix(text, []byte("!--")) {
		return text[:len("!--")]
	}
	n := 0
	for n < len(text) && (isNameByte(text[n]) || (n == 0 && (text[n] == '/' || text[n] == '!'))) {
		n++
	}
	return text[:n]
}

func isNameByte(b byte) bool {
	return b == '-' || (b >= '0' && b <= '9') || (b|0x20 >= 'a' && b|0x20 <= 'z')
}

// through is the length up to the end of the mark, or all.
func through(text []byte, mark string) int {
	if i := bytes.Index(text, []byte(mark)); i >= 0 {
		return i + len(mark)
	}
	return len(text)
}

// indexFold is the place of an ASCII mark in either case, or the length.
func indexFold(text []byte, mark string) int {
	if i := bytes.Index(bytes.ToLower(text), []byte(mark)); i >= 0 {
		return i
	}
	return len(text)
}

func indexAny(text []byte, chars string) int {
	if i := bytes.IndexAny(text, chars); i >= 0 {
		return i
	}
	return len(text)
}
