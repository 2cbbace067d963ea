package build

import (
	"fmt"
	"io/fs"
	"runtime"
	"sync"

	"dossier/internal/content"
	"dossier/internal/dossier"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/render"
	"dossier/internal/view"
)

// bodies returns what appends a Markdown text of a view as HTML. Its skeleton has
// been remembered since the text was read; where that was lost, it is read again.
func bodies(store *memo.Store, program memo.Key, read func(path string) ([]byte, error)) func(dst []byte, b view.Body) []byte {
	rooms := sync.Pool{New: func() any { return &room{Store: store} }}
	return func(dst []byte, b view.Body) []byte {
		own := rooms.Get().(*room)
		defer rooms.Put(own)
		skeleton, err := content.Skeleton(own, program, read, b.Source, b.Lang)
		if err != nil {
			panic(unread{err})
		}
		html, ok := markdown.Fill(dst, skeleton, b.Resolved)
		if !ok {
			panic(fmt.Sprintf("the skeleton of %s is damaged", b.Source))
		}
		return html
	}
}

// room is a store that reads one entry after another in the same place.
type room struct {
	*memo.Store
	bytes []byte
}

// Get returns what is good until the next call.
func (r *room) Get(k memo.Key) ([]byte, bool) { return r.GetIn(&r.bytes, k) }

// body is what renderers and templates use. A store in memory forgets no text of
// the site, and the theme outlives the snapshot.
func (r *run) body() func(dst []byte, b view.Body) []byte {
	read := r.Snapshot.Read
	if r.Store != nil {
		read = func(string) ([]byte, error) { return nil, errForgotten }
	}
	return bodies(r.store, r.program, read)
}

// unread is the error of reading a text again.
type unread struct{ error }

// text returns the words of a body.
func (r *run) text(source string) ([]byte, error) { return content.Text(r.Snapshot.Read, source) }

// whole is what is told by the words of a body. Where they cannot be read, the
// build ends after planning.
func (r *run) whole(b *dossier.Body) *markdown.Doc {
	doc, err := b.Doc.Whole(func() ([]byte, error) { return r.text(b.Source) })
	if err != nil {
		r.lost.Store(&err)
		return markdown.Parse(markdown.Source{})
	}
	return doc
}

func (r *run) planInputs() plan.Inputs {
	in := plan.Inputs{
		Catalogue: r.Theme.Catalogue(), Version: r.program, Templates: r.Theme.Digest,
		CSP: contentSecurityPolicy, NoIndex: r.NoIndex, Gone: r.goneAddresses(),
		Look: r.Theme.Look(), Covers: r.Theme.Covers, Whole: r.whole, Drawable: r.drawable, SortKeys: r.sortKeys,
		Digest: func(path string) memo.Key { f, _ := r.Snapshot.File(path); return f.Digest },
		Made:   func(string) (plan.Made, bool) { return plan.Made{}, false },
		Each:   r.each, Then: r.then, Views: r.Out == "", Done: r.Progress,
	}
	if r.keepsViews() {
		in.Keep, in.Restyled = r.keepView, r.restyled()
	}
	// Without their views, pages of other templates have to be planned.
	if r.known.basis == r.last.basis && !r.failed() && (r.keepsViews() || !r.restyled()) {
		in.Known, in.Renamed = r.last.group, r.last.renamed(r.known.facets)
	}
	for _, a := range r.Theme.AssetFacts() {
		in.Assets = append(in.Assets, plan.File{Path: a.Path, Digest: a.Digest})
	}
	for _, f := range r.Snapshot.Under("static") {
		in.Static = append(in.Static, plan.File{Path: f.Path[len("static/"):], Source: f.Path, Digest: f.Digest})
	}
	return in
}

func (r *run) renderInputs() render.Inputs {
	return render.Inputs{
		Theme: r.Theme, Body: r.body(), Text: r.text, Made: r.made, Memory: r.words,
		Asset: r.asset, Source: r.Snapshot.Read, Alone: r.alone,
	}
}

// alone waits for its turn to unpack a large photograph, when the room that the one
// before took is given back: two of them would be more than a small machine has.
func (r *run) alone() (done func()) {
	r.large.Lock()
	runtime.GC()
	return r.large.Unlock
}

// asset returns the bytes of a file of the theme.
func (r *run) asset(path string) ([]byte, error) {
	data, ok := r.Theme.Asset(path)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	return data, nil
}
