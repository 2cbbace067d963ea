package content

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/schema"
	"dossier/internal/source"
	"dossier/internal/tree"
)

// Options say how records are decoded.
type Options struct {
	Languages []string                      // of the site, in configured order
	Program   memo.Key                      // identifies the code that decodes: what is remembered holds for it alone
	Memory    Memory                        // of records decoded before; nil: none
	Last      *Set                          // of an earlier run in this process, to take records from; may be nil
	Each      func(n int, step func(i int)) // runs independent steps, perhaps at once; nil: in order
}

// Memory keeps bytes under keys; a memo.Store. Has counts as use.
type Memory interface {
	Get(memo.Key) ([]byte, bool)
	Has(memo.Key) bool
	Put(memo.Key, []byte)
}

// Decode reads every record under content/. A record with a file that cannot be
// read is in the Set with what its files do say; everything found wrong is in the
// diagnostics. The error is that of the disk.
func Decode(snap *source.Snapshot, o Options) (*Set, []diag.Diagnostic, error) {
	set := &Set{Files: map[string]source.File{}, Refused: snap.Refused, Misnamed: map[string]bool{}, made: map[memo.Key]holder{}}
	groups, diags := o.group(snap, set)
	// Organisations come first: the other texts are searched for their names while
	// they are at hand.
	partners := slices.DeleteFunc(slices.Clone(groups), func(g []file) bool { return g[0].name.kind != KindPartner })
	others := slices.DeleteFunc(groups, func(g []file) bool { return g[0].name.kind == KindPartner })
	for _, wave := range [][][]file{partners, others} {
		names := OtherNames(o.Program, set.OtherNames())
		decoders := make([]decoder, len(wave))
		o.each(len(wave), func(i int) { decoders[i].run(o, snap, wave[i], names) })
		for i := range decoders {
			if err := decoders[i].err; err != nil {
				return nil, nil, err
			}
			diags = append(diags, decoders[i].diags...)
			set.add(decoders[i].made)
			if len(decoders[i].diags) == 0 {
				set.made[decoders[i].key] = decoders[i].made
			}
		}
	}
	return set, diags, nil
}

func (o Options) each(n int, step func(i int)) {
	if o.Each != nil {
		o.Each(n, step)
		return
	}
	for i := range n {
		step(i)
	}
}

// file is a Markdown file and the record that it belongs to.
type file struct {
	source.File
	name name
}

// group puts the files of a record together, the records sorted by address. Most lie
// side by side.
func (o Options) group(snap *source.Snapshot, set *Set) ([][]file, []diag.Diagnostic) {
	type record struct {
		key   string
		files []file
	}
	var diags []diag.Diagnostic
	var records []record
	places, last := map[string]int{}, name{}
	found := snap.Under("content")
	files := make([]file, 0, len(found)) // never moved
	for _, f := range found {
		if path.Ext(f.Path) != ".md" {
			if d, wrong := misnamed(f.Path); wrong {
				diags = append(diags, d)
			}
			set.Files[f.Path] = f
			continue
		}
		n, problem := namer{o.Languages}.parse(f.Path)
		if problem != nil {
			diags = append(diags, *problem)
			set.Misnamed[meantBy(f.Path)] = true
			continue
		}
		files = append(files, file{f, n})
		if len(records) > 0 && n.kind == last.kind && n.id == last.id {
			own := &records[len(records)-1]
			own.files = files[len(files)-len(own.files)-1:]
			continue
		}
		key := string(n.kind) + ":" + n.id
		if at, known := places[key]; known {
			records[at].files = append(slices.Clip(records[at].files), file{f, n})
			last = name{}
			continue
		}
		places[key], last = len(records), n
		records = append(records, record{key, files[len(files)-1:]})
	}
	slices.SortFunc(records, func(a, b record) int { return cmp.Compare(a.key, b.key) })
	out := make([][]file, len(records))
	for i, r := range records {
		out[i] = slices.Clip(r.files)
	}
	return out, diags
}

// decoder makes one record.
type decoder struct {
	cutter
	languages []string
	key       memo.Key
	made      holder
	diags     []diag.Diagnostic
	err       error
}

