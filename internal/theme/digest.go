package theme

import (
	"crypto/sha256"
	"slices"

	"dossier/internal/i18n"
	"dossier/internal/memo"
)

// digestKey names an output of the theme.
type digestKey struct{ kind, lang string }

// ingredients is what an output can depend on besides its view. Each part stands
// in the order of its names, so that the digest does not depend on the order in
// which templates use them.
type ingredients struct {
	Kind      string
	Lang      string // its tag: plural rules and grouping follow from it
	BasePath  string
	Templates []ingredient // bytes of the layout, the frame and what they reach
	Messages  []ingredient // texts in the language
	Assets    []ingredient // addresses
	Drawings  []ingredient // content
}

// ingredient is a name with what stands for it.
type ingredient struct{ Name, Content string }

// Digest identifies everything that the output of a kind in a language, given by
// code or tag, can depend on besides its view. A page whose main part is in
// another language depends on the digests of both.
func (t *Theme) Digest(kind, lang string) [32]byte { return t.digests[digestKey{kind, lang}] }

func (t *Theme) digestAll(o Options) {
	t.digests = map[digestKey][32]byte{}
	for _, kind := range kindNames() {
		from := t.closure(kind)
		for _, l := range o.Languages {
			sum := memo.Sum(t.ingredients(o, kind, l, from))
			t.digests[digestKey{kind, l.Code()}] = sum
			t.digests[digestKey{kind, l.Tag()}] = sum
		}
	}
}

// closure returns the templates that a kind's pages can reach.
func (t *Theme) closure(kind string) []*source {
	if Standalone(kind) {
		return t.sources.reach(layoutName(kind))
	}
	return t.sources.reach(layoutName(kind), layoutName(baseKind))
}

func (t *Theme) ingredients(o Options, kind string, l *i18n.Locale, from []*source) ingredients {
	in := ingredients{Kind: kind, Lang: l.Tag(), BasePath: o.BasePath}
	var assets, drawings []string
	for _, s := range from {
		sum := sha256.Sum256(s.data)
		in.Templates = append(in.Templates, ingredient{s.name, string(sum[:])})
		assets = append(assets, texts(s.uses.assets)...)
		drawings = append(drawings, texts(s.uses.inlines)...)
	}
	for _, name := range distinct(assets) {
		url, _ := t.assets.url(name)
		in.Assets = append(in.Assets, ingredient{name, url})
	}
	for _, name := range distinct(drawings) {
		in.Drawings = append(in.Drawings, ingredient{name, t.assets.drawn[name]})
	}
	in.Messages = t.messageTexts(l, from)
	return in
}

func distinct(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

// messageTexts are the texts with their placeholders. A plural message can show
// any of its forms; where a count is given to one, the whole language counts.
func (t *Theme) messageTexts(l *i18n.Locale, from []*source) []ingredient {
	m := t.catalogue.Messages(l.Code())
	var ids []string
	counts := false
	for _, s := range from {
		ids = append(ids, texts(s.uses.messages)...)
		counts = counts || s.uses.counts
	}
	var all []ingredient
	for _, id := range distinct(ids) {
		all = append(all, ingredient{id, m.Text(id)})
	}
	if counts {
		sum := m.Digest()
		all = append(all, ingredient{"", string(sum[:])})
	}
	return all
}
