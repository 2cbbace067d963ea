package build

import (
	"encoding/binary"
	"hash/crc32"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/theme"
)

// state is known as the cache keeps it. The outputs of groups are entries of the store,
// under the keys of their bytes: one that is taken over, or made of other templates, is
// not written anew, and read only when it is asked for.
type state struct {
	Program  memo.Key
	Inputs   memo.Key // of the build
	Short    int      // how many builds in a row have taken the short way
	Quiet    bool     // there was nothing to say about outputs
	Assets   memo.Key // of the theme
	Names    []string // that organisations have beside their own
	Basis    memo.Key
	World    memo.Key
	Facets   []memo.Key
	Layouts  []stateLayout
	Papers   int // how many groups are of documents: the first ones
	Groups   []stateGroup
	Loose    []stateLoose
	Rendered []stateRendered
}

type stateLayout struct {
	Dress dress
	Key   memo.Key
}

// stateGroup is what a plan.Group follows from, and what became of its outputs.
type stateGroup struct {
	Name   string
	Reads  []plan.Read
	Uses   []int32
	Made   memo.Key // under which the store has its stateMade
	Became []byte   // appendFate of each output
}

// stateMade is what a plan.Group has made.
type stateMade struct {
	Outputs []stateOutput
	Listed  []byte // a plan.Listed; nil: nothing
}

// stateOutput is a plan.Output without its view.
type stateOutput struct {
	Path, Renderer, Template, Lang, MainLang string
	Pos                                      diag.Pos
	OnePage                                  bool
	Detail                                   []byte // a detail
}

// stateLoose is an output that belongs to no group.
type stateLoose struct {
	Output stateOutput
	Became []byte // appendFate
}

// fateSize is the length of what appendFate appends.
const fateSize = 3*len(memo.Key{}) + 8

// appendFate appends what became of an output.
func appendFate(dst []byte, p *product) []byte {
	dst = append(append(append(dst, p.seen[:]...), p.file.Digest[:]...), p.ids[:]...)
	return binary.BigEndian.AppendUint64(dst, uint64(p.size))
}

// readFate reads what appendFate has appended.
func readFate(b []byte, p *product) {
	n := copy(p.seen[:], b)
	n += copy(p.file.Digest[:], b[n:])
	n += copy(p.ids[:], b[n:])
	p.size = int64(binary.BigEndian.Uint64(b[n:]))
}

type stateRendered struct {
	Path string
	Why  []string
}

// stateFile is the state in the cache folder.
const stateFile = "state"

// readState reads the state of the last build; an empty one where there is none
// that this program wrote. store has the rest, once something of it is asked for.
func readState(folder string, program memo.Key, store func() *memo.Store) known {
	b, err := os.ReadFile(filepath.Join(folder, stateFile))
	if err != nil {
		return known{}
	}
	s, ok := decodeState(b)
	if !ok || s.Program != program {
		return known{}
	}
	k := known{basis: s.Basis, world: s.World, facets: s.Facets, groups: make(map[string]*group, len(s.Groups)), rendered: make(map[string][]string, len(s.Rendered))}
	k.layouts = make(map[dress]memo.Key, len(s.Layouts))
	for _, l := range s.Layouts {
		k.layouts[l.Dress] = l.Key
	}
	read := reader{program, k.layouts, store}
	groups := make([]group, len(s.Groups))
	for i := range s.Groups {
		groups[i] = group{made: s.Groups[i].Made, reader: read, state: &s.Groups[i]}
		k.groups[s.Groups[i].Name] = &groups[i]
	}
	k.loose = make(map[string]*product, len(s.Loose))
	for _, o := range s.Loose {
		k.loose[o.Output.Path] = productOf(read.output(o.Output, o.Became))
	}
	for _, one := range s.Rendered {
		k.rendered[one.Path] = one.Why
	}
	k.products, k.kept = sync.OnceValue(k.all), &s
	return k
}

// The file begins with the sum of all bytes behind it.
const stateHead = 4

// encode writes a state.
func (s state) encode() []byte {
	const usual = 400 // bytes that a group takes
	b := memo.Append(make([]byte, stateHead, stateHead+usual*(len(s.Groups)+len(s.Loose))), &s)
	binary.BigEndian.PutUint32(b, crc32.Checksum(b[stateHead:], castagnoli))
	return b
}