// run takes the record from memory, or decodes it and, when there is nothing to
// say about it, has it remembered. What is kept of bodies is light.
func (d *decoder) run(o Options, snap *source.Snapshot, files []file, names *Phrases) {
	d.languages, d.key = o.Languages, o.key(files)
	if d.recall(o, files[0].name.kind) {
		return
	}
	var read []parsed
	for _, f := range files {
		data, err := snap.Read(f.Path)
		if err != nil {
			d.err = err
			return
		}
		p := d.parse(f.name, data)
		p.digest = f.Digest
		read = append(read, p)
	}
	d.record(read)
	if o.Memory != nil {
		d.note(o, names)
	}
	for i, b := range d.made.record().Bodies {
		d.made.record().Bodies[i].Doc = b.Doc.Light()
	}
	if o.Memory != nil && len(d.diags) == 0 {
		o.Memory.Put(d.key, freeze(d.made))
	}
}

// recall takes the record from an earlier run or from memory, if it can.
func (d *decoder) recall(o Options, kind Kind) bool {
	if o.Memory == nil {
		return false
	}
	b, known := o.Memory.Get(d.key)
	made, ok := o.Last.recall(d.key)
	if !ok {
		made = newHolder(kind)
		if !known || thaw(b, made) != nil {
			return false
		}
	}
	for _, body := range made.record().Bodies {
		if !o.Memory.Has(skeletonKey(o.Program, body.Source, body.Lang)) {
			return false
		}
	}
	d.made = made
	return true
}

// note has remembered what is told by the words of the bodies, while these are at
// hand: how they are written, and that they name nobody otherwise than they
// should.
func (d *decoder) note(o Options, names *Phrases) {
	r := d.made.record()
	for _, b := range r.Bodies {
		o.Memory.Put(skeletonKey(o.Program, b.Source, b.Lang), b.Doc.Skeleton())
		if r.Kind != KindPartner {
			_, _ = names.Find(o.Memory, b, nil) // nothing is read: the Doc is whole
		}
		if r.Kind == KindProject {
			_, _ = OngoingPhrases(o.Program, b.Lang).Find(o.Memory, b, nil)
		}
	}
}

// key names a record as its files and the program make it.
func (o Options) key(files []file) memo.Key {
	const usual = 512 // bytes of a record in two languages
	b := append(make([]byte, 0, usual), "record"...)
	b = append(b, o.Program[:]...)
	for _, l := range o.Languages {
		b = append(append(b, l...), 0)
	}
	for _, f := range files {
		b = append(append(append(b, 0), f.Path...), 0)
		b = append(b, f.Digest[:]...)
	}
	return memo.Bytes(b)
}

// shapes are the schemas of all kinds.
var shapes = schema.ShapesOf(Project{}, Partner{}, Event{}, News{}, Programme{}, Territory{}, Guide{}, Chapter{},
	Kit{}, Sheet{}, Page{}, Section{})

// parsed is one file, read but not yet understood.
type parsed struct {
	name   name
	digest memo.Key
	frame  frame
	root   *tree.Node
	doc    *markdown.Doc // nil without a body
	broken bool          // not all of it could be read
}

func (d *decoder) parse(n name, data []byte) parsed {
	fr, diags := d.split(n.path, data)
	d.diags = append(d.diags, diags...)
	p := parsed{name: n, frame: fr, root: &tree.Node{Kind: tree.Map}, broken: len(diags) > 0}
	if p.broken {
		return p
	}
	if fr.format == "toml" {
		p.root, diags = tree.TOML(n.path, fr.header, fr.headerLine)
	} else {
		p.root, diags = tree.YAML(n.path, fr.header, fr.headerLine)
	}
	d.diags = append(d.diags, diags...)
	p.broken = diag.HasErrors(diags)
	d.body(&p)
	return p
}

func (d *decoder) body(p *parsed) {
	if len(bytes.TrimSpace(p.frame.body)) == 0 {
		return
	}
	lang := p.name.lang
	if lang == "" && len(d.languages) > 1 {
		d.diags = append(d.diags, diag.At(firstText(p), "body-in-neutral-file").
			WithHint("hint.move-body", strings.TrimSuffix(path.Base(p.name.path), ".md")+"."+d.languages[0]+".md"))
		return
	}
	if lang == "" {
		lang = d.languages[0]
	}
	p.doc = markdown.Parse(markdown.Source{
		File: p.name.path, Text: p.frame.body, FirstLine: p.frame.bodyLine, Lang: lang,
	})
}

