package jsonld

import (
	"encoding/json"
	"strings"
	"testing"

	"dossier/internal/view"
)

// FuzzAppend puts any text into every place of linked data: it stays one JSON
// object that no page is left by.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"Evento finale", "</script><script>alert(1)</script>", "]]>", "<!--", "\u2028\u2029", "\x00\x1f", `"\`, "\xff", "&lt;"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		got := string(Append(nil, []view.Node{{Type: a, ID: b, Props: []view.Prop{
			{Name: "name", Texts: []string{a, b}, Lang: "it"}, {Name: "x", Texts: []string{b}}, {Name: "location", Nodes: []view.Node{{Type: b, ID: a}}},
		}}}))
		if !json.Valid([]byte(got)) {
			t.Errorf("no JSON: %s", got)
		}
		if strings.ContainsAny(got, "<>\u2028\u2029") {
			t.Errorf("leaves the page: %s", got)
		}
	})
}
