package build_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestADirectoryOfManyPartsLeadsToThemOnly holds the size of its page: with 61
// projects it does not show all organisations once more, and with 60 it does.
func TestADirectoryOfManyPartsLeadsToThemOnly(t *testing.T) {
	for _, tt := range []struct {
		projects int
		shown    bool
	}{{60, true}, {61, false}} {
		s := testSite{t, t.TempDir()}
		s.frame()
		s.paperless()
		for n := range 2 {
			s.project(n)
		}
		for n := 2; n < tt.projects; n++ {
			stem := fmt.Sprintf("content/projects/p%d", n)
			s.facts(stem+".md", fmt.Sprintf("acronym: PR%d", n), "start: 2020", "lead: p0-partner0",
				"funding: [{programme: plan, statement: funded}]", "territories: [t0]", "contact: {email: a@example.org}")
			s.words(stem, fmt.Sprintf("Progetto %d", n), fmt.Sprintf("Project %d", n), "")
		}
		r := s.fresh()
		page := file(t, r, "en/partners/project/index.html")
		if shown := strings.Contains(page, `class="org-name"`); shown != tt.shown {
			t.Errorf("%d projects: organisations are shown: %v", tt.projects, shown)
		}
		if field := strings.Contains(page, `id="filter-field"`); field != tt.shown {
			t.Errorf("%d projects: there is a field to filter them: %v", tt.projects, field)
		}
		contains(t, page, `<a href="/en/partners/project/p1/">Project 1 <span`, fmt.Sprintf(`/en/partners/project/p%d/">`, tt.projects-1))
		contains(t, file(t, r, "en/partners/project/p1/index.html"), `class="org-name"`, `id="filter-field"`)
	}
}