// firstText is the place of the first line of a body that says something.
func firstText(p *parsed) diag.Pos {
	pos := diag.Pos{File: p.name.path, Line: p.frame.bodyLine, Col: 1}
	for _, line := range strings.Split(string(p.frame.body), "\n") {
		if strings.TrimSpace(line) != "" {
			break
		}
		pos.Line++
	}
	return pos
}

// record merges the files of the record.
func (d *decoder) record(files []parsed) {
	slices.SortStableFunc(files, func(a, b parsed) int {
		return cmp.Compare(d.rank(a.name.lang), d.rank(b.name.lang))
	})
	files = d.single(files)
	first := files[0].name
	r := Record{Kind: first.kind, ID: first.id, Dir: first.dir, Order: first.order}
	for _, f := range files {
		r.Broken = r.Broken || f.broken
		r.Parts = append(r.Parts, Part{Path: f.name.path, Lang: f.name.lang, Fence: f.frame.fence, Digest: f.digest})
		if f.doc != nil {
			d.diags = append(d.diags, f.doc.Diags...)
			r.Bodies = append(r.Bodies, Body{Lang: f.doc.Lang, Source: sourceOf(f.name.path, f.frame.body), Doc: f.doc})
		}
	}
	r.Facets, r.Shape = facets(files, whole), facets(files, blanked)
	if r.Kind == KindSection { // its title is on every page of the section
		r.Shape = r.Facets
	}
	d.made = newHolder(r.Kind)
	*d.made.record() = r
	d.fill(d.made, d.made.record(), files)
}

// facets is the key of what the files say beside the words of their bodies: what
// other records' pages can show of this one.
func facets(files []parsed, header func(frame) []byte) memo.Key {
	var parts []any
	for _, f := range files {
		parts = append(parts, f.name.path, f.name.lang, f.frame.format, header(f.frame))
		if f.doc == nil {
			continue
		}
		parts = append(parts, f.doc.Anchors)
		for _, h := range f.doc.Headings {
			parts = append(parts, h.Level, h.Text, h.ID, h.Explicit)
		}
	}
	return memo.Sum(parts...)
}

// rank orders the neutral file before the languages, and those as configured.
func (d *decoder) rank(lang string) int { return slices.Index(d.languages, lang) }

// single drops a second file for the same language, as a.md beside a/index.md,
// and a chapter whose number differs between languages.
func (d *decoder) single(files []parsed) []parsed {
	kept := files[:1]
	for _, f := range files[1:] {
		last := kept[len(kept)-1]
		switch {
		case f.name.lang == last.name.lang:
			d.diags = append(d.diags, diag.At(diag.Pos{File: f.name.path}, "duplicate-id", f.name.id, last.name.path).
				WithHint("hint.keep-one"))
		case f.name.order != last.name.order:
			d.diags = append(d.diags, diag.At(diag.Pos{File: f.name.path}, "bad-path.chapter-number", f.name.order, last.name.order).
				WithHint("hint.same-number"))
			kept = append(kept, f)
		default:
			kept = append(kept, f)
		}
	}
	return kept
}

// fill decodes the files' front matter into dst, a pointer to the kind's struct.
func (d *decoder) fill(dst any, r *Record, files []parsed) {
	dec := schema.NewDecoder(shapes, d.languages, dst)
	for _, f := range files {
		if f.frame.format == "toml" {
			dec.AsTOML(f.name.path)
		}
		dec.Add(f.root, f.name.lang)
	}
	if r.Broken {
		r.unclear = dec.Told()
		d.diags = append(d.diags, dec.Diags()...)
		return
	}
	d.diags = append(d.diags, dec.Finish(r.Parts[0].Fence)...)
	r.unclear = dec.Told()
	langs := r.Langs()
	switch {
	case len(langs) == 0 && len(d.languages) == 1:
		d.diags = append(d.diags, dec.Missing(d.languages[0], r.Parts[0].Fence)...)
	case len(langs) == 0, r.Kind == KindProgramme, r.Kind == KindTerritory:
		d.diags = append(d.diags, dec.Wordless(r.Parts[0].Fence)...)
	default:
		for _, lang := range langs {
			d.diags = append(d.diags, dec.Missing(lang, r.Fence(lang))...)
		}
	}
}
