package tree

import (
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"dossier/internal/diag"
)

// YAML reads one YAML document whose first line is line firstLine of the file.
// The root is a map even when the text is empty.
func YAML(file string, text []byte, firstLine int) (*Node, []diag.Diagnostic) {
	r := yamlReader{file: file, lines: strings.Split(string(text), "\n"), offset: firstLine - 1}
	root := &Node{Kind: Map, Pos: diag.Pos{File: file, Line: firstLine, Col: 1}}
	if d, found := r.tabs(); found {
		return root, []diag.Diagnostic{d}
	}
	var doc yaml.Node
	loader := yaml.NewDecoder(strings.NewReader(string(text)))
	err := loader.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return root, nil
	case err != nil:
		return root, []diag.Diagnostic{r.syntax(err)}
	case len(doc.Content) == 0:
		return root, nil
	}
	top := doc.Content[0]
	if top.Kind == yaml.ScalarNode && top.Tag == "!!null" {
		return root, nil
	}
	if top.Kind != yaml.MappingNode {
		return root, []diag.Diagnostic{diag.At(r.pos(top), "bad-yaml.fields").WithHint("hint.field-form")}
	}
	return r.node(top, 1), r.diags
}

// yamlReader turns the library's nodes into ours.
type yamlReader struct {
	file   string
	lines  []string
	offset int // lines of the file above the text
	diags  []diag.Diagnostic
}

// pos marks a node: a plain scalar to its end, others at their start.
func (r *yamlReader) pos(n *yaml.Node) diag.Pos {
	p := diag.Pos{File: r.file, Line: n.Line + r.offset, Col: n.Column}
	if n.Kind == yaml.ScalarNode && n.Value != "" && !strings.Contains(n.Value, "\n") {
		width := utf8.RuneCountInString(n.Value)
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			width += 2
		}
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
			p.EndCol = p.Col + width
		}
	}
	return p
}

func (r *yamlReader) report(n *yaml.Node, key string, args ...any) {
	r.diags = append(r.diags, diag.At(r.pos(n), key, args...).WithHint("hint.plain-yaml"))
}

func (r *yamlReader) node(n *yaml.Node, depth int) *Node {
	out := &Node{Pos: r.pos(n)}
	switch {
	case depth > MaxDepth:
		r.report(n, "bad-yaml.deep", MaxDepth)
		out.Null = true
		return out
	case n.Kind == yaml.AliasNode:
		r.report(n, "bad-yaml.alias", n.Value)
		out.Null = true
		return out
	case n.Anchor != "":
		r.report(n, "bad-yaml.anchor", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		r.report(n, "bad-yaml.tag", n.Tag)
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
	}
	return out
}

// smart reports a value in typographic quotation marks: to YAML they are part of
// the text, to the editor they were its fence.
func (r *yamlReader) smart(n *Node) {
	if n.Quoted || !strings.HasPrefix(n.Value, "“") || !strings.HasSuffix(n.Value, "”") {
		return
	}
	line := n.Pos.Line - r.offset
	r.diags = append(r.diags, diag.At(n.Pos, "bad-yaml.smart-quote").WithHint("hint.straight-quotes").
		WithFix(straighten(r.lines[line-1])))
}

func (r *yamlReader) fields(out *Node, n *yaml.Node, depth int) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			r.report(key, "bad-yaml.key")
			continue
		}
		if key.Value == "<<" && key.Style == 0 {
			r.report(key, "bad-yaml.merge")
			continue
		}
		f := Field{Key: key.Value, Pos: r.pos(key), Value: r.node(value, depth+1)}
		if d, ok := out.add(f); !ok {
			r.diags = append(r.diags, d)
		}
	}
}

// tabs finds the first line that is indented with a tab, which YAML forbids and
// whose message in every library is a riddle.
func (r *yamlReader) tabs() (diag.Diagnostic, bool) {
	for i, line := range r.lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if at := strings.IndexByte(indent, '\t'); at >= 0 && strings.TrimSpace(line) != "" {
			p := diag.Pos{File: r.file, Line: i + 1 + r.offset, Col: at + 1, EndCol: at + 2}
			return diag.At(p, "bad-yaml.tab").WithHint("hint.spaces").
				WithFix(strings.ReplaceAll(indent, "\t", "  ") + strings.TrimLeft(line, " \t")), true
		}
	}
	return diag.Diagnostic{}, false
}

var yamlLine = regexp.MustCompile(`line (\d+)(?:, column (\d+))?`)

// syntax rewords a syntax error. The library's text is used for its position
// only; the cause is read off the line itself.
func (r *yamlReader) syntax(err error) diag.Diagnostic {
	line, col := 1, 1
	if m := yamlLine.FindAllStringSubmatch(err.Error(), -1); m != nil {
		last := m[len(m)-1]
		line, _ = strconv.Atoi(last[1])
		if last[2] != "" {
			col, _ = strconv.Atoi(last[2])
		}
	}
	line = min(max(line, 1), len(r.lines))
	at, text := r.suspect(line)
	p := diag.Pos{File: r.file, Line: at + r.offset, Col: col}
	if at != line {
		p.Col = 1
	}
	return r.cause(p, text)
}

// suspect returns the line to blame: the one named, or the nearest above it that
// shows a known mistake (libraries often notice one line late).
func (r *yamlReader) suspect(line int) (int, string) {
	for i := line; i >= 1 && i >= line-1; i-- {
		text := r.lines[i-1]
		if colonInValue(text) > 0 || openQuote(text) > 0 || smartQuote(text) > 0 {
			return i, text
		}
	}
	for i := line; i >= 1; i-- {
		if strings.TrimSpace(r.lines[i-1]) != "" {
			return i, r.lines[i-1]
		}
	}
	return line, ""
}

func (r *yamlReader) cause(p diag.Pos, text string) diag.Diagnostic {
	if col := smartQuote(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.smart-quote").WithHint("hint.straight-quotes").
			WithFix(straighten(text))
	}
	if col := colonInValue(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.colon").WithHint("hint.quote-value").WithFix(quoteValue(text))
	}
	if col := openQuote(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.quote").WithHint("hint.close-quote")
	}
	return diag.At(p, "bad-yaml").WithHint("hint.field-form")
}

var valueLine = regexp.MustCompile(`^(\s*(?:- )?[A-Za-z0-9_-]+:\s+)(\S.*)$`)

// colonInValue returns the column of a “: ” inside an unquoted value.
func colonInValue(line string) int {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || strings.ContainsAny(m[2][:1], `"'[{|>`) {
		return 0
	}
	at := strings.Index(m[2]+" ", ": ")
	if at < 0 {
		return 0
	}
	return utf8.RuneCountInString(m[1]+m[2][:at]) + 1
}

func quoteValue(line string) string {
	m := valueLine.FindStringSubmatch(line)
	return m[1] + `"` + strings.ReplaceAll(strings.TrimSpace(m[2]), `"`, `\"`) + `"`
}

// openQuote returns the column of a quotation mark that the line never closes.
func openQuote(line string) int {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || !strings.ContainsAny(m[2][:1], `"'`) {
		return 0
	}
	if strings.Count(m[2], m[2][:1])%2 == 0 {
		return 0
	}
	return utf8.RuneCountInString(m[1]) + 1
}

// smartQuote returns the column of a typographic quotation mark that stands
// where YAML wants a straight one.
func smartQuote(line string) int {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || !strings.ContainsAny(string([]rune(m[2])[:1]), "“”„") {
		return 0
	}
	return utf8.RuneCountInString(m[1]) + 1
}

func straighten(line string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(line)
}
