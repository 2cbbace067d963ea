// Package view is the theme contract: the plain structs that templates and the
// other renderers see, and nothing else.
//
// A view is already localised and complete: texts in the reader's language,
// dates and numbers written out, addresses resolved, lists sorted and cut. It
// holds only strings, numbers, booleans, slices, structs and pointers to view
// structs, so that its structural hash is the key of the page made from it: what
// is not in the view cannot be on the page. Its doc comments are the manual of
// theme authors (docs/theme-contract.md is made from them).
//
// Conventions. A URL is ready for an href: with the site's base path, without
// the host, unless the comment says "absolute". A field Lang is empty when the
// text is in the language of the page and a BCP 47 tag when it is not: put it
// into a lang attribute. An empty string, nil or an empty list means that there
// is nothing to show.
package view

import "dossier/internal/markdown"

// Link is a labelled address.
type Link struct {
	Label string
	URL   string
	Lang  string // language of Label and of the target when it is not the page's
	Note  string // e.g. “in Italian”, or a count; shown after the label
}

// Time is a date or a moment, in words and for machines.
type Time struct {
	Text     string // “25 March 2021”
	DateTime string // for <time datetime>: an ISO 8601 date, month, year or date-time
}

// DateBlock is a date cut up for the calendar leaf on cards.
type DateBlock struct {
	Day, Month, Year string
	DateTime         string
}

// Image is a picture with everything that keeps the page from jumping.
type Image struct {
	URL           string
	Width, Height int // CSS pixels; 0 when the file does not tell
	SrcSet        []Source
	Sizes         string
	Alt           string // empty: decorative
	Lang          string
	Credit        string
}

// Source is one size of an image.
type Source struct {
	URL   string
	Width int
}

// File is something to download or subscribe to, with format, size and language
// as accessibility asks.
type File struct {
	Label    string
	URL      string
	Format   string // “PDF”, “CSV”, “iCalendar”
	Size     string // “1.2 MB”; empty when it is not known before the build
	Language string // name of the file's language, in the page's language
	Lang     string // BCP 47 tag of the file's language; always given
	Type     string // media type
}

// Status is a state with a stable code for styling and a word for people: colour
// never carries the meaning alone.
type Status struct {
	Code  string // planned, running, completed, suspended, terminated; scheduled, over, postponed, cancelled, moved-online
	Label string
}

// Body is a Markdown text. Templates pass it to {{body .Body}}.
type Body struct {
	Source   string // names the words: they are in the key, and are read when they are needed
	Lang     string // language of the text; always given
	Resolved markdown.Resolved
}

// Empty reports whether there is no text.
func (b Body) Empty() bool { return b.Source == "" }

// Heading is an entry of the contents list of a page.
type Heading struct {
	ID    string
	Text  string
	Level int
	Lang  string
}

// Fact is a row of a fact box: a term and one or more values.
type Fact struct {
	Label  string
	Values []FactValue
}

// FactValue is one value: a link when URL is set, a date when DateTime is set.
type FactValue struct {
	Text     string
	URL      string
	DateTime string
	Lang     string
}

// Card stands for another page in a list. The whole card is one link.
type Card struct {
	Kind      string // project, event, news, guide, kit, sheet, programme, territory, page
	KindLabel string
	Title     string
	URL       string
	Lang      string // set when the linked page exists in another language only
	Badge     string // “in Italian”, set together with Lang
	Summary   string
	Status    *Status
	Date      *DateBlock
	When      Time
	Facts     []Fact
	Draft     bool
}

// Group is a titled list of cards.
type Group struct {
	ID    string
	Label string
	Lang  string
	Note  string // e.g. a count
	Cards []Card
}

// Facet is one way of narrowing a list: every choice is a static page.
type Facet struct {
	Label string
	Links []FacetLink
}

// FacetLink is one choice of a facet.
type FacetLink struct {
	Label   string
	URL     string
	Count   int
	Current bool
	Lang    string
}

// Funding is what the rules of a programme ask to be shown for one project.
type Funding struct {
	Programme  string
	URL        string // the programme's own page
	Lang       string
	Emblem     bool   // the EU emblem belongs here
	Statement  string // “Funded by the European Union”; empty: none
	Sentence   string // acknowledgement in the programme's own words
	Disclaimer string
	Project    string // set where a page speaks of several projects
	Grant      string
	Call       string
	Logos      []Image // other logos, never taller than the emblem
}

// Button is the one main action of a page.
type Button struct {
	Label string
	URL   string
	Note  string
	Lang  string
}

// NavLink is an entry of a menu.
type NavLink struct {
	Label   string
	URL     string
	Lang    string // language of Label and of the target when it is not the page's
	Current bool   // this page itself: aria-current="page"
	Inside  bool   // this page lies below it: aria-current="true"
}
