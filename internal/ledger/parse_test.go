package ledger

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
)

// told writes diagnostics as place and key.
func told(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d:%d-%d %s %s", d.Pos.Line, d.Pos.Col, d.Pos.EndCol, d.Message.Key, fmt.Sprintln(d.Message.Args...))))
	}
	return out
}

func TestLinesAreRead(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []Entry
	}{
		{"nothing", "", nil},
		{"comments and empty lines", "# a\n\n  \n#b\n", nil},
		{"live", "/it/ live content/index.it.md\n", []Entry{{Address: "/it/", Source: "content/index.it.md"}}},
		{"gone", "/it/x/ gone 2026-11-22 a.md\n", []Entry{{Address: "/it/x/", Gone: "2026-11-22", Source: "a.md"}}},
		{"without a file", "/it/ live\n/x/ gone 2026-11-22\n", []Entry{{Address: "/it/"}, {Address: "/x/", Gone: "2026-11-22"}}},
		{"a file with spaces", "/f.pdf live content/a b c.pdf \n", []Entry{{Address: "/f.pdf", Source: "content/a b c.pdf"}}},
		{"line ends of Windows, a mark of the byte order, tabs", "\ufeff/it/\tlive\ta.md\r\n/en/ live b.md", []Entry{
			{Address: "/it/", Source: "a.md"}, {Address: "/en/", Source: "b.md"},
		}},
		{"letters outside ASCII", "/it/perché/ live a.md\n", []Entry{{Address: "/it/perché/", Source: "a.md"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, diags := Parse([]byte(tt.text))
			if len(diags) > 0 {
				t.Error(told(diags))
			}
			for i := range l.Entries {
				l.Entries[i].Pos = diag.Pos{}
			}
			if diff := cmp.Diff(tt.want, l.Entries); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatCannotBeReadIsToldAtItsPlace(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"no address", "\nit/ live\n", []string{"2:1-4 bad-ledger.address it/"}},
		{"an empty part", "/it//x/ live\n", []string{"1:1-8 bad-ledger.address /it//x/"}},
		{"a way out of the folder", "/../x live\n/%2e%2e/ live\n", []string{"1:1-6 bad-ledger.address /../x", "2:1-9 bad-ledger.address /%2e%2e/"}},
		{"a hidden slash, a hidden NUL, half an escape", "/a%2fb live\n/%00 live\n/% live\n", []string{
			"1:1-7 bad-ledger.address /a%2fb", "2:1-5 bad-ledger.address /%00", "3:1-3 bad-ledger.address /%",
		}},
		{"a query", "/a?b live\n", []string{"1:1-5 bad-ledger.address /a?b"}},
		{"no state", "/it/\n", []string{"1:1-5 bad-ledger.short /it/"}},
		{"another state, behind accents", "/perché/ dead a.md\n", []string{"1:10-14 bad-ledger.state dead"}},
		{"no date", "/it/ gone\n", []string{"1:10-0 bad-ledger.date"}},
		{"half a date, and none", "/a gone 2026-11\n/b gone 2026-02-30 x\n", []string{"1:9-16 bad-ledger.date 2026-11", "2:9-19 bad-ledger.date 2026-02-30"}},
		{"twice", "/it/ live\n/it/ gone 2026-01-01\n", []string{"2:1-5 bad-ledger.twice /it/"}},
		{"an unfinished merge", "/it/ live\n<<<<<<< HEAD\nnonsense\n=======\n>>>>>>> x\n", []string{"2:1-8 conflict-markers"}},
		{"the middle of a merge", "/it/ live\n=======\n", []string{"2:1-8 conflict-markers"}},
		{"Latin-1", "/it/ live\n/perch\xe9/ live\n", []string{"2:7-0 not-utf8"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, diags := Parse([]byte(tt.text))
			if diff := cmp.Diff(tt.want, told(diags)); diff != "" {
				t.Error(diff)
			}
			for _, d := range diags {
				if d.Pos.File != File || d.Hint.Key == "" {
					t.Errorf("%v: no remedy, or another file", d)
				}
			}
		})
	}
}

func TestAFileThatIsNoLedgerIsNotToldLineByLine(t *testing.T) {
	if _, diags := Parse([]byte(strings.Repeat("nonsense\n", 1_000_000))); len(diags) != maxProblems {
		t.Errorf("%d problems", len(diags))
	}
}

func TestAddressesAreThoseOfFiles(t *testing.T) {
	for file, want := range map[string]string{
		"index.html":                  "/",
		"it/progetti/masp/index.html": "/it/progetti/masp/",
		"it/masp/masp-it.pdf":         "/it/masp/masp-it.pdf",
		"files/a b%c#d?.pdf":          "/files/a%20b%25c%23d%3F.pdf",
		"it/perché/index.html":        "/it/perché/",
		"static/myindex.html":         "/static/myindex.html",
		"a\u00a0b":                    "/a%C2%A0b",
	} {
		if got := Address(file); got != want {
			t.Errorf("%q is at %q, not %q", file, got, want)
		}
		if got := Path(want); got != file {
			t.Errorf("%q shows %q, not %q", want, got, file)
		}
		if !valid(want) {
			t.Errorf("%q is not valid", want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "/it/ live content/index.it.md\n", "/x/ gone 2026-11-22 a b.md\r\n", "/x/ gone 2026-11-22 a b.md\r \n", "\ufeff# c\n/it/ live\n/it/ live\n",
		"<<<<<<< HEAD\n", "/perch\xe9/ live\n", "/a%2fb live\n/%zz live\n", "/a\u2028b live x\n/a\vb live\n", "/it/ gone\n\t/y live \t z \n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, diags := Parse(data)
		lines := strings.Count(string(data), "\n") + 1
		for _, d := range diags {
			if d.Pos.Line < 1 || d.Pos.Line > lines || d.Pos.Col < 1 {
				t.Fatalf("%v lies outside the file", d)
			}
		}
		if len(diags) > 0 {
			return
		}
		once := l.Format()
		again, diags := Parse(once)
		if len(diags) > 0 {
			t.Fatalf("what was written cannot be read: %v in %q", told(diags), once)
		}
		if twice := again.Format(); string(twice) != string(once) {
			t.Fatalf("written twice: %q, then %q", once, twice)
		}
		if len(again.Entries) != len(l.Entries) {
			t.Fatalf("%d entries became %d: %q", len(l.Entries), len(again.Entries), once)
		}
	})
}
