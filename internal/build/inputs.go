package build

import (
	"io/fs"
	"runtime"

	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/render"
	"dossier/internal/render/jsonld"
	"dossier/internal/view"
)

// bodies returns what turns a Markdown text of a view into HTML. The HTML is
// remembered: a change of the theme or of a neighbour leaves it as it is.
func bodies(store *memo.Store, program memo.Key) func(view.Body) string {
	return func(b view.Body) string {
		key := memo.Sum("body", program, b)
		if html, ok := store.Get(key); ok {
			return string(html)
		}
		html := markdown.HTML([]byte(b.Source), b.Lang, b.Resolved)
		store.Put(key, []byte(html))
		return html
	}
}

func (r *run) planInputs() plan.Inputs {
	in := plan.Inputs{
		Catalogue: r.Theme.Catalogue(), Version: r.program, Templates: r.Theme.Digest,
		CSP: contentSecurityPolicy, NoIndex: r.NoIndex,
		Look: r.Theme.Look(), Covers: r.Theme.Covers, Drawable: r.drawable,
		Digest: func(path string) memo.Key { f, _ := r.Snapshot.File(path); return f.Digest },
		Made:   func(string) (plan.Made, bool) { return plan.Made{}, false },
		Each:   r.each, Views: r.Out == "", Done: r.Progress,
	}
	if r.known.basis == r.last.basis && !r.failed() {
		in.Known = r.last.groups
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
		Theme: r.Theme, Body: bodies(r.store, r.program), Made: r.made, Memory: r.words,
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

// jsonLD is how views' structured data is written.
func jsonLD(nodes []view.Node) string { return jsonld.Encode(nodes) }
