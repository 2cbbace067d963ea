// Package ua reads PDF files and checks the rules of PDF/UA-1 (ISO 14289-1) and
// PDF/A-2a (ISO 19005-2) that a machine can check.
//
// Input: the bytes of a file, from anywhere. Output: what the file says to a
// screen reader (headings, text in reading order) and a list of findings.
//
// The package shares no code with the package that writes PDF: it judges that
// package's files as a stranger would. It opens fonts with TrueType outlines and
// compares every shown glyph with what the file says of it; of fonts with CFF or
// Type 1 outlines it reads the dictionaries only. It does not decode images.
//
// Hostile input is bounded: see the limits in file.go. Nothing in a file makes
// Check panic, recurse without end or use more than a few hundred megabytes.
//
// The same bytes give the same report, findings in the same order.
package ua

// Finding is a rule that the file breaks.
type Finding struct {
	// Rule is the standard and the clause: "UA" is ISO 14289-1, "A2" ISO 19005-2,
	// "PDF" ISO 32000-1. A number after a hyphen is that of the test in the
	// profiles that veraPDF publishes for the first two.
	Rule string
	// Page counts from 1; 0 is the document as a whole.
	Page int
	// What is wrong, in one line of English.
	What string
}

// Heading is a tagged heading. Level is 1 to 6, or 0 for the type H.
type Heading struct {
	Level int
	Text  string
	Page  int // where it begins, from 1
}

// Report is what was read, and what was found to be wrong.
type Report struct {
	Pages, Elements, Headings, Links, Notes int

	Title, Lang string
	HeadingsAt  []Heading
	Addresses   []string // that links lead to outside the document
	Findings    []Finding

	text, structure string
}

// Text is the text of the document in the order of its structure tree, as a
// screen reader speaks it: block elements on lines of their own, replacement
// text in the place of what it replaces.
func (r Report) Text() string { return r.text }

// Structure is the structure tree: an element a line, indented by depth, with its
// language, descriptions and attributes, and the text that it holds.
func (r Report) Structure() string { return r.structure }

// Check reads a file and checks it. The error says in words why the file cannot
// be read: it is no PDF, is truncated or encrypted, or demands more work than any
// document of ours.
func Check(data []byte) (Report, error) {
	found := &findings{}
	f, err := open(data, found)
	if err != nil {
		return Report{}, err
	}
	c := &checker{findings: found, f: f}
	if err := c.readPages(); err != nil {
		return Report{}, err
	}
	c.syntax()
	c.sweep()
	c.document()
	c.metadata()
	c.outputIntents()
	c.readTree()
	for _, p := range c.pages {
		c.content(p)
	}
	c.annotations()
	c.parentTree()
	c.elements()
	c.outline()
	r := c.report()
	if f.exhausted != nil {
		return Report{}, f.exhausted
	}
	return r, nil
}

// checker carries what the steps of a check hand to each other.
type checker struct {
	*findings
	f *file

	pages  []*page
	pageAt map[int]int // object number of a page → its index

	intent   string // colour space of the output intent: "RGB ", "CMYK", "GRAY" or none
	tree     tree
	title    string
	language string

	fonts    map[*dict]*font
	subsets  map[name]*stream // font name with a subset tag → its program
	slots    int              // codes for which fonts have made room
	judged   map[*dict]bool   // images, patterns and the like
	contents map[markKey]*marked
	order    []markKey // of contents
	dests    map[str]object
	links    []string // addresses of links
}

// report sums up.
func (c *checker) report() Report {
	headings := c.headings()
	r := Report{
		Pages: len(c.pages), Elements: len(c.tree.all), Headings: len(headings), Title: c.title, Lang: c.language,
		HeadingsAt: headings, text: c.text(c.tree.roots), structure: c.structure(),
	}
	for _, e := range c.tree.all {
		switch e.std {
		case "Link":
			r.Links++
		case "Note":
			r.Notes++
		}
	}
	r.Findings, r.Addresses = c.list, c.links
	return r
}
