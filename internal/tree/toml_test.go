package tree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/tree"
)

func TestTOMLKnowsThePlaceOfEveryKeyAndValue(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"text", `lead = "comune"`, []string{"lead 1:1-5", `lead = "comune" 1:8-16`}},
		{"accents count one each", "\"città\" = 'è' # x\nb = 1", []string{"città 1:1-8", `città = "è" 1:11-14`, "b 2:1-2", "b = 1 2:5-6"}},
		{"dotted keys", "a.b.c = 1\na.d = 2", []string{
			"a 1:1-2", "a{} 1:1-2", "a.b 1:3-4", "a.b{} 1:3-4", "a.b.c 1:5-6", "a.b.c = 1 1:9-10", "a.d 2:3-4", "a.d = 2 2:7-8",
		}},
		{"tables", "[site]\ntitle = 'x'\n[site.more]\ny = 1", []string{
			"site 1:2-6", "site{} 1:2-6", "site.title 2:1-6", `site.title = "x" 2:9-12`,
			"site.more 3:7-11", "site.more{} 3:7-11", "site.more.y 4:1-2", "site.more.y = 1 4:5-6",
		}},
		{"arrays of tables", "[[l]]\na = 1\n[[l]]\na = 2\n[l.x]\nb = 3", []string{
			"l 1:3-4", "l[] 1:3-4", "l[0]{} 1:3-4", "l[0].a 2:1-2", "l[0].a = 1 2:5-6",
			"l[1]{} 3:3-4", "l[1].a 4:1-2", "l[1].a = 2 4:5-6", "l[1].x 5:4-5", "l[1].x{} 5:4-5", "l[1].x.b 6:1-2", "l[1].x.b = 3 6:5-6",
		}},
		{"inline tables", `t = { it = "Ciao", "en" = 'Hi' }`, []string{
			"t 1:1-2", "t{} 1:5-6", "t.it 1:7-9", `t.it = "Ciao" 1:12-18`, "t.en 1:20-24", `t.en = "Hi" 1:27-31`,
		}},
		{"a list stands where its key does", "l = [1,\n  {a = 'b'}]", []string{
			"l 1:1-2", "l[] 1:1-2", "l[0] = 1 1:6-7", "l[1]{} 2:3-4", "l[1].a 2:4-5", `l[1].a = "b" 2:8-11`,
		}},
		{"text over several lines is marked at its start", "a = \"\"\"\nx\ny\"\"\"\nb = 1", []string{
			"a 1:1-2", `a = "x\ny" 1:5`, "b 4:1-2", "b = 1 4:5-6",
		}},
		{"line ends of Windows", "a = 'x'\r\nb = 'y'\r\n", []string{"a 1:1-2", `a = "x" 1:5-8`, "b 2:1-2", `b = "y" 2:5-8`}},
		{"comments", "# x = 1\n\na = 1 # y", []string{"a 3:1-2", "a = 1 3:5-6"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root, ds := tree.TOML("a.md", []byte(c.text), 1)
			if diff := cmp.Diff(c.want, outline(root)); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
			if len(ds) > 0 {
				t.Errorf("unexpected: %v", problems(ds))
			}
		})
	}
}

func TestTOMLScalarsStayAsTheEditorWroteThem(t *testing.T) {
	for _, value := range []string{"true", "4.0", "1_000", "0x1F", "-7", "2020-06-15", "2021-03-25T10:00:00+01:00", "10:00:00", "inf"} {
		root, ds := tree.TOML("a.md", []byte("k = "+value), 1)
		if n := root.Get("k"); len(ds) > 0 || n == nil || n.Value != value || n.Quoted || n.Null {
			t.Errorf("%s: got %+v, %v", value, n, problems(ds))
		}
	}
}

