package serve

import (
	"net/url"
	"strings"

	"dossier/internal/diag"
)

// problem is a diagnostic as a page shows it.
type problem struct {
	Severity string // error, warning
	Label    string
	Message  string
	ID       string
	Place    place
	Excerpt  *excerpt // nil: there is no such line, or it is shown anyway
	Hint     string
	Fix      string
	Related  []relatedPlace
}

// excerpt is the line that a diagnostic is about, around the marked part.
type excerpt struct {
	Number                int
	Before, Marked, After string
}

type relatedPlace struct {
	Place   place
	Message string
}

// problemList is everything that is wrong, errors first.
type problemList struct {
	Problems []problem
	More     int    // that are not shown
	Defect   string // why there is no list
	Counts   string
	Below    string // address of the last good page; empty: there is none
	Built    bool   // there is a last good site
}

// maxShown is how many diagnostics a page lists.
const maxShown = 500

func (s *Server) problemList(st *state) problemList {
	list := problemList{Defect: st.defect, Counts: s.counts(st.diags()), Built: st.files != nil}
	lines := fileLines{st: st, files: map[string][]string{}}
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range st.diags() {
			switch {
			case d.Severity != severity:
			case len(list.Problems) == maxShown:
				list.More++
			default:
				p := s.problem(st, d)
				if d.ID != "credential" { // a secret is not for a screen
					p.Excerpt = lines.excerpt(d.Pos)
				}
				list.Problems = append(list.Problems, p)
			}
		}
	}
	return list
}

func (s *Server) problem(st *state, d diag.Diagnostic) problem {
	p := problem{
		Severity: d.Severity.String(), Label: s.words.Severity[d.Severity], Message: d.Message.In(s.o.Lang), ID: d.ID,
		Place: s.place(st, d.Pos), Hint: d.Hint.In(s.o.Lang), Fix: d.Fix,
	}
	for _, r := range d.Related {
		p.Related = append(p.Related, relatedPlace{s.place(st, r.Pos), r.Message.In(s.o.Lang)})
	}
	return p
}

// problemsPage lists what the last build found, be the site good or not.
func (s *Server) problemsPage(st *state) answer {
	return s.own(st, problemsTemplate, ownPage{Name: "problems", Title: s.words.Problems, Main: s.problemList(st)})
}

// errorPage stands in the place of a page while the sources have errors. Its
// status is that of a page: browsers and proxies replace the text of others by
// their own.
func (s *Server) errorPage(st *state, u *url.URL) answer {
	list := s.problemList(st)
	if list.Built {
		list.Below = (&url.URL{Path: u.Path, RawQuery: "dossier=" + lastGood}).String()
	}
	return s.own(st, errorsTemplate, ownPage{Name: "errors", Title: s.words.Errors, Main: list})
}

// fileLines are files of the site by lines, each split once.
type fileLines struct {
	st    *state
	files map[string][]string
}

// lineEnds turns every kind of line end into the one that lines are split at.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func splitLines(text []byte) []string {
	whole := strings.TrimPrefix(string(text), "\uFEFF")
	return strings.Split(strings.TrimSuffix(lineEnds.Replace(whole), "\n"), "\n")
}

func (f fileLines) of(path string) []string {
	lines, known := f.files[path]
	if !known {
		if text, ok := f.st.source(path); ok {
			lines = splitLines(text)
		}
		f.files[path] = lines
	}
	return lines
}

// maxLine is how much of a line is shown on either side of the marked part, in
// characters.
const maxLine = 200

func (f fileLines) excerpt(pos diag.Pos) *excerpt {
	lines := f.of(pos.File)
	if pos.Line < 1 || pos.Line > len(lines) {
		return nil
	}
	text := []rune(lines[pos.Line-1])
	from := min(max(pos.Col-1, 0), len(text))
	to := min(max(pos.EndCol-1, from), len(text))
	if pos.Col > 0 && to == from {
		to = min(from+1, len(text))
	}
	e := &excerpt{
		Number: pos.Line, Before: string(text[max(0, from-maxLine):from]),
		Marked: string(text[from:min(to, from+maxLine)]), After: string(text[to:min(len(text), to+maxLine)]),
	}
	if pos.Col > 0 && e.Marked == "" {
		e.Marked = " " // behind the end of the line
	}
	return e
}
