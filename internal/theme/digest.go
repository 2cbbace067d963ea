package theme

import (
	"slices"

	"dossier/internal/i18n"
	"dossier/internal/memo"
)

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

// digests are those of all kinds in all languages, as facts keep them.
func (l *loader) digests() [][32]byte {
	var all [][32]byte
	for _, kind := range kindNames() {
		from := l.closure(kind)
		in := l.ingredients(kind, from)
		said := saidBy(from)
		for _, locale := range l.Languages {
			in.Lang, in.Messages = locale.Tag(), l.messageTexts(locale, said)
			all = append(all, memo.Sum(in))
		}
	}
	return all
}

// closure returns the templates that a kind's pages can reach.
func (l *loader) closure(kind string) []*source {
	if Standalone(kind) {
		return l.sources.reach(layoutName(kind))
	}
	return l.sources.reach(layoutName(kind), layoutName(baseKind))
}

// ingredients are those that do not depend on the language.
func (l *loader) ingredients(kind string, from []*source) ingredients {
	in := ingredients{Kind: kind, BasePath: l.BasePath}
	var assets, drawings []string
	for _, s := range from {
		in.Templates = append(in.Templates, ingredient{s.name, string(s.sum[:])})
		assets = append(assets, texts(s.uses.assets)...)
		drawings = append(drawings, texts(s.uses.inlines)...)
	}
	for _, name := range distinct(assets) {
		url, _ := l.assets.url(name)
		in.Assets = append(in.Assets, ingredient{name, url})
	}
	for _, name := range distinct(drawings) {
		in.Drawings = append(in.Drawings, ingredient{name, l.t.drawing(name)})
	}
	return in
}

func distinct(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

// said is what templates say in words.
type said struct {
	ids    []string
	counts bool // a message is given a count
}

func saidBy(from []*source) said {
	var all said
	for _, s := range from {
		for _, n := range s.uses.messages {
			all.ids = append(all.ids, n.Text)
		}
		all.counts = all.counts || s.uses.counts
	}
	all.ids = distinct(all.ids)
	return all
}

// messageTexts are the texts with their placeholders. A plural message can show
// any of its forms; where a count is given to one, the whole language counts.
func (l *loader) messageTexts(locale *i18n.Locale, of said) []ingredient {
	m := l.t.catalogue.Messages(locale.Code())
	var all []ingredient
	for _, id := range of.ids {
		all = append(all, ingredient{id, m.Text(id)})
	}
	if of.counts {
		sum := m.Digest()
		all = append(all, ingredient{"", string(sum[:])})
	}
	return all
}
