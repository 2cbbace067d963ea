package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// resolver decides what HTML, XHTML and Tree must agree on: where a link leads
// and what it shows, which picture is shown with which text, and every id. It is
// asked in the order of the document, and its counters number headings, links and
// pictures as Parse does.
type resolver struct {
	resolved Resolved
	ids      map[string]bool // given in this body

	heading, link, image int

	inLink bool
	held   []noteRef // references to notes within the link at hand
}

func newResolver(r Resolved) resolver {
	ids := make(map[string]bool, len(r.HeadingIDs))
	for _, id := range r.HeadingIDs {
		ids[id] = true
	}
	return resolver{resolved: r, ids: ids}
}

// prosody is what is read from a tree, set as its language sets it.
type prosody struct {
	src []byte
	set typesetter
}

// noteRef is a reference to a note: the first one has the number 0.
type noteRef struct{ note, ref int }

// id is what leads back to the reference.
func (n noteRef) id() string {
	id := "fnref-" + strconv.Itoa(n.note)
	if n.ref > 0 {
		id += "-" + strconv.Itoa(n.ref+1)
	}
	return id
}

// isShown reports whether a block stands where it is written: raw HTML, the
// definitions of links and headings without anything in them are not shown, and
// notes are shown elsewhere.
func isShown(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindHTMLBlock, ast.KindLinkReferenceDefinition, east.KindFootnoteList:
		return false
	case ast.KindHeading:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if c.Kind() != ast.KindRawHTML {
				return true
			}
		}
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
func (r *resolver) spanID(own string) string {
	id := r.id(own)
	if r.ids[id] {
		return ""
	}
	r.ids[id] = true
	return id
}

// headingOf returns the level and the id of the next heading.
func (r *resolver) headingOf(written int) (level int, id string) {
	if r.heading < len(r.resolved.HeadingIDs) {
		id = r.resolved.HeadingIDs[r.heading]
	}
	r.heading++
	return r.level(written), id
}

// level is the level of a heading as it is shown.
func (r *resolver) level(written int) int { return min(max(written+r.resolved.BaseLevel, 1), 6) }

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
func (r *resolver) target(dest string) Target {
	var t Target
	if r.link < len(r.resolved.Links) {
		t = r.resolved.Links[r.link]
	}
	r.link++
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

// linkOf is what the editor wrote of a link.
func (p *prosody) linkOf(n ast.Node) linkHole {
	l := linkHole{named: attr(n, attrLang) != ""}
	l.dest, _ = destination(n, p.src)
	if a, ok := n.(*ast.AutoLink); ok {
		l.label = visible(string(a.Label(p.src)))
	} else {
		l.empty = !n.HasChildren() || textOf(n, p.src, p.set.quotes) == ""
	}
	return l
}

// shows reports whether a link shows more than what stands in it.
func (l linkHole) shows() bool { return l.empty || l.label != "" }

// linkName returns what a link shows beside what stands in it: an address in <…>
// itself, an empty link its target's title, else its address, for a link must
// have a name.
func linkName(l linkHole, t Target) string {
	if !l.empty {
		return l.label
	}
	return visible(firstNonEmpty(t.Title, t.URL, l.dest))
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
func (r *resolver) hold(n noteRef) bool {
	if r.inLink {
		r.held = append(r.held, n)
	}
	return r.inLink
}

// release ends a link and returns what was held in it.
func (r *resolver) release() []noteRef {
	held := r.held
	r.inLink, r.held = false, nil
	return held
}

// imageOf is what the editor wrote of a picture.
func (p *prosody) imageOf(n *ast.Image) (alt, dest string) {
	dest, _ = destination(n, p.src)
	return textOf(n, p.src, p.set.quotes), dest
}

// picture returns the next picture with its final text and address, and whether
// there is one to show; otherwise its text is shown.
func (r *resolver) picture(alt, dest string) (Illustration, bool) {
	p := Illustration{Index: r.image}
	if r.image < len(r.resolved.Images) {
		p.Picture = r.resolved.Images[r.image]
	}
	r.image++
	if p.Alt == "" {
		p.Alt = alt
	}
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
