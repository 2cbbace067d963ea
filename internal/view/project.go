package view

// Projects is the list of all projects, or of those of one programme, territory
// or status.
type Projects struct {
	Page   Page
	Body   Body
	Count  string // “4 projects”
	Cards  []Card
	Facets []Facet
	Chains []Chain
	Empty  string
}

// Chain is a row of projects in which each follows the one before.
type Chain struct {
	Links []Link
}

// Project is the dossier itself.
type Project struct {
	Page         Page
	Acronym      string
	Tagline      string
	TaglineLang  string
	Status       Status
	Facts        []Fact
	Main         *Button // the main deliverable
	Image        *Image
	Contents     []Heading
	Body         Body
	Lines        []Line
	Timeline     []Moment
	Tools        []Card // guides and kits
	Deliverables []Deliverable
	Partnership  []Roles
	Alliance     *Alliance
	Groups       []Members
	Funding      []Funding
	Follows      []Card
	FollowedBy   []Card
	Events       []Card
	News         []Card
	Related      []Card
	Contact      Contact
	Goals        []Goal
	Files        []File // the dossier as a document
}

// Line is a line of action or an objective.
type Line struct {
	ID        string
	Title     string
	Objective string
	Lang      string
}

// Moment is an entry of a project's timeline.
type Moment struct {
	Kind      string // start, milestone, event, deliverable, news, end
	KindLabel string
	When      Time
	Title     string
	URL       string
	Lang      string
	Future    bool // after the day of the build
}

// Deliverable is what came out of a project.
type Deliverable struct {
	ID        string
	Title     string
	Lang      string
	KindLabel string
	When      Time
	URL       string
	HrefLang  string // language of the page there when it is not this one's
	Note      string // e.g. “in Italian”; shown after the title
	File      *File  // when it is a file of the site
}

// Roles are the partners of a project that share a role, by country.
type Roles struct {
	Role      string // code
	Label     string
	Countries []CountryPartners
}

// CountryPartners are partners of one country.
type CountryPartners struct {
	Country  string
	Partners []PartnerItem
}

// Alliance is the wider circle around a project.
type Alliance struct {
	Name     string
	Lang     string
	Sentence string // “17 of about 40 members are listed”
	Open     string // “new members can join”; empty when they cannot
}

// Members is a named group inside a partnership.
type Members struct {
	ID       string
	Name     string
	Lang     string
	Partners []PartnerItem
}

// Contact says whom to ask.
type Contact struct {
	Unit    string
	Lang    string
	Email   string
	URL     string
	Website string
}

// Goal is one of the seventeen Sustainable Development Goals.
type Goal struct {
	Number int
	Name   string
}
