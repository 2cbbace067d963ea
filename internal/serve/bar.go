package serve

import (
	"net/url"
	"strings"

	"dossier/internal/diag"
)

// bar is what stands below a page of the site while it is served: where it comes
// from, what state it is in, and the ways to the server's own pages. The script
// of live reload shows it; the published page has nothing of it.
type bar struct {
	Words    words
	States   []badge
	Place    *place // nil where there is no page
	Sources  []place
	Pair     string
	Pages    string
	Problems string
	Counts   string
	Old      bool // the page is the last good one
}

// bar is the bar of a page as HTML; empty for pages of our own.
func (s *Server) bar(st *state, u *url.URL) string {
	if strings.HasPrefix(u.Path, "/_dossier/") || strings.HasPrefix(u.Path, pairPrefix) {
		return ""
	}
	b := bar{
		Words: s.words, Pages: pagesPath, Problems: problemsPath, Counts: s.counts(st.diags()), Old: st.problem != "",
	}
	if p, ok := st.page(u.Path); ok {
		where := s.place(st, p.Pos)
		b.Place, b.Pair = &where, pairOf(p.URL)
		b.States = append(s.drafts(p), s.lacks(st.pages(), p)...)
		for _, file := range p.Sources {
			b.Sources = append(b.Sources, s.place(st, diag.Pos{File: file}))
		}
	}
	var text strings.Builder
	if err := barTemplate().ExecuteTemplate(&text, "bar.html", b); err != nil {
		return ""
	}
	return strings.TrimSpace(text.String())
}
