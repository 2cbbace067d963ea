package content

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// framed writes a frame in one line.
func framed(f frame) string {
	return fmt.Sprintf("%s %q@%d %q@%d", f.format, f.header, f.headerLine, f.body, f.bodyLine)
}

func TestFraming(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"YAML", "---\na: b\n---\nbody\n", `yaml "a: b\n"@2 "body\n"@4`},
		{"TOML", "+++\na = 1\n+++\nbody\n", `toml "a = 1\n"@2 "body\n"@4`},
		{"no body", "---\na: b\n---\n", `yaml "a: b\n"@2 ""@4`},
		{"no line end behind the fence", "---\na: b\n---", `yaml "a: b\n"@2 ""@4`},
		{"empty header", "---\n---\nbody", `yaml ""@2 "body"@3`},
		{"blank lines stay", "---\n\na: b\n\n---\n\n\nbody\n\n", `yaml "\na: b\n\n"@2 "\n\nbody\n\n"@6`},
		{"byte-order mark", "\ufeff---\na: b\n---\nbody", `yaml "a: b\n"@2 "body"@4`},
		{"line ends of Windows", "---\r\na: b\r\n---\r\nbody\r\n", `yaml "a: b\n"@2 "body\n"@4`},
		{"line ends of old Macs", "---\ra: b\r---\rbody\r", `yaml "a: b\n"@2 "body\n"@4`},
		{"line ends of all kinds", "---\r\na: b\r---\nbody", `yaml "a: b\n"@2 "body"@4`},
		{"spaces behind the fences", "--- \t\na: b\n---  \nbody", `yaml "a: b\n"@2 "body"@4`},
		{"indented fence in a block scalar", "---\na: |\n  x\n  ---\n  y\n---\nbody", `yaml "a: |\n  x\n  ---\n  y\n"@2 "body"@7`},
		{"more than a fence", "---\na: b\n--- c\n----\n---\nbody", `yaml "a: b\n--- c\n----\n"@2 "body"@6`},
		{"a rule in the body", "---\na: b\n---\nx\n\n---\n\ny", `yaml "a: b\n"@2 "x\n\n---\n\ny"@4`},
		{"the other fence", "---\na: |\n  x\n+++\n---\n+++", `yaml "a: |\n  x\n+++\n"@2 "+++"@6`},
		{"underlined headings", "---\na: b\n---\nTitle\n=======\n\nOther\n-------\n", `yaml "a: b\n"@2 "Title\n=======\n\nOther\n-------\n"@4`},
		{"quotes within quotes", "---\na: b\n---\n> > > x\n>>>>>>>y\n", `yaml "a: b\n"@2 "> > > x\n>>>>>>>y\n"@4`},
		{"marks of a merge within a line", "---\na: b\n---\nwrite <<<<<<< HEAD\n", `yaml "a: b\n"@2 "write <<<<<<< HEAD\n"@4`},
		{"the guard of the library", "---\na: b\n\x1edossier\x1e\nc: d\n---\nbody\n", `yaml "a: b\n\x1edossier\x1e\nc: d\n"@2 "body\n"@6`},
		{"header of the largest size", "---\n" + strings.Repeat("#", 64<<10-1) + "\n---\n", `yaml "` + strings.Repeat("#", 64<<10-1) + `\n"@2 ""@4`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, ds := new(cutter).split("a.md", []byte(c.text))
			if diff := cmp.Diff(c.want, framed(f)); diff != "" || len(ds) > 0 {
				t.Errorf("%s%v", diff, ds)
			}
			if f.fence.Line != 1 || f.fence.Col != 1 || f.fence.EndCol != 4 || f.fence.File != "a.md" {
				t.Errorf("the fence is at %+v", f.fence)
			}
		})
	}
}

