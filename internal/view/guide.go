package view

// Guide is the title page of a guide.
type Guide struct {
	Page     Page
	Edition  string
	Facts    []Fact
	Image    *Image
	Body     Body
	Chapters []ChapterLink
	Start    *Button
	Whole    Link // the whole guide on one page
	Files    []File
	Project  *Card
	Kits     []Card
	Funding  []Funding
}

// ChapterLink is an entry of a guide's contents.
type ChapterLink struct {
	Number  int
	Title   string
	Short   string
	Summary string
	URL     string
	Lang    string
	Badge   string
	Current bool
	Reading string
}

// Chapter is one chapter of a guide.
type Chapter struct {
	Page     Page
	Guide    Link
	Number   int
	Label    string // “Chapter 3 of 10”
	Reading  string
	Body     Body
	Contents []Heading
	Chapters []ChapterLink
	Previous *ChapterLink
	Next     *ChapterLink
	Funding  []Funding
}

// WholeGuide is a guide on one page, for printing and searching.
type WholeGuide struct {
	Page     Page
	Guide    Link
	Edition  string
	Chapters []WholeChapter
	Funding  []Funding
}

// WholeChapter is a chapter inside WholeGuide. Its headings are one level deeper
// and their ids carry the chapter's id in front.
type WholeChapter struct {
	ID     string
	Number int
	Title  string
	Lang   string
	Body   Body
}
