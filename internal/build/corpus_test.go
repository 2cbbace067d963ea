package build_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"dossier/themes"
)

// corpus is a made-up site of as many projects as one asks for, each with what
// belongs to it: about 40 pages a project, in two languages, beside some 60 that
// every site has. The same number gives the same bytes.
func corpus(t testing.TB, projects int) testSite {
	t.Helper()
	s := testSite{t, t.TempDir()}
	s.frame()
	for n := range projects {
		s.project(n)
	}
	s.age()
	return s
}

// paperless gives the site a theme that makes no documents.
func (s testSite) paperless() {
	base, _ := themes.Builtin("civic")
	text, err := fs.ReadFile(base, "theme.toml")
	if err != nil {
		s.t.Fatal(err)
	}
	web, _, _ := strings.Cut(string(text), "\n[document]")
	s.write("themes/civic/theme.toml", web+"\n")
}

// frame writes what a site has once.
func (s testSite) frame() {
	s.write("site.toml", strings.TrimLeft(`
[site]
base_url = "https://corpus.example.org/"
title    = { it = "Corpus", en = "Corpus of projects" }
owner    = "p0-partner0"
timezone = "Europe/Rome"
accent   = "#0b3d75"

[[language]]
code   = "it"
label  = "Italiano"
locale = "it-IT"

[[language]]
code   = "en"
label  = "English"
locale = "en-GB"

[menu]
main   = ["@/projects", "@/partners", "@/events", "@/news", "@/kits", "@/pages/about"]
footer = ["@/pages/about"]
`, "\n"))
	s.words("content/index", "Tutti i progetti", "All projects", "")
	s.words("content/pages/about", "Il sito", "About", "")
	s.facts("content/partners/funder.md", `name: "Ente che finanzia"`, "lang: it", `names: {en: "The funder"}`, `country: "IT"`, "kind: national-authority")
	s.facts("content/programmes/plan.md", `name: {it: "Piano", en: "Plan"}`, "kind: national", "funder: funder")
	for i, place := range []string{"Nord", "Sud", "Isole"} {
		within := "x_note: none"
		if i > 0 {
			within = "within: t0"
		}
		s.facts(fmt.Sprintf("content/territories/t%d.md", i), fmt.Sprintf(`name: {it: "Zona %s", en: "Area %s"}`, place, place), "kind: region", within)
	}
}

