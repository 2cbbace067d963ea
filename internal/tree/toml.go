package tree

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/internal/diag"
)

// TOML reads a TOML text whose first line is line firstLine of the file. Arrays
// of tables become lists, dotted keys nested maps, as in YAML.
func TOML(file string, text []byte, firstLine int) (*Node, []diag.Diagnostic) {
	r := &tomlReader{file: file, text: text, offset: firstLine - 1}
	root := &Node{Kind: Map, Pos: diag.Pos{File: file, Line: firstLine, Col: 1}}
	if d, bad := r.syntax(); bad {
		return root, []diag.Diagnostic{d}
	}
	r.parser.Reset(text)
	here := root
	for r.parser.NextExpression() {
		e := r.parser.Expression()
		switch e.Kind {
		case unstable.Table:
			here = r.descend(root, e.Key(), false)
		case unstable.ArrayTable:
			here = r.descend(root, e.Key(), true)
		case unstable.KeyValue:
			r.assign(here, e)
		}
	}
	return root, r.diags
}

// tomlReader builds the tree from the parser's expressions.
type tomlReader struct {
	parser unstable.Parser
	file   string
	text   []byte
	offset int
	diags  []diag.Diagnostic
}

// syntax decodes the text once as the library sees it: it knows every rule of
// the notation and where it is broken.
func (r *tomlReader) syntax() (diag.Diagnostic, bool) {
	var any map[string]any
	err := toml.Unmarshal(r.text, &any)
	if err == nil {
		return diag.Diagnostic{}, false
	}
	p := diag.Pos{File: r.file, Line: 1 + r.offset, Col: 1}
	var at *toml.DecodeError
	if errors.As(err, &at) {
		row, col := at.Position()
		p.Line, p.Col = row+r.offset, col
	}
	reason := strings.TrimPrefix(err.Error(), "toml: ")
	if strings.Contains(reason, "already") {
		return diag.At(p, "duplicate-key.toml").WithHint("hint.delete-one"), true
	}
	return diag.At(p, "bad-toml", reason).WithHint("hint.toml-form"), true
}

// pos is the place of a run of bytes of the text.
func (r *tomlReader) pos(raw unstable.Range) diag.Pos {
	if raw.Length == 0 && raw.Offset == 0 {
		return diag.Pos{File: r.file, Line: 1 + r.offset, Col: 1}
	}
	before := string(r.text[:raw.Offset])
	line := strings.Count(before, "\n") + 1 + r.offset
	col := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	p := diag.Pos{File: r.file, Line: line, Col: col}
	if body := string(r.text[raw.Offset : raw.Offset+raw.Length]); !strings.Contains(body, "\n") {
		p.EndCol = col + utf8.RuneCountInString(body)
	}
	return p
}

// descend finds or makes the map of a table header.
func (r *tomlReader) descend(root *Node, keys unstable.Iterator, array bool) *Node {
	here := root
	for keys.Next() {
		k := keys.Node()
		last := keys.IsLast()
		here = r.child(here, string(k.Data), r.pos(k.Raw), array && last)
	}
	return here
}

// child returns the map under a key; of a list of tables the newest.
func (r *tomlReader) child(here *Node, key string, pos diag.Pos, array bool) *Node {
	next := here.Get(key)
	if next == nil {
		next = &Node{Kind: Map, Pos: pos}
		if array {
			next.Kind = List
		}
		here.Fields = append(here.Fields, Field{Key: key, Pos: pos, Value: next})
	}
	if next.Kind != List {
		return next
	}
	if array {
		next.Items = append(next.Items, &Node{Kind: Map, Pos: pos})
	}
	if len(next.Items) == 0 {
		return next
	}
	return next.Items[len(next.Items)-1]
}

func (r *tomlReader) assign(here *Node, e *unstable.Node) {
	keys := e.Key()
	for keys.Next() {
		k := keys.Node()
		pos := r.pos(k.Raw)
		if !keys.IsLast() {
			here = r.child(here, string(k.Data), pos, false)
			continue
		}
		value := r.value(e.Value(), pos, 1)
		if d, ok := here.add(Field{Key: string(k.Data), Pos: pos, Value: value}); !ok {
			r.diags = append(r.diags, d)
		}
	}
}

func (r *tomlReader) value(n *unstable.Node, key diag.Pos, depth int) *Node {
	out := &Node{Pos: key}
	if n.Raw.Length > 0 {
		out.Pos = r.pos(n.Raw)
	}
	if depth > MaxDepth {
		r.diags = append(r.diags, diag.At(out.Pos, "bad-toml.deep", MaxDepth))
		out.Null = true
		return out
	}
	switch n.Kind {
	case unstable.Array:
		out.Kind = List
		for it := n.Children(); it.Next(); {
			out.Items = append(out.Items, r.value(it.Node(), key, depth+1))
		}
	case unstable.InlineTable:
		out.Kind = Map
		for it := n.Children(); it.Next(); {
			r.assign(out, it.Node())
		}
	default:
		out.Value = string(n.Data)
		out.Quoted = n.Kind == unstable.String
	}
	return out
}
