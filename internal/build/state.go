package build

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"dossier/internal/content"
	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/publish"
)

// known is what a build found out that the next one need not find out again: in
// memory for the development server, in a file of the cache for other builds.
type known struct {
	basis    memo.Key                   // what all groups of the plan follow from
	facets   []memo.Key                 // of the records, by number
	groups   map[string]*group          // of the plan, by name
	layouts  map[dress]memo.Key         // of the outputs, with which they had their keys
	loose    map[string]*product        // outputs that belong to no group, by path
	rendered map[string][]string        // outputs that were made, with what of their keys had changed
	world    memo.Key                   // paths and ids of the site, none of whose links was dead
	products func() map[string]*product // all outputs, by path
	kept     *state                     // as the cache keeps it; nil: it does not
}

// dress is what an output's Layout follows from besides the theme.
type dress struct{ Template, Lang, MainLang string }

func dressOf(o plan.Output) dress { return dress{o.Template, o.Lang, o.MainLang} }

func (d dress) compare(e dress) int {
	return cmp.Or(strings.Compare(d.Template, e.Template), strings.Compare(d.Lang, e.Lang), strings.Compare(d.MainLang, e.MainLang))
}

// group is a group of the plan, with what became of its outputs; read from the
// cache when it is first asked for.
type group struct {
	made  memo.Key // where the cache has what it has made; zero: nowhere
	once  sync.Once
	known bool
	plan.Group
	reader
	state *stateGroup // nil: it need not be read
}

// planned is a group of a plan of this process.
func planned(g plan.Group) *group { return &group{Group: g, known: true} }

// read returns the group; it is false where the cache has forgotten it.
func (g *group) read() (plan.Group, bool) {
	if g.state != nil {
		g.once.Do(func() { g.Group, g.known = g.reader.group(g.state, g) })
	}
	return g.Group, g.known
}

// product is what became of an output.
type product struct {
	key    memo.Key
	seen   memo.Key // of its view
	layout memo.Key
	file   publish.File // without bytes where it was published
	size   int64
	ids    memo.Key // of a page: of its ids
	rare   rare
}

// detail is what is rarely asked of an output.
type detail struct {
	Sources  []string
	Sections []plan.Section
	Parts    []byte // the fields of its view, each cut to what tells it from another
}

// partSize is the number of bytes that stand for a field of a view.
const partSize = 8

func appendPart(dst []byte, p plan.Part) []byte {
	key := memo.Bytes(append([]byte(p.Name), p.Key[:]...))
	return append(dst, key[:partSize]...)
}

func partsOf(parts []plan.Part) []byte {
	out := make([]byte, 0, partSize*len(parts))
	for _, p := range parts {
		out = appendPart(out, p)
	}
	return out
}

// rare is a detail, or the bytes that the cache keeps it as.
type rare struct {
	detail
	kept []byte // nil: it was planned by this process
}

// rareOf is the detail of an output that was planned just now.
func rareOf(o plan.Output) rare {
	return rare{detail: detail{o.Sources, o.Sections, partsOf(o.Parts)}}
}

// read returns the detail.
func (r rare) read() (d detail) {
	if r.kept == nil {
		return r.detail
	}
	_ = memo.Decode(r.kept, &d) // who has read the file has looked at its sum
	return d
}

// encode returns the bytes that the cache keeps.
func (r rare) encode() []byte {
	if r.kept == nil {
		return memo.Append(nil, &r.detail)
	}
	return r.kept
}

// productOf is what became of an output of this run.
func productOf(o plan.Output) *product {
	p, _ := o.Kept.(*product)
	return p
}

// all collects the outputs of groups and those beside them.
func (k known) all() map[string]*product {
	all := make(map[string]*product)
	for _, own := range k.groups {
		g, _ := own.read()
		for _, o := range g.Outputs {
			all[o.Path] = productOf(o)
		}
	}
	maps.Copy(all, k.loose)
	return all
}

// group returns a group of the plan as it was.
func (k known) group(name string) (plan.Group, bool) {
	if g, ok := k.groups[name]; ok {
		return g.read()
	}
	return plan.Group{}, false
}

// renamed reports whether the words that others show of a record have changed; nil
// where those of none have.
func (k known) renamed(now []memo.Key) func(number int) bool {
	if slices.Equal(k.facets, now) {
		return nil
	}
	return func(number int) bool { return number >= len(k.facets) || k.facets[number] != now[number] }
}

// keep puts down what the run has planned and made.
func (r *run) keep() {
	r.known.groups, r.known.loose, r.known.layouts = map[string]*group{}, map[string]*product{}, map[dress]memo.Key{}
	if r.edited != nil {
		r.known.groups, r.known.loose, r.known.layouts = maps.Clone(r.last.groups), r.last.loose, r.last.layouts
	}
	r.keepGroups(r.plans.documents.Groups)
	r.keepGroups(r.plans.pages.Groups)
	if r.edited == nil {
		r.keepLoose()
		r.keepLayouts()
	}
	r.known.products = sync.OnceValue(r.known.all)
}

