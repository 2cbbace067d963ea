package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/markdown"
	"dossier/internal/view"
)

// Made is what is known of a document once it has been rendered.
type Made struct {
	Size int64 // bytes
}

// Documents plans the PDF, EPUB and ZIP files. They come before the pages, since
// these say how large they are.
func Documents(site *dossier.Site, in Inputs) Plan {
	if len(in.Look.Regular) == 0 {
		return Plan{} // the theme makes no documents
	}
	p := newPlanner(site, in)
	for _, l := range p.locals {
		for _, k := range site.Kits {
			l.step("papers "+k.Address(), func(l *local) { l.kitPapers(k) })
		}
		for _, g := range site.Guides {
			l.step("papers "+g.Address(), func(l *local) { l.guidePapers(g) })
		}
		for _, project := range site.Projects {
			l.step("papers "+project.Address(), func(l *local) { l.projectPaper(project) })
		}
	}
	if !p.again() {
		p.run()
		p.drawable()
	}
	return p.plan()
}

// paperMaker makes one document.
type paperMaker struct {
	*local
	paper  view.Paper
	bodies []*dossier.Body // shown in the document
	drawn  map[string]bool // pictures noted, by address
}

// newPaper begins the document of a record.
func (l *local) newPaper(e *dossier.Entry) *paperMaker {
	title, _ := l.name(e)
	summary, _ := l.text(e.Summary)
	m := &paperMaker{local: l, drawn: map[string]bool{}}
	m.paper = view.Paper{
		Title: title, Lang: l.locale.Tag(), Author: l.author(), Subject: summary, Updated: l.date(e.Updated),
		Site: l.siteTitle(), Look: l.in.Look, Labels: l.paperLabels(), Licence: l.licence(),
	}
	m.at(e.URL(l.lang))
	for _, p := range projectsOf(e) {
		m.paper.Keywords = append(m.paper.Keywords, p.Acronym.Value)
	}
	m.paper.Funding = l.stripFor(e)
	for _, f := range m.paper.Funding {
		for _, logo := range f.Logos {
			m.noteLogo(logo.URL, projectsOf(e))
		}
	}
	return m
}

// at says which page the document belongs to.
func (m *paperMaker) at(url string) {
	m.paper.URL = m.abs(url)
	m.paper.Address = bareAddress(m.paper.URL)
}

func (l *local) author() string {
	if l.site.Owner == nil {
		return ""
	}
	name, _ := l.name(l.site.Owner.Entry)
	return name
}

// noteLogo finds the file of a programme's logo.
func (m *paperMaker) noteLogo(url string, projects []*dossier.Project) {
	for _, p := range projects {
		for _, f := range p.Funding {
			if f.Programme == nil {
				continue
			}
			for _, logo := range f.Programme.Logos {
				if m.site.Shown(logo).URL == url {
					m.note(logo)
				}
			}
		}
	}
}

// note remembers from which file a picture is drawn: a drawing as it is, a
// photograph in the size that pages show.
func (m *paperMaker) note(a *dossier.Asset) {
	shown := m.site.Shown(a)
	if m.drawn[shown.URL] {
		return
	}
	m.drawn[shown.URL] = true
	picture := view.Picture{Source: a.Path, Digest: a.Digest, Format: a.Format}
	if a.Raster {
		picture.Width = a.Variants[min(1, len(a.Variants)-1)].Width
	}
	m.paper.Pictures = append(m.paper.Pictures, view.PaperPicture{URL: shown.URL, Picture: picture})
	if a.Format == "svg" && !slices.Contains(m.drawings, a.Path) {
		m.drawings = append(m.drawings, a.Path)
	}
}

// picture is a record's image as the document draws it.
func (m *paperMaker) picture(e *dossier.Entry) *view.Image {
	if e.Image == nil {
		return nil
	}
	m.note(e.Image.For(m.lang))
	return m.local.picture(e, "")
}

