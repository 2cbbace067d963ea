package serve

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"dossier/internal/memo"
	"dossier/internal/pattern"
	"dossier/internal/publish"
)

// mark says what a browser shows at an address: it changes when the page itself
// or a file that the page shows changes, and with nothing else. Pages that are
// open compare it with their own, so that they reload for their own sake alone.
func (s *Server) mark(st *state, address *url.URL) string {
	return s.answer(st, address).mark
}

func shortened(k memo.Key) string { return k.String()[:20] }

// markOf is the mark of a page of the site.
func (st *state) markOf(f publish.File) string {
	parts := []any{f.Digest[:]}
	for _, name := range st.shownBy(f.Data) {
		parts = append(parts, name, st.digest(name))
	}
	return shortened(memo.Sum(parts...))
}

func (st *state) digest(address string) []byte {
	f, status := st.find(address)
	if status != http.StatusOK {
		return nil
	}
	return f.Digest[:]
}

// Elements that show a file, and their attributes that name it. The pages come
// from our own templates, which always quote; what is missed here is no worse
// than a picture that has to be reloaded by hand.
var (
	showing  = pattern.New(`(?i)<(?:img|source|script|link|video|audio|track|object|embed|image|use|iframe)\b[^>]*>`)
	shownURL = pattern.New(`(?i)\s(?:src|srcset|poster|href|data)\s*=\s*["']([^"']*)["']`)
)

// shownBy are the addresses of files that a page shows, in the page's order.
func (st *state) shownBy(page []byte) []string {
	var out []string
	for _, element := range showing.Compiled().FindAll(page, -1) {
		for _, match := range shownURL.Compiled().FindAllSubmatch(element, -1) {
			for candidate := range strings.SplitSeq(string(match[1]), ",") {
				if address, ok := asset(candidate); ok {
					out = append(out, address)
				}
			}
		}
	}
	return out
}

// asset is the path that a page's reference leads to, unless it is another page:
// canonical addresses and translations are no part of what is shown.
func asset(reference string) (string, bool) {
	fields := strings.Fields(reference)
	if len(fields) == 0 {
		return "", false
	}
	u, err := url.Parse(fields[0])
	if err != nil || !strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	ext := path.Ext(u.Path)
	return u.Path, ext != "" && ext != ".html"
}
