package i18n

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/internal/diag"
)

// MessageFile is a TOML file of messages in one language. Nested tables make
// dotted ids ("kit.download"); a table whose keys are all plural categories of
// CLDR is one message with plural forms. Path is what diagnostics name.
type MessageFile struct {
	Path string
	Lang string
	Data []byte
}

// leaf is one text of a file under its full key.
type leaf struct {
	path []string
	text string
	pos  diag.Pos
	raw  []byte // the text as the file spells it, quotes included
}

// read parses the file into messages by id. False means that nothing in it
// could be read.
func (f MessageFile) read() (map[string]message, []diag.Diagnostic, bool) {
	f.Data = bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	if err := f.syntax(); err != nil {
		return nil, []diag.Diagnostic{*err}, false
	}
	leaves, diags := f.leaves()
	plural := pluralTables(leaves)
	messages := map[string]message{}
	for _, l := range leaves {
		id, form := strings.Join(l.path, "."), other
		if parent := strings.Join(l.path[:len(l.path)-1], "."); plural[parent] {
			id, form = parent, formOf(l.path[len(l.path)-1])
		}
		text, bad := compile(id, l)
		diags = append(diags, bad...)
		m, known := messages[id]
		if !known {
			m = message{pos: l.pos, plural: plural[id]}
		}
		m.forms[form], m.source[form] = text, l.text
		messages[id] = m
	}
	return messages, diags, true
}

// syntax lets the library judge the file: it knows every rule of the notation.
func (f MessageFile) syntax() *diag.Diagnostic {
	if at := invalid(f.Data); at >= 0 {
		d := diag.At(f.pos(at), "not-utf8").WithHint("hint.save-utf8")
		return &d
	}
	var discard map[string]any
	err := toml.Unmarshal(f.Data, &discard)
	if err == nil {
		return nil
	}
	pos := diag.Pos{File: f.Path, Line: 1, Col: 1}
	var at *toml.DecodeError
	if errors.As(err, &at) {
		row, col := at.Position()
		pos = f.pos(f.lineStart(row) + col - 1)
	}
	d := diag.AtTOML(pos, "message-syntax", strings.TrimPrefix(err.Error(), "toml: "))
	return &d
}

// invalid returns where the first byte is that is no part of UTF-8, -1 where all
// are.
func invalid(data []byte) int {
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

// leaves lists the texts of the file in its order.
func (f MessageFile) leaves() ([]leaf, []diag.Diagnostic) {
	w := walker{file: f}
	w.parser.Reset(f.Data)
	var table []string
	for w.parser.NextExpression() {
		switch e := w.parser.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = keys(e)
		case unstable.KeyValue:
			w.assign(table, e)
		}
	}
	return w.leaves, w.diags
}

// walker collects the texts of a file.
type walker struct {
	parser unstable.Parser
	file   MessageFile
	leaves []leaf
	diags  []diag.Diagnostic
}

func (w *walker) assign(table []string, e *unstable.Node) {
	path := slices.Concat(table, keys(e))
	switch v := e.Value(); v.Kind {
	case unstable.InlineTable:
		for fields := v.Children(); fields.Next(); {
			w.assign(path, fields.Node())
		}
	case unstable.String:
		pos := w.file.pos(int(v.Raw.Offset))
		w.leaves = append(w.leaves, leaf{path, string(v.Data), pos, w.parser.Raw(v.Raw)})
	default:
		key := e.Key()
		key.Next()
		pos := w.file.pos(int(key.Node().Raw.Offset))
		name := strings.Join(path, ".")
		w.diags = append(w.diags, diag.At(pos, "message-syntax.value", name).WithHint("hint.message-value", string(key.Node().Data)))
	}
}

func keys(e *unstable.Node) []string {
	var path []string
	for key := e.Key(); key.Next(); {
		path = append(path, string(key.Node().Data))
	}
	return path
}

// pluralTables finds the tables that are one message: those that hold nothing
// but texts named after plural categories.
func pluralTables(leaves []leaf) map[string]bool {
	plural := map[string]bool{}
	for _, l := range leaves {
		for i := 1; i < len(l.path); i++ {
			table := strings.Join(l.path[:i], ".")
			before, seen := plural[table]
			isForm := i == len(l.path)-1 && slices.Contains(formNames[:], l.path[i])
			plural[table] = isForm && (before || !seen)
		}
	}
	return plural
}

// lineStart returns where a line begins, counted from 1.
func (f MessageFile) lineStart(line int) int {
	offset := 0
	for ; line > 1; line-- {
		offset += bytes.IndexByte(f.Data[offset:], '\n') + 1
	}
	return offset
}

func (f MessageFile) pos(offset int) diag.Pos {
	before := f.Data[:min(offset, len(f.Data))]
	return diag.Pos{
		File: f.Path,
		Line: 1 + bytes.Count(before, []byte("\n")),
		Col:  1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]),
	}
}
