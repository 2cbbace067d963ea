package tree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// outline writes a tree in lines: each key and value with its place, quotes
// around what the editor quoted.
func outline(n *tree.Node) []string {
	var lines []string
	var walk func(path string, n *tree.Node)
	walk = func(path string, n *tree.Node) {
		switch n.Kind {
		case tree.Map:
			lines = append(lines, fmt.Sprintf("%s{} %s", path, place(n.Pos)))
			for _, f := range n.Fields {
				key := strings.TrimPrefix(path+"."+f.Key, ".")
				lines = append(lines, key+" "+place(f.Pos))
				walk(key, f.Value)
			}
		case tree.List:
			lines = append(lines, fmt.Sprintf("%s[] %s", path, place(n.Pos)))
			for i, item := range n.Items {
				walk(fmt.Sprintf("%s[%d]", path, i), item)
			}
		default:
			lines = append(lines, fmt.Sprintf("%s = %s %s", path, written(n), place(n.Pos)))
		}
	}
	walk("", n)
	return lines[1:]
}

func written(n *tree.Node) string {
	switch {
	case n.Null:
		return "nothing"
	case n.Quoted:
		return fmt.Sprintf("%q", n.Value)
	}
	return n.Value
}

func place(p diag.Pos) string {
	if p.EndCol == 0 {
		return fmt.Sprintf("%d:%d", p.Line, p.Col)
	}
	return fmt.Sprintf("%d:%d-%d", p.Line, p.Col, p.EndCol)
}

