package view

// Page is what every page has around its main part. The template base.html gets
// it; the other templates reach it as .Page.
type Page struct {
	Kind  string // the template's name: home, project, …
	Lang  string // BCP 47, for <html lang>
	Dir   string // ltr or rtl
	Title string // the level-1 heading
	// TitleLang is set when the title is in another language.
	TitleLang string
	HeadTitle string // “Page – Section – Site”, for <title>
	Summary   string // also the description for search engines
	URL       string
	Canonical string // absolute; empty: none
	NoIndex   bool
	Draft     bool

	Site       Site
	Alternates []Alternate // reciprocal, with x-default
	Languages  []Switch
	Menu       []NavLink
	Footer     []NavLink
	Breadcrumb []Link // from the home page to the parent; the page itself is not in it

	Strip    []Funding // the funding strip: one entry per programme of the page
	Neutral  []Link    // instead of a strip: programmes named without emblem
	Updated  Time
	Social   Social
	Feeds    []File
	Data     []Node  // JSON-LD
	MainLang string  // language of <main> when it is not Lang: an honest fallback
	Notice   *Notice // what the reader is told at the top of <main>
	NeedsJS  bool    // the page has an enhancement: a filter, a recording behind a poster
}

// Site is the same on every page of a language.
type Site struct {
	Title    string
	HomeURL  string
	Owner    Link
	Licence  string // one sentence
	SiteMap  Link
	OpenData []File
	Contact  Link
	Feedback Link // where to report an accessibility barrier
}

// Alternate is a page's counterpart for search engines; URL is absolute.
type Alternate struct {
	HrefLang string
	URL      string
}

// Switch is one entry of the language switcher.
type Switch struct {
	Code    string
	Tag     string // BCP 47, for lang and hreflang
	Label   string // the language's own name
	URL     string
	Current bool
	Missing string // set when there is no such page: says where the link leads instead, in that language
}

// Social is Open Graph.
type Social struct {
	Type     string // website, article, event
	Locale   string // it_IT
	Image    string // absolute; empty: none
	ImageAlt string
	Others   []string // locales of the translations
}

// Notice is a short message above the content.
type Notice struct {
	Kind string // info, warning
	Text string
	Link *Link
}

// Node is one thing of the JSON-LD graph; properties keep their order.
type Node struct {
	Type  string
	ID    string // absolute
	Props []Prop
}

// Prop is a property of a Node. Exactly one of Text, Texts, Nodes or Number
// holds when Kind says so.
type Prop struct {
	Name  string
	Texts []string // one: a string; several: an array
	Nodes []Node   // one: an object; several: an array
	Value string   // a bare JSON number or boolean
	Lang  string   // makes the texts language-tagged
}
