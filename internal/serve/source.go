package serve

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"unicode/utf8"

	"dossier/internal/diag"
)

// sourceFile is the text of a file of the site, with what is wrong in it.
type sourceFile struct {
	Path    string
	Place   place // of the line that was asked for
	Lines   []sourceLine
	Pages   []ownLink // that draw on it
	NoText  bool
	Expired bool // the token is not that of this process
	Missing bool
}

type sourceLine struct {
	Number   int
	ID, Text string
	Chosen   bool
	Problems []problem
}

// maxSource is the size of the longest text shown, in bytes; that of content and
// templates is bounded by the same figure.
const maxSource = 1 << 20

// sourcePage shows a file as the last build read it. The request reaches files
// of its snapshot and nothing else.
func (s *Server) sourcePage(st *state, q url.Values) answer {
	f := sourceFile{Path: q.Get("path")}
	status := http.StatusOK
	switch {
	case !s.knows(q):
		f = sourceFile{Expired: true}
		status = http.StatusForbidden
	case !st.has(f.Path):
		f.Missing = true
		status = http.StatusNotFound
	default:
		s.fill(&f, st, lineNumber(q))
	}
	title := f.Path
	if title == "" {
		title = s.words.Source
	}
	a := s.own(st, sourceTemplate, ownPage{Name: "source", Title: title, Main: f})
	if a.status == http.StatusOK {
		a.status = status
	}
	return a
}

func lineNumber(q url.Values) int {
	n, err := strconv.Atoi(q.Get("line"))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

func (s *Server) fill(f *sourceFile, st *state, chosen int) {
	f.Place = s.place(st, diag.Pos{File: f.Path, Line: chosen})
	f.Pages = st.pages().drawingOn(f.Path)
	text, ok := st.source(f.Path)
	if !ok || !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		f.NoText = true
		return
	}
	at := s.problemsByLine(st, f.Path)
	for i, line := range splitLines(text) {
		n := i + 1
		f.Lines = append(f.Lines, sourceLine{Number: n, ID: lineID(n), Text: line, Chosen: n == chosen, Problems: at[n]})
	}
}

// problemsByLine are the problems of a file; those of the file as a whole stand
// at its first line.
func (s *Server) problemsByLine(st *state, file string) map[int][]problem {
	at := map[int][]problem{}
	for _, d := range st.diags() {
		if d.Pos.File == file {
			line := max(1, d.Pos.Line)
			at[line] = append(at[line], s.problem(st, d))
		}
	}
	return at
}

// drawingOn are the pages that a file has a part in.
func (r *register) drawingOn(file string) []ownLink {
	var out []ownLink
	for i := range r.pages {
		p := &r.pages[i]
		if _, found := slices.BinarySearch(p.Sources, file); found || p.Pos.File == file {
			out = append(out, ownLink{Label: p.name(), Note: p.Lang, URL: p.URL})
		}
	}
	return out
}

// name is what a page is called in lists.
func (p *page) name() string {
	if p.Title != "" {
		return p.Title
	}
	return p.URL
}
