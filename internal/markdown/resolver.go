package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// resolver decides what HTML, XHTML and Tree must agree on: where a link leads
// and what it shows, which picture is shown with which text, and every id. It
// goes through a tree in the order of the document, and its counters number
// headings, links, images and tables as Parse does.
type resolver struct {
	src      []byte
	resolved Resolved
	set      typesetter
	ids      map[string]bool // given in this body

	heading, link, image, table int

	inLink bool
	held   []*east.FootnoteLink // references to notes within the link at hand
}

// newResolver reads a body and returns its tree with what decides about it.
func newResolver(text []byte, lang string, r Resolved) (ast.Node, resolver) {
	src := clean(text)
	root, _ := grow(src)
	ids := make(map[string]bool, len(r.HeadingIDs))
	for _, id := range r.HeadingIDs {
		ids[id] = true
	}
	return root, resolver{
		src:      src,
		resolved: r,
		set:      typesetter{quotes: quotesOf(lang), markup: true},
		ids:      ids,
	}
}

// isShown reports whether a block stands where it is written: raw HTML and the
// definitions of links are not shown, and notes are shown elsewhere.
func isShown(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindHTMLBlock, ast.KindLinkReferenceDefinition, east.KindFootnoteList:
		return false
	}
	return true
}

// id sets an id of this body apart from those of others on the same page. Ids of
// headings come from the linker, which has done so already.
func (r *resolver) id(own string) string {
	if own == "" {
		return ""
	}
	return r.resolved.Prefix + own
}

// spanID returns the id of a span; one that is taken is left out.
func (r *resolver) spanID(n *span) string {
	id := r.id(attr(n, attrID))
	if r.ids[id] {
		return ""
	}
	r.ids[id] = true
	return id
}

// headingOf returns the level and the id of the next heading.
func (r *resolver) headingOf(n *ast.Heading) (level int, id string) {
	if r.heading < len(r.resolved.HeadingIDs) {
		id = r.resolved.HeadingIDs[r.heading]
	}
	r.heading++
	return min(max(n.Level+r.resolved.BaseLevel, 1), 6), id
}

func (r *resolver) noticeTitle(kind string) string {
	l := &r.resolved.Labels
	switch kind {
	case "tip":
		return l.Tip
	case "important":
		return l.Important
	case "warning":
		return l.Warning
	case "caution":
		return l.Caution
	}
	return l.Note
}

// target returns where the next link leads. What the editor wrote decides
// whether it may be a link at all, and what the linker says where to. An address
// within a link's text is no link of its own.
func (r *resolver) target(n ast.Node) Target {
	var t Target
	if r.link < len(r.resolved.Links) {
		t = r.resolved.Links[r.link]
	}
	r.link++
	dest, _ := destination(n, r.src)
	kind := kindOf(dest)
	if t.URL == "" && (kind == LinkAnchor || kind == LinkExternal) {
		t.URL, t.External = dest, strings.HasPrefix(dest, "http")
	}
	if kind == LinkAnchor && t.URL == dest && dest != "#" {
		t.URL = "#" + r.id(dest[1:])
	}
	if kind == LinkForbidden || t.URL == "" || !isSafe(t.URL) || r.inLink {
		t.Dead = true
	}
	return t
}

// isSafe reports whether an address from the linker may stand in a page. Unlike
// an editor's it may be rooted in a host.
func isSafe(url string) bool {
	s, has := scheme(url)
	return !strings.ContainsFunc(url, isUnsafeInAddress) && (!has || slices.Contains(allowedSchemes, s))
}

// address writes an address in ASCII; %xx stays as it is.
func address(url string) string {
	return string(util.URLEscape([]byte(url), false))
}

// isEmpty reports whether a link shows nothing of its own.
func (r *resolver) isEmpty(n ast.Node) bool {
	if _, ok := n.(*ast.AutoLink); ok {
		return false
	}
	return !n.HasChildren() || textOf(n, r.src, r.set.quotes) == ""
}

// linkLang returns the language of a link's text: the one the editor gave it, or
// that of the title it takes from its target.
func linkLang(n ast.Node, t Target, empty bool) string {
	lang := attr(n, attrLang)
	if lang == "" && empty {
		return t.Lang
	}
	return lang
}

// linkName returns what a link shows beside what stands in it: an address in <…>
// itself, an empty link its target's title, else its address, for a link must
// have a name.
func (r *resolver) linkName(n ast.Node, t Target, empty bool) string {
	if a, ok := n.(*ast.AutoLink); ok {
		return visible(string(a.Label(r.src)))
	}
	if !empty {
		return ""
	}
	dest, _ := destination(n, r.src)
	return visible(firstNonEmpty(t.Title, t.URL, dest))
}

// linkNote returns what stands at the end of a link's text, such as " (PDF, 1 MB)".
func linkNote(t Target) string {
	if t.Note == "" || t.Dead {
		return ""
	}
	return " (" + t.Note + ")"
}

func firstNonEmpty(names ...string) string {
	for _, n := range names {
		if strings.TrimSpace(n) != "" {
			return n
		}
	}
	return ""
}

// hold keeps the reference to a note that stands in a link, since a link may
// not hold another; it is shown behind the link.
func (r *resolver) hold(n *east.FootnoteLink) bool {
	r.set.prev = '.'
	if r.inLink {
		r.held = append(r.held, n)
	}
	return r.inLink
}

// release ends a link and returns what was held in it.
func (r *resolver) release() []*east.FootnoteLink {
	held := r.held
	r.inLink, r.held = false, nil
	return held
}

// picture returns the next picture with its final text and address, and whether
// there is one to show; otherwise its text is shown.
func (r *resolver) picture(n *ast.Image) (Illustration, bool) {
	p := Illustration{Index: r.image}
	if r.image < len(r.resolved.Images) {
		p.Picture = r.resolved.Images[r.image]
	}
	r.image++
	if p.Alt == "" {
		p.Alt = textOf(n, r.src, r.set.quotes)
	}
	dest, _ := destination(n, r.src)
	if p.URL == "" || !(Image{Dest: dest}).IsReadable() || !isSafe(p.URL) {
		return p, false
	}
	if p.Decorative {
		p.Alt = ""
	}
	p.URL = address(p.URL)
	return p, true
}

// notesIn returns the references to notes within the text of a picture, which
// are shown behind it.
func notesIn(n *ast.Image) []*east.FootnoteLink {
	var refs []*east.FootnoteLink
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if ref, ok := c.(*east.FootnoteLink); ok && entering {
			refs = append(refs, ref)
		}
		return ast.WalkContinue, nil
	})
	return refs
}

// headsColumn reports whether a cell of a table's head is a heading: one without
// text heads nothing and is a plain cell.
func headsColumn(cell ast.Node, head bool) bool { return head && cell.HasChildren() }
