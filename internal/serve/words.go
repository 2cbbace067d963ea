package serve

import "dossier/internal/diag"

// words is what the server itself says in a browser.
type words struct {
	Lang     string
	Severity [2]string // by diag.Severity

	// The frame of the server's own pages.
	Own, Site, Pages, Problems, Errors string

	// The error page and the list of problems.
	Stays   string // with a last good page
	Nothing string // without one
	Below   string
	Defect  string
	Fine    string
	Hint    string
	Fix     string
	More    string // after a number
	Refused string // with the address to open instead

	// Places.
	Edit, Line string

	// The text of a source.
	Source, NoText, NoSource, Expired, UsedBy string

	// States of pages.
	Published, Draft, Future, Fallback, NotIn, Missing string

	// The list of pages.
	Filter, Apply, All, Shown, Of, NoneShown  string
	Page, Language, State, MadeBy, SideBySide string
	Kinds                                     map[string]string

	// The pair view.
	Pair, NoPage, NotHere, LedTo, Open string

	// The bar.
	Bar, Close, Files, Old string
}

// kind is the name of a layout, in the plural.
func (w words) kind(layout string) string {
	if name, ok := w.Kinds[layout]; ok {
		return name
	}
	return layout
}

func wordsIn(lang diag.Lang) words {
	if lang == diag.Italian {
		return italian
	}
	return english
}
