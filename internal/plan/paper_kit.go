package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// kitPapers plans the sheets of a kit, and the kit itself, whole and for each of
// its territories, as PDF and ZIP.
func (l *local) kitPapers(k *dossier.Kit) {
	sheets := map[*dossier.Sheet]Output{}
	for _, s := range k.Sheets {
		if s.Has(l.lang) {
			sheets[s] = l.sheetPaper(s)
		}
	}
	if !k.Has(l.lang) {
		return
	}
	l.kitPaper(k, nil, sheets)
	for _, t := range k.Places() {
		l.kitPaper(k, t, sheets)
	}
}

// sheetPaths are the paths of a sheet's documents: as usual, and in large print.
func (l *local) sheetPaths(s *dossier.Sheet) (usual, large string) {
	url := s.URL(l.lang)
	name := l.slugOf(s.Entry)
	return l.documentPath(url, name, "-"+l.lang+".pdf"), l.documentPath(url, name, "-"+l.t("path.large")+"-"+l.lang+".pdf")
}

func (l *local) sheetPaper(s *dossier.Sheet) Output {
	m := l.newPaper(s.Entry)
	v := view.SheetPaper{Sheet: m.sheet(s, 0, "")}
	v.Paper = m.paper
	large := v
	large.Large = true
	usualPath, largePath := l.sheetPaths(s)
	out := m.publish(usualPath, "sheet", &v, s.Entry)
	m.publish(largePath, "sheet", &large, s.Entry)
	m.finish(s.Entry, &v)
	return out
}

// sheet is a sheet's content, alone or inside a kit.
func (m *paperMaker) sheet(s *dossier.Sheet, shift int, prefix string) view.PaperSheet {
	own, in := m.name(s.Entry)
	summary, _ := m.text(s.Entry.Summary)
	kit, _ := m.name(s.Kit.Entry)
	v := view.PaperSheet{
		ID: sheetID(s), Title: own, TitleLang: in, Summary: summary, Area: m.t("area." + s.Area.Value), Kit: kit,
		Beneficiaries: m.beneficiaries(s), Checked: m.date(s.Checked.Date), Facts: m.paperFacts(m.sheetFacts(s)),
		Body: m.body(s.Entry, shift, prefix), Contacts: m.sheetContacts(s), Legal: m.legal(s),
		URL: m.abs(s.URL(m.lang)),
	}
	v.Address = bareAddress(v.URL)
	v.Territory, v.TerritoryLang = m.sheetPlace(s)
	if s.ReviewBy().Last().Compare(m.site.Today) < 0 {
		v.ReviewDue = m.t("review-due", "date", m.locale.Date(s.Checked.Date))
	}
	return v
}

func sheetID(s *dossier.Sheet) string { return s.Entry.ID[strings.LastIndexByte(s.Entry.ID, '/')+1:] }

// paperFacts completes the addresses of facts.
func (l *local) paperFacts(facts []view.Fact) []view.Fact {
	for i := range facts {
		for j := range facts[i].Values {
			facts[i].Values[j].URL = l.absolute(facts[i].Values[j].URL)
		}
	}
	return facts
}

// kitPaths are the paths of a kit's documents, for a territory or whole.
func (l *local) kitPaths(k *dossier.Kit, t *dossier.Territory) (pdf, zip string) {
	url, name := k.URL(l.lang), l.slugOf(k.Entry)
	if t != nil {
		url, name = l.placeURL(k, t)(l.lang), name+"-"+l.slugOf(t.Entry)
	}
	return l.documentPath(url, name, "-"+l.lang+".pdf"), l.documentPath(url, name, "-"+l.lang+".zip")
}

