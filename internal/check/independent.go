package check

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/internal/diag"
)

// Finished is a finished site as an outsider finds it.
type Finished struct {
	Files    map[string][]byte // all outputs, by path
	Base     string            // base path with both slashes
	Origin   string            // scheme and host of the site; empty: unknown
	Owed     map[string]Owed   // what pages have to show of funding, by path; nil: unknown
	Own      map[string][]byte // PDF documents that the build made, by path
	Attached map[string][]byte // PDF documents of editors, by their path in the site
	Static   map[string]bool   // pages that the site brings as they are, by path

	Source func(page string, words bool) string // the file of the site that an output, or what it says, comes from
}

// Check reads every page again with a parser that follows the HTML standard, and
// reports what the fast scanner reports and more: the outline, the languages, what
// a page would load, whether translations name each other, what is owed to those
// who paid; the colours of style sheets; documents. Each fault is told once.
func (f Finished) Check() []diag.Diagnostic {
	return append(Fold(f.fair(f.judge()), f.Source), attachments(f.Attached)...)
}

// ofStatic is what is told of pages that no template of ours makes, such as one by
// which a search engine knows the site's owner: what harms readers.
var ofStatic = []string{"broken-link", "broken-anchor", "missing-alt", "foreign-request", "inline-code"}

// fair leaves out what a page that the site brings need not have.
func (f Finished) fair(diags []diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range diags {
		if f.Static[d.Pos.File] {
			if !slices.Contains(ofStatic, d.ID) || d.Message.Key == "foreign-request.policy" || d.Message.Key == "foreign-request.weak" {
				continue
			}
			d = d.WithHint("hint.output-static")
		}
		out = append(out, d)
	}
	return out
}

// judge reports every fault of every output.
func (f Finished) judge() []diag.Diagnostic {
	scans := map[string]Page{}
	site := Site{
		Base: f.Base,
		Has:  func(path string) bool { _, ok := f.Files[path]; return ok },
		IDs:  func(page string) (IDs, bool) { p, ok := scans[page]; return p.IDs(), ok },
	}
	var docs []*document
	var diags []diag.Diagnostic
	for _, p := range slices.Sorted(maps.Keys(f.Files)) {
		if path.Ext(p) != ".html" {
			continue
		}
		d := parse(p, f.Files[p])
		scans[p] = d.page()
		docs = append(docs, d)
		diags = append(diags, d.judge()...)
		if f.Owed != nil {
			diags = append(diags, d.visibility(f.Owed[p])...)
		}
	}
	judge := site.NewJudge()
	for _, d := range docs {
		diags = append(diags, judge.Page(d.path, scans[d.path])...)
	}
	diags = append(diags, sameTitles(docs)...)
	diags = append(diags, site.translations(docs)...)
	diags = append(diags, site.languages(docs)...)
	diags = append(diags, f.ownAddresses(site)...)
	diags = append(diags, styles(f.Files)...)
	diags = append(diags, requests(f.Files)...)
	return append(diags, f.documents(site)...)
}

// document is a parsed page: its elements in document order, and what concerns
// it as a whole.
type document struct {
	path     string
	elements []*html.Node
	lang     string
	title    string
	policy   string // its content security policy
	hidden   bool   // from search engines
	others   []alternate
}

// parse reads a page as a browser without scripts does. Reading from memory
// cannot fail: the standard gives every input a tree.
func parse(file string, data []byte) *document {
	d := &document{path: file}
	root, err := html.ParseWithOptions(bytes.NewReader(data), html.ParseOptionEnableScripting(false))
	if err != nil {
		return d
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		d.elements = append(d.elements, n)
		d.note(n)
	}
	return d
}

// note keeps what concerns the whole page.
func (d *document) note(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		d.lang = attr(n, "lang")
	case atom.Title:
		if n.Parent.DataAtom == atom.Head {
			d.title = strings.Join(strings.Fields(text(n)), " ")
		}
	case atom.Meta:
		if strings.EqualFold(attr(n, "http-equiv"), "content-security-policy") {
			d.policy = cmp.Or(d.policy, attr(n, "content"))
		}
		d.hidden = d.hidden || attr(n, "name") == "robots" && strings.Contains(attr(n, "content"), "noindex")
	case atom.Link:
		if lang := attr(n, "hreflang"); lang != "" && attr(n, "rel") == "alternate" && attr(n, "type") == "" {
			d.others = append(d.others, alternate{lang, attr(n, "href")})
		}
	}
}

// page is the same as what Scan finds.
func (d *document) page() Page {
	var out scanner
	for _, n := range d.elements {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				out.ids.add([]byte(a.Val))
			case "href", "src", "poster", "data", "action":
				out.link([]byte(a.Val))
			case "srcset":
				for _, address := range candidates(a.Val) {
					out.link([]byte(address))
				}
			case "content":
				if url, ok := refresh(n, a.Val); ok {
					out.link([]byte(url))
				}
			}
		}
	}
	return out.Page
}

// candidates are the addresses of a srcset.
func candidates(set string) []string {
	var out []string
	for one := range strings.SplitSeq(set, ",") {
		if fields := strings.Fields(one); len(fields) > 0 {
			out = append(out, fields[0])
		}
	}
	return out
}

// refresh is where a page that moves on by itself leads.
func refresh(n *html.Node, content string) (string, bool) {
	if n.DataAtom != atom.Meta || !strings.EqualFold(attr(n, "http-equiv"), "refresh") {
		return "", false
	}
	_, url, ok := strings.Cut(content, "url=")
	return strings.TrimSpace(url), ok
}

func attr(n *html.Node, key string) string {
	value, _ := lookup(n, key)
	return value
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// text is what an element says, with the descriptions of its pictures.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode:
			b.WriteString(attr(c, "alt") + attr(c, "aria-label"))
		}
	}
	return b.String()
}