// body is a record's text inside a document: its links lead to the web, its
// headings are deeper by shift levels, and its ids begin with prefix.
func (m *paperMaker) body(e *dossier.Entry, shift int, prefix string) view.Body {
	own := m.words(e, m.lang)
	if own == nil {
		return view.Body{}
	}
	m.bodies = append(m.bodies, own)
	for _, a := range own.Pictures {
		if a != nil {
			m.note(a)
		}
	}
	b := m.local.body(e)
	b.Resolved.BaseLevel, b.Resolved.Prefix = shift, prefix
	b.Resolved.HeadingIDs = slices.Clone(b.Resolved.HeadingIDs)
	for i, id := range b.Resolved.HeadingIDs {
		b.Resolved.HeadingIDs[i] = prefix + id
	}
	b.Resolved.Links = slices.Clone(b.Resolved.Links)
	for i, link := range b.Resolved.Links {
		b.Resolved.Links[i].URL = m.absolute(link.URL)
	}
	return b
}

// absolute completes an address within the site.
func (l *local) absolute(url string) string {
	if strings.HasPrefix(url, "/") && !strings.HasPrefix(url, "//") {
		return l.site.Config.Origin + url
	}
	return url
}

// publish claims the document's path.
func (m *paperMaker) publish(path, renderer string, v any, e *dossier.Entry) Output {
	o := Output{
		Path: path, Renderer: renderer, Lang: m.lang, View: v, Pos: e.Fence(m.lang),
		Sources: m.paperSources(), Sections: m.sections(),
	}
	if sheet, ok := v.(*view.SheetPaper); ok {
		o.OnePage = !sheet.Large
	}
	return m.claim(o)
}

// sections are the headings of the first text of the document.
func (m *paperMaker) sections() []Section {
	if len(m.bodies) == 0 {
		return nil
	}
	var out []Section
	for _, h := range m.bodies[0].Doc.Headings {
		out = append(out, Section{Title: m.typographic(h.Text), Pos: h.Pos})
	}
	return out
}

// paperSources are the files that the document draws on, pictures included.
func (m *paperMaker) paperSources() []string {
	used := m.seen.clone()
	files := m.sources()
	m.seen = used // several documents are made from one view
	for _, p := range m.paper.Pictures {
		files = append(files, p.Picture.Source)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// finish ends a document: it reports the characters that no face can show.
func (m *paperMaker) finish(e *dossier.Entry, v any) {
	m.glyphs(e, v)
	m.seen.clear()
}

// documentPath is the path of a document beside a page: <page>/<slug>-<lang>.pdf.
func (l *local) documentPath(url, name, ending string) string {
	return strings.TrimPrefix(url, "/") + name + ending
}

// download is a finished document of a record's page. It is listed for search
// engines, as the page is.
func (l *local) download(e *dossier.Entry, path, label string) []view.File {
	l.read(readDocument + path)
	made, ok := l.in.Made(path)
	if !ok {
		return nil
	}
	if !e.Draft {
		l.urls = append(l.urls, SiteURL{Lang: l.lang, URL: "/" + path, Updated: e.Updated})
	}
	format := path[strings.LastIndexByte(path, '.')+1:]
	return []view.File{{
		Label: label, URL: l.href("/" + path), Format: strings.ToUpper(format), Size: l.locale.Bytes(made.Size),
		Language: l.locale.Language(l.lang), Lang: l.lang, Type: mediaType(format),
	}}
}

// encodings describes the documents of a page in structured data.
func (l *local) encodings(files []view.File) []view.Node {
	var out []view.Node
	for _, f := range files {
		out = append(out, node("MediaObject", "", prop("name", f.Label), prop("contentUrl", l.absolute(f.URL)),
			prop("encodingFormat", f.Type), prop("contentSize", f.Size), prop("inLanguage", f.Lang)))
	}
	return out
}

// typographic sets the quotes of a text that is the same in every language.
func (l *local) typographic(s string) string { return markdown.Typographic(s, l.lang) }