// project writes a project with its partners, events, news, guide and kit.
func (s testSite) project(n int) {
	id := fmt.Sprintf("p%d", n)
	for i := range 4 {
		s.facts(fmt.Sprintf("content/partners/%s-partner%d.md", id, i),
			fmt.Sprintf(`name: "%s di prova %d.%d"`, initial(n*4+i), n, i), "lang: it",
			fmt.Sprintf(`country: "%s"`, []string{"IT", "FR", "NO", "GR"}[i]),
			"kind: "+[]string{"local-authority", "university", "ngo", "trade-union"}[i],
			`about: {it: "Un ente che prende parte.", en: "A body that takes part."}`)
	}
	facts := []string{
		fmt.Sprintf(`acronym: "PR%d"`, n), fmt.Sprintf("start: %d-0%d", 2012+n%12, 1+n%9), fmt.Sprintf("end: %d-12-31", 2014+n%14),
		fmt.Sprintf("lead: %s-partner0", id), fmt.Sprintf("partners: [%s-partner1, %s-partner2, {partner: %s-partner3, role: associated}]", id, id, id),
		fmt.Sprintf(`funding: [{programme: plan, statement: funded, grant: "G-%d", total: %d}]`, n, 100000+n),
		fmt.Sprintf("territories: [t%d]", n%3), fmt.Sprintf("contact: {email: %s@example.org}", id), "image: {src: cover.svg, decorative: true}",
		`milestones: [{date: 2015-05-01, title: {it: "Tappa", en: "Step"}}]`,
	}
	if n > 0 {
		facts = append(facts, fmt.Sprintf("follows: [p%d]", n-1))
	}
	s.facts("content/projects/"+id+"/index.md", facts...)
	s.write("content/projects/"+id+"/cover.svg", fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><circle cx="%d" cy="10" r="5"/></svg>`, 10+n%20))
	s.words("content/projects/"+id+"/index", fmt.Sprintf("Progetto %d", n), fmt.Sprintf("Project %d", n), prose(id, n))
	for i := range 2 {
		event := fmt.Sprintf("content/events/%s-event%d", id, i)
		s.facts(event+".md", "projects: ["+id+"]", "kind: workshop", fmt.Sprintf("start: %d-0%d-1%dT10:00", 2013+n%16, 1+i, n%9),
			"mode: in-person", `venue: {name: "Sala", city: "Milano", country: "IT"}`, "languages: [it]", fmt.Sprintf("organisers: [%s-partner%d]", id, i), "attendance: 40")
		s.words(event, fmt.Sprintf("Laboratorio %d.%d", n, i), fmt.Sprintf("Workshop %d.%d", n, i), "Si è parlato di [](@/projects/"+id+").\n")
		news := fmt.Sprintf("content/news/%d-03-0%d-%s-news%d", 2014+n%12, 1+i, id, i)
		s.facts(news+".md", "kind: news", "projects: ["+id+"]", fmt.Sprintf("partners: [%s-partner1]", id))
		s.words(news, fmt.Sprintf("Notizia %d.%d", n, i), fmt.Sprintf("News %d.%d", n, i), prose(id, n+i))
	}
	guide := "content/guides/" + id + "-guide/"
	s.facts(guide+"index.md", "project: "+id, `edition: "1"`, fmt.Sprintf("publisher: %s-partner0", id))
	s.words(guide+"index", fmt.Sprintf("Guida %d", n), fmt.Sprintf("Guide %d", n), "")
	kit := "content/kits/" + id + "-kit/"
	s.facts(kit+"index.md", "project: "+id, "guide: "+id+"-guide", "audience: [parent]")
	s.words(kit+"index", fmt.Sprintf("Kit numero %d", n), fmt.Sprintf("Kit number %d", n), "")
	for i := range 3 {
		s.words(fmt.Sprintf("%s0%d0-part%d", guide, i+1, i), fmt.Sprintf("Capitolo %d.%d", n, i), fmt.Sprintf("Chapter %d.%d", n, i), prose(id, n+i))
		s.facts(fmt.Sprintf("%ssheet%d.md", kit, i), "territory: "+[]string{"national", "t0", "t1"}[i], "area: "+[]string{"right", "service", "incentive"}[i],
			"beneficiaries: [both]", fmt.Sprintf("provider: %s-partner1", id), "checked: 2026-10-01")
		s.words(fmt.Sprintf("%ssheet%d", kit, i), fmt.Sprintf("Scheda %d.%d", n, i), fmt.Sprintf("Sheet %d.%d", n, i), sheet)
	}
}

// facts writes a file without a body.
func (s testSite) facts(name string, lines ...string) {
	s.write(name, "---\n"+strings.Join(lines, "\n")+"\n---\n")
}

// words writes the Italian and the English file of a record.
func (s testSite) words(stem, it, en, body string) {
	for lang, title := range map[string]string{"it": it, "en": en} {
		s.write(stem+"."+lang+".md", fmt.Sprintf("---\ntitle: %q\nsummary: %q\n---\n\n%s", title, title+" in una frase.", body))
	}
}

// initial spreads names over the alphabet.
func initial(n int) string { return string(rune('A'+n%26)) + "ssociazione" }

// prose is a body with what bodies have: headings, links, a list, a table, a
// footnote and a notice.
func prose(id string, n int) string {
	return fmt.Sprintf(`Il testo numero %d parla di [un ente](@/partners/%s-partner2) e di quello che ha fatto in questi anni.[^1]

## Che cosa è stato {#what}

Chi lavora e chi cura ha bisogno di orari che si possano prevedere, di servizi vicini e di regole chiare. %s

- prima voce
- seconda voce con *enfasi*

## Come è andata {#how}

| Anno | Persone |
|---|---|
| 2020 | %d |
| 2021 | %d |

> [!NOTE]
> Una nota che vale per tutti.

[^1]: Lo dicono le fonti.
`, n, id, strings.Repeat("Una frase che allunga il testo quanto basta. ", 8+n%5), 10+n, 20+n)
}

// sheet answers the five questions.
const sheet = `## Che cos’è

Un diritto di chi lavora.

## A chi spetta

A madri e padri.

## Quanto

Dipende dal reddito.

## Come si chiede

1. Si compila il modulo.
2. Lo si consegna.

## Dove

Allo sportello.
`
