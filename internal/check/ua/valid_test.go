package ua_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/check/ua"
)

// check reads a file that can be read.
func check(t testing.TB, data []byte) ua.Report {
	t.Helper()
	r, err := ua.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestASoundDocumentHasNoFindings(t *testing.T) {
	for name, data := range map[string][]byte{"table": tiny(t).classic(), "streams": tiny(t).packed()} {
		t.Run(name, func(t *testing.T) {
			r := check(t, data)
			for _, f := range r.Findings {
				t.Errorf("%s, page %d: %s", f.Rule, f.Page, f.What)
			}
			if diff := cmp.Diff(tinyText, r.Text()); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			want := []ua.Heading{{Level: 1, Text: "Title of it", Page: 1}, {Level: 2, Text: "Second", Page: 1}}
			if diff := cmp.Diff(want, r.HeadingsAt); diff != "" {
				t.Errorf("headings (-want +got):\n%s", diff)
			}
			if r.Pages != 2 || r.Elements != len(tinyElements) || r.Headings != 2 || r.Links != 1 || r.Notes != 1 {
				t.Errorf("counted %d pages, %d elements, %d headings, %d links, %d notes", r.Pages, r.Elements, r.Headings, r.Links, r.Notes)
			}
			if r.Title != "A tiny document" || r.Lang != "en" {
				t.Errorf("title %q, language %q", r.Title, r.Lang)
			}
		})
	}
}