func TestTOMLSyntaxErrorsNameTheirPlace(t *testing.T) {
	cases := []struct {
		name, text, want string
	}{
		{"text without quotes", "[site]\ntitle = Conciliare", "2:9 bad-toml.value"},
		{"column counts characters", `x = "è" a`, "1:9 bad-toml"},
		{"typographic quotes", "a = “x”", "1:5 bad-toml.smart-quote"},
		{"quote never closed", "a = \"x\nb = 1", "1:5 bad-toml.quote"},
		{"bracket never closed", "a = [1,\nb = 2", "2:1 bad-toml"},
		{"key without a value", "a = 1\nb\n", "2:2 bad-toml"},
		{"key of YAML", "a: 1", "1:2 bad-toml"},
		{"accent in a bare key", "a = 1\nè = 1", "2:1 bad-toml"},
		{"impossible date", "a = 2020-13-45", "1:5-15 bad-date"},
		{"a zero in front", "cap = 00185", "1:7 bad-toml.value"},
		{"a zero in front, and a comment", "cap = 00185 # x", "1:7 bad-toml"},
		{"a value where a table stands", "a = {b = 1}\n[a]", "2:2 bad-toml"},
		{"key twice", "a = 1\na = 2", "2:1-2 duplicate-key"},
		{"key twice, once in quotes", "[x]\na = 1\n  \"a\" = 2", "3:3-6 duplicate-key"},
		{"key twice in an inline table", "t = {a = 1, a = 2}", "1:13-14 duplicate-key"},
		{"table twice", "[a]\nx = 1\n[a]\ny = 2", "3:2 duplicate-key.toml"},
		{"list and table of one name", "[[a]]\n[a]", "2:2 duplicate-key.toml"},
	}
	for _, c := range cases {
		t.Run(c.name+" "+c.want, func(t *testing.T) {
			root, ds := tree.TOML("a.md", []byte(c.text), 1)
			if len(ds) != 1 {
				t.Fatalf("want one problem, got %v", problems(ds))
			}
			if got := place(ds[0].Pos) + " " + ds[0].Message.Key; got != c.want {
				t.Errorf("got %s, want %s (%v)", got, c.want, ds[0].Message.Args)
			}
			if ds[0].Hint.Key == "" || len(root.Fields) > 0 {
				t.Errorf("hint %q, %d fields", ds[0].Hint.Key, len(root.Fields))
			}
		})
	}
}

func TestTOMLRefusesDeepNesting(t *testing.T) {
	cases := []struct {
		name, text string
		deep       bool
	}{
		{"lists, the most", "a = " + strings.Repeat("[", 6) + "1" + strings.Repeat("]", 6), false},
		{"lists", "a = " + strings.Repeat("[", 9) + "1" + strings.Repeat("]", 9), true},
		{"inline tables, the most", "a = " + strings.Repeat("{b = ", 6) + "1" + strings.Repeat("}", 6), false},
		{"inline tables", "a = " + strings.Repeat("{b = ", 9) + "1" + strings.Repeat("}", 9), true},
		{"tables in lists", "a = " + strings.Repeat("[{b = ", 5) + "1" + strings.Repeat("}]", 5), true},
		{"dotted keys", strings.Repeat("a.", 9) + "a = 1", true},
		{"table names", "[" + strings.Repeat("a.", 9) + "a]\nb = 1", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := tree.TOML("a.md", []byte(c.text), 1)
			if got := len(ds) > 0 && ds[0].Message.Key == "bad-toml.deep"; got != c.deep {
				t.Errorf("refused: %v, want %v; %v", got, c.deep, problems(ds))
			}
		})
	}
}

// BenchmarkTOML reads as much as a site.toml may hold.
func BenchmarkTOML(b *testing.B) {
	var text strings.Builder
	for i := 0; text.Len() < 60<<10; i++ {
		fmt.Fprintf(&text, "k%d = 1\n", i)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		tree.TOML("site.toml", []byte(text.String()), 1)
	}
}

func TestEqualIsAboutWhatIsSaid(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{"k: 2019-02-01", "k: '2019-02-01'", true},
		{"k: 1", "k: 2", false},
		{"k: {a: 1, b: 2}", "k:\n  b: 2\n  a: 1", true},
		{"k: {a: 1}", "k: {a: 1, b: 2}", false},
		{"k: {a: 1}", "k: {b: 1}", false},
		{"k: [a, b]", "k:\n- a\n- b", true},
		{"k: [a, b]", "k: [b, a]", false},
		{"k: [a]", "k: a", false},
		{"k:", "k: ''", false},
	}
	for _, c := range cases {
		a, _ := tree.YAML("a.md", []byte(c.a), 1)
		b, _ := tree.YAML("b.md", []byte(c.b), 5)
		if got := tree.Equal(a, b); got != c.want || tree.Equal(b, a) != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if tree.Equal(nil, &tree.Node{}) || !tree.Equal(nil, nil) {
		t.Error("nothing equals only nothing")
	}
}

func TestGetOfAMissingKeyIsNil(t *testing.T) {
	root, _ := tree.YAML("a.md", []byte("a: b"), 1)
	if root.Get("x") != nil || root.Get("a").Get("b") != nil || root.Get("x").Get("y") != nil {
		t.Error("a value was made up")
	}
}

func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"", "a = 1", "\"è\" = 'ù'\n", "[a]\nb = 1\n[[c]]\nd = {e = [1, {f = 2}]}\n[c.g]\nh = 1", "a.b = 1\na.c = 2", "a = 1\na = 2",
		"a = \"\"\"\nx\"\"\"", "a = [\n1, # x\n2,\n]", "a = 2021-03-25T10:00:00Z", "è", "a = “x”", "a = \"\\u00e8\"\r\nb = 1", "[[a]]\n[a]", "a = {}\n\x00", "\xef\xbb\xbfa = 1", "[a.b.c.d.e.f.g.h.i.j]", "\"“",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const first = 3
		root, ds := tree.TOML("a.md", []byte(text), first)
		inside(t, text, first, root, ds)
	})
}
