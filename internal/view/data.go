package view

// The files of open data and for machines that stand beside the pages.

// URLSet is sitemap.xml.
type URLSet struct {
	URLs []SiteURL
}

// SiteURL is one address of URLSet; addresses are absolute.
type SiteURL struct {
	Loc        string
	LastMod    string // ISO date; empty when unknown
	Alternates []Alternate
}

// Robots is robots.txt.
type Robots struct {
	SiteMap  string // absolute
	Disallow bool   // nothing may be indexed: a preview
}

// HostRules is what hosts read about headers and redirects: _headers, _redirects,
// and the forms of the latter for Netlify, nginx and Apache.
type HostRules struct {
	CSP       string
	Base      string // base path with both slashes
	Redirects []HostRedirect
	Gone      []string // paths that nobody shall find any more
}

// HostRedirect is an old path and where it leads.
type HostRedirect struct {
	From, To string
}

// Table is an open-data file: the same rows as JSON or CSV.
type Table struct {
	Name      string // projects, partners, events
	Title     string
	Lang      string
	Licence   string
	Publisher string
	Source    string // absolute address of the page that shows the same
	Columns   []Column
	Rows      []Row
}

// Column is a column of a Table.
type Column struct {
	Name  string
	Kind  string // text, list, number, date, bool
	Title string // in words, for the header of the CSV file
}

// Row is a row of a Table; Cells are by column. A cell of kind list has several
// values, all others at most one.
type Row struct {
	Cells []Cell
}

// Cell is one cell.
type Cell struct {
	Values []string
}

// Static is a file that is published as it is.
type Static struct {
	Source string // path in the site
	Digest string
}

// Picture is a size of a photograph made by the build.
type Picture struct {
	Source string
	Digest string
	Width  int // pixels
	Format string
}
