package build

import (
	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/render"
)

// Views are kept in the cache beside what was made of them, so that another layout
// does not have all pages planned again. A process that stays has no use for them: it
// would hold them in memory.

// keepsViews reports whether views are kept.
func (r *run) keepsViews() bool { return r.store.OnDisk() && !r.Shard.Given() }

// viewKey is where the store keeps the view that has a key.
func (r *run) viewKey(seen memo.Key) memo.Key {
	const name = "view"
	return memo.Bytes(append(append(append(make([]byte, 0, len(name)+len(seen)+len(r.program)), name...), r.program[:]...), seen[:]...))
}

// keepView has the view of an output remembered.
func (r *run) keepView(o plan.Output, view []byte) {
	if render.IsKept(o.Renderer) {
		r.store.Put(r.viewKey(o.Seen), view)
	}
}

// holdView counts the view of an output as used: it is not to be forgotten before
// what was made of it.
func (r *run) holdView(o plan.Output) {
	if r.keepsViews() {
		r.store.Has(r.viewKey(o.Seen))
	}
}

// recallView returns the view of an output that was taken over; nil where it is not
// remembered. It stands on a desk, which must not be used again before the view is done
// with.
func (r *run) recallView(o plan.Output, d *desk) any {
	if !render.IsKept(o.Renderer) {
		return nil
	}
	v := render.NewView(o.Renderer, o.Template)
	b, ok := r.store.GetIn(&d.view, r.viewKey(o.Seen))
	if !ok || d.views.Read(b, v) != nil {
		return nil
	}
	return v
}

// restyled reports whether templates are others than those of the build before.
func (r *run) restyled() bool {
	for d, layout := range r.last.layouts {
		if plan.LayoutKey(r.Theme.Digest, d.Template, d.Lang, d.MainLang) != layout {
			return true
		}
	}
	return false
}
