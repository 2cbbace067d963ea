package i18n

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
)

// message is one message in one language, ready to be written.
type message struct {
	forms  [formCount]text
	source [formCount]string
	plural bool
	pos    diag.Pos // of its first text
	first  *message // that it replaces: a site's own message that of the theme; nil: none
}

// original is the message before anything replaced it.
func (m *message) original() *message {
	if m.first != nil {
		return m.first
	}
	return m
}

// text is a compiled text: literals and placeholders in turn.
type text []piece

// piece is a literal, or the value of a named argument.
type piece struct{ literal, name string }

// placeholder is the one construct of go-i18n's templates that messages use;
// logic belongs to the code that asks for a message.
var placeholder = regexp.MustCompile(`^\{\{\s*\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}`)

// compile parses a text, so that nothing is left to fail when it is asked for.
// What is no placeholder stays in it as written.
func compile(id string, l leaf) (text, []diag.Diagnostic) {
	var t text
	var diags []diag.Diagnostic
	rest, nth := l.text, 0
	for {
		before, _, found := strings.Cut(rest, "{{")
		t = t.literal(before)
		if !found {
			return t, diags
		}
		rest = rest[len(before):]
		m := placeholder.FindStringSubmatch(rest)
		if m == nil {
			diags = append(diags, l.badPlaceholder(id, rest, nth))
			m = []string{"{{"}
			t = t.literal("{{")
		} else {
			t = append(t, piece{name: m[1]})
		}
		rest, nth = rest[len(m[0]):], nth+1
	}
}

func (t text) literal(s string) text {
	if s == "" {
		return t
	}
	return append(t, piece{literal: s})
}

// badPlaceholder points at the nth pair of braces of the text.
func (l leaf) badPlaceholder(id, found string, nth int) diag.Diagnostic {
	if end := strings.Index(found, "}}"); end >= 0 {
		found = found[:end+len("}}")]
	}
	var before []byte // stays empty where the braces are spelt as escapes
	if parts := bytes.SplitN(l.raw, []byte("{{"), nth+2); len(parts) == nth+2 {
		before = l.raw[:len(l.raw)-len(parts[nth+1])-len("{{")]
	}
	pos := l.pos
	pos.Line += bytes.Count(before, []byte("\n"))
	if newline := bytes.LastIndexByte(before, '\n'); newline >= 0 {
		pos.Col, before = 1, before[newline+1:]
	}
	pos.Col += utf8.RuneCount(before)
	pos.EndCol = pos.Col + utf8.RuneCountInString(found)
	return diag.At(pos, "message-syntax.placeholder", id, found).WithHint("hint.message-placeholder")
}

// names lists the arguments that any form of the message asks for, sorted.
func (m message) names() []string {
	var names []string
	for _, t := range m.forms {
		for _, p := range t {
			if p.name != "" {
				names = append(names, p.name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
