package serve

var english = words{
	Lang:     "en",
	Severity: [2]string{"Error", "Warning"},

	Own: "Tools of dossier", Site: "Site", Pages: "All pages", Problems: "Problems", Errors: "The site has errors",

	Stays:   "The pages are still those of the last good build. When the errors are mended, this page gives way by itself.",
	Nothing: "There is no page to show yet. When the errors are mended, it appears by itself.",
	Below:   "Show the last good page",
	Defect:  "The site could not be built: the disk could not be read, or dossier has a defect.",
	Fine:    "No errors and no warnings.",
	Hint:    "What to do",
	Fix:     "Corrected line",
	More:    "more are not shown",
	Refused: "Refused: this server answers only to this machine. Open %s",

	Edit: "Open in the editor", Line: "Line",

	Source: "Source", NoText: "This file is not a text, or is too long to be shown here.",
	NoSource: "The site has no such file.",
	Expired:  "This link was made before the server was last started. Follow it again from the page or from a list.",
	UsedBy:   "Pages that draw on this file",

	Published: "Published", Draft: "Draft", Future: "Scheduled from", Fallback: "Untranslated: shown in", NotIn: "Not in", Missing: "Missing",

	Filter: "Show pages with", Apply: "Filter", All: "All", Shown: "Pages shown", Of: "of", NoneShown: "No page has all these words.",
	Page: "Page", Language: "Language", State: "State", MadeBy: "Written in", SideBySide: "Side by side",
	Kinds: map[string]string{
		"home": "Home pages", "projects": "Lists of projects", "project": "Projects", "partners": "Lists of partners", "partner": "Partners",
		"events": "Lists of events", "event": "Events", "newslist": "Lists of news", "news": "News", "kits": "Lists of kits", "kit": "Kits",
		"sheet": "Sheets", "guide": "Guides", "chapter": "Chapters", "wholeguide": "Guides on one page", "programme": "Programmes",
		"territory": "Territories", "text": "Other pages", "section": "Other lists", "sitemap": "Site maps", "chooser": "Choice of language",
		"404": "Page not found", "redirect": "Redirects from old addresses",
	},

	Pair: "Side by side", NoPage: "The site has no page at this address.", NotHere: "This page does not exist in this language.", LedTo: "Readers are led to", Open: "Open alone",

	Bar: "About this page (not part of the site)", Close: "Hide this bar until the tab is closed", Files: "Files", Old: "Last good page",
}
