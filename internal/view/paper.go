package view

// Documents to download: PDF, EPUB and ZIP. No template writes them; package
// render/document does.

// Paper is what every document has around its content.
type Paper struct {
	Title    string
	Lang     string // BCP 47, of the document
	Author   string
	Subject  string // the page's summary
	Keywords []string
	Updated  Time   // of the record; empty when unknown
	URL      string // of the web page, absolute
	Address  string // the same as people write it: without scheme
	Site     string // the site's title
	Look     Look
	Labels   PaperLabels
	Funding  []Funding
	Licence  string // one sentence
	Pictures []PaperPicture
}

// Look is how the theme sets documents. Sizes are in points, colours #rrggbb.
type Look struct {
	Size, LargeSize                       float64
	Text, Muted, Accent, Soft, Rule, Link string
	Regular, Bold, Italic, BoldItalic     []ThemeFile // faces; the first that has a glyph for a character sets it
	Statement                             []ThemeFile // faces of the funding statement
	Emblem                                ThemeFile   // the EU emblem, an SVG drawing
}

// ThemeFile is a file of the theme that is no asset of pages.
type ThemeFile struct {
	Name   string
	Digest string
}

// PaperPicture says from which file a picture that a document shows is drawn.
type PaperPicture struct {
	URL     string // as bodies and Images name it
	Picture Picture
}

// PaperLabels is the furniture of documents in their language.
type PaperLabels struct {
	Page       string // “page %d of %d”
	Contents   string
	Web        string // “This sheet on the web”
	QR         string // alternative text of the code: “QR code: opens %s”
	Checked    string
	Who        string
	Territory  string
	Contacts   string
	Legal      string
	Colophon   string
	Updated    string
	Licence    string
	Disclaimer string // heading over funding and disclaimer
	Emblem     string // alternative text of the EU emblem
	Chapter    string // “Chapter %d”
	Elsewhere  string // heading over sheets that exist in another language only
	Platform   string
	Lines      string
	Timeline   string
	Results    string
	Partners   string
	Contact    string
	Goals      string
	Phone      string
	Cover      string // names the cover of an EPUB
	Title      string // names the title page of an EPUB
	PageList   string // names the list of printed pages of an EPUB
	Landmarks  string
	AccessNote string // accessibility summary of an EPUB
}

// PaperSheet is a sheet as a document shows it.
type PaperSheet struct {
	ID            string
	Title         string
	TitleLang     string
	Summary       string
	Area          string // “Right”; empty inside a kit, as is Kit
	Kit           string
	Territory     string
	TerritoryLang string
	Beneficiaries string
	Checked       Time
	ReviewDue     string
	Facts         []Fact
	Body          Body
	Contacts      []SheetContact
	Legal         []Link // addresses absolute
	URL           string // absolute
	Address       string
}

// SheetPaper is a sheet on one page of its own.
type SheetPaper struct {
	Paper Paper
	Large bool // set in large print
	Sheet PaperSheet
}

// GuidePaper is a guide as a book: PDF and EPUB.
type GuidePaper struct {
	Paper    Paper
	Kind     string // “Guide”
	Edition  string
	Facts    []Fact
	Body     Body
	Chapters []WholeChapter
	Image    *Image
}

// KitPaper is a kit, whole or for one territory, typeset anew.
type KitPaper struct {
	Paper     Paper
	Kind      string // “Kit”
	Place     string
	PlaceLang string
	Count     string
	Body      Body
	Areas     []PaperArea
	Elsewhere []Link // sheets that exist in another language only
	Platform  *Platform
}

// PaperArea groups the sheets of a kit.
type PaperArea struct {
	ID     string
	Label  string
	Sheets []PaperSheet
}

// ProjectPaper is a project's dossier.
type ProjectPaper struct {
	Paper        Paper
	Acronym      string
	Tagline      string
	TaglineLang  string
	Status       Status
	Facts        []Fact
	Body         Body
	Image        *Image
	Lines        []Line
	Goals        []Goal
	Timeline     []Moment
	Deliverables []Deliverable
	Partnership  []Roles
	Alliance     *Alliance
	Groups       []Members
	Contact      Contact
}

// Archive is a ZIP file of documents that are outputs themselves.
type Archive struct {
	Readme ArchiveText
	Files  []ArchiveFile // sorted by name
	Date   string        // ISO date of all entries; empty: 1 January 1980
}

// ArchiveText is a text file in an Archive.
type ArchiveText struct {
	Name string
	Text string
}

// ArchiveFile is a document in an Archive. Key stands for its bytes.
type ArchiveFile struct {
	Name string
	Path string // in the output
	Key  string
}
