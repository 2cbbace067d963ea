package dossier

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/markdown"
)

// sizes tells browsers how wide a picture in a body is shown.
const bodySizes = "(min-width: 48rem) 42rem, 100vw"

// resolveBodies gives headings their final ids first, because links anywhere may
// point at them, and then follows every link and picture.
func (l *linker) resolveBodies() {
	entries := l.site.everything()
	other := make([][]diag.Diagnostic, len(entries))
	l.opts.Each(len(entries), func(i int) {
		e := entries[i]
		e.bodies = make([]*Body, len(e.Bodies))
		for k, b := range e.Bodies {
			e.bodies[k] = &Body{Lang: b.Lang, Source: b.Source, Doc: b.Doc}
		}
		other[i] = headings(e)
	})
	l.opts.Each(len(entries), func(i int) {
		for _, b := range entries[i].bodies {
			l.straight(b)
		}
	})
	for i, e := range entries {
		l.diags = append(l.diags, other[i]...)
		for _, b := range e.bodies {
			l.links(e, b)
			l.images(e, b)
		}
	}
}

// body is the text of a language, nil where there is none.
func (e *Entry) body(lang string) *Body {
	for _, b := range e.bodies {
		if b.Lang == lang {
			return b
		}
	}
	return nil
}

// everything is every record and section.
func (s *Site) everything() []*Entry {
	all := []*Entry{s.Home.Entry}
	for _, section := range s.Sections {
		all = append(all, section.Entry)
	}
	return append(all, s.Entries...)
}

// headings carries the ids of the original to its translations, so that one
// anchor works in every language. A sheet's sections have fixed ids. It tells of
// translations that are built otherwise.
func headings(e *Entry) (told []diag.Diagnostic) {
	if len(e.bodies) == 0 {
		return nil
	}
	original := e.original()
	if e.Kind == content.KindSheet {
		for _, b := range e.bodies {
			b.Resolved.HeadingIDs = questionIDs(b.Doc)
		}
		return nil
	}
	original.Resolved.HeadingIDs = ids(original.Doc)
	for _, b := range e.bodies {
		if b == original {
			continue
		}
		b.Resolved.HeadingIDs = ids(b.Doc)
		switch {
		case sameOutline(original.Doc, b.Doc):
			for i, h := range b.Doc.Headings {
				if !h.Explicit {
					b.Resolved.HeadingIDs[i] = original.Resolved.HeadingIDs[i]
				}
			}
		case jumps(original.Doc), jumps(b.Doc): // told of; mended, the two may agree
		case !e.Broken && slices.ContainsFunc(b.Doc.Headings, func(h markdown.Heading) bool { return !h.Explicit }):
			told = append(told, outlineDiffers(original.Doc, b.Doc, e))
		}
	}
	return told
}

// original is the text that the others are translations of.
func (e *Entry) original() *Body {
	if b := e.body(e.Origin); b != nil {
		return b
	}
	return e.bodies[0]
}

func ids(d *markdown.Doc) []string {
	out := make([]string, len(d.Headings))
	for i, h := range d.Headings {
		out[i] = h.ID
	}
	return out
}

func questionIDs(d *markdown.Doc) []string {
	out := ids(d)
	questions, n := content.Questions(), 0
	for i, h := range d.Headings {
		if h.Level == 2 && n < len(questions) {
			out[i] = questions[n]
			n++
		}
	}
	return out
}

// jumps reports whether a heading has a level that it cannot have.
func jumps(d *markdown.Doc) bool {
	return slices.ContainsFunc(d.Diags, func(p diag.Diagnostic) bool { return p.ID == "heading-jump" })
}

func sameOutline(a, b *markdown.Doc) bool {
	return slices.EqualFunc(a.Headings, b.Headings, func(x, y markdown.Heading) bool { return x.Level == y.Level })
}

// outlineDiffers points at the first heading where the two part.
func outlineDiffers(a, b *markdown.Doc, e *Entry) diag.Diagnostic {
	at := 0
	for at < len(a.Headings) && at < len(b.Headings) && a.Headings[at].Level == b.Headings[at].Level {
		at++
	}
	pos := e.Fence(b.Lang)
	if at < len(b.Headings) {
		pos = b.Headings[at].Pos
	}
	d := diag.At(pos, "outline-differs", len(b.Headings), len(a.Headings), diag.Term("lang."+a.Lang))
	if len(a.Headings) == len(b.Headings) {
		d = diag.At(pos, "outline-differs.level", b.Headings[at].Level, a.Headings[at].Level, diag.Term("lang."+a.Lang))
	}
	d = d.WithHint("hint.outline")
	if at < len(a.Headings) {
		d = d.Also(a.Headings[at].Pos, "see.original")
	}
	return d
}

