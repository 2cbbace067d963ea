package tree

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/internal/diag"
	"dossier/internal/pattern"
)

// TOML reads a TOML text whose first line is line firstLine of the file. Arrays
// of tables become lists, dotted keys nested maps, as in YAML.
func TOML(file string, text []byte, firstLine int) (*Node, []diag.Diagnostic) {
	r := &tomlReader{file: file, text: text, offset: firstLine - 1}
	root := &Node{Kind: Map, Pos: diag.Pos{File: file, Line: firstLine, Col: 1}}
	problem := r.syntax()
	if problem != nil && problem.ID != "duplicate-key" {
		return root, []diag.Diagnostic{*problem}
	}
	full := &Node{Kind: Map, Pos: root.Pos}
	r.read(full)
	switch {
	case problem == nil:
		r.prune(full, 1)
		return full, r.diags
	case len(r.diags) == 0: // a table twice: no key of ours
		r.diags = append(r.diags, *problem)
	}
	return root, r.diags
}

// read builds the tree below root.
func (r *tomlReader) read(root *Node) {
	r.parser.Reset(r.text)
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
}

// prune reports and cuts off what nests too deep.
func (r *tomlReader) prune(n *Node, depth int) {
	if depth > MaxDepth {
		r.diags = append(r.diags, diag.At(n.Pos, "bad-toml.deep", MaxDepth).WithHint("hint.flatten"))
		*n = Node{Null: true, Pos: n.Pos}
		return
	}
	for _, f := range n.Fields {
		r.prune(f.Value, depth+1)
	}
	for _, item := range n.Items {
		r.prune(item, depth+1)
	}
}

// tomlReader builds the tree from the parser's expressions.
type tomlReader struct {
	parser unstable.Parser
	file   string
	text   []byte
	offset int
	seen   cursor
	diags  []diag.Diagnostic
}

// cursor is a place in the text that was counted up to. Places are asked for in
// the order of the text: counting on from the last one keeps reading linear.
type cursor struct{ offset, line, col int }

func (c *cursor) to(text []byte, offset int) {
	if offset < c.offset {
		*c = cursor{}
	}
	between := text[c.offset:offset]
	if last := bytes.LastIndexByte(between, '\n'); last >= 0 {
		c.line += bytes.Count(between, []byte("\n"))
		c.col, between = 0, between[last+1:]
	}
	c.col += utf8.RuneCount(between)
	c.offset = offset
}

// syntax decodes the text once as the library sees it: it knows every rule of
// the notation and where it is broken.
func (r *tomlReader) syntax() *diag.Diagnostic {
	var any map[string]any
	err := toml.Unmarshal(r.text, &any)
	if err == nil {
		return nil
	}
	p := diag.Pos{File: r.file, Line: 1 + r.offset, Col: 1}
	var at *toml.DecodeError
	if errors.As(err, &at) {
		row, col := at.Position() // the column counts bytes
		line := strings.Split(string(r.text), "\n")[row-1]
		before := strings.ToValidUTF8(line[:min(col-1, len(line))], "")
		p.Line, p.Col = row+r.offset, utf8.RuneCountInString(before)+1
	}
	reason := strings.TrimPrefix(err.Error(), "toml: ")
	d := diag.AtTOML(p, "bad-toml", reason)
	switch fix, bare := r.bareWord(p); {
	case strings.Contains(reason, "already"):
		d = diag.At(p, "duplicate-key.toml").WithHint("hint.delete-one")
	case bare:
		d = diag.At(p, "bad-toml.value").WithHint("hint.quote-value").WithFix(fix)
	default:
		r.known(&d)
	}
	return &d
}

var (
	tomlDate     = pattern.New(`^(\s*([A-Za-z0-9_-]+)\s*=\s*)(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})\s*(#.*)?$`)
	tomlEuropean = pattern.New(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	tomlOpen     = pattern.New(`^(\s*[A-Za-z0-9_-]+\s*=\s*)"(?:[^"\\]|\\.)*$`)
	tomlCurly    = pattern.New(`^(\s*[A-Za-z0-9_-]+\s*=\s*)[“”„‘’]`)
)

// known rewords what the line itself shows: a day that is none, quotes that are
// curly or never closed. The library points behind them.
func (r *tomlReader) known(d *diag.Diagnostic) {
	line := strings.TrimRight(strings.Split(string(r.text), "\n")[d.Pos.Line-r.offset-1], " \t\r")
	p := d.Pos
	at := func(before string) diag.Pos {
		p.Col = utf8.RuneCountInString(before) + 1
		return p
	}
	if m := tomlDate.FindStringSubmatch(line); m != nil {
		p = at(m[1])
		p.EndCol = p.Col + len(m[3])
		*d = diag.At(p, "bad-date", m[2], m[3]).WithHint("hint.date-form")
		if parts := tomlEuropean.FindStringSubmatch(m[3]); parts != nil {
			*d = d.WithFix(fmt.Sprintf("%s%s-%02s-%02s", m[1], parts[3], parts[2], parts[1]))
		}
	} else if m := tomlOpen.FindStringSubmatch(line); m != nil {
		*d = diag.At(at(m[1]), "bad-toml.quote").WithHint("hint.close-quote")
	} else if m := tomlCurly.FindStringSubmatch(line); m != nil {
		*d = diag.At(at(m[1]), "bad-toml.smart-quote").WithHint("hint.straight-quotes").WithFix(straightenTOML(line))
	}
}

// straightenTOML puts straight quotation marks for typographic ones.
func straightenTOML(line string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", `"`, "’", `"`).Replace(line)
}

var bareLine = pattern.New(`^(\s*[A-Za-z0-9_-]+\s*=\s*)(\pL[^"'#=]*|[+0]\d[\d -]*)$`)

// bareWord finds a text without quotes, the commonest mistake of those who know
// YAML, or a number that is none, as of a telephone or a postal code, and returns
// the line as it was meant.
func (r *tomlReader) bareWord(p diag.Pos) (fix string, found bool) {
	line := strings.TrimRight(strings.Split(string(r.text), "\n")[p.Line-r.offset-1], " \t\r")
	m := bareLine.FindStringSubmatch(line)
	if m == nil || p.Col <= utf8.RuneCountInString(m[1]) {
		return "", false
	}
	return m[1] + quoted(m[2]), true
}

// pos is the place of a run of bytes of the text.
func (r *tomlReader) pos(raw unstable.Range) diag.Pos {
	if raw.Length == 0 && raw.Offset == 0 {
		return diag.Pos{File: r.file, Line: 1 + r.offset, Col: 1}
	}
	r.seen.to(r.text, int(raw.Offset))
	p := diag.Pos{File: r.file, Line: r.seen.line + 1 + r.offset, Col: r.seen.col + 1}
	if body := string(r.text[raw.Offset : raw.Offset+raw.Length]); !strings.Contains(body, "\n") {
		p.EndCol = p.Col + utf8.RuneCountInString(body)
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
		value := r.value(e.Value(), pos)
		if d, ok := here.add(Field{Key: string(k.Data), Pos: pos, Value: value}); !ok {
			r.diags = append(r.diags, d)
		}
	}
}

func (r *tomlReader) value(n *unstable.Node, key diag.Pos) *Node {
	out := &Node{Pos: key}
	if n.Raw.Length > 0 {
		out.Pos = r.pos(n.Raw)
	}
	switch n.Kind {
	case unstable.Array:
		out.Kind = List
		for it := n.Children(); it.Next(); {
			out.Items = append(out.Items, r.value(it.Node(), key))
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
