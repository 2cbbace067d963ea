package serve

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// FuzzRequest asks for anything in the name of any page: nothing panics, only this
// machine's own pages are answered, and nothing outside the site is shown.
func FuzzRequest(f *testing.F) {
	for _, path := range []string{"/", "/it/", "/it/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//evil.example/", `/\evil`, "/it%00/", "/.dossier.json", "/\xff", "/_dossier/"} {
		f.Add("GET", path, "", "")
		f.Add("POST", path, "evil.example", "http://evil.example")
	}
	root := f.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/tiny")); err != nil {
		f.Fatal(err)
	}
	s, err := New(Options{Root: root, Today: i18n.Date{Year: 2025, Month: 5, Day: 1}, Lang: diag.English})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, method, path, host, origin string) {
		if method != "GET" && method != "HEAD" && method != "POST" || strings.Contains(path, "events") {
			t.Skip()
		}
		r := &http.Request{Method: method, URL: &url.URL{Path: path}, Host: host, Header: http.Header{}, Body: http.NoBody, RequestURI: path}
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		w := httptest.NewRecorder()
		s.handler.ServeHTTP(w, r)
		if w.Code < 200 || w.Code > 599 {
			t.Errorf("status %d", w.Code)
		}
		if w.Code == http.StatusOK && !s.ours(host) {
			t.Errorf("%s %q of %q is answered", method, path, host)
		}
		if strings.Contains(w.Body.String(), "root:x:0") {
			t.Errorf("%q leaves the site", path)
		}
	})
}
