package serve

import (
	"crypto/subtle"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Live reload: how often a page hears from us, so that both sides notice when
// the other is gone, how long one message may take, and how many pages a
// listener may ask about.
const (
	heartbeat = 20 * time.Second
	patience  = 10 * time.Second
	maxPages  = 32
)

// events tells a browser, now and whenever they change, the marks of the pages
// that it shows, and the bar of the first of them, as server-sent events (WHATWG
// HTML, section 9.2). The page compares the mark with its own, so that nothing is
// missed between loading and listening.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	if !s.knows(r.URL.Query()) {
		refuse(w, http.StatusForbidden)
		return
	}
	pages, ok := shownPages(r.URL.Query()["page"])
	if !ok {
		refuse(w, http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{})
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	var marks, bar string
	for {
		st := s.state.Load()
		text := changedEvent("message", &marks, s.marks(st, pages)) + changedEvent("bar", &bar, s.bar(st, pages[0]))
		if text == "" {
			text = ": still here\n\n"
		}
		_ = control.SetWriteDeadline(time.Now().Add(patience))
		fmt.Fprint(w, text)
		if control.Flush() != nil {
			return
		}
		select {
		case <-st.stale:
		case <-beat.C:
		case <-r.Context().Done():
			return
		}
	}
}

// knows reports whether a request carries the token of this process.
func (s *Server) knows(q url.Values) bool {
	return subtle.ConstantTimeCompare([]byte(q.Get("token")), []byte(s.token)) == 1
}

// shownPages are the addresses of the pages in a browser's window.
func shownPages(list []string) ([]*url.URL, bool) {
	if len(list) == 0 || len(list) > maxPages {
		return nil, false
	}
	var out []*url.URL
	for _, address := range list {
		u, err := url.ParseRequestURI(address)
		if err != nil || !plain(address) || !plainPath(u.Path) {
			return nil, false
		}
		out = append(out, u)
	}
	return out, true
}

func (s *Server) marks(st *state, pages []*url.URL) string {
	var out []string
	for _, u := range pages {
		out = append(out, s.mark(st, u))
	}
	return strings.Join(out, " ")
}

// changedEvent is an event with the text, unless it was the last one told.
func changedEvent(name string, told *string, text string) string {
	if text == *told {
		return ""
	}
	*told = text
	return "event: " + name + "\ndata: " + strings.ReplaceAll(text, "\n", "\ndata: ") + "\n\n"
}
