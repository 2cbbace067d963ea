package compile

import (
	"strings"
	"unicode/utf8"
)

// escaperPrefix begins the names that html/template gives to its escapers.
const escaperPrefix = "_html_template_"

// dropped is the escaper of comments: it writes nothing.
const dropped = escaperPrefix + "commentescaper"

// filtered is what html/template puts in the place of a value that is not safe
// to show, and of an empty one that has no quotation marks around it.
const filtered = "ZgotmplZ"

// escaper appends text so that it is safe in its context.
type escaper func(dst []byte, s string) []byte

// escaperOf returns an escaper of html/template by its name. The others are for
// scripts, styles and names of attributes.
func escaperOf(name string) escaper {
	switch strings.TrimPrefix(name, escaperPrefix) {
	case "htmlescaper", "attrescaper", "rcdataescaper":
		return appendHTML
	case "nospaceescaper":
		return appendUnquoted
	case "urlfilter":
		return appendSafeURL
	case "urlnormalizer":
		return appendURL
	case "urlescaper":
		return appendURLPart
	case "srcsetescaper":
		return appendSrcset
	}
	return nil
}

// chain are escapers of which each gets what the one before has written.
type chain []escaper

// chainOf returns the escapers by name; false if one is not known.
func chainOf(names []string) (chain, bool) {
	var all chain
	for _, name := range names {
		e := escaperOf(name)
		if e == nil {
			return nil, false
		}
		all = append(all, e)
	}
	return all, true
}

// write appends a text to the page. Between two escapers it stands in near and
// far by turns.
func (c chain) write(r *run, s string) {
	last := len(c) - 1
	for _, escape := range c[:last] {
		r.near, r.far = r.far, escape(r.near[:0], s)
		s = shown(r.far)
	}
	r.out = c[last](r.out, s)
}

// entities stand for what has a meaning in HTML text and in quoted attributes.
var entities = [...]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

// hasEntity tells the bytes that they stand for.
var hasEntity = bytesOf("\x00\"&'+<>")

func appendHTML(dst []byte, s string) []byte {
	written := 0
	for i := range len(s) {
		if hasEntity[s[i]] {
			dst = append(append(dst, s[written:i]...), entities[s[i]]...)
			written = i + 1
		}
	}
	return append(dst, s[written:]...)
}

// unquotedEntities stand for what has a meaning in attributes without quotation
// marks.
var unquotedEntities = [...]string{
	0: "&#xfffd;", '\t': "&#9;", '\n': "&#10;", '\v': "&#11;", '\f': "&#12;", '\r': "&#13;", ' ': "&#32;",
	'"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '=': "&#61;", '>': "&gt;", '`': "&#96;",
}

// appendUnquoted also writes by their numbers the characters that old browsers
// took for quotation marks, bytes that are no character among them.
func appendUnquoted(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, filtered...)
	}
	for len(s) > 0 {
		c, size := utf8.DecodeRuneInString(s)
		switch {
		case int(c) < len(unquotedEntities) && unquotedEntities[c] != "":
			dst = append(dst, unquotedEntities[c]...)
		case c >= 0xfdd0 && c <= 0xfdef, c >= 0xfff0 && c <= 0xffff:
			dst = append(dst, '&', '#', 'x')
			for shift := 12; shift >= 0; shift -= 4 {
				dst = append(dst, digits[c>>shift&0xf])
			}
			dst = append(dst, ';')
		default:
			dst = append(dst, s[:size]...)
		}
		s = s[size:]
	}
	return dst
}

const digits = "0123456789abcdef"

func appendSafeURL(dst []byte, s string) []byte {
	if !harmless(s) {
		return append(append(dst, '#'), filtered...)
	}
	return append(dst, s...)
}

// harmless reports whether following an address can do no more than show a page
// or begin a message.
func harmless(url string) bool {
	scheme, _, found := strings.Cut(url, ":")
	if !found || strings.Contains(scheme, "/") {
		return true
	}
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// The bytes that stay as they are in a part of an address (RFC 3986, 2.3), and
// those that part it (2.2), without the ones that could end an attribute.
const (
	unreserved = "-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	reserved   = "!#$&*+,/:;=?@[]"
)

var (
	partBytes = bytesOf(unreserved)
	wholeByte = bytesOf(unreserved + reserved)
)

func bytesOf(all string) (set [256]bool) {
	for i := range len(all) {
		set[all[i]] = true
	}
	return set
}

// appendURL escapes what cannot stand in an address, and leaves alone what is
// already escaped.
func appendURL(dst []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if wholeByte[c] || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			dst = append(dst, c)
		} else {
			dst = append(dst, '%', digits[c>>4], digits[c&0xf])
		}
	}
	return dst
}

// appendURLPart escapes all that has a meaning in an address.
func appendURLPart(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; partBytes[c] {
			dst = append(dst, c)
		} else {
			dst = append(dst, '%', digits[c>>4], digits[c&0xf])
		}
	}
	return dst
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

// appendSrcset escapes the candidates of a srcset one by one.
func appendSrcset(dst []byte, s string) []byte {
	for {
		candidate, rest, more := strings.Cut(s, ",")
		dst = appendCandidate(dst, candidate)
		if !more {
			return dst
		}
		dst, s = append(dst, ','), rest
	}
}

// htmlSpaces are the white space of HTML.
const htmlSpaces = " \t\n\f\r"

// appendCandidate keeps an address with its descriptor if both are harmless.
func appendCandidate(dst []byte, s string) []byte {
	bare := strings.TrimLeft(s, htmlSpaces)
	url, descriptor := bare, ""
	if i := strings.IndexAny(bare, htmlSpaces); i >= 0 {
		url, descriptor = bare[:i], bare[i:]
	}
	if !harmless(url) || strings.ContainsFunc(descriptor, notDescriptor) {
		return append(append(dst, '#'), filtered...)
	}
	dst = append(dst, s[:len(s)-len(bare)]...)
	return append(appendURL(dst, url), descriptor...)
}

func notDescriptor(c rune) bool {
	return c >= utf8.RuneSelf || !partDescriptor(byte(c))
}

func partDescriptor(c byte) bool {
	return strings.IndexByte(htmlSpaces, c) >= 0 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
