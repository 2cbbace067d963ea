package serve

import (
	"bytes"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"dossier/internal/diag"
	"dossier/internal/memo"
)

// ownPage is a page of the server's own: what is around its main part.
type ownPage struct {
	Words  words
	Name   string // of its template
	Title  string
	Home   string // where the site begins
	Links  []ownLink
	Style  string // a style sheet beside the common one; empty: none
	Script string // a script beside that of live reload; empty: none
	Main   any
}

// ownLink leads to one of the server's own pages.
type ownLink struct {
	Label, Note, URL string
	Current          bool
}

// Pages of ours load what is ours alone. They are framed by nobody but the pages
// of this server: an error page may stand in the pair view.
const (
	ownPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; " +
		"base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
	pairPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

// Templates of the server's own pages, each in the common frame, parsed when they are
// first needed: most runs of the program serve nothing.
var (
	errorsTemplate   = ownTemplate("errors")
	problemsTemplate = ownTemplate("problems")
	pagesTemplate    = ownTemplate("pages")
	sourceTemplate   = ownTemplate("source")
	pairTemplate     = ownTemplate("pair")
	barTemplate      = parsed("assets/bar.html", "assets/parts.html")
)

func ownTemplate(name string) func() *template.Template {
	return parsed("assets/frame.html", "assets/parts.html", "assets/"+name+".html")
}

func parsed(files ...string) func() *template.Template {
	return sync.OnceValue(func() *template.Template { return template.Must(template.ParseFS(assets, files...)) })
}

// own makes the answer of a page of ours.
func (s *Server) own(st *state, t func() *template.Template, p ownPage) answer {
	p.Words, p.Home = s.words, st.base
	p.Links = []ownLink{
		{Label: p.Words.Pages, URL: pagesPath, Current: p.Name == "pages"},
		{Label: p.Words.Problems, Note: s.counts(st.diags()), URL: problemsPath, Current: p.Name == "problems"},
	}
	var b bytes.Buffer
	if err := t().ExecuteTemplate(&b, "frame", p); err != nil {
		return answer{status: http.StatusInternalServerError}
	}
	return answer{
		status: http.StatusOK, kind: contentTypes[".html"], data: b.Bytes(),
		mark: shortened(memo.Bytes(b.Bytes())), policy: ownPolicy,
	}
}

// counts says how many errors and warnings there are; nothing for none.
func (s *Server) counts(ds []diag.Diagnostic) string {
	errs, warnings := diag.Count(ds)
	var text strings.Builder
	diag.Printer{Lang: s.o.Lang}.Summary(&text, errs, warnings)
	return strings.TrimSpace(text.String())
}
