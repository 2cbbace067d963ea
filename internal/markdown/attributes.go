package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// attribute is one of {#id .class key=value}, by its offset in the source.
type attribute struct {
	name, value string
	start, stop int
}

// The attributes that an editor may write.
const (
	attrID    = "id"
	attrClass = "class"
	attrLang  = "lang"
)

// badAttribute is an attribute that was left out: one that may not be written,
// or one whose value cannot be. Its key is a message of package diag.
type badAttribute struct {
	attribute
	key string
}

// maxAttributes is how many bytes {…} may have; a longer one is text.
const maxAttributes = 256

// parseAttributes reads {…} at the start of s, which stands at the given offset
// of the source. It returns how many bytes it read, 0 where s is something else.
func parseAttributes(s []byte, offset int) (attrs []attribute, n int) {
	end := bytes.IndexByte(s[:min(len(s), maxAttributes)], '}')
	if end < 2 || s[0] != '{' {
		return nil, 0
	}
	for i := 1; i < end; {
		if s[i] == ' ' {
			i++
			continue
		}
		a, size := parseAttribute(s[i:end])
		if size == 0 {
			return nil, 0
		}
		a.start, a.stop = offset+i, offset+i+size
		attrs = append(attrs, a)
		i += size
	}
	if len(attrs) == 0 {
		return nil, 0
	}
	return attrs, end + 1
}

// parseAttribute reads #id, .class, key=value or key="value" at the start of s.
func parseAttribute(s []byte) (attribute, int) {
	size := len(s)
	if i := bytes.IndexByte(s, ' '); i >= 0 {
		size = i
	}
	word := string(s[:size])
	switch word[0] {
	case '#':
		return attribute{name: attrID, value: word[1:]}, size
	case '.':
		return attribute{name: attrClass, value: word[1:]}, size
	}
	name, value, ok := strings.Cut(word, "=")
	if !ok || !isName(name) {
		return attribute{}, 0
	}
	if !strings.HasPrefix(value, `"`) {
		return attribute{name: strings.ToLower(name), value: value}, size
	}
	open := len(name) + len(`="`)
	end := bytes.IndexByte(s[open:], '"')
	if end < 0 {
		return attribute{}, 0
	}
	return attribute{name: strings.ToLower(name), value: string(s[open : open+end])}, open + end + 1
}

func isName(s string) bool {
	return s != "" && len(strings.Trim(s, asciiLetters+"0123456789-_:@")) == 0
}

// keepAttributes writes to the node those that may be written, and notes down
// the others.
func keepAttributes(n ast.Node, attrs []attribute, f *findings) {
	for _, a := range attrs {
		switch key := verdict(a); {
		case key != "":
			f.attributes = append(f.attributes, badAttribute{attribute: a, key: key})
		case a.name == attrClass && attr(n, attrClass) != "":
			n.SetAttributeString(attrClass, attr(n, attrClass)+" "+a.value)
		default:
			n.SetAttributeString(a.name, a.value)
			if a.name == attrLang {
				n.SetAttributeString(langStart, a.start)
			}
		}
	}
}

// langStart is where the lang attribute of a node stands in the source.
const langStart = "lang-start"

// verdict returns the message about an attribute, "" where it is good.
func verdict(a attribute) string {
	good := false
	switch a.name {
	case attrID:
		good = isToken(a.value) && !strings.HasPrefix(a.value, "fn-") && !strings.HasPrefix(a.value, "fnref-")
	case attrClass:
		good = true
		for c := range strings.FieldsSeq(a.value) {
			good = good && isToken(c)
		}
		good = good && strings.TrimSpace(a.value) != ""
	case attrLang:
		good = isLang(a.value)
	default:
		return "bad-attribute"
	}
	if !good {
		return "bad-attribute.value"
	}
	return ""
}

// isToken reports whether s can be an id or a class: letters and digits of any
// script, and "-", "_", ".", ":".
func isToken(s string) bool {
	for _, r := range s {
		if !isWordRune(r) && !strings.ContainsRune("-_.:", r) {
			return false
		}
	}
	return s != ""
}

// isLang reports whether s has the form of a language tag (RFC 5646 § 2.1).
func isLang(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3 || len(strings.Trim(part, asciiLetters)) > 0) {
			return false
		}
		if len(part) == 0 || len(part) > 8 || len(strings.Trim(part, asciiLetters+"0123456789")) > 0 {
			return false
		}
	}
	return true
}

const asciiLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// attr returns an attribute that keepAttributes has written, or "".
func attr(n ast.Node, name string) string {
	v, _ := n.AttributeString(name)
	s, _ := v.(string)
	return s
}