// decodeState reads a state.
func decodeState(b []byte) (s state, ok bool) {
	if len(b) < stateHead || binary.BigEndian.Uint32(b) != crc32.Checksum(b[stateHead:], castagnoli) {
		return state{}, false
	}
	return s, memo.Decode(b[stateHead:], &s) == nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// reader reads what a program kept of outputs that had these layouts.
type reader struct {
	program memo.Key
	layouts map[dress]memo.Key
	store   func() *memo.Store
}

// group reads a group; it is false where what it has made is forgotten.
func (r reader) group(s *stateGroup, own *group) (plan.Group, bool) {
	var made stateMade
	b, ok := r.store().Get(s.Made)
	if !ok || memo.Decode(b, &made) != nil || len(s.Became) != fateSize*len(made.Outputs) {
		return plan.Group{}, false
	}
	g := plan.Group{Name: s.Name, Reads: s.Reads, Uses: s.Uses, Outputs: make([]plan.Output, len(made.Outputs)), Kept: own}
	for i, o := range made.Outputs {
		g.Outputs[i] = r.output(o, s.Became[i*fateSize:])
	}
	g.Listed = func() (l plan.Listed) {
		_ = memo.Decode(made.Listed, &l) // the store has looked at its sum
		return l
	}
	return g, true
}

func (r reader) output(s stateOutput, became []byte) plan.Output {
	p := &product{file: publish.File{Path: s.Path}, rare: rare{kept: s.Detail}}
	readFate(became, p)
	o := plan.Output{
		Path: s.Path, Renderer: s.Renderer, Template: s.Template, Lang: s.Lang, MainLang: s.MainLang,
		Seen: p.seen, Pos: s.Pos, OnePage: s.OnePage, Kept: p,
	}
	o.Identify(r.program, r.layouts[dressOf(o)])
	p.key, p.layout = o.Key, o.Layout
	return o
}

// state is what is written of a finished build of inputs.
func (r *run) state(inputs memo.Key) []byte {
	s := state{
		Program: r.program, Inputs: inputs, Quiet: r.quiet, Assets: assetsKey(r.Theme), Names: r.set.OtherNames(),
		Basis: r.known.basis, World: r.known.world, Facets: r.known.facets, Rendered: r.rendered(), Papers: len(r.plans.documents.Groups),
	}
	for _, d := range slices.SortedFunc(maps.Keys(r.known.layouts), dress.compare) {
		s.Layouts = append(s.Layouts, stateLayout{d, r.known.layouts[d]})
	}
	groups := r.plans.groups()
	s.Groups = make([]stateGroup, len(groups))
	r.each(len(groups), func(i int) { s.Groups[i] = r.keepMade(groups[i]) })
	for _, o := range r.Outputs {
		if _, ok := r.known.loose[o.Path]; ok {
			s.Loose = append(s.Loose, stateLoose{outputState(o), appendFate(nil, productOf(o))})
		}
	}
	return s.encode()
}

// rendered are the outputs that were made, as they are written.
func (r *run) rendered() (all []stateRendered) {
	for path, why := range r.known.rendered {
		all = append(all, stateRendered{path, why})
	}
	slices.SortFunc(all, func(a, b stateRendered) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// assetsKey is the key of what a theme publishes.
func assetsKey(t *theme.Theme) memo.Key {
	var b []byte
	for _, a := range t.AssetFacts() {
		b = append(append(append(b, a.Path...), 0), a.Digest[:]...)
	}
	return memo.Bytes(b)
}

// keepMade has what a group has made remembered. It is written out at a desk.
func (r *run) keepMade(g plan.Group) stateGroup {
	s := stateGroup{Name: g.Name, Reads: g.Reads, Uses: g.Uses, Became: make([]byte, 0, fateSize*len(g.Outputs))}
	for _, o := range g.Outputs {
		s.Became = appendFate(s.Became, productOf(o))
	}
	if before, ok := g.Kept.(*group); ok && r.store.Has(before.made) {
		s.Made = before.made
		return s
	}
	made := stateMade{Outputs: make([]stateOutput, len(g.Outputs))}
	for i, o := range g.Outputs {
		made.Outputs[i] = outputState(o)
	}
	if l := g.Listed(); len(l.URLs)+len(l.Drawings) > 0 {
		made.Listed = memo.Append(nil, &l)
	}
	d := r.desks.Get().(*desk)
	defer r.desks.Put(d)
	d.view = memo.Append(d.view[:0], &made)
	s.Made = memo.Bytes(d.view)
	r.store.Put(s.Made, d.view)
	return s
}

func outputState(o plan.Output) stateOutput {
	return stateOutput{
		Path: o.Path, Renderer: o.Renderer, Template: o.Template, Lang: o.Lang, MainLang: o.MainLang, Pos: o.Pos, OnePage: o.OnePage,
		Detail: productOf(o).rare.encode(),
	}
}
