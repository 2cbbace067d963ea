package check_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/check"
	"dossier/internal/diag"
)

func TestAddressesWrittenWholeLeadSomewhere(t *testing.T) {
	const start = "https://example.org/sub/"
	for _, c := range []struct{ name, file, text, want string }{
		{"site map", "sitemap.xml", "<loc>" + start + "it/</loc><loc>" + start + "fr/</loc>", "/sub/fr/"},
		{"feed", "it/feed.xml", `<link href="` + start + `it/guide.pdf"/><link href="` + start + `it/guida.pdf"/>`, "/sub/it/guida.pdf"},
		{"data", "it/data.json", `{"url": "` + start + `en/#part", "next": "` + start + `en/data.json"}`, "/sub/en/data.json"},
		{"calendar with folded lines", "it/a.ics", "URL:https://example.org/s\r\n ub/it/nowher\r\n e/\r\n", "/sub/it/nowhere/"},
		{"end of a sentence", "robots.txt", "See " + start + "it/.", ""},
		{"in a page, for other programs", "it/index.html", `<meta property="og:image" content="` + start + `assets/card.png">`, "/sub/assets/card.png"},
		{"another site", "robots.txt", "https://example.org.evil/sub/x https://example.org/other/", ""},
		{"not a text", "a.png", start + "x", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := check.Finished{Files: site("", ""), Base: "/sub/", Origin: "https://example.org", Source: func(p string, _ bool) string { return p }}
			f.Files[c.file] = append(f.Files[c.file], c.text...)
			var got []string
			for _, d := range f.Check() {
				if d.ID == "broken-link" && d.Pos.File == c.file {
					got = append(got, d.Message.Args[0].(string))
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("found %v, want %q", got, c.want)
			}
		})
	}
}

func TestLinksOfDocumentsLeadSomewhere(t *testing.T) {
	r := realSite(t)
	f := check.Finished{
		Files: map[string][]byte{}, Own: map[string][]byte{}, Base: r.Config.Base, Origin: r.Config.Origin,
		Source: func(p string, _ bool) string { return p },
	}
	for i, file := range r.Files {
		f.Files[file.Path] = nil // nothing but documents is read
		if r.Outputs[i].PDF() && strings.HasPrefix(file.Path, "it/progetti/") {
			f.Own[file.Path] = file.Data
		}
	}
	told := func() (broken []string) {
		for _, d := range f.Check() {
			if d.ID == "broken-link" && filepath.Ext(d.Pos.File) == ".pdf" {
				broken = append(broken, d.Pos.File+" "+d.Message.In(diag.English))
			}
		}
		return broken
	}
	if diff := cmp.Diff([]string(nil), told()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, page := range []string{"it/partner/comune-di-milano/index.html", "it/progetti/masp/index.html"} {
		delete(f.Files, page)
	}
	if len(told()) == 0 {
		t.Error("a page that documents link to is not missed")
	}
}
