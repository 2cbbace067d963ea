package view

// Partners is the directory, whole or narrowed to a country, kind, project or
// letter.
type Partners struct {
	Page      Page
	Body      Body
	Count     string
	Views     []NavLink      // by name, by country, by kind, by project
	Facet     Facet          // the static pages of the chosen view; its links may be anchors
	Groups    []PartnerGroup // none where the view has so many parts that the page leads to them alone
	Downloads []File
}

// PartnerGroup is a run of the directory under one heading.
type PartnerGroup struct {
	ID    string
	Label string
	Lang  string
	Count string
	URL   string // the group's own page; empty when this is it
	Items []PartnerItem
}

// PartnerItem is an organisation in a list.
type PartnerItem struct {
	Name    string
	Lang    string // language of Name when it is not the page's
	Short   string
	URL     string
	City    string
	Country string
	Kind    string
	Roles   []Link // “MASP – lead”
	Note    string // of a partner within one project
	Also    string // other names, for the filter
}

// Partner is an organisation's own page.
type Partner struct {
	Page      Page
	Name      string
	NameLang  string
	Kind      string
	Place     string
	Website   *Link
	Logo      *Image
	About     string
	AboutLang string
	Body      Body
	Facts     []Fact
	Projects  []Participation
	Funds     []Card
	Talks     []Talk
	Venues    []Card // events held there
	Guides    []Card
	Sheets    []Card // services it provides
	Parent    *Link
	Units     []Link // organisations that belong to it
	Names     []OtherName
}

// Participation is a partner's part in a project.
type Participation struct {
	Project  Card
	Role     string
	Group    string
	Note     string
	NoteLang string
}

// Talk is a contribution of a partner's people to an event.
type Talk struct {
	Event  Link
	When   Time
	People []Person
}

// OtherName is a name under which an organisation is also known.
type OtherName struct {
	Name string
	Lang string
}

// Person is someone named in an official role.
type Person struct {
	Name      string
	Role      string
	RoleLang  string
	Org       string
	OrgLang   string
	OrgURL    string
	Title     string // of the talk
	TitleLang string
}
