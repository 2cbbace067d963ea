package serve

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// pair is a page in all its languages.
type pair struct {
	Address string
	Columns []column // none: there is no page at the address
}

// column is the page in one language.
type column struct {
	Lang   string // code of the language; empty for a page of none
	Label  string // its name
	Title  string
	URL    string // of the page; empty: there is none in this language
	Frame  string // what the frame shows
	Name   string // of the frame, for those who do not see it
	States []badge
	Place  place
	Missed string // what the page's readers are told where there is no translation
	Leads  string // and where they are led
}

// pairOf is where the page at an address is shown in all its languages.
func pairOf(address string) string {
	return (&url.URL{Path: strings.TrimSuffix(pairPrefix, "/") + address}).String()
}

// pairPage shows the page at the address behind the prefix, in all its languages
// side by side. While the sources have errors the error page covers it too.
func (s *Server) pairPage(st *state, u *url.URL) answer {
	address := strings.TrimPrefix(u.Path, strings.TrimSuffix(pairPrefix, "/"))
	if st.covered(u) {
		return s.errorPage(st, u)
	}
	if file, status := st.find(address); status == http.StatusFound {
		return answer{status: status, location: pairOf(file.Path)}
	}
	main := pair{Address: address}
	title, status := s.words.Pair, http.StatusNotFound
	if p, ok := st.page(address); ok {
		status, title = http.StatusOK, p.name()
		main.Columns = s.columns(st, p, u.RawQuery)
	}
	a := s.own(st, pairTemplate, ownPage{Name: "pair", Title: title, Style: pairPath, Script: pairJSPath, Main: main})
	if a.status == http.StatusOK {
		a.status, a.policy = status, pairPolicy
	}
	return a
}

func (s *Server) columns(st *state, p *page, query string) []column {
	if len(p.Languages) == 0 {
		return []column{s.column(st, p, p.Lang, query)}
	}
	all := st.pages()
	var out []column
	for _, l := range p.Languages {
		c := column{Lang: l.Code, Missed: l.Missing, Leads: l.URL, States: []badge{{"missing", s.words.Missing}}}
		if other := all.in(p, l); other != nil {
			c = s.column(st, other, l.Code, query)
		}
		c.Label = l.Label
		out = append(out, c)
	}
	return out
}

func (s *Server) column(st *state, p *page, lang, query string) column {
	c := column{Lang: lang, Label: lang, Title: p.name(), URL: p.URL, Place: s.place(st, p.Pos)}
	c.Frame = (&url.URL{Path: p.URL, RawQuery: query}).String()
	c.States = slices.DeleteFunc(s.states(st.pages(), p, perFile(st.diags())), func(b badge) bool { return b.Kind == "missing" })
	c.Name = c.Title + ": " + lang
	return c
}