func TestWhatCannotBeFramed(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"never closed", "---\na: b\nbody\n", "1:1 unclosed-front-matter"},
		{"closed with the other fence", "---\na: b\n+++\n", "1:1 unclosed-front-matter"},
		{"closed by an indented fence", "---\na: b\n ---\nbody", "1:1 unclosed-front-matter"},
		{"closed by dashes of another kind", "---\na: b\n———\nbody", "1:1 unclosed-front-matter"},
		{"only a fence", "---", "1:1 unclosed-front-matter"},
		{"fence on the second line", "\n---\na: b\n---\n", "2:1 unclosed-front-matter.start"},
		{"TOML lower down", "\n \n+++\na = 1\n+++\n", "3:1 unclosed-front-matter.start"},
		{"indented opening fence", "  ---\na: b\n---\n", "1:1 unclosed-front-matter.start"},
		{"text first", "Title\n\n---\na: b\n---\n", "1:1 unclosed-front-matter.none"},
		{"no header", "# Title\n\nbody", "1:1 unclosed-front-matter.none"},
		{"empty", "", "1:1 unclosed-front-matter.none"},
		{"blank", "\n \n", "1:1 unclosed-front-matter.none"},
		{"large header", "---\n" + strings.Repeat("#", 64<<10) + "\n---\n", "1:1 too-large.header"},
		{"Latin-1", "---\nname: citt\xe0\n---\n", "2:11 not-utf8"},
		{"Latin-1 behind accents", "---\r\nn: è\r\n---\r\nperch\xe9", "4:6 not-utf8"},
		{"Latin-1 in a file of an old Mac", "---\rn: a\r---\rperch\xe9", "4:6 not-utf8"},
		{"UTF-16", "\xff\xfe-\x00-\x00-\x00", "1:1 not-utf8"},
		{"NUL", "---\na: b\n---\nè\x00", "4:2 not-utf8.nul"},
		{"merge in the header", "---\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other\n---\n", "2:1 conflict-markers"},
		{"merge in the body", "---\na: b\n---\n\nx\n<<<<<<< HEAD\n", "6:1 conflict-markers"},
		{"the end of a merge only", "---\na: b\n---\n>>>>>>> other\n", "4:1 conflict-markers"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := new(cutter).split("a.md", []byte(c.text))
			if len(ds) != 1 {
				t.Fatalf("got %v", ds)
			}
			if got := fmt.Sprintf("%d:%d %s", ds[0].Pos.Line, ds[0].Pos.Col, ds[0].Message.Key); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func FuzzFrame(f *testing.F) {
	for _, seed := range []string{
		"", "---\na: b\n---\nbody\n", "+++\na = 1\n+++\n", "\ufeff---\r\na: |\r\n  ---\r\n---\r\nx", "---\n", "---\n---", "--- \n\n---\t\n", "\n---\n",
		"---\na\r---\rb", "---\n\x1edossier\x1e\n---\nx\n\x1edossier\x1e\n", "---\na: \xe0\n---\n", "---\n\x00---\n", "---\n<<<<<<< a\n---\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ds := new(cutter).split("a.md", data)
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimLeft(string(data), "\ufeff"))
		lines := strings.Split(text, "\n")
		for _, d := range ds {
			if d.Pos.Line < 1 || d.Pos.Line > len(lines) || d.Pos.Col < 1 || d.Pos.Col > utf8.RuneCountInString(lines[d.Pos.Line-1])+1 {
				t.Fatalf("%s at %+v", d.Message.Key, d.Pos)
			}
		}
		if len(ds) > 0 {
			return
		}
		if got.headerLine != 2 || got.bodyLine < 3 || got.bodyLine > len(lines)+1 {
			t.Fatalf("header on line %d, body on line %d of %d", got.headerLine, got.bodyLine, len(lines))
		}
		header := strings.Join(append(lines[1:got.bodyLine-2:got.bodyLine-2], ""), "\n")
		body := strings.Join(lines[min(got.bodyLine-1, len(lines)):], "\n")
		if string(got.header) != header || string(got.body) != body {
			t.Fatalf("%q and %q, want %q and %q", got.header, got.body, header, body)
		}
		fences := [2]string{strings.TrimRight(lines[0], " \t"), strings.TrimRight(lines[got.bodyLine-2], " \t")}
		if want := map[string]string{"yaml": "---", "toml": "+++"}[got.format]; fences != [2]string{want, want} {
			t.Fatalf("%s between %q", got.format, fences)
		}
	})
}