// keepGroups puts down groups of a plan.
func (r *run) keepGroups(groups []plan.Group) {
	for i := range groups {
		own, ok := groups[i].Kept.(*group)
		if !ok {
			own = planned(groups[i])
			own.Kept = own
			groups[i].Kept = own
		}
		if !ok || r.edited == nil {
			r.known.groups[groups[i].Name] = own
		}
	}
}

// keepLayouts puts down with which layouts the outputs have their keys.
func (r *run) keepLayouts() {
	for _, o := range r.Outputs {
		if o.Template != "" {
			r.known.layouts[dressOf(o)] = o.Layout
		}
	}
}

// keepLoose puts down the outputs that belong to no group.
func (r *run) keepLoose() {
	in := make(map[string]bool, len(r.Outputs))
	for _, g := range r.plans.groups() {
		for _, o := range g.Outputs {
			in[o.Path] = true
		}
	}
	for _, o := range r.Outputs {
		if !in[o.Path] {
			r.known.loose[o.Path] = productOf(o)
		}
	}
}

// basis is the key of all that the groups of a plan follow from but for what they
// say they use and read: program, options, settings, theme without its templates,
// messages, published files, and the shape of every record. It also notes the facets
// of the records.
func (r *run) basis(set *content.Set) memo.Key {
	b := []byte("basis")
	add := func(name string, key memo.Key) {
		b = binary.AppendUvarint(b, uint64(len(name)))
		b = append(append(b, name...), key[:]...)
	}
	add("program", r.program)
	add("options", memo.Sum(r.BaseURL, r.Drafts, r.Future, r.NoIndex, r.Site.Today))
	for _, f := range r.Snapshot.Files {
		if path.Ext(f.Path) != ".md" && !isTemplate(f.Path) {
			add(f.Path, f.Digest)
		}
	}
	add("assets", assetsKey(r.Theme)) // templates say which are published
	for _, item := range set.Items() {
		add(string(item.Kind)+" "+item.ID, item.Shape)
		r.known.facets = append(r.known.facets, item.Facets)
	}
	for _, e := range r.Site.Entries {
		b = append(append(b, e.Address()...), 0)
		for _, n := range [...]int{e.Updated.Year, e.Updated.Month, e.Updated.Day} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	return memo.Bytes(b)
}

// isTemplate holds for a file of the site that belongs to the templates of a theme.
func isTemplate(file string) bool {
	return strings.HasPrefix(file, "themes/") && path.Ext(file) == ".html"
}

// changes are the ingredients of an output's key that differ from those of the
// build before: templates, and fields of the view. It is nil for an output that that
// build did not have.
func changes(o plan.Output, before *product) []string {
	if before == nil {
		return nil
	}
	var changed []string
	if o.Layout != before.layout {
		changed = append(changed, "templates")
	}
	if o.Seen == before.seen {
		return changed
	}
	old := slices.Collect(slices.Chunk(before.rare.read().Parts, partSize))
	for _, p := range o.Parts {
		now := appendPart(nil, p)
		if !slices.ContainsFunc(old, func(one []byte) bool { return bytes.Equal(one, now) }) {
			changed = append(changed, p.Name)
		}
	}
	return changed
}

// Log is what the last build knew of the outputs.
type Log struct{ known known }

// ReadLog reads the log of the last build; empty when there is none.
func ReadLog(root string) Log {
	program, err := programVersion()
	if err != nil {
		return Log{}
	}
	o, store := Options{Root: root}, memo.NewStore()
	k := readState(o.cacheFolder(), program, func() *memo.Store { return store })
	if k.kept == nil {
		return Log{}
	}
	if store, err = memo.Open(o.cacheFolder(), packName); err != nil {
		return Log{}
	}
	defer store.Close()
	k.products()
	return Log{k}
}

// Rendered reports whether the last build had the output, whether it made it
// anew, and which ingredients of its key had changed.
func (l Log) Rendered(path string) (known, anew bool, why []string) {
	why, anew = l.known.rendered[path]
	return l.known.product(path) != nil, anew, why
}

// Changed returns the ingredients of an output's key that differ from those of
// the last build; nil for an output that it did not have.
func (l Log) Changed(o plan.Output) []string { return changes(o, l.known.product(o.Path)) }

// product returns what became of an output. Most that are asked for belong to no
// group: the others come back with theirs.
func (k known) product(path string) *product {
	if p, ok := k.loose[path]; ok {
		return p
	}
	if k.products == nil {
		return nil
	}
	return k.products()[path]
}
