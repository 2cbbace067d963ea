package view

// NewsList is the list of news.
type NewsList struct {
	Page  Page
	Body  Body
	Years []Group
	Feed  File
	Empty string
}

// News is an article or a press release.
type News struct {
	Page      Page
	KindLabel string
	When      Time
	Dateline  string
	Lang      string // of Dateline
	Reading   string // “3 minutes”
	Authors   []string
	Image     *Image
	Body      Body
	Contents  []Heading
	Files     []File
	Contact   *Contact
	Projects  []Card
	Events    []Card
	Partners  []Link
	Related   []Card
	Funding   []Funding
}

// Feed is an Atom feed.
type Feed struct {
	Title    string
	Subtitle string
	Lang     string
	Self     string // absolute
	Home     string // absolute
	ID       string
	Updated  string // RFC 3339
	Author   string
	Rights   string
	Entries  []FeedEntry
}

// FeedEntry is one entry of a Feed.
type FeedEntry struct {
	ID        string
	URL       string // absolute
	Title     string
	Summary   string
	Body      Body
	Published string // RFC 3339
	Updated   string
	Category  string
}
