package content

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/markdown"
	"dossier/internal/schema"
	"dossier/internal/source"
	"dossier/internal/tree"
)

// Decode reads every record under content/. A record with a file that cannot be
// read is in the Set with what its files do say; everything found wrong is in the
// diagnostics.
func Decode(snap *source.Snapshot, languages []string) (*Set, []diag.Diagnostic) {
	d := &decoder{languages: languages, set: &Set{Files: map[string]source.File{}}}
	var order []string
	groups := map[string][]parsed{}
	for _, f := range snap.Under("content") {
		if path.Ext(f.Path) != ".md" {
			d.set.Files[f.Path] = f
			continue
		}
		p, ok := d.parse(f)
		if !ok {
			continue
		}
		key := string(p.name.kind) + ":" + p.name.id
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], p)
	}
	slices.Sort(order)
	for _, key := range order {
		d.record(groups[key])
	}
	return d.set, d.diags
}

type decoder struct {
	languages []string
	set       *Set
	diags     []diag.Diagnostic
}

// parsed is one file, read but not yet understood.
type parsed struct {
	name   name
	frame  frame
	root   *tree.Node
	doc    *markdown.Doc // nil without a body
	broken bool          // not all of it could be read
}

func (d *decoder) parse(f source.File) (parsed, bool) {
	n, problem := namer{d.languages}.parse(f.Path)
	if problem != nil {
		d.diags = append(d.diags, *problem)
		return parsed{}, false
	}
	fr, diags := split(f.Path, f.Data)
	d.diags = append(d.diags, diags...)
	p := parsed{name: n, frame: fr, root: &tree.Node{Kind: tree.Map}, broken: len(diags) > 0}
	if p.broken {
		return p, true
	}
	if fr.format == "toml" {
		p.root, diags = tree.TOML(f.Path, fr.header, fr.headerLine)
	} else {
		p.root, diags = tree.YAML(f.Path, fr.header, fr.headerLine)
	}
	d.diags = append(d.diags, diags...)
	p.broken = diag.HasErrors(diags)
	d.body(&p)
	return p, true
}

func (d *decoder) body(p *parsed) {
	if strings.TrimSpace(string(p.frame.body)) == "" {
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

// record merges the files of one record and adds it to the Set.
func (d *decoder) record(files []parsed) {
	slices.SortStableFunc(files, func(a, b parsed) int {
		return cmp.Compare(d.rank(a.name.lang), d.rank(b.name.lang))
	})
	files = d.single(files)
	first := files[0].name
	r := Record{Kind: first.kind, ID: first.id, Dir: first.dir, Order: first.order}
	for _, f := range files {
		r.Broken = r.Broken || f.broken
		r.Parts = append(r.Parts, Part{Path: f.name.path, Lang: f.name.lang, Fence: f.frame.fence})
		if f.doc != nil {
			d.diags = append(d.diags, f.doc.Diags...)
			r.Bodies = append(r.Bodies, Body{Lang: f.doc.Lang, Source: string(f.frame.body), Doc: f.doc})
		}
	}
	d.add(r, files)
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
	dec := schema.NewDecoder(d.languages, dst)
	for _, f := range files {
		dec.Add(f.root, f.name.lang)
	}
	if r.unclear = dec.FailedFields(); r.Broken {
		d.diags = append(d.diags, dec.Diags()...)
		return
	}
	d.diags = append(d.diags, dec.Finish(r.Parts[0].Fence)...)
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

// add makes the struct of the record's kind.
func (d *decoder) add(r Record, files []parsed) {
	s := d.set
	switch r.Kind {
	case KindProject:
		v := &Project{Record: r}
		d.fill(v, &v.Record, files)
		s.Projects = insert(s.Projects, v)
	case KindPartner:
		v := &Partner{Record: r}
		d.fill(v, &v.Record, files)
		s.Partners = insert(s.Partners, v)
	case KindEvent:
		v := &Event{Record: r}
		d.fill(v, &v.Record, files)
		s.Events = insert(s.Events, v)
	case KindNews:
		v := &News{Record: r}
		d.fill(v, &v.Record, files)
		s.News = insert(s.News, v)
	case KindProgramme:
		v := &Programme{Record: r}
		d.fill(v, &v.Record, files)
		s.Programmes = insert(s.Programmes, v)
	case KindTerritory:
		v := &Territory{Record: r}
		d.fill(v, &v.Record, files)
		s.Territories = insert(s.Territories, v)
	case KindGuide:
		v := &Guide{Record: r}
		d.fill(v, &v.Record, files)
		s.Guides = insert(s.Guides, v)
	case KindChapter:
		v := &Chapter{Record: r}
		d.fill(v, &v.Record, files)
		s.Chapters = insert(s.Chapters, v)
	case KindKit:
		v := &Kit{Record: r}
		d.fill(v, &v.Record, files)
		s.Kits = insert(s.Kits, v)
	case KindSheet:
		v := &Sheet{Record: r}
		d.fill(v, &v.Record, files)
		s.Sheets = insert(s.Sheets, v)
	case KindPage:
		v := &Page{Record: r}
		d.fill(v, &v.Record, files)
		s.Pages = insert(s.Pages, v)
	case KindSection:
		v := &Section{Record: r}
		d.fill(v, &v.Record, files)
		s.Sections = insert(s.Sections, v)
	}
}
