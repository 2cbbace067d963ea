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

// lastGood is the value of the query parameter "dossier" that asks for the page
// under the error page.
const lastGood = "last-good"

// page answers from the state: a file of the site, a redirect, or an error page.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	st := s.state.Load()
	file, status := st.find(r.URL.Path)
	if status == http.StatusFound {
		redirect(w, r, file.Path)
		return
	}
	covered := st.problem != "" && (r.URL.Query().Get("dossier") != lastGood || st.files == nil)
	if covered && isPage(file.Path, r.URL.Path) {
		s.errorPage(w, r, st)
		return
	}
	if file.Data == nil && status == http.StatusNotFound {
		refuse(w, status)
		return
	}
	s.file(w, r, st, file, status)
}

// isPage reports whether a browser expects a page: one was found, or nothing was
// where an address has no extension.
func isPage(found, asked string) bool {
	if found != "" && found != notFound {
		return path.Ext(found) == ".html"
	}
	ext := path.Ext(asked)
	return ext == "" || ext == ".html"
}

// notFound is the page for addresses that lead nowhere.
const notFound = "404.html"

// find looks up an address. With StatusFound the file's Path is the address to
// go to instead; with StatusNotFound the file is that of 404.html, if there is
// one.
func (st *state) find(address string) (publish.File, int) {
	rest, inside := strings.CutPrefix(address, st.base)
	if !inside && (address == "/" || address+"/" == st.base) {
		return publish.File{Path: st.base}, http.StatusFound
	}
	if inside {
		name := rest
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if f, ok := st.files[name]; ok {
			return f, http.StatusOK
		}
		if _, ok := st.files[rest+"/index.html"]; ok {
			return publish.File{Path: address + "/"}, http.StatusFound
		}
	}
	return st.files[notFound], http.StatusNotFound
}

func redirect(w http.ResponseWriter, r *http.Request, to string) {
	u := url.URL{Path: to, RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", u.String())
	w.WriteHeader(http.StatusFound)
}

// file sends an output; pages with the script that reloads them.
func (s *Server) file(w http.ResponseWriter, r *http.Request, st *state, f publish.File, status int) {
	data, digest := f.Data, memo.Key(f.Digest)
	if path.Ext(f.Path) == ".html" {
		data = inject(data, s.script(st))
		digest = memo.Bytes(data)
	}
	w.Header().Set("Content-Type", contentType(f.Path))
	if status != http.StatusOK {
		send(w, r, status, data)
		return
	}
	w.Header().Set("ETag", `"`+digest.String()[:32]+`"`)
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

// script is the element that reloads a page of this state when another comes. It
// names no inline code: pages forbid it.
func (s *Server) script(st *state) string {
	return `<script defer src="` + template.HTMLEscapeString(s.scriptURL(st)) + `"></script>`
}

func (s *Server) scriptURL(st *state) string {
	q := url.Values{"token": {s.token}, "v": {fmt.Sprint(st.version)}}
	return reloadPath + "?" + q.Encode()
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

// errorPage lists what is wrong. Its status is that of a page: browsers and
// proxies replace the text of others by their own.
func (s *Server) errorPage(w http.ResponseWriter, r *http.Request, st *state) {
	var b bytes.Buffer
	data := struct {
		Words   words
		Problem string
		Below   string // address of the last good page; empty: there is none
		Style   string
		Script  string
	}{Words: wordsIn(s.o.Lang), Problem: st.problem, Style: stylePath, Script: s.scriptURL(st)}
	if st.files != nil {
		data.Below = (&url.URL{Path: r.URL.Path, RawQuery: "dossier=" + lastGood}).String()
	}
	if err := errorTemplate.Execute(&b, data); err != nil {
		refuse(w, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", contentType("x.html"))
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; "+
		"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	send(w, r, http.StatusOK, b.Bytes())
}
