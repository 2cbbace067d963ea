package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// publish writes an output of one page.
func publish(t *testing.T, name, hreflang, body string) string {
	t.Helper()
	dir := t.TempDir()
	text := fmt.Sprintf(`<!doctype html><html><head><link rel="alternate" %s="it" href="https://example.org/it/"><script type=application/ld+json>{}</script></head><body data-page=news>%s</body></html>`, hreflang, body)
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestUnequalWorkIsAnError(t *testing.T) {
	words := strings.Repeat("<p>word</p>", 40)
	ours := publish(t, "it/a/index.html", "hreflang", words)
	for _, test := range []struct {
		name, other string
		fails       bool
	}{
		{"the same page", publish(t, "it/a/index.html", "hreflang", words), false},
		{"another address", publish(t, "it/b/index.html", "hreflang", words), true},
		{"no translations named", publish(t, "it/a/index.html", "lang", words), true},
		{"twice the bytes", publish(t, "it/a/index.html", "hreflang", words+words), true},
	} {
		if err := run([]string{ours, test.other}, &strings.Builder{}); (err != nil) != test.fails {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestTheTableCountsWhatPagesHold(t *testing.T) {
	dir := publish(t, "it/a/index.html", "hreflang", `<p>two words</p><a href="/it/b/">b</a>`)
	var out strings.Builder
	if err := run([]string{dir, dir}, &out); err != nil {
		t.Fatal(err)
	}
	if want := "| news | 1 | 1 |"; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in\n%s", want, out.String())
	}
	if want := "| 1.00 | 1.00 | 100 % | 1, 1 | 100, 100 % |"; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in\n%s", want, out.String())
	}
}
