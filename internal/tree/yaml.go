package tree

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"dossier/internal/diag"
)

// breaks are what YAML takes for ends of lines and editors do not show as such:
// pasted text brings them. One character each, so that columns stay.
var breaks = strings.NewReplacer("\r", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// YAML reads one YAML document whose first line is line firstLine of the file;
// lines end in LF. The root is a map even when the text is empty.
func YAML(file string, text []byte, firstLine int) (*Node, []diag.Diagnostic) {
	clean := breaks.Replace(string(text))
	r := yamlReader{file: file, lines: strings.Split(clean, "\n"), offset: firstLine - 1}
	root := &Node{Kind: Map, Pos: diag.Pos{File: file, Line: firstLine, Col: 1}}
	if d, found := r.tabs(); found {
		return root, []diag.Diagnostic{d}
	}
	top, problem := r.document(clean)
	switch {
	case problem != nil:
		return root, []diag.Diagnostic{*problem}
	case top == nil, top.Kind == yaml.ScalarNode && top.Tag == "!!null":
		return root, nil
	case top.Kind != yaml.MappingNode:
		return root, []diag.Diagnostic{diag.At(r.pos(top), "bad-yaml.fields").WithHint("hint.field-form")}
	}
	return r.node(top, 1), r.diags
}

// document decodes the text, nil when it is empty. A second document is refused:
// the library would not say that it was left out.
func (r *yamlReader) document(text string) (*yaml.Node, *diag.Diagnostic) {
	var first, second yaml.Node
	loader := yaml.NewDecoder(strings.NewReader(text))
	switch err := loader.Decode(&first); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, r.syntax(err)
	}
	switch err := loader.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, r.syntax(err)
	default:
		return nil, r.separator(second.Content[0].Line)
	}
	return first.Content[0], nil
}

// separator reports the line that ends the first document; the second one begins
// on the given line.
func (r *yamlReader) separator(line int) *diag.Diagnostic {
	line = min(line, len(r.lines))
	for line > 1 && !strings.HasPrefix(r.lines[line-1], "---") && !strings.HasPrefix(r.lines[line-1], "...") {
		line--
	}
	p := diag.Pos{File: r.file, Line: line + r.offset, Col: 1, EndCol: 4}
	d := diag.At(p, "bad-yaml").WithHint("hint.field-form")
	return &d
}

// yamlReader turns the library's nodes into ours.
type yamlReader struct {
	file   string
	lines  []string
	offset int // lines of the file above the text
	diags  []diag.Diagnostic
}

// pos marks a node: a scalar to its end or that of its line, others at their
// start. The library sees a value that is not there behind the end.
func (r *yamlReader) pos(n *yaml.Node) diag.Pos {
	line := min(n.Line, len(r.lines))
	end := utf8.RuneCountInString(r.lines[line-1]) + 1
	p := diag.Pos{File: r.file, Line: line + r.offset, Col: min(n.Column, end)}
	if n.Kind != yaml.ScalarNode || n.Value == "" || strings.Contains(n.Value, "\n") ||
		n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return p
	}
	width := utf8.RuneCountInString(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		width += 2
	}
	p.EndCol = min(p.Col+width, end)
	return p
}

func (r *yamlReader) report(n *yaml.Node, hint, key string, args ...any) {
	r.diags = append(r.diags, diag.At(r.pos(n), key, args...).WithHint(hint))
}

func (r *yamlReader) node(n *yaml.Node, depth int) *Node {
	out := &Node{Pos: r.pos(n)}
	switch {
	case depth > MaxDepth:
		r.report(n, "hint.flatten", "bad-yaml.deep", MaxDepth)
		out.Null = true
		return out
	case n.Kind == yaml.AliasNode:
		r.report(n, "hint.plain-yaml", "bad-yaml.alias", n.Value)
		out.Null = true
		return out
	case n.Anchor != "":
		r.report(n, "hint.plain-yaml", "bad-yaml.anchor", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		r.report(n, "hint.quote-value", "bad-yaml.tag", n.Tag)
	}
	switch n.Kind {
	case yaml.MappingNode:
		out.Kind = Map
		r.fields(out, n, depth)
	case yaml.SequenceNode:
		out.Kind = List
		for _, item := range n.Content {
			out.Items = append(out.Items, r.node(item, depth+1))
		}
	default:
		out.Value = n.Value
		out.Quoted = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		out.Null = n.Tag == "!!null" && !out.Quoted
		r.smart(out)
		r.hash(out)
	}
	return out
}

// smart reports a value in typographic quotation marks: to YAML they are part of
// the text, to the editor they were its fence.
func (r *yamlReader) smart(n *Node) {
	value := []rune(n.Value)
	if n.Quoted || !enclosed(value, '“', '”') && !enclosed(value, '‘', '’') {
		return
	}
	d := diag.At(n.Pos, "bad-yaml.smart-quote").WithHint("hint.straight-quotes")
	if line := r.lines[n.Pos.Line-r.offset-1]; strings.Contains(line, n.Value) {
		d = d.WithFix(strings.Replace(line, n.Value, quoted(string(value[1:len(value)-1])), 1))
	}
	r.diags = append(r.diags, d)
}

// enclosed reports whether the marks at both ends of a text belong together, as
// they do not in “one” and “two”.
func enclosed(text []rune, opening, closing rune) bool {
	last, depth := len(text)-1, 0
	if last < 1 || text[0] != opening || text[last] != closing {
		return false
	}
	for _, c := range text[:last] {
		switch c {
		case opening:
			depth++
		case closing:
			depth--
		}
		if depth == 0 {
			return opening == '‘' && !slices.Contains(text[1:], opening) // an apostrophe
		}
	}
	return true
}

// hash warns of a value that goes on behind a hash, where YAML reads no further:
// “Call #3”. What follows a hash and a space is meant as a note.
func (r *yamlReader) hash(n *Node) {
	line := []rune(r.lines[n.Pos.Line-r.offset-1])
	if n.Quoted || n.Pos.EndCol == 0 || n.Pos.EndCol > len(line) {
		return
	}
	rest := string(line[n.Pos.EndCol-1:])
	note := strings.TrimLeft(rest, " ")
	if len(note) < 2 || note == rest || note[0] != '#' || strings.ContainsAny(note[1:2], " #-=") {
		return
	}
	p := n.Pos
	p.Col += utf8.RuneCountInString(n.Value) + len(rest) - len(note)
	p.EndCol = p.Col + utf8.RuneCountInString(note)
	r.diags = append(r.diags, diag.At(p, "bad-yaml.hash", n.Value).WithHint("hint.quote-or-space"))
}

func (r *yamlReader) fields(out *Node, n *yaml.Node, depth int) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			r.report(key, "hint.field-form", "bad-yaml.key")
			continue
		}
		if strings.TrimSpace(key.Value) == "" {
			r.report(key, "hint.field-form", "bad-yaml.nameless")
			continue
		}
		if key.Value == "<<" && key.Style == 0 {
			r.report(key, "hint.plain-yaml", "bad-yaml.merge")
			continue
		}
		f := Field{Key: key.Value, Pos: r.pos(key), Value: r.node(value, depth+1)}
		if d, ok := out.add(f); !ok {
			r.diags = append(r.diags, d)
		}
	}
}
