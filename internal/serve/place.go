package serve

import (
	"fmt"
	"html/template"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"dossier/internal/diag"
)

// place is a line of a file of the site, with the ways that lead there.
type place struct {
	Text   string       // content/projects/masp.it.md:3
	Source string       // address of the text in the browser; empty: the site has no such file
	Editor template.URL // address that opens the file in an editor; empty: none is known
	Label  string       // of that address
}

func (s *Server) place(st *state, pos diag.Pos) place {
	p := place{Text: pos.File, Label: s.words.Edit}
	if pos.Line > 0 {
		p.Text = fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	if !st.has(pos.File) {
		return p
	}
	p.Source = s.sourceURL(pos)
	p.Editor = s.o.Editor.link(st.latest.Snapshot.Root, pos)
	return p
}

// sourceURL is where the text of a file is shown. The token is in it: the texts
// are for those that we handed a link to.
func (s *Server) sourceURL(pos diag.Pos) string {
	q := url.Values{"path": {pos.File}, "token": {s.token}}
	u := url.URL{Path: sourcePath}
	if pos.Line > 0 {
		q.Set("line", strconv.Itoa(pos.Line))
		u.Fragment = lineID(pos.Line)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

func lineID(n int) string { return "L" + strconv.Itoa(n) }

// Editor is a program whose files can be opened by a link.
type Editor string

// The editors that are known, by what they register with the system. NoEditor
// stands for no links.
const (
	VSCode   Editor = "vscode" // also VSCodium and others that answer to it
	IDEA     Editor = "idea"   // and the other editors of that family
	NoEditor Editor = "none"
)

// Editors are the values that an Editor can take.
func Editors() []string { return []string{string(VSCode), string(IDEA), string(NoEditor)} }

// KnownEditor reports whether there is such an editor.
func KnownEditor(name string) bool { return slices.Contains(Editors(), name) }

// link opens a place of the site under root. The schemes are not of the web:
// html/template has to be told that they are ours.
func (e Editor) link(root string, pos diag.Pos) template.URL {
	whole, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(pos.File)))
	if err != nil {
		return ""
	}
	file, line := filepath.ToSlash(whole), max(1, pos.Line)
	if file[0] != '/' {
		file = "/" + file // a Windows drive
	}
	var u url.URL
	switch e {
	case VSCode:
		u = url.URL{Scheme: "vscode", Host: "file", Path: fmt.Sprintf("%s:%d:%d", file, line, max(1, pos.Col))}
	case IDEA:
		q := url.Values{"file": {file}, "line": {strconv.Itoa(line)}}
		u = url.URL{Scheme: "idea", Host: "open", RawQuery: q.Encode()}
	default:
		return ""
	}
	return template.URL(u.String())
}
