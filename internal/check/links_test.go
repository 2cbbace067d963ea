package check_test

import (
	"testing"

	"dossier/internal/check"
)

func TestGatheredAddressesTellWhatPagesWouldTell(t *testing.T) {
	const fine = `<main id="main"><a href="#main">top</a><a href="/it/#aims">aims</a><a href="https://example.org/">out</a><a href="//example.org/">out</a><a href="mailto:a@example.org">mail</a></main>`
	pages := map[string]string{
		"index.html":    `<main id="main"><a href="/it/">it</a></main>`,
		"it/index.html": `<main id="main"><h2 id="aims">Aims</h2></main>`,
	}
	for _, tt := range []struct {
		name, page string
		all        bool // nothing but the addresses gathered can be wrong
		sound      bool
	}{
		{"nothing", `<p>text</p>`, true, true},
		{"good addresses", fine, true, true},
		{"a page that is not there", `<a href="/en/">en</a>`, true, false},
		{"a heading that is not there", `<a href="/it/#budget">budget</a>`, true, false},
		{"a target on the page that is not there", `<a href="#main">top</a>`, false, true},
		{"an address that depends on the page", `<a href="it/">it</a>`, false, true},
		{"an id twice", `<p id="a"></p><p id="a"></p>`, false, true},
	} {
		pages["new.html"] = tt.page
		site := check.Site{
			Base: "/",
			Has:  func(path string) bool { _, ok := pages[path]; return ok },
			IDs:  func(page string) (check.IDs, bool) { p, ok := pages[page]; return check.Scan([]byte(p)).IDs(), ok },
		}
		var gathered check.Links
		all := gathered.Add(check.Scan([]byte(tt.page)))
		if sound := site.Sound(&gathered); all != tt.all || sound != tt.sound {
			t.Errorf("%s: all %v, sound %v", tt.name, all, sound)
		}
		told := site.NewJudge().Page("new.html", check.Scan([]byte(tt.page)))
		if fine := tt.all && tt.sound || tt.name == "an address that depends on the page"; fine != (len(told) == 0) {
			t.Errorf("%s: the page says %v", tt.name, told)
		}
	}
}
