package view

// Home is a language's front page.
type Home struct {
	Page       Page
	Purpose    string // one sentence
	Main       *Button
	Second     *Button
	Next       *Card  // the next event or, when there is none, the latest result
	NextLabel  string // heading over Next
	Body       Body
	Projects   []Card
	Numbers    []Number
	Places     []FacetLink // the kit by territory
	PlacesKit  string      // title of that kit
	News       []Card
	NewsURL    string
	Events     []Card
	EventsURL  string
	Programmes []Card
	Partners   []Logo
	PartnerURL string
}

// Number is a figure computed from the records, never typed.
type Number struct {
	Value string
	Label string
	URL   string
}

// Logo is an organisation in a band: its picture, or its name where there is
// none.
type Logo struct {
	Name  string
	Lang  string
	URL   string
	Image *Image
}

// Section is a listing without a shape of its own: programmes, territories,
// guides.
type Section struct {
	Page   Page
	Body   Body
	Groups []Group
	Empty  string // what to say when there is nothing
}

// Text is a page of prose: about, privacy, legal notes.
type Text struct {
	Page     Page
	Body     Body
	Contents []Heading
	Related  []Card
}

// SiteMap lists every page of a language.
type SiteMap struct {
	Page   Page
	Groups []SiteMapGroup
}

// SiteMapGroup is a section of the site map.
type SiteMapGroup struct {
	Link  Link
	Links []Link
}

// NotFound is the one page for all languages, at /404.html.
type NotFound struct {
	Page     Page
	Messages []Apology
}

// Apology is the message of NotFound in one language.
type Apology struct {
	Lang     string
	Dir      string
	Title    string
	Text     string
	Links    []Link
	Language string // the language's own name
}

// Chooser is the page at /: a static choice of languages, without script or
// redirect.
type Chooser struct {
	Page    Page
	Choices []Choice
}

// Choice is one language of the Chooser.
type Choice struct {
	Lang    string
	Dir     string
	Label   string // the language's own name
	Title   string // the site's title in it
	Purpose string
	URL     string
}

// Redirect is the stub at an old address.
type Redirect struct {
	Lang     string
	Title    string
	Target   string // URL
	Absolute string // the same with the host
	Text     string
}
