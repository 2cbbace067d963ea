package build_test

import (
	"strings"
	"testing"
)

// onlyItalian leaves a project, an event, a chapter and a page of the site in
// six languages in Italian alone, under a policy.
func onlyItalian(t *testing.T, policy string) testSite {
	t.Helper()
	site := europe(t)
	for _, stem := range []string{"content/projects/fjord/index", "content/events/apning", "content/guides/hverdag/010-tid", "content/pages/about"} {
		for _, lang := range []string{"en", "nb", "el", "bg", "pl"} {
			site.remove(stem + "." + lang + ".md")
		}
		site.replace(stem+".it.md", "title:", "missing: "+policy+"\ntitle:")
	}
	return site
}

const (
	italianPage   = "it/progetti/fjord/index.html"
	englishPage   = "en/projects/fjord/index.html"
	italianURL    = "https://fjord.example.no/it/progetti/fjord/"
	englishURL    = "https://fjord.example.no/en/projects/fjord/"
	italianTitle  = "FJORD – Orari gentili"
	englishSwitch = `<li lang="en"><a href="/en/projects/" hreflang="en">English <small>This page is not available in English: go to “Projects”</small></a></li>`
)

func TestPolicyLinkShowsACardThatLeadsToTheOriginal(t *testing.T) {
	r := onlyItalian(t, "link").fresh()
	list := mainOf(t, file(t, r, "en/projects/index.html"))
	contains(t, list,
		`<span class="badge">in Italian</span>`,
		`<h3 lang="it"><a href="/it/progetti/fjord/" hreflang="it">`+italianTitle+`</a></h3>`,
		`<p lang="it">Il progetto prova settimane corte`,
	)
	contains(t, mainOf(t, file(t, r, "nb/arrangementer/index.html")), `<span class="badge">på italiensk</span>`, `href="/it/eventi/2026/apertura/"`)
	contains(t, mainOf(t, file(t, r, "el/erga/index.html")), `<span class="badge">στα Ιταλικά</span>`)
	if hasFile(r, englishPage) || hasFile(r, "en/events/2026/apertura/index.html") {
		t.Error("there is a page at the English address")
	}
	original := file(t, r, italianPage)
	contains(t, original, englishSwitch, `<li lang="it"><span aria-current="true">Italiano</span></li>`)
	lacks(t, original, `hreflang="en" href="https:`, `og:locale:alternate`)
	contains(t, original, `<link rel="alternate" hreflang="it" href="`+italianURL+`">`, `<link rel="alternate" hreflang="x-default" href="`+italianURL+`">`)
	lacks(t, file(t, r, "sitemap.xml"), "/en/projects/fjord/", `hreflang="en" href="`+englishURL)
	lacks(t, file(t, r, "en/feed.xml"), "apertura")
	lacks(t, file(t, r, "en/calendar.ics"), "BEGIN:VEVENT")
	contains(t, file(t, r, "it/calendar.ics"), "BEGIN:VEVENT")
}

func TestPolicyNoticeShowsTheOriginalInAnHonestFrame(t *testing.T) {
	r := onlyItalian(t, "notice").fresh()
	page := file(t, r, englishPage)
	contains(t, page,
		`<html lang="en"`, `<main id="main" lang="it">`,
		`<div class="page-notice" lang="en">`,
		"This page is not yet available in English. You are reading the original in Italian.",
		`<a href="/it/progetti/fjord/" hreflang="it">Go to the original page</a>`,
		`<link rel="canonical" href="`+italianURL+`">`, `<meta name="robots" content="noindex">`,
		italianTitle+"</h1>", "Le persone che lavorano e curano",
	)
	lacks(t, page, `rel="alternate" hreflang`, `application/ld+json`)
	for _, other := range []string{"nb/prosjekter/fjord/index.html", "el/erga/fjord/index.html", "en/events/2026/apertura/index.html", "en/guides/week/tempo/index.html", "en/il-sito/index.html"} {
		contains(t, file(t, r, other), `lang="it">`, `content="noindex"`)
	}
	original := file(t, r, italianPage)
	lacks(t, original, `content="noindex"`, `hreflang="en" href="https:`)
	contains(t, original, `hreflang="x-default" href="`+italianURL+`"`)

	lacks(t, file(t, r, "sitemap.xml"), englishURL, "/en/events/2026/apertura/")
	contains(t, file(t, r, "sitemap.xml"), "<loc>"+italianURL+"</loc>")
	lacks(t, file(t, r, "en/feed.xml"), "apertura")
	lacks(t, file(t, r, "en/calendar.ics"), "BEGIN:VEVENT")
	list := mainOf(t, file(t, r, "en/projects/index.html"))
	contains(t, list, `<h3 lang="it"><a href="/en/projects/fjord/" hreflang="it">`+italianTitle)
	if hasFile(r, "en/events/2026/apertura/apertura-en.ics") {
		t.Error("there is a calendar file in a language that the event is not in")
	}
	if !hasFile(r, "it/eventi/2026/apertura/apertura-it.ics") {
		t.Error("the calendar file of the original is gone")
	}
}

func TestPolicyHideListsNothing(t *testing.T) {
	site := onlyItalian(t, "hide")
	site.replace("content/index.en.md", "[project](@/projects/fjord)", "project")
	r := site.fresh()
	if hasFile(r, englishPage) {
		t.Error("there is a page at the English address")
	}
	for _, list := range []string{"en/projects/index.html", "en/index.html", "en/events/index.html", "en/guides/week/index.html", "en/site-map/index.html", "en/partners/aarhus/index.html"} {
		lacks(t, mainOf(t, file(t, r, list)), italianTitle, "/it/progetti/fjord/", "/it/eventi/2026/apertura/", "/it/guide/settimana/tempo/")
	}
	lacks(t, file(t, r, "en/data/projects.json"), italianTitle)
	lacks(t, file(t, r, "en/index.html"), `href="/it/il-sito/"`)
	contains(t, file(t, r, italianPage), englishSwitch)
	contains(t, mainOf(t, file(t, r, "it/progetti/index.html")), italianTitle)
}

func TestThePolicyOfATypeHoldsUntilARecordSaysOtherwise(t *testing.T) {
	site := onlyItalian(t, "hide")
	site.replace("content/projects/fjord/index.it.md", "missing: hide\n", "")
	site.replace("site.toml", `projects    = { path`, `projects    = { missing = "notice", path`)
	r := site.fresh()
	contains(t, file(t, r, englishPage), `<main id="main" lang="it">`)
	lacks(t, mainOf(t, file(t, r, "en/events/index.html")), "apertura")
	site.replace("content/projects/fjord/index.md", "acronym:", "missing: link\nacronym:")
	if r := site.fresh(); hasFile(r, englishPage) {
		t.Error("the record asks for a link but has a page")
	}
}

func TestTheFirstConfiguredLanguageIsTheOriginalUnlessItIsStamped(t *testing.T) {
	site := europe(t)
	for _, lang := range []string{"nb", "el"} {
		site.remove("content/pages/about." + lang + ".md")
	}
	list := mainOf(t, file(t, site.fresh(), "nb/nettstedskart/index.html"))
	contains(t, list, `href="/it/il-sito/"`)
	site.replace("content/pages/about.it.md", "title:", "translation: {of: en, at: 2026-01-01, fingerprint: abc}\ntitle:")
	list = mainOf(t, file(t, site.fresh(), "nb/nettstedskart/index.html"))
	contains(t, list, `href="/en/about/"`)
	if strings.Contains(list, "/it/il-sito/") {
		t.Error("a stamped translation passes for the original")
	}
}
