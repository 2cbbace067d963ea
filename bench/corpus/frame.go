package main

import "fmt"

// programme is a source of funding; the organisations that fund are records of
// their own.
type programme struct {
	id, short, kind, funder string
	name                    text
	from, to                int
}

// funder is an organisation that funds programmes.
type funder struct{ id, name, kind, country string }

var funders = []funder{
	{"european-commission", "Commissione europea", "eu-institution", "EU"},
	{"ministry", "Ministero del Lavoro", "national-authority", "IT"},
	{"region", "Regione del Nord", "regional-authority", "IT"},
}

func programmes() []programme {
	names := []struct{ id, short, kind, funder string }{
		{"easi", "EaSI", "eu-programme", "european-commission"},
		{"fse", "FSE+", "structural-fund", "european-commission"},
		{"ptc", "PTC", "territorial-plan", "region"},
		{"erasmus", "Erasmus+", "eu-programme", "european-commission"},
		{"cerv", "CERV", "eu-programme", "european-commission"},
		{"interreg", "Interreg Europe", "eu-programme", "european-commission"},
		{"por", "POR", "regional", "ministry"},
	}
	var out []programme
	for i, n := range names {
		out = append(out, programme{
			id: n.id, short: n.short, kind: n.kind, funder: n.funder, from: 2014 + i, to: 2021 + i,
			name: text{"Programma " + n.short, n.short + " programme"},
		})
	}
	return out
}

// territory is a place; all but the first lie within the first.
type territory struct {
	id, kind string
	name     text
}

// territoriesFor grows to a dozen and stays: a place then lists its share of the
// projects, and the lists of all places together grow with the site.
func territoriesFor(projects int) int { return min(12, 3+projects/4) }

func territories(projects int) []territory {
	var out []territory
	for i := range territoriesFor(projects) {
		t := territory{id: fmt.Sprintf("territory-%02d", i), kind: "social-district", name: text{fmt.Sprintf("Zona di %s", towns[i]), fmt.Sprintf("%s area", towns[i])}}
		if i == 0 {
			t.kind, t.name = "region", text{"Regione", "The region"}
		}
		out = append(out, t)
	}
	return out
}

// section is a list with its own words.
type section struct {
	folder string
	path   text // in addresses
	title  text
}

var sections = []section{
	{"projects", text{"progetti", "projects"}, text{"Progetti", "Projects"}},
	{"partners", text{"partner", "partners"}, text{"Partner", "Partners"}},
	{"events", text{"eventi", "events"}, text{"Eventi", "Events"}},
	{"news", text{"notizie", "news"}, text{"Notizie", "News"}},
	{"kits", text{"kit", "kits"}, text{"Kit e guide", "Kits and guides"}},
	{"guides", text{"guide", "guides"}, text{"Guide", "Guides"}},
	{"programmes", text{"programmi", "programmes"}, text{"Programmi", "Programmes"}},
	{"territories", text{"territori", "territories"}, text{"Territori", "Territories"}},
}

// prosePages are the pages that every site has.
var prosePages = []struct {
	id    string
	title text
}{
	{"about", text{"Il sito", "About"}},
	{"contacts", text{"Contatti", "Contacts"}},
	{"accessibility", text{"Accessibilità", "Accessibility"}},
	{"privacy", text{"Privacy", "Privacy"}},
	{"legal", text{"Note legali", "Legal notes"}},
}

// Addresses, as both trees have them.

func address(lang int, folder, rest string) string {
	for _, s := range sections {
		if s.folder == folder {
			return "/" + languages[lang] + "/" + s.path[lang] + "/" + rest + "/"
		}
	}
	return "/" + languages[lang] + "/" + rest + "/"
}

func (p project) url(l int) string { return address(l, "projects", p.id) }

func (p partner) url(l int) string { return address(l, "partners", p.id) }

func (e event) url(l int) string {
	return address(l, "events", fmt.Sprintf("%d/%s", e.day.Year(), e.id))
}

func (n news) url(l int) string {
	return address(l, "news", fmt.Sprintf("%d/%s", n.day.Year(), n.id[len("2006-01-02-"):]))
}

func (k sheet) url(l int) string { return address(l, "kits", k.path()) }
