package plan

import (
	"strconv"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// openData are the files that the footer offers.
func (l *local) openData() []view.File {
	var out []view.File
	for _, name := range []string{"projects", "partners", "events"} {
		out = append(out, l.generated(l.t("data."+name), "/"+l.dataPath(name, "json"), "JSON", "application/json"))
	}
	return out
}

func (l *local) partnerFiles() []view.File {
	return []view.File{
		l.generated(l.t("data.partners"), "/"+l.dataPath("partners", "csv"), "CSV", "text/csv"),
		l.generated(l.t("data.partners"), "/"+l.dataPath("partners", "json"), "JSON", "application/json"),
	}
}

func (l *local) table(name string, columns ...view.Column) *view.Table {
	t := &view.Table{
		Name: name, Title: l.t("data." + name), Lang: l.lang, Licence: l.licence(), Columns: columns,
		Source: l.abs(l.site.SectionOf(name).URL(l.lang)),
	}
	if l.site.Owner != nil {
		t.Publisher, _ = l.name(l.site.Owner.Entry)
	}
	return t
}

func (l *local) column(name, kind string) view.Column {
	return view.Column{Name: name, Kind: kind, Title: l.t("column." + name)}
}

// cell holds the values that are not empty.
func cell(values ...string) view.Cell {
	var c view.Cell
	for _, v := range values {
		if v != "" {
			c.Values = append(c.Values, v)
		}
	}
	return c
}

func (l *local) projectTable() *view.Table {
	t := l.table("projects", l.column("id", "text"), l.column("acronym", "text"), l.column("title", "text"),
		l.column("language", "text"), l.column("summary", "text"), l.column("status", "text"), l.column("start", "date"),
		l.column("end", "date"), l.column("lead", "text"), l.column("partners", "list"), l.column("countries", "list"),
		l.column("programmes", "list"), l.column("territories", "list"), l.column("url", "text"))
	for _, p := range listed(l, l.site.Projects) {
		title, _ := l.name(p.Entry)
		summary, _ := l.text(p.Entry.Summary)
		lead := ""
		if p.Lead != nil {
			lead, _ = l.name(p.Lead.Entry)
		}
		var partners, programmes, territories []string
		for _, m := range p.Members {
			name, _ := l.name(m.Partner.Entry)
			partners = append(partners, name)
		}
		for _, f := range p.Funding {
			if f.Programme != nil {
				name, _ := l.name(f.Programme.Entry)
				programmes = append(programmes, name)
			}
		}
		for _, place := range p.Territories {
			name, _ := l.name(place.Entry)
			territories = append(territories, name)
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Cell{
			cell(p.Entry.ID), cell(p.Acronym.Value), cell(title), cell(p.Lang(l.lang)), cell(summary), cell(p.State),
			cell(p.Start.String()), cell(dateText(p.Project.End.IsZero(), p.Project.End.String())), cell(lead), cell(partners...),
			cell(p.Countries()...), cell(programmes...), cell(territories...), cell(l.abs(p.URL(l.lang))),
		}})
	}
	return t
}

func dateText(none bool, text string) string {
	if none {
		return ""
	}
	return text
}

func (l *local) partnerTable() *view.Table {
	t := l.table("partners", l.column("id", "text"), l.column("name", "text"), l.column("short", "text"), l.column("kind", "text"),
		l.column("city", "text"), l.column("country", "text"), l.column("website", "text"), l.column("roles", "list"),
		l.column("url", "text"))
	for _, p := range l.sorted(l.site.Partners) {
		item := l.partnerItem(p)
		var roles []string
		for _, r := range l.partnerRoles(p) {
			roles = append(roles, r.Label)
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Cell{
			cell(p.Entry.ID), cell(item.Name), cell(item.Short), cell(p.Type.Value), cell(item.City), cell(p.Country.Value),
			cell(p.Website.Value), cell(roles...), cell(l.abs(p.URL(l.lang))),
		}})
	}
	return t
}

func (l *local) eventTable() *view.Table {
	t := l.table("events", l.column("id", "text"), l.column("title", "text"), l.column("language", "text"), l.column("kind", "text"),
		l.column("start", "date"), l.column("end", "date"), l.column("mode", "text"), l.column("place", "text"),
		l.column("projects", "list"), l.column("attendance", "number"), l.column("status", "text"), l.column("url", "text"))
	for _, e := range listed(l, l.site.Events) {
		title, _ := l.name(e.Entry)
		var projects []string
		for _, p := range e.Projects {
			projects = append(projects, p.Entry.ID)
		}
		attendance := ""
		if e.Attendance.Given {
			attendance = strconv.FormatInt(e.Attendance.N, 10)
		}
		t.Rows = append(t.Rows, view.Row{Cells: []view.Cell{
			cell(e.Entry.ID), cell(title), cell(e.Lang(l.lang)), cell(e.Type.Value), cell(l.machineTime(e.Start)), cell(l.endTime(e)),
			cell(e.Mode.Value), cell(l.place(e)), cell(projects...), cell(attendance), cell(e.State), cell(l.abs(e.URL(l.lang))),
		}})
	}
	return t
}

func (l *local) endTime(e *dossier.Event) string {
	if !e.End.Given() {
		return ""
	}
	return l.machineTime(e.End)
}
