package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/view"
)

// hostile are texts that break out of formats which are not written with care.
var hostile = []string{
	"]]>", "<script>alert(1)</script>", "a & b", `"quoted" 'text'`, "\x00\x01\x1f\x7f", "line\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
	"back\\slash; comma, colon:", "\ufffe\uffff", "\xff\xfe", "=HYPERLINK(\"http://x.example\")", "è 日本 🙂", "\u2028\u2029", "</title>", "<!--", "&#0;",
}

// parse reads XML to its end and returns its text by element.
func parse(t *testing.T, data []byte) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var path []string
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			path = append(path, tok.Name.Local)
			for _, a := range tok.Attr {
				key := strings.Join(path, "/") + "@" + a.Name.Local
				out[key] = append(out[key], a.Value)
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			key := strings.Join(path, "/")
			if text := string(tok); strings.TrimSpace(text) != "" {
				out[key] = append(out[key], text)
			}
		}
	}
}

// only has one file.
func only(name, text string) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		if path != name {
			return nil, fs.ErrNotExist
		}
		return []byte(text + path), nil
	}
}

func TestFeed(t *testing.T) {
	v := &view.Feed{
		Title: "Notizie & dati", Lang: "it", Self: "https://x.example/it/feed.xml", Home: "https://x.example/it/", ID: "tag:x", Updated: "2021-03-25T00:00:00Z",
		Author: "Comune", Entries: []view.FeedEntry{
			{ID: "tag:1", URL: "https://x.example/1?a=1&b=2", Title: "Uno", Summary: "S", Published: "2021-01-01T00:00:00Z", Updated: "2021-01-02T00:00:00Z", Category: "news", Body: view.Body{Source: "x", Lang: "it"}},
			{ID: "tag:2", URL: "https://x.example/2", Title: "Due", Updated: "2021-01-02T00:00:00Z"},
		},
	}
	got := parse(t, feed(v, func([]byte, view.Body) []byte { return []byte("<p>testo &amp; altro</p>") }))
	want := map[string][]string{
		"feed/title": {"Notizie & dati"}, "feed/entry/title": {"Uno", "Due"}, "feed/entry/content": {"<p>testo &amp; altro</p>"},
		"feed/entry/link@href": {"https://x.example/1?a=1&b=2", "https://x.example/2"}, "feed/author/name": {"Comune"},
		"feed/entry/content@type": {"html"}, "feed/entry/category@term": {"news"}, "feed@lang": {"it"}, "feed@xmlns": {"http://www.w3.org/2005/Atom"},
		"feed/link@rel": {"self", "alternate"}, "feed/entry/id": {"tag:1", "tag:2"},
	}
	for key, texts := range want {
		if diff := cmp.Diff(texts, got[key]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
	if got["feed/subtitle"] != nil || got["feed/rights"] != nil {
		t.Error("elements without text stand in the feed")
	}
}

func TestFeedsAreWellFormedWhateverTheTitle(t *testing.T) {
	for _, text := range hostile {
		v := &view.Feed{Title: text, Subtitle: text, Author: text, Self: text, Lang: "it", Entries: []view.FeedEntry{{Title: text, Summary: text, URL: text, ID: text, Category: text}}}
		got := parse(t, feed(v, nil))
		if title := got["feed/title"]; len(title) > 0 && strings.Contains(text, "alert") && title[0] != text {
			t.Errorf("%q became %q", text, title[0])
		}
		if got["feed/script"] != nil || got["feed/title/script"] != nil {
			t.Errorf("%q made an element", text)
		}
	}
}

func TestSitemapListsAddressesAndTranslations(t *testing.T) {
	v := &view.URLSet{URLs: []view.SiteURL{
		{Loc: "https://x.example/it/?a&b", LastMod: "2021-01-02", Alternates: []view.Alternate{{HrefLang: "en", URL: "https://x.example/en/"}}},
		{Loc: "https://x.example/it/b/"},
	}}
	got := parse(t, sitemap(v))
	want := map[string][]string{
		"urlset@xmlns": {"http://www.sitemaps.org/schemas/sitemap/0.9"}, "urlset@xhtml": {"http://www.w3.org/1999/xhtml"},
		"urlset/url/loc": {"https://x.example/it/?a&b", "https://x.example/it/b/"}, "urlset/url/lastmod": {"2021-01-02"},
		"urlset/url/link@rel": {"alternate"}, "urlset/url/link@hreflang": {"en"}, "urlset/url/link@href": {"https://x.example/en/"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRobots(t *testing.T) {
	if got := string(robots(&view.Robots{SiteMap: "https://x.example/sitemap.xml"})); got != "User-agent: *\nAllow: /\n\nSitemap: https://x.example/sitemap.xml\n" {
		t.Errorf("open: %q", got)
	}
	if got := string(robots(&view.Robots{SiteMap: "https://x.example/sitemap.xml", Disallow: true})); got != "User-agent: *\nDisallow: /\n" {
		t.Errorf("a preview: %q", got)
	}
}

func TestHostRules(t *testing.T) {
	v := &view.HostRules{CSP: "default-src 'self'", Base: "/sub/", Redirects: []view.HostRedirect{{From: "/sub/old/", To: "/sub/new/"}, {From: "/sub/a", To: "/sub/b/"}}}
	lines := strings.Split(string(headers(v)), "\n")
	sections := map[string][]string{}
	var path string
	for _, line := range lines {
		if line != "" && !strings.HasPrefix(line, "  ") {
			path = line
		} else if line != "" {
			sections[path] = append(sections[path], strings.TrimSpace(line))
		}
	}
	for _, want := range []string{"Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY"} {
		if !strings.Contains(strings.Join(sections["/sub/*"], "\n"), want) {
			t.Errorf("%q is missing in %v", want, sections)
		}
	}
	if diff := cmp.Diff([]string{"! Cache-Control", "Cache-Control: public, max-age=31536000, immutable"}, sections["/sub/assets/*"]); diff != "" {
		t.Error(diff)
	}
	want := "# old address, new address, status\n/sub/old/ /sub/new/ 301\n/sub/a /sub/b/ 301\n"
	if diff := cmp.Diff(want, string(redirects(v))); diff != "" {
		t.Error(diff)
	}
}

// sample is a table with one column of each kind.
func sample(text string) *view.Table {
	cell := func(values ...string) view.Cell { return view.Cell{Values: values} }
	return &view.Table{
		Name: "events", Title: text, Lang: "it", Licence: "CC BY 4.0", Publisher: text, Source: "https://x.example/",
		Columns: []view.Column{
			{Name: "id", Kind: "text", Title: "Id"},
			{Name: "projects", Kind: "list", Title: text},
			{Name: "attendance", Kind: "number", Title: "N"},
			{Name: "start", Kind: "date", Title: "D"},
		},
		Rows: []view.Row{
			{Cells: []view.Cell{cell(text), cell(text, "b"), cell("-7"), cell("2021-03-25")}},
			{Cells: []view.Cell{cell("x"), cell(), cell(), cell()}},
		},
	}
}

func TestTableAsJSON(t *testing.T) {
	var got any
	data := appendTableJSON(nil, sample("a \"b\" <c>"))
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	want := map[string]any{
		"title": "a \"b\" <c>", "language": "it", "publisher": "a \"b\" <c>", "license": "CC BY 4.0", "source": "https://x.example/",
		"events": []any{
			map[string]any{"id": "a \"b\" <c>", "projects": []any{"a \"b\" <c>", "b"}, "attendance": -7.0, "start": "2021-03-25"},
			map[string]any{"id": "x", "projects": []any{}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEmptyTables(t *testing.T) {
	v := &view.Table{Name: "events", Columns: []view.Column{{Name: "id", Kind: "text", Title: "Id"}}}
	var got any
	if err := json.Unmarshal(appendTableJSON(nil, v), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]any{"events": []any{}}, got); diff != "" {
		t.Error(diff)
	}
	data, err := appendTableCSV(nil, v)
	if err != nil || string(data) != "\uFEFFId\r\n" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestTableAsCSV(t *testing.T) {
	data, err := appendTableCSV(nil, sample("è; \"b\"\n<c>"))
	if err != nil {
		t.Fatal(err)
	}
	text, bom := bytes.CutPrefix(data, []byte("\uFEFF"))
	if !bom {
		t.Error("spreadsheets need the byte-order mark")
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Id", "è; \"b\"\n<c>", "N", "D"},
		{"è; \"b\"\n<c>", "è; \"b\"\n<c>; b", "-7", "2021-03-25"},
		{"x", "", "", ""},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if bytes.Contains(bytes.ReplaceAll(data, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("a line does not end in CRLF")
	}
}

func TestNoCellIsTakenForAFormula(t *testing.T) {
	for _, text := range []string{"=1+1", "+39 02", "-x", "@SUM(A1)", "\t=1", "\r=1"} {
		data, err := appendTableCSV(nil, sample(text))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range []string{rows[0][1], rows[1][0], rows[1][1]} {
			if !strings.HasPrefix(cell, "'") {
				t.Errorf("%q stands as %q", text, cell)
			}
		}
	}
}

func TestOutputRendersWhatThePlanNames(t *testing.T) {
	in := Inputs{
		Source: only("static/CNAME", "of the site: "),
		Asset:  only("assets/a.css", "of the theme: "),
	}
	cases := []struct {
		renderer string
		view     any
		begins   string
	}{
		{"feed", &view.Feed{}, "<?xml"},
		{"sitemap", &view.URLSet{}, "<?xml"},
		{"calendar", &view.Calendar{}, "BEGIN:VCALENDAR\r\n"},
		{"robots", &view.Robots{}, "User-agent"},
		{"headers", &view.HostRules{Base: "/"}, "/*\n"},
		{"redirects", &view.HostRules{}, "#"},
		{"redirects of Netlify", &view.HostRules{}, "#"},
		{"redirects of nginx", &view.HostRules{}, "# include"},
		{"redirects of Apache", &view.HostRules{}, "# include"},
		{"json", &view.Table{}, "{"},
		{"csv", &view.Table{}, "\uFEFF"},
		{"static", &view.Static{Source: "static/CNAME"}, "of the site: static/CNAME"},
		{"asset", &view.Static{Source: "assets/a.css"}, "of the theme: assets/a.css"},
	}
	for _, c := range cases {
		got, err := Output(in, c.renderer, "", c.view)
		if err != nil || !strings.HasPrefix(string(got), c.begins) {
			t.Errorf("%s: %q, %v", c.renderer, got, err)
		}
	}
	for renderer, v := range map[string]any{
		"static": &view.Static{Source: "gone"}, "asset": &view.Static{Source: "gone"}, "picture": &view.Picture{Source: "gone"}, "unknown": nil,
	} {
		if _, err := Output(in, renderer, "", v); err == nil {
			t.Errorf("%s of a file that is gone: no error", renderer)
		}
	}
}

func FuzzFeed(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		v := &view.Feed{Title: title, Lang: title, Self: body, Entries: []view.FeedEntry{{ID: title, Title: title, Summary: body, URL: body, Body: view.Body{Source: "x"}}}}
		data := feed(v, func([]byte, view.Body) []byte { return []byte(body) })
		if !utf8.Valid(data) {
			t.Fatal("not UTF-8")
		}
		got := parse(t, data)
		if want := clean(title); strings.TrimSpace(want) != "" && utf8.ValidString(title) && strings.Join(got["feed/title"], "") != want {
			t.Fatalf("%q is read as %q", want, got["feed/title"])
		}
		for key := range got {
			if !strings.HasPrefix(key, "feed") || strings.Count(key, "/") > 2 {
				t.Fatalf("the text made an element: %s", key)
			}
		}
	})
}

// clean is a text without what XML 1.0 cannot hold (section 2.2).
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
}

func FuzzTableJSON(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := sample(text)
		data := appendTableJSON(nil, v)
		var got map[string]any
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if rows := got["events"].([]any); len(rows) != 2 || len(rows[0].(map[string]any)) != 4 {
			t.Fatalf("the text changed the table: %v", got)
		}
		file, err := appendTableCSV(nil, v)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\uFEFF")))).ReadAll()
		if err != nil || len(rows) != 3 {
			t.Fatalf("%d rows, %v in\n%q", len(rows), err, file)
		}
		if c := rows[1][0]; c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			t.Fatalf("a formula: %q", c)
		}
	})
}
