package serve

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"dossier/internal/memo"
	"dossier/internal/publish"
)

// answer is what there is at an address.
type answer struct {
	status   int
	location string // with StatusFound
	kind     string // media type
	data     []byte // nil: the status says it all
	mark     string // of a page: what is shown, see Server.mark
	policy   string // Content-Security-Policy; empty: that of every answer
}

// answer looks an address up in a state: a page of the server's own, or one of
// the site. It depends on nothing else.
func (s *Server) answer(st *state, u *url.URL) answer {
	switch {
	case u.Path == pagesPath:
		return s.pagesPage(st, u.Query())
	case u.Path == problemsPath:
		return s.problemsPage(st)
	case u.Path == sourcePath:
		return s.sourcePage(st, u.Query())
	case strings.HasPrefix(u.Path, pairPrefix):
		return s.pairPage(st, u)
	}
	return s.sitePage(st, u)
}

// lastGood is the value of the query parameter "dossier" that asks for the page
// under the error page.
const lastGood = "last-good"

// covered reports whether the error page lies over an address.
func (st *state) covered(u *url.URL) bool {
	return st.problem != "" && (u.Query().Get("dossier") != lastGood || st.files == nil)
}

// sitePage is a file of the site, a redirect, or the error page over it.
func (s *Server) sitePage(st *state, u *url.URL) answer {
	file, status := st.find(u.Path)
	switch {
	case status == http.StatusFound:
		to := url.URL{Path: file.Path, RawQuery: u.RawQuery}
		return answer{status: status, location: to.String()}
	case st.covered(u) && isPage(file.Path, u.Path):
		return s.errorPage(st, u)
	case file.Data == nil && status == http.StatusNotFound:
		return answer{status: status}
	}
	a := answer{status: status, kind: contentType(file.Path), data: file.Data, mark: shortened(memo.Key(file.Digest))}
	if isHTML(file) {
		a.mark = st.markOf(file)
	}
	return a
}

func isHTML(f publish.File) bool { return path.Ext(f.Path) == ".html" }

// isPage reports whether a browser expects a page: one was found, or nothing was
// where an address has no extension.
func isPage(found, asked string) bool {
	if found != "" && found != notFound {
		return path.Ext(found) == ".html"
	}
	ext := path.Ext(asked)
	return ext == "" || ext == ".html"
}

// reply sends the answer at the address that was asked for; pages with the
// script that reloads them.
func (s *Server) reply(w http.ResponseWriter, r *http.Request) {
	a := s.answer(s.state.Load(), r.URL)
	h := w.Header()
	switch {
	case a.location != "":
		h.Set("Location", a.location)
		w.WriteHeader(a.status)
		return
	case a.data == nil && a.kind == "":
		refuse(w, a.status)
		return
	}
	data := a.data
	if a.kind == contentTypes[".html"] {
		data = inject(data, s.script(a.mark))
	}
	if a.policy != "" {
		h.Set("Content-Security-Policy", a.policy)
	}
	h.Set("Content-Type", a.kind)
	if a.status != http.StatusOK {
		send(w, r, a.status, data)
		return
	}
	h.Set("ETag", `"`+memo.Bytes(data).String()[:32]+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// send writes an answer of another status than ServeContent's.
func send(w http.ResponseWriter, r *http.Request, status int, data []byte) {
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(data)
	}
}

// script is the element that reloads a page when its mark is no longer that of
// its address. It names no inline code: pages forbid it.
func (s *Server) script(mark string) string {
	q := url.Values{"token": {s.token}, "v": {mark}}
	return `<script defer src="` + template.HTMLEscapeString(reloadPath+"?"+q.Encode()) + `"></script>`
}

// inject puts an element at the end of a page's body.
func inject(page []byte, element string) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	out := make([]byte, 0, len(page)+len(element))
	out = append(out, page[:at]...)
	out = append(out, element...)
	return append(out, page[at:]...)
}
