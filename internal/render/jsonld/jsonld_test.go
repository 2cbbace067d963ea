package jsonld

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/view"
)

func TestAppendKeepsOrderAndShapes(t *testing.T) {
	got := string(Append(nil, []view.Node{{
		Type: "Event",
		ID:   "https://example.eu/it/e/#event",
		Props: []view.Prop{
			{Name: "name", Texts: []string{"Evento finale"}, Lang: "it"},
			{Name: "alternateName", Texts: []string{"a", "b"}},
			{Name: "attendeeCapacity", Value: "100"},
			{Name: "isAccessibleForFree", Value: "true"},
			{Name: "location", Nodes: []view.Node{{Type: "Place"}}},
			{Name: "performer", Nodes: []view.Node{{ID: "#a"}, {ID: "#b"}}},
			{Name: "description"},
		},
	}}))
	want := `{"@context":"https://schema.org","@graph":[{"@type":"Event","@id":"https://example.eu/it/e/#event",` +
		`"name":{"@value":"Evento finale","@language":"it"},"alternateName":["a","b"],"attendeeCapacity":100,` +
		`"isAccessibleForFree":true,"location":{"@type":"Place"},"performer":[{"@id":"#a"},{"@id":"#b"}]}]}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAppendWithoutNodesIsEmpty(t *testing.T) {
	if got := Append([]byte("before"), nil); string(got) != "before" {
		t.Errorf("got %q", got)
	}
}

// hostile are texts that break out of careless encoders.
var hostile = []string{
	`</script><script>alert(1)</script>`,
	`<!--<script>`,
	"line\u2028paragraph\u2029end",
	`quote " backslash \ end`,
	"control \x00\x01\n\t",
	"not \xff UTF-8",
	`{"@id":"x"}`,
	"&lt;/script&gt;",
}

func TestAppendOfHostileTextsIsValidAndCannotLeaveItsScript(t *testing.T) {
	for _, s := range hostile {
		got := string(Append(nil, []view.Node{{Type: s, ID: s, Props: []view.Prop{
			{Name: s + "name", Texts: []string{s}, Lang: s},
			{Name: "value", Value: s},
		}}}))
		if strings.ContainsAny(got, "<>&\u2028\u2029") {
			t.Errorf("%q: unescaped in %s", s, got)
		}
		var doc struct {
			Graph []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(got), &doc); err != nil {
			t.Errorf("%q: %v in %s", s, err, got)
			continue
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); doc.Graph[0]["@type"] != want {
			t.Errorf("%q came back as %q", want, doc.Graph[0]["@type"])
		}
		if _, there := doc.Graph[0]["value"]; there {
			t.Errorf("%q was written as a bare value: %s", s, got)
		}
	}
}
