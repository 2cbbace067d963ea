package build

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"dossier/internal/check"
	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/publish"
)

func isPage(path string) bool { return filepath.Ext(path) == ".html" }

// scan finds the ids and addresses of a page, and has them remembered.
func (r *run) scan(f publish.File, with *check.Scanner) check.Page {
	p := with.Scan(f.Data)
	r.store.Put(scanKey(f.Digest), p.Encode())
	return p
}

func scanKey(digest memo.Key) memo.Key {
	const name = "scan"
	return memo.Bytes(append(append(make([]byte, 0, len(name)+len(digest)), name...), digest[:]...))
}

// scanOf is the scan of a page, by its place, remembered since the page was made.
func (r *run) scanOf(i int) check.Page {
	f := r.Files[i]
	if b, ok := r.store.Get(scanKey(f.Digest)); ok {
		if p, ok := check.Decode(b); ok {
			return p
		}
	}
	if f.Data == nil && i < len(r.Outputs) {
		f.Data, _ = r.store.Get(r.Outputs[i].Key)
	}
	return r.scan(f, new(check.Scanner))
}

// links gathers the addresses of pages while these are made, so that they need not
// be gone through one by one afterwards.
type links struct {
	idle     sync.Pool // of *check.Links
	lock     sync.Mutex
	gathered []*check.Links
	pages    map[string]bool // whose addresses are all there, with nothing else to be wrong
}

// add takes in the addresses of a page and reports whether they are all that can be
// wrong with it. Many pages may be added at once.
func (l *links) add(p check.Page) bool {
	own, _ := l.idle.Get().(*check.Links)
	if own == nil {
		own = &check.Links{}
		l.lock.Lock()
		l.gathered = append(l.gathered, own)
		l.lock.Unlock()
	}
	all := own.Add(p)
	l.idle.Put(own)
	return all
}

// sound reports whether all addresses that were gathered lead somewhere.
func (r *run) sound(site check.Site) bool {
	sound := make([]bool, len(r.links.gathered))
	r.each(len(sound), func(i int) { sound[i] = site.Sound(r.links.gathered[i]) })
	return !slices.Contains(sound, false)
}

// batch is how many pages are judged together.
const batch = 64

// checkLinks judges the links of every page. Where neither the paths of the site
// nor the ids of its pages have changed since all links were good, only pages that
// have themselves changed are looked at.
func (r *run) checkLinks() []diag.Diagnostic {
	if r.known.world = r.last.world; r.edited == nil || r.renamed {
		r.known.world = r.world()
	}
	diags := r.judged(r.known.world == r.last.world)
	if len(diags) > 0 {
		r.known.world = memo.Key{}
	}
	return diags
}

// judged judges the links of pages, of those that have changed alone where nothing
// else can be wrong.
func (r *run) judged(changedAlone bool) []diag.Diagnostic {
	site := check.Site{
		Base: r.Config.Base,
		Has:  func(path string) bool { _, ok := r.at(path); return ok },
		IDs: func(page string) (check.IDs, bool) {
			i, ok := r.at(page)
			if !ok || !isPage(page) {
				return check.IDs{}, false
			}
			return r.scanOf(i).IDs(), true
		},
	}
	sound := r.sound(site)
	found := make([][]diag.Diagnostic, (len(r.Files)+batch-1)/batch)
	r.each(len(found), func(n int) {
		judge := site.NewJudge()
		for i := n * batch; i < min((n+1)*batch, len(r.Files)); i++ {
			f := r.Files[i]
			looked := changedAlone && !r.others[f.Path] || sound && r.links.pages[f.Path]
			if isPage(f.Path) && !looked {
				found[n] = append(found[n], judge.Page(f.Path, r.scanOf(i))...)
			}
		}
	})
	return check.Fold(slices.Concat(found...), r.Origin)
}

// at is the place of a file, by path.
func (r *run) at(path string) (int, bool) {
	return slices.BinarySearchFunc(r.Files, path, func(f publish.File, p string) int { return strings.Compare(f.Path, p) })
}

// world is the key of what links may lead to.
func (r *run) world() memo.Key {
	b := []byte(r.Config.Base)
	for _, o := range r.Outputs {
		p := productOf(o)
		b = append(append(append(b, o.Path...), 0), p.ids[:]...)
	}
	return memo.Bytes(b)
}
