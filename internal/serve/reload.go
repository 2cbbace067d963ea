package serve

import (
	"bytes"
	"crypto/subtle"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"time"
)

// What the server adds to the site lies under one folder, outside the site's
// base path or beside its pages.
const (
	eventsPath = "/_dossier/events"
	reloadPath = "/_dossier/reload.js"
	stylePath  = "/_dossier/error.css"
)

//go:embed assets
var assets embed.FS

var errorTemplate = template.Must(template.ParseFS(assets, "assets/error.html"))

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(eventsPath, s.events)
	mux.HandleFunc(reloadPath, asset)
	mux.HandleFunc(stylePath, asset)
	mux.HandleFunc("/_dossier/", func(w http.ResponseWriter, _ *http.Request) { refuse(w, http.StatusNotFound) })
	mux.HandleFunc("/", s.page)
	return mux
}

func asset(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	data, err := assets.ReadFile("assets/" + name)
	if err != nil {
		refuse(w, http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// Live reload: how often a page hears from us, so that both sides notice when
// the other is gone, and how long one message may take.
const (
	heartbeat = 20 * time.Second
	patience  = 10 * time.Second
)

// events tells a page the version of the state, now and whenever it changes, as
// server-sent events (WHATWG HTML, section 9.2). The page compares it with its own, so
// that nothing is missed between loading and listening.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		refuse(w, http.StatusForbidden)
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
	for {
		st := s.state.Load()
		_ = control.SetWriteDeadline(time.Now().Add(patience))
		fmt.Fprintf(w, "data: %d\n\n", st.version)
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
