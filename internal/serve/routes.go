package serve

import (
	"bytes"
	"embed"
	"net/http"
	"path"
	"time"
)

// What the server adds to the site lies under two folders, outside the site's
// base path or beside its pages.
const (
	eventsPath   = "/_dossier/events"
	pagesPath    = "/_dossier/pages"
	problemsPath = "/_dossier/problems"
	sourcePath   = "/_dossier/source"
	pairPrefix   = "/_pair/"

	reloadPath = "/_dossier/reload.js"
	filterPath = "/_dossier/filter.js"
	pairJSPath = "/_dossier/pair.js"
	stylePath  = "/_dossier/own.css"
	barPath    = "/_dossier/bar.css"
	pairPath   = "/_dossier/pair.css"
)

//go:embed assets
var assets embed.FS

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(eventsPath, s.events)
	for _, file := range []string{reloadPath, filterPath, pairJSPath, stylePath, barPath, pairPath} {
		mux.HandleFunc(file, embedded)
	}
	for _, own := range []string{pagesPath, problemsPath, sourcePath, "/"} {
		mux.HandleFunc(own, s.reply)
	}
	mux.HandleFunc("/_dossier/", func(w http.ResponseWriter, _ *http.Request) { refuse(w, http.StatusNotFound) })
	return mux
}

// embedded sends a script or a style sheet of ours.
func embedded(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	data, err := assets.ReadFile("assets/" + name)
	if err != nil {
		refuse(w, http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}