// straight follows the links to records of which there is nothing to say. It changes
// nothing but the body.
func (l *linker) straight(b *Body) {
	if len(b.Doc.Links) == 0 {
		return
	}
	b.Resolved.Links = make([]markdown.Target, len(b.Doc.Links))
	for i, link := range b.Doc.Links {
		if link.Kind != markdown.LinkInternal || link.Path == "" {
			continue
		}
		if e, ok := l.entries[link.Path]; ok && (link.Fragment == "" || slices.Contains(e.Anchors(e.Lang(b.Lang)), link.Fragment)) {
			b.Resolved.Links[i] = l.leads(link, e, b)
		}
	}
}

// links follows the links that are left.
func (l *linker) links(e *Entry, b *Body) {
	for i, link := range b.Doc.Links {
		t := &b.Resolved.Links[i]
		if t.URL != "" {
			continue
		}
		switch link.Kind {
		case markdown.LinkInternal:
			*t = l.internal(link, b)
		case markdown.LinkAnchor:
			l.anchor(link, e, b)
		case markdown.LinkFile:
			*t = l.download(link, e, b)
		case markdown.LinkExternal:
			*t = l.external(link)
		default:
			t.Dead = true
		}
	}
}

// internal follows @/type/id#anchor. Commands take singular folder names, links
// do not: one spelling is enough to learn.
func (l *linker) internal(link markdown.Link, b *Body) markdown.Target {
	e, ok := l.entries[link.Path]
	if !ok || link.Path == "" {
		return l.broken(link)
	}
	if link.Fragment != "" {
		l.fragment(link, e, e.Lang(b.Lang))
	}
	return l.leads(link, e, b)
}

// leads is where a link to a record leads. The record is named only by a link
// without a text of its own.
func (l *linker) leads(link markdown.Link, e *Entry, b *Body) markdown.Target {
	lang := e.Lang(b.Lang)
	t := markdown.Target{URL: l.site.Config.Base + strings.TrimPrefix(e.URL(b.Lang), "/")}
	if link.Text == "" {
		t.Title, b.Named = l.site.Name(e, lang), append(b.Named, e)
	}
	if lang != b.Lang {
		t.Lang = lang
	}
	if link.Fragment != "" {
		t.URL += "#" + link.Fragment
	}
	return t
}

// fragment checks that the target has the heading.
func (l *linker) fragment(link markdown.Link, e *Entry, lang string) {
	known := e.Anchors(lang)
	if e.Broken || slices.Contains(known, link.Fragment) {
		return
	}
	d := diag.At(link.Pos, "broken-anchor", link.Fragment, "@/"+link.Path)
	l.add(suggestAnchor(d, link.Fragment, known))
}

func suggestAnchor(d diag.Diagnostic, word string, known []string) diag.Diagnostic {
	if near, ok := diag.Nearest(word, known); ok {
		return d.WithHint("hint.did-you-mean-of", near, known).WithSwap("#"+word, "#"+near)
	}
	if len(known) == 0 {
		return d.WithHint("hint.no-headings")
	}
	return d.WithHint("hint.headings-there", known)
}

// Anchors returns the ids on the record's page that a link may point at.
func (e *Entry) Anchors(lang string) []string {
	var known []string
	if b := e.body(lang); b != nil {
		for i, id := range b.Resolved.HeadingIDs {
			if b.Doc.Headings[i].Text != "" {
				known = append(known, id)
			}
		}
		known = append(known, b.Doc.Anchors...)
	}
	if p, ok := e.linked.(*Project); ok {
		for _, line := range p.Lines {
			known = append(known, line.ID.Value)
		}
	}
	return known
}

// broken reports a link to a record that is not there.
func (l *linker) broken(link markdown.Link) markdown.Target {
	dead := markdown.Target{Dead: true, Title: link.Path}
	if item, ok := l.hidden[link.Path]; ok {
		l.add(l.unpublished(item, link.Pos))
		dead.Title = item.Title.Best(item.Record.Parts[0].Lang, l.langs).Value
		return dead
	}
	if l.isRefused(link.Path) {
		return dead
	}
	d := diag.At(link.Pos, "broken-link", "@/"+link.Path)
	if near, ok := l.meant(link.Path); ok {
		d = d.WithHint("hint.did-you-mean", "@/"+near).WithSwap("@/"+link.Path, "@/"+near)
	} else if kind, id := kindAndID(link.Path); id != "" {
		d = d.WithHint("hint.create-record", diag.Term(kind), id)
	} else {
		d = d.WithHint("hint.link-form", content.Folders())
	}
	l.add(d)
	return dead
}

