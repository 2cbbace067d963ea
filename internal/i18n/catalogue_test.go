package i18n_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

const italian = `
title = "Progetti"

[kit]
download = "Scarica {{.name}} ({{ .size }})"

[kit.area]
right = "Diritti"

[partner.kind]
other = "Altro"
ngo = "ONG"

[partner.count]
one = "un partner"
other = "{{.count}} partner"
`

const english = `
title = "Projects"
kit.download = "Download {{.name}} ({{.size}})"
kit.area.right = "Rights"
partner.kind = { other = "Other", ngo = "NGO" }
partner.count = { one = "one partner", other = "{{.count}} partners" }
`

func TestMessagesAreFoundByDottedIDInEachLanguage(t *testing.T) {
	c, ds := i18n.NewCatalogue([]string{"it", "en"}, []i18n.MessageFile{
		{Path: "i18n/it.toml", Lang: "it", Data: []byte(italian)},
		{Path: "i18n/en.toml", Lang: "en", Data: []byte("\ufeff" + english)},
		{Path: "themes/civic/i18n/fr.toml", Lang: "fr", Data: []byte("not TOML, not configured")},
	})
	wantNone(t, ds)
	wantIDs := []string{"kit.area.right", "kit.download", "partner.count", "partner.kind.ngo", "partner.kind.other", "title"}
	if diff := cmp.Diff(wantIDs, c.IDs()); diff != "" {
		t.Error(diff)
	}
	it, en := c.Messages("it"), c.Messages("en")
	for _, tt := range []struct{ got, want string }{
		{it.Text("title"), "Progetti"},
		{en.Text("title"), "Projects"},
		{it.Text("kit.download", "name", "la guida", "size", "1,2 MB"), "Scarica la guida (1,2 MB)"},
		{en.Text("kit.download", "name", 2020), "Download 2020 (⟦size⟧)"},
		{en.Text("kit.download", "name"), "Download ⟦name⟧ (⟦size⟧)"},
		{it.Text("partner.kind.other"), "Altro"},
		{it.Text("partner.count", "count", 1), "un partner"},
		{it.Text("partner.count", "count", 0), "0 partner"},
		{it.Text("partner.count", "count", int64(12345)), "12.345 partner"},
		{en.Text("partner.count", "count", int32(1234)), "1,234 partners"},
		{en.Text("partner.count", "count", "many"), "many partners"},
		{en.Text("partner.count"), "⟦count⟧ partners"},
		{en.Text("nothing"), "⟦nothing⟧"},
		{c.Messages("fr").Text("title"), "⟦title⟧"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	if !it.Has("title") || it.Has("kit") {
		t.Error("a message is a text, not a table")
	}
}

func TestCountChoosesThePluralFormOfTheLanguage(t *testing.T) {
	file := func(lang string, forms ...string) i18n.MessageFile {
		var b strings.Builder
		b.WriteString("[n]\n")
		for _, f := range forms {
			fmt.Fprintf(&b, "%s = %q\n", f, f)
		}
		return i18n.MessageFile{Path: lang + ".toml", Lang: lang, Data: []byte(b.String())}
	}
	tests := []struct {
		lang  string
		forms []string
		want  map[int]string
	}{
		{"pl", []string{"one", "few", "many", "other"}, map[int]string{1: "one", 2: "few", 4: "few", 5: "many", 12: "many", 22: "few", 0: "many"}},
		{"it", []string{"one", "other"}, map[int]string{0: "other", 1: "one", 2: "other", 1000000: "other"}},
		{"it", []string{"one", "many", "other"}, map[int]string{1: "one", 1000000: "many"}},
		{"en", []string{"one", "other"}, map[int]string{0: "other", 1: "one", 2: "other"}},
		{"fr", []string{"one", "other"}, map[int]string{0: "one", 1: "one", 2: "other"}},
		{"nb", []string{"one", "other"}, map[int]string{1: "one", 2: "other"}},
		{"lv", []string{"zero", "one", "other"}, map[int]string{0: "zero", 21: "one", 2: "other"}},
		{"ga", []string{"one", "two", "few", "many", "other"}, map[int]string{1: "one", 2: "two", 3: "few", 7: "many", 11: "other"}},
		{"sl", []string{"one", "two", "few", "other"}, map[int]string{101: "one", 102: "two", 103: "few", 5: "other"}},
		{"tlh", []string{"other"}, map[int]string{1: "other"}},
	}
	for _, tt := range tests {
		c, ds := i18n.NewCatalogue([]string{tt.lang}, []i18n.MessageFile{file(tt.lang, tt.forms...)})
		wantNone(t, ds)
		for count, want := range tt.want {
			if got := c.Messages(tt.lang).Text("n", "count", count); got != want {
				t.Errorf("%s: %d is %q, want %q", tt.lang, count, got, want)
			}
		}
	}
}

func TestLaterFilesReplaceSingleMessages(t *testing.T) {
	c, ds := i18n.NewCatalogue([]string{"it"}, []i18n.MessageFile{
		{Path: "theme/it.toml", Lang: "it", Data: []byte("a = \"tema\"\nb = \"tema\"\n[c]\none = \"un\"\nother = \"più\"")},
		{Path: "i18n/it.toml", Lang: "it", Data: []byte("b = \"sito\"\nc = \"sempre\"")},
	})
	wantNone(t, ds)
	m := c.Messages("it")
	if got := m.Text("a") + m.Text("b") + m.Text("c", "count", 1); got != "temasitosempre" {
		t.Errorf("got %q", got)
	}
}

func TestCatalogueReportsWhatIsWrong(t *testing.T) {
	langs := []string{"it", "en", "pl"}
	tests := []struct {
		name  string
		files []i18n.MessageFile
		want  []string
	}{
		{"broken TOML does not make its messages missing", []i18n.MessageFile{
			{Path: "it.toml", Lang: "it", Data: []byte("a = \"è\"")},
			{Path: "en.toml", Lang: "en", Data: []byte("a = \"x\"\nb = \"è\" c")},
			{Path: "pl.toml", Lang: "pl", Data: []byte("a = \"x\"")},
		}, []string{"en.toml:2:9: message-syntax"}},
		{"missing in one language", []i18n.MessageFile{
			{Path: "t/i18n/it.toml", Lang: "it", Data: []byte("a = \"uno\"")},
			{Path: "t/i18n/en.toml", Lang: "en", Data: []byte("a = \"one\"")},
			{Path: "i18n/pl.toml", Lang: "pl", Data: []byte("")},
			{Path: "t/i18n/pl.toml", Lang: "pl", Data: []byte("")},
		}, []string{`i18n/pl.toml:0:0: missing-message: the language "pl" has no messages: 1 labels`}},
		{"missing where there is no file yet", []i18n.MessageFile{
			{Path: "i18n/it.toml", Lang: "it", Data: []byte("a = \"uno\"")},
			{Path: "i18n/en.toml", Lang: "en", Data: []byte("a = \"one\"")},
		}, []string{"i18n/pl.toml:0:0: missing-message"}},
		{"forms", []i18n.MessageFile{
			{Path: "it.toml", Lang: "it", Data: []byte("[a]\none = \"uno\"")},
			{Path: "en.toml", Lang: "en", Data: []byte("[a]\none = \"one\"\nother = \"more\"")},
			{Path: "pl.toml", Lang: "pl", Data: []byte("[a]\none = \"jeden\"\nmany = \"x\"\nother = \"y\"")},
		}, []string{
			`it.toml:2:7: message-syntax: message "a" has plural forms but not the form "other"`,
			`pl.toml:2:7: missing-message: message "a" lacks the plural form "few", which the language "pl" needs`,
		}},
		{"texts", all("a = \"uno {{.name} due\"\nb = \"è {{.x}} {{if .y}} \"\nc = 3\nd = '''\n{{.x}}\nè {{y}}'''\ne = \"\\u007b\\u007b\"\nf = [\"x\"]"), each(langs,
			`%s.toml:1:10: message-syntax: message "a": "{{.name} due" is not a placeholder; write {{.name}}, closed by two braces`,
			`%s.toml:2:15: message-syntax: message "b": "{{if .y}}" is not a placeholder; write {{.name}}, closed by two braces`,
			`%s.toml:3:1: message-syntax: message "c" must be a text in quotes`,
			`%s.toml:6:3: message-syntax: message "d": "{{y}}" is not a placeholder; write {{.name}}, closed by two braces`,
			`%s.toml:7:5: message-syntax: message "e": "{{" is not a placeholder; write {{.name}}, closed by two braces`,
			`%s.toml:8:1: message-syntax: message "f" must be a text in quotes`,
		)},
		{"a misspelt placeholder", []i18n.MessageFile{
			{Path: "it.toml", Lang: "it", Data: []byte("a = \"{{.name}} {{.size}}\"\nb = \"{{.count}}\"\nc = \"x\"")},
			{Path: "en.toml", Lang: "en", Data: []byte("a = \"{{.nmae}} {{.size}}\"\nb = \"none\"\nc = \"{{.x}}\"")},
			{Path: "pl.toml", Lang: "pl", Data: []byte("a = \"{{.name}}\"\nb = \"{{.count}}\"\nc = \"x\"")},
		}, []string{`en.toml:1:5: message-syntax: message "a" asks for {{.nmae}}, which nothing fills in; it can use: name, size; it.toml:1`}},
		{"a misspelt placeholder of a site's own message", append(all("a = \"{{.name}}\""),
			i18n.MessageFile{Path: "i18n/it.toml", Lang: "it", Data: []byte("a = \"{{.nome}}\"")},
		), []string{`i18n/it.toml:1:5: message-syntax: message "a" asks for {{.nome}}, which nothing fills in; it can use: name; it.toml:1`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, ds := i18n.NewCatalogue(langs, tt.files)
			if len(ds) != len(tt.want) {
				t.Fatalf("got %q\nwant %q", lines(ds), tt.want)
			}
			for i, got := range lines(ds) {
				if !strings.HasPrefix(got, tt.want[i]) {
					t.Errorf("got  %s\nwant %s", got, tt.want[i])
				}
			}
		})
	}
}

func TestBrokenTextsAreShownAsWritten(t *testing.T) {
	c, _ := i18n.NewCatalogue([]string{"it"}, []i18n.MessageFile{{Path: "it.toml", Lang: "it", Data: []byte(`a = "x {{if}} {{.y}}"`)}})
	if got := c.Messages("it").Text("a", "y", "z"); got != "x {{if}} z" {
		t.Errorf("got %q", got)
	}
}

func TestDigestChangesWithEveryIdAndText(t *testing.T) {
	digest := func(data string) [32]byte {
		c, _ := i18n.NewCatalogue([]string{"it"}, []i18n.MessageFile{{Path: "it.toml", Lang: "it", Data: []byte(data)}})
		return c.Messages("it").Digest()
	}
	seen := map[[32]byte]string{}
	for _, data := range []string{
		``, `a = "b"`, `a = "c"`, `b = "b"`, `ab = ""`, `a = "b"` + "\n" + `c = ""`, `a = {one = "b", other = ""}`, `a = {two = "b", other = ""}`,
	} {
		if before, twice := seen[digest(data)]; twice {
			t.Errorf("%q and %q have one digest", data, before)
		}
		seen[digest(data)] = data
	}
	if digest("a = \"1\"\nb = \"2\"") != digest("# note\nb = '2'\na = '1'") {
		t.Error("order and comments do not count")
	}
}

// all gives every language of the test the same text.
func all(text string) []i18n.MessageFile {
	var files []i18n.MessageFile
	for _, lang := range []string{"it", "en", "pl"} {
		files = append(files, i18n.MessageFile{Path: lang + ".toml", Lang: lang, Data: []byte(text)})
	}
	return files
}

// each expects the same lines of every language, in the order of their files.
func each(langs []string, formats ...string) []string {
	var want []string
	for _, lang := range []string{"en", "it", "pl"} {
		for _, f := range formats {
			want = append(want, strings.Replace(f, "%s", lang, 1))
		}
	}
	return want[:len(langs)*len(formats)]
}

func lines(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		s := fmt.Sprintf("%s:%d:%d: %s: %s", d.Pos.File, d.Pos.Line, d.Pos.Col, d.ID, d.Message.In(diag.English))
		if d.Hint.Key != "" {
			s += "; " + d.Hint.In(diag.English)
		}
		for _, r := range d.Related {
			s += fmt.Sprintf("; %s:%d", r.Pos.File, r.Pos.Line)
		}
		out = append(out, s)
	}
	return out
}

func wantNone(t *testing.T, ds []diag.Diagnostic) {
	t.Helper()
	for _, line := range lines(ds) {
		t.Error(line)
	}
}

func BenchmarkText(b *testing.B) {
	c, _ := i18n.NewCatalogue([]string{"it"}, []i18n.MessageFile{{Path: "it.toml", Lang: "it", Data: []byte(italian)}})
	m := c.Messages("it")
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			m.Text("title")
		}
	})
	b.Run("values", func(b *testing.B) {
		for b.Loop() {
			m.Text("kit.download", "name", "x", "size", "y")
		}
	})
	b.Run("plural", func(b *testing.B) {
		for b.Loop() {
			m.Text("partner.count", "count", 12)
		}
	})
}
