package serve

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// pageList is every page of the last good site, by type.
type pageList struct {
	Query  string // what the pages were filtered by
	Groups []pageGroup
	Shown  int
	All    int
}

type pageGroup struct {
	Name string
	Rows []pageRow
}

// pageRow is a page with its state.
type pageRow struct {
	*page
	Name   string
	States []badge
	Place  place
	Pair   string // address of the page in all its languages
}

// badge is one word on the state of a page.
type badge struct {
	Kind string // published, draft, future, fallback, missing, error, warning
	Text string
}

// pagesPage lists the pages whose row has the words of the query in it.
func (s *Server) pagesPage(st *state, q url.Values) answer {
	list := pageList{Query: q.Get("q")}
	wanted := strings.Fields(strings.ToLower(list.Query))
	groups := map[string][]pageRow{}
	all := st.pages()
	found := perFile(st.diags())
	for i := range all.pages {
		row := s.row(st, all, &all.pages[i], found)
		list.All++
		if row.holds(wanted) {
			list.Shown++
			groups[row.Kind] = append(groups[row.Kind], row)
		}
	}
	for kind, rows := range groups {
		list.Groups = append(list.Groups, pageGroup{s.words.kind(kind), rows})
	}
	slices.SortFunc(list.Groups, func(a, b pageGroup) int {
		return cmp.Or(cmp.Compare(rank(a.Rows[0].Kind), rank(b.Rows[0].Kind)), cmp.Compare(a.Name, b.Name))
	})
	return s.own(st, pagesTemplate, ownPage{Name: "pages", Title: s.words.Pages, Script: filterPath, Main: list})
}

// kindOrder is the order of the types: as a visitor meets them. Others follow.
var kindOrder = []string{
	"home", "projects", "project", "partners", "partner", "events", "event", "newslist", "news",
	"kits", "kit", "sheet", "guide", "chapter", "wholeguide", "programme", "territory", "text", "section",
	"sitemap", "chooser", "404", "redirect",
}

func rank(kind string) int {
	if i := slices.Index(kindOrder, kind); i >= 0 {
		return i
	}
	return len(kindOrder)
}

func (s *Server) row(st *state, all *register, p *page, found map[string][]diag.Diagnostic) pageRow {
	return pageRow{
		page: p, Name: p.name(), States: s.states(all, p, found), Place: s.place(st, p.Pos), Pair: pairOf(p.URL),
	}
}

// states are the words on a page: whether it is published, what it lacks, and
// how much is wrong in its files.
func (s *Server) states(all *register, p *page, found map[string][]diag.Diagnostic) []badge {
	out := s.drafts(p)
	if len(out) == 0 {
		out = append(out, badge{"published", s.words.Published})
	}
	out = append(out, s.lacks(all, p)...)
	return append(out, s.faults(p, found)...)
}

// lacks says in which languages a page is not what its readers expect.
func (s *Server) lacks(all *register, p *page) []badge {
	var out []badge
	if p.MainLang != "" {
		out = append(out, badge{"fallback", s.words.Fallback + " " + p.MainLang})
	}
	if missing := all.missing(p); len(missing) > 0 {
		out = append(out, badge{"missing", s.words.NotIn + " " + strings.Join(missing, ", ")})
	}
	return out
}

// faults counts what is wrong in the files of a page.
func (s *Server) faults(p *page, found map[string][]diag.Diagnostic) []badge {
	var own []diag.Diagnostic
	for _, f := range p.Files {
		own = append(own, found[f]...)
	}
	switch {
	case len(own) == 0:
		return nil
	case diag.HasErrors(own):
		return []badge{{"error", s.counts(own)}}
	}
	return []badge{{"warning", s.counts(own)}}
}

// drafts says why a page would not be there without --drafts or --future.
func (s *Server) drafts(p *page) []badge {
	var out []badge
	if p.Draft {
		out = append(out, badge{"draft", s.words.Draft})
	}
	if p.From != "" {
		out = append(out, badge{"future", s.words.Future + " " + p.From})
	}
	return out
}

// holds reports whether every word stands somewhere in the row.
func (r *pageRow) holds(words []string) bool {
	text := []string{r.Name, r.URL, r.Lang, r.Place.Text}
	for _, b := range r.States {
		text = append(text, b.Text)
	}
	whole := strings.ToLower(strings.Join(text, " "))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(whole, w) })
}

func perFile(ds []diag.Diagnostic) map[string][]diag.Diagnostic {
	m := map[string][]diag.Diagnostic{}
	for _, d := range ds {
		m[d.Pos.File] = append(m[d.Pos.File], d)
	}
	return m
}
