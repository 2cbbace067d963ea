package serve

import (
	"net/http"
	"slices"
	"strings"
	"sync"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/publish"
)

// state is what requests see: the last good site, and what is known of the
// sources as they stand. It is replaced as a whole.
type state struct {
	version int              // counts the changes of the site and of what is wrong with it
	base    string           // path of the site, with both slashes
	files   []publish.File   // of the last good site, by path; nil before the first
	pages   func() *register // of the last good site
	latest  *build.Result    // of the last build that came to an end; nil before the first
	problem string           // what is wrong with the sources; empty: the site is theirs
	defect  string           // why the last build did not come to an end; empty: it did
	stale   chan struct{}    // closed when another state takes its place
}

func firstState() *state {
	return &state{base: "/", pages: func() *register { return &register{} }, stale: make(chan struct{})}
}

// after is the state that a build leads to.
func (st *state) after(b *Build, notes string) *state {
	next := *st
	next.stale = make(chan struct{})
	next.problem, next.defect = "", ""
	if b.Err != nil {
		next.defect = b.Err.Error()
	} else {
		next.latest = b.Result
	}
	if b.Failed {
		next.problem = notes
		return &next
	}
	next.base = b.Result.Config.Base
	next.files = b.Result.Files
	next.pages = sync.OnceValue(func() *register { return newRegister(b.Result) })
	return &next
}

// file returns a file of the last good site.
func (st *state) file(path string) (publish.File, bool) {
	at, ok := slices.BinarySearchFunc(st.files, path, func(f publish.File, p string) int { return strings.Compare(f.Path, p) })
	if !ok {
		return publish.File{}, false
	}
	return st.files[at], true
}

// differences counts the files that are new or other, and those that are gone. Both
// lists are sorted by path.
func differences(old, next []publish.File) (changed, removed int) {
	for len(old) > 0 && len(next) > 0 {
		switch c := strings.Compare(old[0].Path, next[0].Path); {
		case c < 0:
			removed++
			old = old[1:]
			continue
		case c > 0:
			changed++
		default:
			if old[0].Digest != next[0].Digest {
				changed++
			}
			old = old[1:]
		}
		next = next[1:]
	}
	return changed + len(next), removed + len(old)
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
		if f, ok := st.file(name); ok {
			return f, http.StatusOK
		}
		if _, ok := st.file(rest + "/index.html"); ok {
			return publish.File{Path: address + "/"}, http.StatusFound
		}
	}
	page, _ := st.file(notFound)
	return page, http.StatusNotFound
}

// page is what is known of the page at an address of the last good site.
func (st *state) page(address string) (*page, bool) {
	f, status := st.find(address)
	if status != http.StatusOK {
		return nil, false
	}
	return st.pages().at(f.Path)
}

// has reports whether the last build read a file of the path.
func (st *state) has(path string) bool {
	if st.latest == nil {
		return false
	}
	_, ok := st.latest.Snapshot.File(path)
	return ok
}

// source is a text of the site as the last build read it; nothing where it is
// too long to be shown, or no longer what it was.
func (st *state) source(path string) ([]byte, bool) {
	if !st.has(path) {
		return nil, false
	}
	if f, _ := st.latest.Snapshot.File(path); f.Size > maxSource {
		return nil, false
	}
	return text(st.latest, path)
}

// text is a file as a build read it. It is the only way from a request to the
// sources: what is not in the snapshot does not exist, and what is not at hand is
// read from under the site's folder and compared with what the build has seen.
func text(r *build.Result, path string) ([]byte, bool) {
	data, err := r.Snapshot.Read(path)
	return data, err == nil
}

// diags is what the last build had to say about the sources.
func (st *state) diags() []diag.Diagnostic {
	if st.latest == nil {
		return nil
	}
	return st.latest.Diags
}
