// Package content turns the files under content/ into typed records.
//
// Input is a source.Snapshot and the configuration, output a Set: one record per
// project, partner, event and so on, merged from its neutral file and its
// language files, with every value's place and every body parsed. References are
// not resolved here, and nothing is looked up in another record: that is the
// work of package dossier; only the other names of organisations are looked for
// in texts while these are at hand, to spare reading them again. One struct per kind, in the file of that name, is the
// schema of its front matter (see package schema for the tags).
package content

import (
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/schema"
	"dossier/internal/source"
)

// Kind is a content type, by its singular name.
type Kind string

// The kinds of records.
const (
	KindProject   Kind = "project"
	KindPartner   Kind = "partner"
	KindEvent     Kind = "event"
	KindNews      Kind = "news"
	KindProgramme Kind = "programme"
	KindTerritory Kind = "territory"
	KindGuide     Kind = "guide"
	KindChapter   Kind = "chapter"
	KindKit       Kind = "kit"
	KindSheet     Kind = "sheet"
	KindPage      Kind = "page"
	KindSection   Kind = "section"
)

// folders are the top folders under content/ and the kind of what lies in them.
var folders = map[string]Kind{
	"projects": KindProject, "partners": KindPartner, "events": KindEvent,
	"news": KindNews, "programmes": KindProgramme, "territories": KindTerritory,
	"guides": KindGuide, "kits": KindKit, "pages": KindPage,
}

// Folders returns the names of the content folders, sorted.
func Folders() []string {
	var names []string
	for f := range folders {
		names = append(names, f)
	}
	slices.Sort(names)
	return names
}

// KindIn returns the kind of what lies in a content folder: "project" in
// "projects".
func KindIn(folder string) (Kind, bool) {
	k, ok := folders[folder]
	return k, ok
}

// Folder returns the folder that a kind lives in: "projects". Chapters live in
// guides, sheets in kits; sections have none of their own.
func (k Kind) Folder() string {
	switch k {
	case KindProject:
		return "projects"
	case KindPartner:
		return "partners"
	case KindEvent:
		return "events"
	case KindNews:
		return "news"
	case KindProgramme:
		return "programmes"
	case KindTerritory:
		return "territories"
	case KindGuide, KindChapter:
		return "guides"
	case KindKit, KindSheet:
		return "kits"
	case KindPage:
		return "pages"
	}
	return ""
}

// Set is all the records of a site, each list sorted by id.
type Set struct {
	Projects    []*Project
	Partners    []*Partner
	Events      []*Event
	News        []*News
	Programmes  []*Programme
	Territories []*Territory
	Guides      []*Guide
	Chapters    []*Chapter
	Kits        []*Kit
	Sheets      []*Sheet
	Pages       []*Page
	Sections    []*Section

	Files   map[string]source.File // everything under content/ that is not Markdown, by path
	Refused map[string]bool        // paths of what could not be taken, which has been told

	// Misnamed are the addresses that records would have if their files were named as
	// they should be, which has been told.
	Misnamed map[string]bool

	made map[memo.Key]holder // records about which there was nothing to say, by what they were made from
}

// recall returns a record of an earlier set that was made from the same.
func (s *Set) recall(key memo.Key) (holder, bool) {
	if s == nil {
		return nil, false
	}
	made, ok := s.made[key]
	return made, ok
}

// Record is what all kinds have in common.
type Record struct {
	Kind Kind
	// ID is unique within its folder: "masp", "parental-kit/nursery-bonus". The id
	// of a section is its folder; that of the home page is empty.
	ID     string
	Dir    string // folder of its files: "content/projects/masp"
	Order  int    // of a chapter: its number
	Parts  []Part // neutral file first, then the languages in configured order
	Bodies []Body
	Broken bool // a file of it could not be read, or not all of it
	// Facets is the key of all that the files say but for the words of their
	// bodies. Where it stays the same, nothing changes but what shows the bodies.
	Facets memo.Key
	// Shape is the same but for the words of title, name and summary, where these
	// stand on a line of their own. Where it stays the same, nothing changes but what
	// shows the record.
	Shape memo.Key

	unclear []string // fields of which it was told that they are not understood, or missing
}

// Part is one file of a record.
type Part struct {
	Path   string
	Lang   string // empty: the neutral file
	Fence  diag.Pos
	Digest memo.Key // of the file's bytes
}

// Body is the text of a record in one language. The words themselves are not kept:
// Text reads them again.
type Body struct {
	Lang   string
	Source string // names the text: its file and the digest of the words
	Doc    *markdown.Doc
}

// Langs returns the languages in which the record has a file of its own.
func (r *Record) Langs() []string {
	var langs []string
	for _, p := range r.Parts {
		if p.Lang != "" {
			langs = append(langs, p.Lang)
		}
	}
	return langs
}

