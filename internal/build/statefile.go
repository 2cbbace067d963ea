package build

import (
	"bytes"
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

// state is known as the cache keeps it. Groups are kept as bytes behind it: one that
// is taken over is not written anew, and read only when it is asked for.
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
	Loose    []stateOutput
	Rendered []stateRendered
}

type stateLayout struct {
	Dress dress
	Key   memo.Key
}

// stateGroup is what a plan.Group follows from.
type stateGroup struct {
	Name  string
	Reads []plan.Read
	Uses  []int32
	Size  int // bytes of its groupBlob
}

// groupBlob is what a plan.Group has made.
type groupBlob struct {
	Outputs []stateOutput
	Listed  []byte // a plan.Listed; nil: nothing
}

// stateOutput is a plan.Output without its view, and what became of it.
type stateOutput struct {
	Path, Renderer, Template, Lang, MainLang string
	Pos                                      diag.Pos
	OnePage                                  bool
	Seen, Digest, IDs                        memo.Key
	Size                                     int64
	Detail                                   []byte // a detail
}

type stateRendered struct {
	Path string
	Why  []string
}

// stateFile is the state in the cache folder.
const stateFile = "state"

// readState reads the state of the last build; an empty one where there is none
// that this program wrote.
func readState(folder string, program memo.Key) known {
	b, err := os.ReadFile(filepath.Join(folder, stateFile))
	if err != nil {
		return known{}
	}
	s, blobs, ok := decodeState(b)
	if !ok || s.Program != program {
		return known{}
	}
	k := known{basis: s.Basis, world: s.World, facets: s.Facets, groups: make(map[string]*group, len(s.Groups)), rendered: make(map[string][]string, len(s.Rendered))}
	k.layouts = make(map[dress]memo.Key, len(s.Layouts))
	for _, l := range s.Layouts {
		k.layouts[l.Dress] = l.Key
	}
	read := reader{program, k.layouts}
	for _, g := range s.Groups {
		k.groups[g.Name], blobs = read.group(g, blobs[:g.Size:g.Size]), blobs[g.Size:]
	}
	k.loose = make(map[string]*product, len(s.Loose))
	for _, o := range s.Loose {
		k.loose[o.Path] = productOf(read.output(o))
	}
	for _, one := range s.Rendered {
		k.rendered[one.Path] = one.Why
	}
	k.products, k.kept = sync.OnceValue(k.all), &s
	return k
}

// The file begins with the length of the state and the sum of all bytes behind
// these two: groups are read only when they are asked for, and must be right then.
const stateHead = 8

// encode writes a state with the groups behind it.
func (s state) encode(blobs [][]byte) []byte {
	const usual = 64 // bytes that a group takes in the state itself
	size := 0
	for _, blob := range blobs {
		size += len(blob)
	}
	b := memo.Append(make([]byte, stateHead, stateHead+usual*(len(blobs)+len(s.Facets))+size), &s)
	binary.BigEndian.PutUint32(b, uint32(len(b)-stateHead))
	for _, blob := range blobs {
		b = append(b, blob...)
	}
	binary.BigEndian.PutUint32(b[4:], crc32.Checksum(b[stateHead:], castagnoli))
	return b
}

// decodeState reads a state and returns the bytes of the groups behind it.
func decodeState(b []byte) (s state, blobs []byte, ok bool) {
	if len(b) < stateHead || binary.BigEndian.Uint32(b[4:]) != crc32.Checksum(b[stateHead:], castagnoli) {
		return state{}, nil, false
	}
	size := int(binary.BigEndian.Uint32(b))
	if b = b[stateHead:]; size > len(b) || memo.Decode(b[:size], &s) != nil {
		return state{}, nil, false
	}
	rest := len(b) - size
	for _, g := range s.Groups {
		rest -= g.Size
	}
	return s, b[size:], rest == 0
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// reader reads what a program kept of outputs that had these layouts.
type reader struct {
	program memo.Key
	layouts map[dress]memo.Key
}

// group is a group that is read when it is asked for.
func (r reader) group(s stateGroup, blob []byte) *group {
	g := &group{blob: blob}
	g.read = sync.OnceValue(func() plan.Group { return r.decode(s, g) })
	return g
}

func (r reader) decode(s stateGroup, g *group) plan.Group {
	var b groupBlob
	_ = memo.Decode(g.blob, &b) // the sum has been looked at
	out := plan.Group{Name: s.Name, Reads: s.Reads, Uses: s.Uses, Outputs: make([]plan.Output, len(b.Outputs)), Kept: g}
	for i, o := range b.Outputs {
		out.Outputs[i] = r.output(o)
	}
	out.Listed = func() (l plan.Listed) {
		_ = memo.Decode(b.Listed, &l)
		return l
	}
	return out
}

func (r reader) output(s stateOutput) plan.Output {
	o := plan.Output{
		Path: s.Path, Renderer: s.Renderer, Template: s.Template, Lang: s.Lang, MainLang: s.MainLang,
		Seen: s.Seen, Pos: s.Pos, OnePage: s.OnePage,
	}
	o.Identify(r.program, r.layouts[dressOf(o)])
	o.Kept = &product{
		key: o.Key, seen: o.Seen, layout: o.Layout, file: publish.File{Path: s.Path, Digest: s.Digest}, size: s.Size, ids: s.IDs,
		rare: rare{kept: s.Detail},
	}
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
	blobs := make([][]byte, len(groups))
	r.each(len(groups), func(i int) { blobs[i] = r.blob(groups[i]) })
	for i, g := range groups {
		s.Groups = append(s.Groups, stateGroup{g.Name, g.Reads, g.Uses, len(blobs[i])})
	}
	for _, o := range r.Outputs {
		if _, ok := r.known.loose[o.Path]; ok {
			s.Loose = append(s.Loose, outputState(o))
		}
	}
	return s.encode(blobs)
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

// blob is a group as it is written. It is made at a desk, and takes no more memory than
// it is long.
func (r *run) blob(g plan.Group) []byte {
	if before, ok := g.Kept.(*group); ok && before.blob != nil {
		return before.blob
	}
	b := groupBlob{Outputs: make([]stateOutput, len(g.Outputs))}
	for i, o := range g.Outputs {
		b.Outputs[i] = outputState(o)
	}
	if l := g.Listed(); len(l.URLs)+len(l.Drawings) > 0 {
		b.Listed = memo.Append(nil, &l)
	}
	d := r.desks.Get().(*desk)
	defer r.desks.Put(d)
	d.view = memo.Append(d.view[:0], &b)
	return bytes.Clone(d.view)
}

func outputState(o plan.Output) stateOutput {
	p := productOf(o)
	return stateOutput{
		Path: o.Path, Renderer: o.Renderer, Template: o.Template, Lang: o.Lang, MainLang: o.MainLang, Pos: o.Pos, OnePage: o.OnePage,
		Seen: p.seen, Digest: p.file.Digest, IDs: p.ids, Size: p.size, Detail: p.rare.encode(),
	}
}
