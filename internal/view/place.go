package view

// Programme is a funding programme's own page.
type Programme struct {
	Page       Page
	Name       string
	NameLang   string
	Short      string
	Facts      []Fact
	Body       Body
	About      string
	AboutLang  string
	Projects   []Card
	Parts      []Link // programmes below it
	Parent     *Link
	Disclaimer string
}

// Territory is a territory's own page.
type Territory struct {
	Page      Page
	Name      string
	NameLang  string
	Facts     []Fact
	Body      Body
	About     string
	AboutLang string
	Projects  []Card
	Kits      []Card
	Sheets    []Group
	Inside    []Link // territories within it
	Within    *Link
	Partners  []PartnerItem
}
