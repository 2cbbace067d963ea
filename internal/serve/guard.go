package serve

import (
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"
)

// guard refuses every request that a browser showing this site would not make.
// The reasons: a page of another origin can make the browser send requests here
// (Origin, Sec-Fetch-Site), can point a name of its own at 127.0.0.1 (Host), and
// odd paths mean different things to different readers.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", "frame-ancestors 'self'") // the pair view
		switch {
		case !s.ours(r.Host) || foreign(r):
			text := fmt.Sprintf(s.words.Refused, s.URL())
			http.Error(w, text, http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed)
		case r.ContentLength != 0 || !plain(r.RequestURI) || !plainPath(r.URL.Path):
			refuse(w, http.StatusBadRequest)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func refuse(w http.ResponseWriter, status int) { http.Error(w, http.StatusText(status), status) }

// ours reports whether a Host header names this server. Headers of proxies that
// name another are not read: there is no proxy in front of it.
func (s *Server) ours(host string) bool {
	names := []string{"localhost", "127.0.0.1", "::1", s.host}
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.EqualFold(host, net.JoinHostPort(name, s.port)) ||
			s.port == "80" && strings.EqualFold(strings.Trim(host, "[]"), name)
	})
}

// foreign reports whether a page of another origin caused the request. Following
// a link from elsewhere is fine: that page learns nothing. Sec-Fetch-Site is
// that of the W3C draft Fetch Metadata Request Headers.
func foreign(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	if len(origins) > 1 || len(origins) == 1 && !strings.EqualFold(origins[0], "http://"+r.Host) {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}

// maxAddress is the length of the longest address answered, in bytes.
const maxAddress = 2048

// plain reports whether an address, as it was sent, is a path with nothing in it
// that decodes to a part of a path's syntax.
func plain(address string) bool {
	path, _, _ := strings.Cut(address, "?")
	if len(address) > maxAddress || !strings.HasPrefix(path, "/") {
		return false
	}
	path = strings.ToLower(path)
	return !slices.ContainsFunc([]string{"%2e", "%2f", "%5c", "%25", "%00", ";"}, func(s string) bool {
		return strings.Contains(path, s)
	})
}

// plainPath reports whether a decoded path can name an output.
func plainPath(path string) bool {
	if !utf8.ValidString(path) || strings.ContainsFunc(path, func(r rune) bool { return r < 0x20 || r == 0x7f || r == '\\' }) {
		return false
	}
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for i, part := range parts {
		if part == "" && i < len(parts)-1 || part == "." || strings.HasPrefix(part, "..") {
			return false
		}
	}
	return true
}