// problems writes diagnostics in lines: place, key, arguments.
func problems(ds []diag.Diagnostic) []string {
	var lines []string
	for _, d := range ds {
		line := place(d.Pos) + " " + d.Message.Key
		for _, a := range d.Message.Args {
			line += fmt.Sprintf(" %v", a)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestYAMLKnowsThePlaceOfEveryKeyAndValue(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"plain", "lead: comune", []string{"lead 1:1-5", "lead = comune 1:7-13"}},
		{"accents count one each", "città: è qui", []string{"città 1:1-6", "città = è qui 1:8-13"}},
		{"wide characters and emoji count one each", "日本: 🙂x", []string{"日本 1:1-3", "日本 = 🙂x 1:5-7"}},
		{"a tab before a value counts one", "a:\tb", []string{"a 1:1-2", "a = b 1:4-5"}},
		{"quotes are marked with the value", `a: "b"`, []string{"a 1:1-2", `a = "b" 1:4-7`}},
		{"single quotes", "a: 'b'", []string{"a 1:1-2", `a = "b" 1:4-7`}},
		{"maps within maps", "venue:\n  name: Sala\n  city: Milano", []string{
			"venue 1:1-6", "venue{} 2:3", "venue.name 2:3-7", "venue.name = Sala 2:9-13",
			"venue.city 3:3-7", "venue.city = Milano 3:9-15",
		}},
		{"list", "l:\n  - a\n  - b: c", []string{
			"l 1:1-2", "l[] 2:3", "l[0] = a 2:5-6", "l[1]{} 3:5", "l[1].b 3:5-6", "l[1].b = c 3:8-9",
		}},
		{"list not indented", "l:\n- a", []string{"l 1:1-2", "l[] 2:1", "l[0] = a 2:3-4"}},
		{"map on one line", "t: {it: Ciao, en: \"Hi\"}", []string{
			"t 1:1-2", "t{} 1:4", "t.it 1:5-7", "t.it = Ciao 1:9-13", "t.en 1:15-17", `t.en = "Hi" 1:19-23`,
		}},
		{"list on one line", "l: [à, b]", []string{"l 1:1-2", "l[] 1:4", "l[0] = à 1:5-6", "l[1] = b 1:8-9"}},
		{"block scalar is marked at its start", "a: |\n  one\n  two\nb: c", []string{
			"a 1:1-2", `a = "one\ntwo\n" 1:4`, "b 4:1-2", "b = c 4:4-5",
		}},
		{"folded scalar", "a: >-\n  one\n  two\nb: c", []string{
			"a 1:1-2", `a = "one two" 1:4`, "b 4:1-2", "b = c 4:4-5",
		}},
		{"plain value over two lines is marked to the end of the first", "a: one\n  two\nb: c", []string{
			"a 1:1-2", "a = one two 1:4-7", "b 3:1-2", "b = c 3:4-5",
		}},
		{"comments and blank lines", "# x: y\n\na: b # c\n# end", []string{"a 3:1-2", "a = b 3:4-5"}},
		{"a sign in a comment is no comment", "a: b#c", []string{"a 1:1-2", "a = b#c 1:4-7"}},
		{"a line separator pasted into a text ends no line", "a: x\u2028y\nb: c", []string{
			"a 1:1-2", "a = x y 1:4-7", "b 2:1-2", "b = c 2:4-5",
		}},
		{"an opening marker and a closing one", "---\na: b\n...\n", []string{"a 2:1-2", "a = b 2:4-5"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root, ds := tree.YAML("a.md", []byte(c.text), 1)
			if diff := cmp.Diff(c.want, outline(root)); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
			if len(ds) > 0 {
				t.Errorf("unexpected: %v", problems(ds))
			}
		})
	}
}

func TestYAMLCountsLinesFromTheTopOfTheFile(t *testing.T) {
	root, ds := tree.YAML("a.md", []byte("a: b\nc: &d x"), 12)
	if got := root.Get("a").Pos; got.Line != 12 || got.File != "a.md" {
		t.Errorf("the first line is at %+v", got)
	}
	if diff := cmp.Diff([]string{"13:4-5 bad-yaml.anchor d"}, problems(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestScalarsStayAsTheEditorWroteThem(t *testing.T) {
	for _, value := range []string{
		"NO", "no", "yes", "on", "true", "00185", "4.0", "1e3", "0x1F", "1_000", "+39 02 8846 1234",
		"2020-06-15", "2021-03-25T10:00", "12:30", ".5", ".inf", "NaN", "=", "1.234.567 €", "a#b", "http://example.it/#x",
	} {
		root, ds := tree.YAML("a.md", []byte("k: "+value+"\n"), 1)
		n := root.Get("k")
		if len(ds) > 0 || n == nil || n.Value != value || n.Quoted || n.Null {
			t.Errorf("%s: got %+v, %v", value, n, problems(ds))
		}
	}
}

func TestQuotedScalarsAreText(t *testing.T) {
	cases := map[string]string{
		`"NO"`: "NO", `'00185'`: "00185", `"a\tb"`: "a\tb", `'it''s'`: "it's", `"null"`: "null", `""`: "", "|\n  x\n": "x\n", ">\n  x\n  y\n": "x y\n",
	}
	for text, want := range cases {
		root, ds := tree.YAML("a.md", []byte("k: "+text), 1)
		n := root.Get("k")
		if len(ds) > 0 || n == nil || n.Value != want || !n.Quoted || n.Null {
			t.Errorf("%s: got %+v, %v", text, n, problems(ds))
		}
	}
}

func TestNothingIsNoText(t *testing.T) {
	for _, text := range []string{"k:", "k: ", "k: ~", "k: null", "k: # later"} {
		root, ds := tree.YAML("a.md", []byte(text), 1)
		if n := root.Get("k"); len(ds) > 0 || n == nil || !n.Null {
			t.Errorf("%s: got %+v, %v", text, n, problems(ds))
		}
	}
}

func TestTextWithoutFieldsIsAnEmptyMap(t *testing.T) {
	for _, text := range []string{"", "\n\n", "# only a comment\n", "---\n", "~"} {
		root, ds := tree.YAML("a.md", []byte(text), 2)
		want := &tree.Node{Kind: tree.Map, Pos: diag.Pos{File: "a.md", Line: 2, Col: 1}}
		if diff := cmp.Diff(want, root); diff != "" || len(ds) > 0 {
			t.Errorf("%q: %s %v", text, diff, problems(ds))
		}
	}
}

func TestYAMLRefusesWhatIsNotPlainData(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"alias and anchor", "a: &x 1\nb: *x", []string{"1:4-5 bad-yaml.anchor x", "2:4 bad-yaml.alias x"}},
		{"alias of nothing, as in *important*", "a: 1\nb: *important* dates", []string{"2:4-5 bad-yaml.start *"}},
		{"anchor on a map", "a: &x {b: c}", []string{"1:4 bad-yaml.anchor x"}},
		{"tag", "a: !!str 1", []string{"1:4-5 bad-yaml.tag !!str"}},
		{"own tag", "a: !attention", []string{"1:4 bad-yaml.tag !attention"}},
		{"merge key", "a: 1\n<<: {b: c}", []string{"2:1-3 bad-yaml.merge"}},
		{"key that is a list", "? [a]\n: b", []string{"1:3 bad-yaml.key"}},
		{"braces of a template", "a: {{name}}", []string{"1:5 bad-yaml.key"}},
		{"a list at the top", "- a\n- b", []string{"1:1 bad-yaml.fields"}},
		{"a word at the top", "hello", []string{"1:1-6 bad-yaml.fields"}},
		{"key without a space behind the colon", "a:b", []string{"1:1-4 bad-yaml.fields"}},
		{"eight levels are the most", "a: " + strings.Repeat("[", 6) + "x" + strings.Repeat("]", 6), nil},
		{"nine levels", "a: " + strings.Repeat("[", 7) + "x" + strings.Repeat("]", 7), []string{"1:11-12 bad-yaml.deep 8"}},
		{"key twice", "a: 1\nb: 2\na: 3", []string{"3:1-2 duplicate-key a"}},
		{"key twice, once in quotes", "a: 1\n\"a\": 3", []string{"2:1-4 duplicate-key a"}},
		{"key twice inside a list", "l:\n  - a: 1\n    a: 2", []string{"3:5-6 duplicate-key a"}},
		{"a second document", "a: 1\n---\nb: 2", []string{"2:1-4 bad-yaml"}},
		{"a second document that is empty", "a: 1\n---\n", []string{"2:1-4 bad-yaml"}},
		{"text behind the end marker", "a: 1\n...\nb: 2", []string{"2:1-4 bad-yaml"}},
		{"a broken second document", "a: 1\n--- x\nb: 2", []string{"3:2 bad-yaml"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := tree.YAML("a.md", []byte(c.text), 1)
			if diff := cmp.Diff(c.want, problems(ds)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestARepeatedKeyShowsTheFirst(t *testing.T) {
	root, ds := tree.YAML("a.md", []byte("a: 1\na: 2"), 1)
	if len(ds) != 1 || len(ds[0].Related) != 1 || ds[0].Related[0].Pos.Line != 1 {
		t.Fatalf("got %+v", ds)
	}
	if got := root.Get("a").Value; got != "1" {
		t.Errorf("the first value holds, got %q", got)
	}
}

func TestYAMLSyntaxErrorsNameTheLineThatIsWrong(t *testing.T) {
	cases := []struct {
		name, text, want, fix string
	}{
		{"colon in a value", "t: MASP: results", "1:8-9 bad-yaml.colon", `t: "MASP: results"`},
		{"colon behind accents", "t: però: sì", "1:8-9 bad-yaml.colon", `t: "però: sì"`},
		{"colon and quotes in a value", `t: Il "caso": x`, "1:13-14 bad-yaml.colon", `t: "Il \"caso\": x"`},
		{"colon and backslash", `t: C:\new: x`, "1:10-11 bad-yaml.colon", `t: "C:\\new: x"`},
		{"colon at the end", "t: dates:\nu: v", "1:9-10 bad-yaml.colon", `t: "dates:"`},
		{"colon with a comment behind", "t: a: b # c: d", "1:5-6 bad-yaml.colon", `t: "a: b" # c: d`},
		{"colon in a list", "l:\n  - t: a: b", "2:9-10 bad-yaml.colon", `  - t: "a: b"`},
		{"colon in an address is none", "t: http://a.it: x", "1:15-16 bad-yaml.colon", `t: "http://a.it: x"`},
		{"colon in a comment above is none", "t: a # b: c\nu: [v", "2:4-5 bad-yaml.bracket", ""},
		{"quote never closed", "a: 'x\nb: c\nd: e\n", "1:4-5 bad-yaml.quote", ""},
		{"double quote never closed", "z: 1\na: \"x\nb: c\n", "2:4-5 bad-yaml.quote", ""},
		{"apostrophe closes a single quote", "a: 'l'alleanza'", "1:4-5 bad-yaml.quotes", `a: "l'alleanza"`},
		{"smart quotes around a colon", "a: “x: y”", "1:4-5 bad-yaml.smart-quote", `a: "x: y"`},
		{"bracket never closed", "a: 1\nl: [b, c\nd: e\n", "2:4-5 bad-yaml.bracket", ""},
		{"brace never closed", "t: {it: a\nd: e\n", "1:4-5 bad-yaml.bracket", ""},
		{"brackets too many", "l: [a]]", "1:7 bad-yaml", ""},
		{"colon forgotten on the first line", "title Results\nstart: 2020", "1:1 bad-yaml", ""},
		{"colon forgotten lower", "a: b\ntitle Results\nstart: 2020", "2:1 bad-yaml", ""},
		{"colon forgotten on the last line", "a: b\ntitle Results\n", "2:1 bad-yaml", ""},
		{"indented too far", "a: b\n   c: d", "2:4 bad-yaml.indent", "c: d"},
		{"indented too little", "l:\n  - b\n c: d", "3:2 bad-yaml.between", "c: d"},
		{"between two levels", "l:\n  - a: b\n   c: d", "3:4 bad-yaml.between", "    c: d"},
		{"below the dash", "l:\n  - a: b\n  c: d\n  - a: e", "3:3 bad-yaml.between", "    c: d"},
		{"below a field before", "l:\n  m:\n    n: 1\n  o p\n  q: r", "4:3 bad-yaml", ""},
		{"text behind a quoted value", `a: "b" c`, "1:4-5 bad-yaml.quotes", `a: "\"b\" c"`},
		{"value that begins with @", "a: 1\nb: @masp", "2:4-5 bad-yaml.start", `b: "@masp"`},
		{"value that begins with a backtick", "b: `x`", "1:4-5 bad-yaml.start", "b: \"`x`\""},
		{"value that begins with a percent sign", "b: %x", "1:4-5 bad-yaml.start", `b: "%x"`},
		{"item on the key's line", "l: - a", "1:4 bad-yaml", ""},
		{"unknown escape", `a: "C:\docs"`, "1:4 bad-yaml", ""},
		{"control character", "a: b\nè: è\x01", "2:5-6 bad-yaml.control", "è: è"},
		{"indented with a tab", "l:\n\t- a", "2:1-2 bad-yaml.tab", "  - a"},
		{"indented with spaces and a tab", "l:\n  \ta: b", "2:3-4 bad-yaml.tab", "    a: b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := tree.YAML("a.md", []byte(c.text), 1)
			if len(ds) != 1 {
				t.Fatalf("want one problem, got %v", problems(ds))
			}
			got := place(ds[0].Pos) + " " + ds[0].Message.Key
			if diff := cmp.Diff([]string{c.want, c.fix}, []string{got, ds[0].Fix}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if ds[0].Hint.Key == "" {
				t.Error("no word on how to mend it")
			}
		})
	}
}

func TestTheCorrectedLineMendsTheFile(t *testing.T) {
	for _, text := range []string{
		"t: MASP: results\nu: v", `t: Il "caso": x`, `t: C:\new: x`, "t: dates:\nu: v", "l:\n  - t: a: b",
		"a: “x: y”", "a: “x”\nb: c", "a: “the “case” of x”", "l: [x, “y”]", "a: „x“", "l:\n\t- a", "t: a: b # c: d",
	} {
		_, ds := tree.YAML("a.md", []byte(text), 1)
		if text == "a: „x“" {
			continue // a German text may be written so: it is no mistake
		}
		if len(ds) != 1 || ds[0].Fix == "" {
			t.Errorf("%q: no correction in %v", text, problems(ds))
			continue
		}
		lines := strings.Split(text, "\n")
		lines[ds[0].Pos.Line-1] = ds[0].Fix
		if _, again := tree.YAML("a.md", []byte(strings.Join(lines, "\n")), 1); len(again) > 0 {
			t.Errorf("%q corrected to %q: %v", text, ds[0].Fix, problems(again))
		}
	}
}

func TestTypographicQuotesAroundAValueAreTold(t *testing.T) {
	cases := []struct {
		text string
		want []string
		fix  string
	}{
		{"a: “x”", []string{"1:4-7 bad-yaml.smart-quote"}, `a: "x"`},
		{"l: [x, “y”]", []string{"1:8-11 bad-yaml.smart-quote"}, `l: [x, "y"]`},
		{"a: “x\n  y”", []string{"1:4-6 bad-yaml.smart-quote"}, ""},
		{"a: the “case” of x", nil, ""},
		{"a: \"“x”\"", nil, ""},
		{"a: “x” and y", nil, ""},
	}
	for _, c := range cases {
		_, ds := tree.YAML("a.md", []byte(c.text), 1)
		if diff := cmp.Diff(c.want, problems(ds)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		} else if len(ds) > 0 && ds[0].Fix != c.fix {
			t.Errorf("%q: corrected to %q, want %q", c.text, ds[0].Fix, c.fix)
		}
	}
}

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"", "a: b", "città: è\n", "a: |\n  x\n", "a: >\n\n  x\n", "a: {b: [c, 'd''e', \"f\\tg\"]}", "a: “x”", "l:\n- a\n-\n",
		"a: 'x\nb: c", "a\nb: c", "a: [", "a: &x 1\nb: *x", "<<: {}", "a: !!str 1", "? [a]\n: b", "a: 1\n---\nb", "a: 1\n...\nb", "%YAML 1.2\n---\na: b",
		"a: x\u2028b: “c”", "a: x\u0085b: c", "a\r: b\rc: d", "\ufeffa: b", "a: \x01", "a: \xff", "\ta: b", "a: b: c", "k: \"a\n  b\"", "a: “x\n  y”", "\"a\nb\": c", "?", " \v",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const first = 3
		root, ds := tree.YAML("a.md", []byte(text), first)
		inside(t, text, first, root, ds)
	})
}

// inside checks that every place lies in the text, that no map holds a key twice
// and that nothing nests deeper than is allowed.
func inside(t *testing.T, text string, first int, root *tree.Node, ds []diag.Diagnostic) {
	t.Helper()
	lines := strings.Split(text, "\n")
	check := func(what string, p diag.Pos) {
		if p.File != "a.md" || p.Line < first || p.Line >= first+len(lines) || p.Col < 1 {
			t.Fatalf("%s at %+v: the text has lines %d to %d", what, p, first, first+len(lines)-1)
		}
		width := len([]rune(lines[p.Line-first]))
		if p.Col > width+1 || p.EndCol > width+1 || p.EndCol != 0 && p.EndCol < p.Col {
			t.Fatalf("%s at %+v: the line has %d characters", what, p, width)
		}
	}
	var walk func(n *tree.Node, depth int)
	walk = func(n *tree.Node, depth int) {
		check("value", n.Pos)
		if depth > tree.MaxDepth+1 {
			t.Fatalf("%d levels", depth)
		}
		keys := map[string]bool{}
		for _, field := range n.Fields {
			if keys[field.Key] {
				t.Fatalf("key %q twice", field.Key)
			}
			keys[field.Key] = true
			check("key", field.Pos)
			walk(field.Value, depth+1)
		}
		for _, item := range n.Items {
			walk(item, depth+1)
		}
	}
	walk(root, 1)
	for _, d := range ds {
		check(d.Message.Key, d.Pos)
		for _, also := range d.Related {
			check(also.Message.Key, also.Pos)
		}
		for _, lang := range []diag.Lang{diag.English, diag.Italian} {
			if s := d.Message.In(lang); s == "" || strings.Contains(s, "%!") {
				t.Fatalf("%s says %q", d.Message.Key, s)
			}
		}
	}
}