// kitPaper plans the kit of a territory; nil is the whole kit. Sheets that exist
// in another language only are named, not shown.
func (l *local) kitPaper(k *dossier.Kit, t *dossier.Territory, made map[*dossier.Sheet]Output) {
	sheets := k.Sheets
	if t != nil {
		sheets = k.For(t)
	}
	m := l.newPaper(k.Entry)
	v := &view.KitPaper{Kind: l.t("kind.kit"), Body: m.body(k.Entry, 0, "kit-"), Platform: l.platform(k)}
	pdf, zip := l.kitPaths(k, t)
	if t != nil {
		v.Place, v.PlaceLang = l.name(t.Entry)
		m.paper.Title = l.t("kit.for", "kit", m.paper.Title, "place", v.Place)
		m.at(l.placeURL(k, t)(l.lang))
	}
	here := slices.DeleteFunc(slices.Clone(sheets), func(s *dossier.Sheet) bool { return !s.Has(l.lang) })
	v.Count = l.count("sheets", len(here))
	v.Areas = m.paperAreas(here)
	for _, s := range sheets {
		if !s.Has(l.lang) && s.Listed(l.lang) {
			link := l.link(s.Entry)
			link.URL = l.absolute(link.URL)
			v.Elsewhere = append(v.Elsewhere, link)
		}
	}
	v.Paper = m.paper
	book := m.publish(pdf, "kit", v, k.Entry)
	m.publish(zip, "archive", l.kitArchive(m, v, here, made, book), k.Entry)
	m.finish(k.Entry, v)
}

func (m *paperMaker) paperAreas(sheets []*dossier.Sheet) []view.PaperArea {
	var out []view.PaperArea
	for _, area := range dossier.Areas() {
		of := slices.DeleteFunc(slices.Clone(sheets), func(s *dossier.Sheet) bool { return s.Area.Value != area })
		collate(m.local, of, func(s *dossier.Sheet) string {
			name, _ := m.name(s.Entry)
			return name
		})
		group := view.PaperArea{ID: area, Label: m.t("areas." + area)}
		for _, s := range of {
			sheet := m.sheet(s, 2, sheetID(s)+"-")
			sheet.Area, sheet.Kit = "", "" // the kit and the heading of the area say so
			group.Sheets = append(group.Sheets, sheet)
		}
		if len(group.Sheets) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// kitArchive puts the sheets of a kit and the kit as one document into a ZIP
// file, with a text that says what is in it.
func (l *local) kitArchive(m *paperMaker, v *view.KitPaper, sheets []*dossier.Sheet, made map[*dossier.Sheet]Output, book Output) *view.Archive {
	a := &view.Archive{Date: v.Paper.Updated.DateTime}
	add := func(o Output) {
		a.Files = append(a.Files, view.ArchiveFile{Name: o.Path[strings.LastIndexByte(o.Path, '/')+1:], Path: o.Path, Key: digestOf(o.Key)})
	}
	add(book)
	for _, s := range sheets {
		add(made[s])
	}
	slices.SortFunc(a.Files, func(x, y view.ArchiveFile) int { return strings.Compare(x.Name, y.Name) })
	lines := []string{v.Paper.Title, "", v.Paper.Subject, "", l.t("paper.readme", "count", v.Count, "address", v.Paper.URL), ""}
	if v.Paper.Updated.Text != "" {
		lines = append(lines, v.Paper.Labels.Updated+" "+v.Paper.Updated.Text, "")
	}
	for _, area := range v.Areas {
		lines = append(lines, area.Label)
		for _, s := range area.Sheets {
			lines = append(lines, "– "+s.Title)
		}
		lines = append(lines, "")
	}
	if len(v.Elsewhere) > 0 {
		lines = append(lines, v.Paper.Labels.Elsewhere)
		for _, link := range v.Elsewhere {
			lines = append(lines, "– "+link.Label+": "+link.URL)
		}
		lines = append(lines, "")
	}
	for _, f := range v.Paper.Funding {
		for _, text := range []string{f.Statement, f.Sentence, f.Disclaimer} {
			if text != "" {
				lines = append(lines, text, "")
			}
		}
	}
	lines = append(lines, v.Paper.Licence, "")
	a.Readme = view.ArchiveText{Name: l.t("paper.readme-name"), Text: strings.Join(lines, "\n")}
	return a
}