// Fence returns the opening fence of the record's file in a language, or of its
// first file where there is none. It is where a missing field belongs.
func (r *Record) Fence(lang string) diag.Pos {
	for _, p := range r.Parts {
		if p.Lang == lang {
			return p.Fence
		}
	}
	return r.Parts[0].Fence
}

// lacks reports whether a field that was not decoded is not there: it may have
// been misspelt, or stand in a file that could not be read.
func (r *Record) lacks(key string) bool { return !r.Broken && !slices.Contains(r.unclear, key) }

// Body returns the text in a language.
func (r *Record) Body(lang string) (Body, bool) {
	for _, b := range r.Bodies {
		if b.Lang == lang {
			return b, true
		}
	}
	return Body{}, false
}

// Address returns how the record is referred to: "projects/masp".
func (r *Record) Address() string {
	if r.Kind == KindSection {
		return r.ID
	}
	return r.Kind.Folder() + "/" + r.ID
}

// Parent returns the id of the guide or kit that a chapter or sheet belongs to.
func (r *Record) Parent() string {
	parent, _, _ := strings.Cut(r.ID, "/")
	return parent
}

// Common are the fields of every kind.
type Common struct {
	Slug    schema.Text     `key:"slug" form:"slug"`
	Aliases schema.TextList `key:"aliases" form:"alias"`
	Updated schema.Date     `key:"updated"`
	Draft   schema.Bool     `key:"draft"`
	Publish schema.Date     `key:"publish"`
	Expires schema.Date     `key:"expires"`
	Image   Image           `key:"image"`
	Related []schema.Ref    `key:"related"`
	Missing schema.Str      `key:"missing" enum:"notice link hide"`
	Stamps  schema.Stamps   `key:"translation"`
	Ignore  []schema.Str    `key:"ignore"`
}

// Words are the fields of every kind that has a page with a title.
type Words struct {
	Title   schema.Text `key:"title" is:"required"`
	Summary schema.Text `key:"summary" is:"required"`
}

// Image is a picture of a record.
type Image struct {
	Src        schema.Str  `key:"src" is:"required"`
	Alt        schema.Text `key:"alt"`
	Credit     schema.Str  `key:"credit"`
	Decorative schema.Bool `key:"decorative"`
}

// Given reports whether the record has a picture.
func (i Image) Given() bool { return i.Src.Given() }

// Item is a record of any kind, for work that all kinds share.
type Item struct {
	*Record
	*Common
	Title   schema.Text // or the name
	Summary schema.Text
	Value   any // the record's own struct, a pointer
}

// holder is the struct of a kind.
type holder interface {
	item() Item
	record() *Record
}

func (r *Record) record() *Record { return r }

// newHolder makes the struct of a kind; nil for a kind that is none.
func newHolder(kind Kind) holder {
	switch kind {
	case KindProject:
		return &Project{}
	case KindPartner:
		return &Partner{}
	case KindEvent:
		return &Event{}
	case KindNews:
		return &News{}
	case KindProgramme:
		return &Programme{}
	case KindTerritory:
		return &Territory{}
	case KindGuide:
		return &Guide{}
	case KindChapter:
		return &Chapter{}
	case KindKit:
		return &Kit{}
	case KindSheet:
		return &Sheet{}
	case KindPage:
		return &Page{}
	case KindSection:
		return &Section{}
	}
	return nil
}

// add takes in a record.
func (s *Set) add(h holder) {
	switch v := h.(type) {
	case *Project:
		s.Projects = append(s.Projects, v)
	case *Partner:
		s.Partners = append(s.Partners, v)
	case *Event:
		s.Events = append(s.Events, v)
	case *News:
		s.News = append(s.News, v)
	case *Programme:
		s.Programmes = append(s.Programmes, v)
	case *Territory:
		s.Territories = append(s.Territories, v)
	case *Guide:
		s.Guides = append(s.Guides, v)
	case *Chapter:
		s.Chapters = append(s.Chapters, v)
	case *Kit:
		s.Kits = append(s.Kits, v)
	case *Sheet:
		s.Sheets = append(s.Sheets, v)
	case *Page:
		s.Pages = append(s.Pages, v)
	case *Section:
		s.Sections = append(s.Sections, v)
	}
}

// Items returns every record, kind by kind.
func (s *Set) Items() []Item {
	return slices.Concat(items(s.Sections), items(s.Projects), items(s.Partners), items(s.Events), items(s.News),
		items(s.Guides), items(s.Chapters), items(s.Kits), items(s.Sheets), items(s.Programmes),
		items(s.Territories), items(s.Pages))
}

func items[T holder](list []T) []Item {
	out := make([]Item, len(list))
	for i, r := range list {
		out[i] = r.item()
	}
	return out
}