// kindAndID reads an address that is written as it should be; else the id is empty.
func kindAndID(address string) (kind content.Kind, id string) {
	folder, id, _ := strings.Cut(address, "/")
	if kind, known := content.KindIn(folder); known {
		return kind, id
	}
	return "", ""
}

func (l *linker) anchor(link markdown.Link, e *Entry, b *Body) {
	known := e.Anchors(b.Lang)
	if e.Broken || link.Fragment == "" || slices.Contains(known, link.Fragment) {
		return
	}
	d := diag.At(link.Pos, "broken-anchor.here", link.Fragment)
	l.add(suggestAnchor(d, link.Fragment, known))
}

// download resolves a link to a file beside the page.
func (l *linker) download(link markdown.Link, e *Entry, b *Body) markdown.Target {
	if strings.HasPrefix(link.Path, "/") {
		return l.absolute(link, link.Path)
	}
	if strings.HasSuffix(link.Path, ".md") {
		file := path.Join(e.Dir, link.Path)
		return l.misdirected("broken-link.markdown", link, func(other *Entry) bool {
			return slices.ContainsFunc(other.Parts, func(p content.Part) bool { return p.Path == file })
		})
	}
	if id := path.Join(strings.TrimPrefix(e.Dir, "content"), strings.TrimPrefix(link.Path, "@")); l.isPage(e.Dir, link.Path, id) {
		return l.misdirected("broken-link", link, l.addressed(link.Path, id))
	}
	a := l.file(e.Dir, link.Path, b.Lang, link.Pos)
	if a == nil {
		return markdown.Target{Dead: true}
	}
	return markdown.Target{
		URL:  l.site.Config.Base + strings.TrimPrefix(a.URL, "/"),
		Note: strings.ToUpper(a.Format) + ", " + l.site.Config.Locale(b.Lang).Bytes(a.Size),
	}
}

// misdirected reports a link that is not written by id, with the link to the
// record that was meant where there is one.
func (l *linker) misdirected(key string, link markdown.Link, meant func(*Entry) bool) markdown.Target {
	d := diag.At(link.Pos, key, link.Dest).WithHint("hint.link-form", content.Folders())
	if i := slices.IndexFunc(l.site.Entries, meant); i >= 0 {
		right := "@/" + l.site.Entries[i].Address()
		d = d.WithHint("hint.write", right).WithSwap(link.Path, right)
	}
	l.add(d)
	return markdown.Target{Dead: true}
}

func (l *linker) images(e *Entry, b *Body) {
	for _, img := range b.Doc.Images {
		var p markdown.Picture
		var file *Asset
		switch {
		case !img.IsReadable(): // reported where it was read
		case strings.Contains(img.Dest, "://"):
			l.add(diag.At(img.Pos, "missing-file.remote", img.Dest).WithHint("hint.file-beside"))
		default:
			if file = l.image(e.Dir, img.Dest, b.Lang, img.Pos); file != nil {
				p = l.site.Shown(file)
			}
		}
		b.Resolved.Images = append(b.Resolved.Images, p)
		b.Pictures = append(b.Pictures, file)
	}
}

// Shown describes an asset as a picture in a body.
func (s *Site) Shown(a *Asset) markdown.Picture {
	p := markdown.Picture{URL: s.Config.Base + strings.TrimPrefix(a.URL, "/"), Width: a.Width, Height: a.Height}
	if len(a.Variants) > 1 {
		for _, v := range a.Variants {
			p.SrcSet = append(p.SrcSet, markdown.Variant{URL: s.Config.Base + strings.TrimPrefix(v.URL, "/"), Width: v.Width})
		}
		p.Sizes = bodySizes
	}
	return p
}

// Name returns what a record is called: its title, or the name of an
// organisation, programme or territory.
func (s *Site) Name(e *Entry, lang string) string {
	name, in := s.NameIn(e, lang)
	return markdown.Typographic(name, in)
}

// NameIn also returns the language of the name, and leaves it as it was typed.
func (s *Site) NameIn(e *Entry, lang string) (name, in string) {
	if p, ok := e.linked.(*Partner); ok {
		return s.partnerName(p, lang)
	}
	v := e.Title.Best(lang, s.codes)
	if v.Lang == "" {
		return e.ID, lang
	}
	return v.Value, v.Lang
}

// partnerName is the translated name where there is one, otherwise the
// organisation's own, in its own language.
func (s *Site) partnerName(p *Partner, lang string) (string, string) {
	if own, ok := p.Names.Get(lang); ok {
		return own.Value, lang
	}
	if p.Partner.Lang.Given() {
		return p.Partner.Name.Value, p.Partner.Lang.Value
	}
	return p.Partner.Name.Value, lang
}
