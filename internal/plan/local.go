package plan

import (
	"cmp"
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// local plans the pages of one language.
type local struct {
	*planner
	lang   string
	locale *i18n.Locale
	m      *i18n.Messages
	seen   shown // records that the current page draws on
	learnt learnt
	around surroundings
}

// surroundings are the same on every page of a language but for what is marked
// as current.
type surroundings struct {
	site         view.Site
	main, footer []menuEntry
	feeds        []view.File
}

func newLocal(p *planner, locale *i18n.Locale) *local {
	return &local{
		planner: p, lang: locale.Code(), locale: locale,
		m: p.in.Catalogue.Messages(locale.Code()),
	}
}

// surround makes what all pages have around them, once all languages are there
// to be linked to.
func (l *local) surround() {
	menu := l.site.Config.Menu
	l.around = surroundings{
		site: l.frameSite(), main: l.menuEntries(menu.Main), footer: l.menuEntries(menu.Footer),
		feeds: []view.File{l.feedFile()},
	}
	l.seen.clear()
}

// t is a message of the catalogue.
func (l *local) t(id string, args ...any) string { return l.m.Text(id, args...) }

// uses notes that the current page shows something of a record.
func (l *local) uses(e *dossier.Entry) {
	l.seen.add(e)
	l.used.add(e)
}

// sources ends the current page: it returns the files the page draws on.
func (l *local) sources() []string {
	var files []string
	for _, e := range l.seen.entries() {
		for _, part := range e.Parts {
			if part.Lang == "" || part.Lang == e.Lang(l.lang) {
				files = append(files, part.Path)
			}
		}
		if e.Image != nil {
			files = append(files, e.Image.For(l.lang).Path)
		}
	}
	l.seen.clear()
	return slices.Compact(inOrder(files))
}

// inOrder sorts texts that are in order but for a few places.
func inOrder(texts []string) []string {
	var runs [][]string
	from := 0
	for i := range texts {
		if i+1 == len(texts) || texts[i+1] < texts[i] {
			runs = append(runs, texts[from:i+1])
			from = i + 1
		}
	}
	if len(runs) < 2 {
		return texts
	}
	slices.SortFunc(runs, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	all := slices.Concat(runs...)
	slices.Sort(all) // runs may lie within one another
	return all
}

// href puts the base path before a site path.
func (l *local) href(url string) string {
	return l.site.Config.Base + strings.TrimPrefix(url, "/")
}

// abs makes a site path absolute.
func (l *local) abs(url string) string { return l.site.Config.Origin + l.href(url) }

// foreign is the BCP 47 tag of a language when it is not the page's.
func (l *local) foreign(lang string) string {
	if lang == l.lang {
		return ""
	}
	return lang
}

// text is a translated text with its language when it is not the page's.
func (l *local) text(t schema.Text) (string, string) {
	v := t.Best(l.lang, l.codes)
	return markdown.Typographic(v.Value, v.Lang), l.foreign(v.Lang)
}

// name is what a record is called, with its language when it is not the page's.
func (l *local) name(e *dossier.Entry) (string, string) {
	l.uses(e)
	if n, ok := l.learnt.names[e]; ok {
		return n.text, n.lang
	}
	return l.named(e)
}

func (l *local) named(e *dossier.Entry) (string, string) {
	name, in := l.site.NameIn(e, l.lang)
	return markdown.Typographic(name, in), l.foreign(in)
}

// link leads to a record's page.
func (l *local) link(e *dossier.Entry) view.Link {
	name, in := l.name(e)
	return view.Link{Label: name, URL: l.href(e.URL(l.lang)), Lang: in, Note: l.badge(e)}
}

// badge says in which other language a record's page is.
func (l *local) badge(e *dossier.Entry) string {
	if e.Has(l.lang) || e.Policy == "notice" {
		return ""
	}
	return l.t("badge", "language", l.locale.Language(e.Origin))
}

// date is a date in words; empty for the zero date.
func (l *local) date(d i18n.Date) view.Time {
	if d.IsZero() {
		return view.Time{}
	}
	return view.Time{Text: l.locale.Date(d), DateTime: d.String()}
}

func (l *local) leaf(d i18n.Date) *view.DateBlock {
	if d.IsZero() {
		return nil
	}
	day, month, year := l.locale.DateShortMonth(d)
	return &view.DateBlock{Day: day, Month: month, Year: year, DateTime: d.String()}
}

// number writes a count with its word: “4 projects”.
func (l *local) count(id string, n int) string { return l.t("count."+id, "count", n) }

// collate sorts by a name as the language does.
func collate[T any](l *local, list []T, name func(T) string) {
	if len(list) < 2 {
		return
	}
	names, order := make([]string, len(list)), make([]int, len(list))
	for i, item := range list {
		names[i], order[i] = name(item), i
	}
	keys := l.sortKeys(names)
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	sorted := make([]T, len(list))
	for i, from := range order {
		sorted[i] = list[from]
	}
	copy(list, sorted)
}

// sortKeys are the sort keys of names, of those that are known beforehand without
// working them out again.
func (l *local) sortKeys(names []string) []string {
	keys := make([]string, len(names))
	for i, name := range names {
		key, known := l.learnt.keys[name]
		if !known {
			return l.in.sortKeys(l.locale, names)
		}
		keys[i] = key
	}
	return keys
}

// listed drops what this language does not list.
func listed[T interface{ Listed(string) bool }](l *local, list []T) []T {
	return slices.DeleteFunc(slices.Clone(list), func(e T) bool { return !e.Listed(l.lang) })
}

// body is a record's text in the language of this planner.
func (l *local) body(e *dossier.Entry) view.Body {
	b := l.words(e, l.lang)
	if b == nil {
		return view.Body{}
	}
	l.uses(e)
	r := b.Resolved
	r.Labels = l.bodyLabels()
	return view.Body{Source: b.Source, Lang: l.lang, Resolved: r}
}

func (l *local) bodyLabels() markdown.Labels {
	return markdown.Labels{
		Note: l.t("body.note"), Tip: l.t("body.tip"), Important: l.t("body.important"),
		Warning: l.t("body.warning"), Caution: l.t("body.caution"),
		Footnotes: l.t("body.footnotes"), FootnoteRef: l.t("body.footnote-ref"),
		FootnoteBack: l.t("body.footnote-back"), TableRegion: l.t("body.table"),
	}
}

// contents lists the level-2 headings of a record's text.
func (l *local) contents(e *dossier.Entry) []view.Heading {
	b := l.words(e, l.lang)
	if b == nil {
		return nil
	}
	var out []view.Heading
	for i, h := range b.Doc.Headings {
		if h.Level == 2 && h.Text != "" {
			out = append(out, view.Heading{ID: b.Resolved.HeadingIDs[i], Text: markdown.Typographic(h.Text, l.lang), Level: 2})
		}
	}
	return out
}

// reading is the time a text takes: 230 words a minute, at least one.
func (l *local) reading(e *dossier.Entry) string {
	b := l.words(e, l.lang)
	if b == nil {
		return ""
	}
	return l.t("reading", "count", Minutes(b.Doc.Words))
}

// Minutes is the time that a number of words takes to read: all that a view tells of
// the words of a body besides the body itself.
func Minutes(words int) int {
	const perMinute = 230
	return max(1, (words+perMinute/2)/perMinute)
}

// picture is a record's image.
func (l *local) picture(e *dossier.Entry, sizes string) *view.Image {
	if e.Image == nil {
		return nil
	}
	a := e.Image.For(l.lang)
	out := l.asset(a, sizes)
	out.Credit = e.Image.Credit
	if !e.Image.Decorative {
		alt, in := e.Image.Alt(l.lang)
		out.Alt, out.Lang = markdown.Typographic(alt, in), l.foreign(in)
	}
	return out
}

func (l *local) asset(a *dossier.Asset, sizes string) *view.Image {
	shown := l.site.Shown(a)
	out := &view.Image{URL: shown.URL, Width: shown.Width, Height: shown.Height}
	for _, v := range shown.SrcSet {
		out.SrcSet = append(out.SrcSet, view.Source{URL: v.URL, Width: v.Width})
	}
	if len(out.SrcSet) > 0 {
		out.Sizes = sizes
	}
	return out
}

// logo is an organisation's mark; its alternative text is the name.
func (l *local) logo(p *dossier.Partner) *view.Image {
	if p.Logo == nil {
		return nil
	}
	out := l.asset(p.Logo, "12rem")
	out.Alt, _ = l.name(p.Entry)
	return out
}

// file describes a download.
func (l *local) file(a *dossier.Asset, label, lang string) view.File {
	format := strings.ToUpper(a.Format)
	return view.File{
		Label: label, URL: l.href(a.URL), Format: format, Size: l.locale.Bytes(a.Size),
		Language: l.locale.Language(lang), Lang: lang, Type: mediaType(a.Format),
	}
}

func mediaType(format string) string {
	switch format {
	case "pdf":
		return "application/pdf"
	case "svg":
		return "image/svg+xml"
	case "jpeg", "png", "gif":
		return "image/" + format
	case "csv":
		return "text/csv"
	case "zip":
		return "application/zip"
	case "epub":
		return "application/epub+zip"
	case "odt":
		return "application/vnd.oasis.opendocument.text"
	case "docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	}
	return "application/octet-stream"
}

// fact is a row of a fact box; it is left out when it has no value.
func (l *local) fact(id string, values ...view.FactValue) []view.Fact {
	values = slices.DeleteFunc(values, func(v view.FactValue) bool { return v.Text == "" })
	if len(values) == 0 {
		return nil
	}
	return []view.Fact{{Label: l.t("fact." + id), Values: values}}
}

func value(link view.Link) view.FactValue {
	return view.FactValue{Text: link.Label, URL: link.URL, Lang: link.Lang}
}

func word(text string) view.FactValue { return view.FactValue{Text: text} }

func when(t view.Time) view.FactValue { return view.FactValue{Text: t.Text, DateTime: t.DateTime} }

// digestOf is a key as text, for views that stand for a file's bytes.
func digestOf(k memo.Key) string { return k.String() }
