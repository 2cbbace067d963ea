package view

// Kits is the section “Guide and kit”: kits and guides together.
type Kits struct {
	Page   Page
	Body   Body
	Kits   []Card
	Guides []Card
}

// Kit is a kit's own page, or its page for one territory.
type Kit struct {
	Page      Page
	Body      Body
	Places    []FacetLink // choose your territory
	Place     string      // name of the chosen territory; empty on the kit's own page
	PlaceLang string
	Count     string
	Areas     []Group // rights, services, incentives
	Platform  *Platform
	Guide     *Card
	Project   *Card
	Files     []File
	Facts     []Fact
	Funding   []Funding
}

// Platform says how to obtain access to a digital platform.
type Platform struct {
	Name   string
	URL    string
	Access string
	Lang   string
}

// Sheet is a sheet of a kit: one subject, five questions, one printed page.
type Sheet struct {
	Page          Page
	Kit           Link
	Area          Status // right, service, incentive
	Territory     string
	TerritoryLang string
	TerritoryURL  string
	Beneficiaries string // “mothers and fathers”
	Checked       Time
	ReviewDue     string // a sentence, when the check is overdue at build time
	Facts         []Fact // amount, duration, provider
	Body          Body
	Contents      []Heading
	Contacts      []SheetContact
	Legal         []Link
	Files         []File
	Related       []Card
	Funding       []Funding
}

// SheetContact is where to ask.
type SheetContact struct {
	Name  string
	Lang  string
	Phone string // as written
	Tel   string // for a tel: address
	Email string
	URL   string
}
