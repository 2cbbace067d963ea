package serve

import (
	"net/url"
	"os"
	"reflect"
	"strings"
	"testing"

	"dossier/internal/diag"
)

// own are addresses of every kind of page of the server's own.
func (w writer) own() []string {
	return []string{pagesPath, problemsPath, "/_pair" + pagePath, "/_pair/nowhere/", w.sourceURL(diag.Pos{File: pageFile}), sourcePath}
}

func TestOwnPagesRunNothingInline(t *testing.T) {
	w := edit(t, nil)
	pages := append(w.own(), "/error/")
	w.replace(pageFile, "summary:", "sumary:")
	w.soon("/error/", 200, errorPage)
	for _, path := range pages {
		path, _, _ = strings.Cut(path, "#")
		_, header, page := w.get(path)
		csp := header.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'; style-src 'self'; script-src 'self'; ") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %s", path, csp)
		}
		for _, inline := range []string{"<style", " style=", " onclick", "<script>"} {
			if strings.Contains(page, inline) {
				t.Errorf("%s has %s", path, inline)
			}
		}
		if !strings.HasPrefix(page, "<!doctype html>\n<html lang=\"en\" data-dossier=") || !strings.Contains(page, reloadPath) {
			t.Errorf("%s:\n%s", path, page)
		}
	}
}

func TestPlacesLeadToTheSourceAndToTheEditor(t *testing.T) {
	w := edit(t, func(w writer) { w.replace(pageFile, "slug: ponte", "slug: ponte\nunknown: <b>") })
	_, _, page := w.get(problemsPath)
	_, link, found := strings.Cut(page, `<a class="place" href="`)
	if !found {
		t.Fatalf("no link:\n%s", page)
	}
	link, _, _ = strings.Cut(link, `"`)
	link = strings.ReplaceAll(link, "&amp;", "&")
	address, fragment, _ := strings.Cut(link, "#")
	_, _, source := w.get(address)
	for _, text := range []string{
		`<h1>content/projects/bridge.it.md</h1>`, `<li id="` + fragment + `" class="chosen">`,
		`<code>unknown: &lt;b&gt;</code>`, `<p class="note error">`,
	} {
		if !strings.Contains(source, text) {
			t.Errorf("the source has no %s:\n%s", text, source)
		}
	}
}

func TestASourceNamesThePagesMadeOfIt(t *testing.T) {
	w := edit(t, nil)
	_, _, source := w.get(w.sourceURL(diag.Pos{File: "content/partners/comune.md"}))
	for _, text := range []string{`<a href="` + pagePath + `">Ponte</a>`, `<a href="/en/projects/bridge/">Bridge</a>`} {
		if !strings.Contains(source, text) {
			t.Errorf("no %s:\n%s", text, source)
		}
	}
}

func TestOnlyTextsOfTheSiteAreShown(t *testing.T) {
	w := edit(t, func(w writer) {
		w.must(os.WriteFile(w.file("static/picture.bin"), []byte{0, 1, 2, 0xff}, 0o644))
		w.must(os.WriteFile(w.file("static/long.txt"), make([]byte, maxSource+1), 0o644))
		w.must(os.MkdirAll(w.file(".git"), 0o755))
		w.must(os.WriteFile(w.file(".git/config"), []byte("secret"), 0o644))
		w.must(os.WriteFile(w.file("README.md"), []byte("secret"), 0o644))
	})
	tests := []struct {
		path   string
		status int
		text   string
	}{
		{"site.toml", 200, "Europe/Rome"},
		{"static/table.csv", 200, "col1,col2"},
		{"static/picture.bin", 200, "not a text"},
		{"static/long.txt", 200, "not a text"},
		{".git/config", 404, "no such file"},
		{"README.md", 404, "no such file"},
		{"/etc/passwd", 404, "no such file"},
		{"../" + w.root, 404, "no such file"},
		{"content/../site.toml", 404, "no such file"},
		{"content", 404, "no such file"},
		{"", 404, "no such file"},
	}
	for _, test := range tests {
		status, _, page := w.get(sourcePath + "?" + url.Values{"token": {w.token}, "path": {test.path}}.Encode())
		if status != test.status || !strings.Contains(page, test.text) || strings.Contains(page, "secret") {
			t.Errorf("%q: %d\n%s", test.path, status, page)
		}
	}
}

func TestEditorsAreNamedAsTheyWantIt(t *testing.T) {
	pos := diag.Pos{File: "content/a b/è#1.md", Line: 3, Col: 5}
	tests := []struct {
		editor Editor
		pos    diag.Pos
		want   string
	}{
		{VSCode, pos, "vscode://file/site/content/a%20b/%C3%A8%231.md:3:5"},
		{VSCode, diag.Pos{File: "site.toml"}, "vscode://file/site/site.toml:1:1"},
		{IDEA, pos, "idea://open?file=%2Fsite%2Fcontent%2Fa+b%2F%C3%A8%231.md&line=3"},
		{NoEditor, pos, ""},
		{"", pos, ""},
	}
	for _, test := range tests {
		if got := string(test.editor.link("/site", test.pos)); got != test.want {
			t.Errorf("%s: %s, want %s", test.editor, got, test.want)
		}
	}
}

func TestBothLanguagesSayEverything(t *testing.T) {
	en, it := reflect.ValueOf(english), reflect.ValueOf(italian)
	for i := range en.NumField() {
		name := en.Type().Field(i).Name
		if en.Field(i).IsZero() || it.Field(i).IsZero() {
			t.Errorf("%s is not said in both languages", name)
		}
	}
	for kind := range english.Kinds {
		if italian.Kinds[kind] == "" {
			t.Errorf("%s has no Italian name", kind)
		}
	}
	for _, kind := range kindOrder {
		if english.Kinds[kind] == "" || italian.Kinds[kind] == "" {
			t.Errorf("%s has no name", kind)
		}
	}
}
