package ledger

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// book makes a ledger of lines.
func book(t *testing.T, lines ...string) Ledger {
	t.Helper()
	l, diags := Parse([]byte(strings.Join(lines, "\n")))
	if len(diags) > 0 {
		t.Fatal(told(diags))
	}
	return l
}

// now publishes addresses, each made from x.md; fates are those of the others.
func now(fates map[string]Fate, addresses ...string) Now {
	n := Now{Today: "2026-11-22", Fate: func(e Entry) Fate { return fates[e.Address] }}
	for _, a := range addresses {
		n.Published = append(n.Published, Page{Address: a, Source: "x.md"})
	}
	return n
}

func TestLiveAddressesThatVanishAreTold(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		now   Now
		want  []string
	}{
		{"all there", []string{"/a/ live a.md", "/a/a.pdf live a.md"}, now(nil, "/a/", "/a/a.pdf"), nil},
		{"more than there was", []string{"/a/ live a.md"}, now(nil, "/a/", "/b/"), nil},
		{"deleted", []string{"/a/ live a.md"}, now(nil), []string{"1:1-4 vanished-address /a/ a.md"}},
		{"deleted, written by hand", []string{"/a/ live"}, now(nil), []string{"1:1-4 vanished-address.unknown /a/"}},
		{"a file that nothing shows", []string{"/a.zip live a.zip"}, now(map[string]Fate{"/a.zip": {File: "a.zip"}}), []string{"1:1-7 vanished-address.unused /a.zip a.zip"}},
		{"a draft", []string{"/a/ live a.md"}, now(map[string]Fate{"/a/": {Kind: Draft, File: "a.md"}}), []string{"1:1-4 vanished-address.draft /a/ a.md"}},
		{"moved", []string{"/a/ live a.md"}, now(map[string]Fate{"/a/": {Kind: Moved, File: "a.md", To: "/b/"}}, "/b/"), []string{"1:1-4 vanished-address.moved /a/ a.md /b/"}},
		{"not translated", []string{"/a/ live a.md"}, now(map[string]Fate{"/a/": {Kind: Untranslated, File: "a.md", Lang: "en"}}), []string{"1:1-4 vanished-address.language /a/ a.md lang.en"}},
		{"part of a page", []string{"/a/b/ live a.md"}, now(map[string]Fate{"/a/b/": {Kind: Emptied, File: "a.md"}}, "/a/"), []string{"1:1-6 vanished-address.part /a/b/ a.md"}},
		{"put off", []string{"/a/ live a.md"}, now(map[string]Fate{"/a/": {Kind: Pending, File: "a.md", Date: "2027-01-01"}}), []string{"1:1-4 vanished-address.pending /a/ a.md 2027-01-01"}},
		{"expired", []string{"/a/ live a.md", "/a/a.pdf live a.md"}, now(map[string]Fate{"/a/": {Kind: Expired}, "/a/a.pdf": {Kind: Expired}}), nil},
		{"gone", []string{"/a/ gone 2026-01-01 a.md"}, now(nil), nil},
		{"gone and back", []string{"/a/ gone 2026-01-01 a.md"}, now(nil, "/a/"), []string{"1:1-4 vanished-address.again /a/ 2026-01-01"}},
		{"a day before it goes", []string{"/a/ gone 2026-11-23 a.md"}, now(nil, "/a/"), nil},
		{"a document goes with its page", []string{"/a/ live a.md", "/a/a.pdf live a.md", "/a/b/ live b.md"}, now(nil, "/a/b/"), []string{"1:1-4 vanished-address /a/ a.md"}},
		{"a document of a page that is gone", []string{"/a/ gone 2026-01-01 a.md", "/a/a.pdf live a.md"}, now(nil), nil},
		{"a document of a page that stays", []string{"/a/ live a.md", "/a/a.pdf live a.md"}, now(nil, "/a/"), []string{"2:1-9 vanished-address /a/a.pdf a.md"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := book(t, tt.lines...).Judge(tt.now)
			if diff := cmp.Diff(tt.want, told(found)); diff != "" {
				t.Error(diff)
			}
			for _, d := range found {
				if d.Hint.Key == "" {
					t.Errorf("%v: no remedy", d)
				}
			}
		})
	}
}

func TestALedgerIsRenewed(t *testing.T) {
	old := book(t, "/z/ live z.md", "/a/ live a.md", "/back/ gone 2026-01-01 b.md", "/gone/ gone 2026-01-01 g.md",
		"/old/ live o.md", "/old/o.pdf live o.md", "/lost/ live l.md")
	next, c := old.Renew(now(map[string]Fate{"/old/": {Kind: Expired, Date: "2026-11-01"}}, "/new/", "/a/", "/back/", "/z/"))
	want := header + `/a/ live x.md
/back/ live x.md
/gone/ gone 2026-01-01 g.md
/lost/ live l.md
/new/ live x.md
/old/ gone 2026-11-01 o.md
/old/o.pdf gone 2026-11-01 o.md
/z/ live x.md
`
	if diff := cmp.Diff(want, string(next.Format())); diff != "" {
		t.Error(diff)
	}
	if want := (Changes{Added: 1, Gone: 2, Back: 1}); c != want {
		t.Errorf("%+v, not %+v", c, want)
	}
	again, c := next.Renew(now(map[string]Fate{}, "/new/", "/a/", "/back/", "/z/"))
	if string(again.Format()) != want || c != (Changes{}) {
		t.Errorf("a second time: %+v\n%s", c, again.Format())
	}
}

func TestAnAddressIsGivenUpWithItsDocuments(t *testing.T) {
	l := book(t, "/a/ live a.md", "/a/a.pdf live a.md", "/a/kept.pdf live static/a/kept.pdf", "/a/b/ live b.md", "/a/b/b.pdf live b.md", "/a/old.pdf gone 2025-01-01 a.md")
	next, n := l.GiveUp("/a/", "2026-11-22", []Page{{Address: "/a/kept.pdf"}, {Address: "/a/b/"}})
	var gone []string
	for _, e := range next.Entries {
		if e.Gone != "" {
			gone = append(gone, e.Address+" "+e.Gone)
		}
	}
	if diff := cmp.Diff([]string{"/a/ 2026-11-22", "/a/a.pdf 2026-11-22", "/a/old.pdf 2025-01-01"}, gone); diff != "" || n != 2 {
		t.Errorf("%d: %s", n, diff)
	}
	if l.Entries[0].Gone != "" {
		t.Error("the ledger itself was changed")
	}
}

func TestHostsAreToldWhatIsGoneOrExpired(t *testing.T) {
	l := book(t, "/a/ live a.md", "/b/ gone 2026-01-01 b.md", "/b/b.pdf live b.md", "/c/ live c.md", "/c/c.pdf live c.md")
	got := l.Given(func(e Entry) Fate {
		if e.Address == "/c/" {
			return Fate{Kind: Expired}
		}
		return Fate{Kind: Draft}
	})
	if diff := cmp.Diff([]string{"/b/", "/b/b.pdf", "/c/", "/c/c.pdf"}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"/b/b.pdf", "/c/c.pdf"}, l.Documents()); diff != "" {
		t.Error(diff)
	}
}
