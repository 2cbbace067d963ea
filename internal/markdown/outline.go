package markdown

import (
	"strconv"

	"dossier/internal/diag"
	"dossier/internal/i18n"

	"github.com/yuin/goldmark/ast"
)

// reserve takes the explicit ids before any slug is made, so that an id an
// editor chose is never given to another heading.
func (r *reading) reserve(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if id := attr(n, attrID); entering && id != "" {
			if r.used[id] {
				n.SetAttributeString(attrID, "")
				at := max(n.Pos(), 0)
				r.add(diag.At(r.pos(at, at+1), "bad-attribute.twice", id).WithHint("hint.id-twice"))
			}
			r.used[id] = true
		}
		return ast.WalkContinue, nil
	})
}

// heading collects a heading and judges its level and its letters.
func (r *reading) heading(n *ast.Heading) {
	start := max(n.Pos(), 0)
	stop := start + n.Level
	if l := n.Lines(); l.Len() > 0 {
		stop = l.At(l.Len() - 1).Stop
	}
	h := Heading{
		Level: n.Level,
		Text:  textOf(n, r.src, r.quotes),
		ID:    attr(n, attrID),
		Pos:   r.pos(start, stop),
	}
	h.Explicit = h.ID != ""
	if !h.Explicit {
		h.ID = r.freeID(i18n.Slug(h.Text, r.doc.Lang))
	}
	if len(r.doc.Headings) == maxHeadings {
		r.add(diag.At(h.Pos, "too-deep.headings", maxHeadings).WithHint("hint.split-text"))
	}
	r.doc.Headings = append(r.doc.Headings, h)
	r.lang(n)
	r.judgeHeading(h, start, stop)
}

// judgeHeading tells of a skipped level, of an empty heading, of capitals.
func (r *reading) judgeHeading(h Heading, start, stop int) {
	switch {
	case h.Level == 1:
		r.add(diag.At(r.pos(start, stop), "heading-jump.one").WithHint("hint.start-at-two").WithSwap("#", "##"))
	case h.Level > r.level+1:
		right := "######"[:min(r.level+1, 6)]
		r.add(diag.At(r.pos(start, stop), "heading-jump", r.level, h.Level).
			WithHint("hint.heading-level", right).WithSwap("######"[:h.Level], right))
	}
	r.level = h.Level
	if h.Text == "" {
		r.add(diag.At(r.pos(start, stop), "empty-heading").WithHint("hint.empty-heading"))
	}
	if isShouted(h.Text) {
		r.add(diag.At(r.pos(start, stop), "caps-heading", h.Text).WithHint("hint.caps-heading"))
	}
}

// freeID returns the slug, with -2, -3 … where it is taken. Ids of notes begin
// with "fn", which no heading's may.
func (r *reading) freeID(slug string) string {
	switch {
	case slug == "":
		slug = "section"
	case len(slug) > 2 && slug[:2] == "fn":
		slug = "h-" + slug
	}
	id := slug
	for r.used[id] {
		r.repeats[slug]++
		id = slug + "-" + strconv.Itoa(1+r.repeats[slug])
	}
	r.used[id] = true
	return id
}

// span collects a span's language and id.
func (r *reading) span(n *span) {
	r.lang(n)
	if id := attr(n, attrID); id != "" {
		r.doc.Anchors = append(r.doc.Anchors, id)
	}
}

// lang collects the lang attribute of a node.
func (r *reading) lang(n ast.Node) {
	lang := attr(n, attrLang)
	if lang == "" {
		return
	}
	at, _ := n.AttributeString(langStart)
	start, _ := at.(int)
	r.doc.Languages = append(r.doc.Languages, LangSpan{Lang: lang, Pos: r.pos(start, start+len("lang=")+len(lang))})
}
