package main

// The files of testdata/sites/tiny in which most slips are made.
const (
	sole     = "content/partners/cooperativa-sole.md"
	comune   = "content/partners/comune-di-prova.md"
	alfa     = "content/projects/alfa/index.md"
	alfaIT   = "content/projects/alfa/index.it.md"
	beta     = "content/projects/beta/index.md"
	finale   = "content/events/alfa-final.md"
	congedo  = "content/kits/genitori/congedo.md"
	about    = "content/pages/about.it.md"
	easi     = "content/programmes/easi.md"
	news     = "content/news/2026-03-31-risultati.md"
	newsIT   = "content/news/2026-03-31-risultati.it.md"
	prova    = "content/territories/prova.md"
	settings = "site.toml"
)

// notationSlips are about how front matter is framed and written.
var notationSlips = []slip{
	// What is unusual and harmless.
	{name: "byte-order mark", file: about, old: "---\n", new: "\ufeff---\n"},
	{name: "two byte-order marks", file: about, old: "---\n", new: "\ufeff\ufeff---\n"},
	{name: "line ends of Windows", file: about, old: whole, new: "---\r\ntitle: Chi siamo\r\nsummary: Chi cura questo sito.\r\n---\r\n\r\nIl sito.\r\n"},
	{name: "line ends of old Macs", file: about, old: whole, new: "---\rtitle: Chi siamo\rsummary: Chi cura questo sito.\r---\r\rIl sito.\r"},
	{name: "mixed line ends", file: about, old: whole, new: "---\r\ntitle: Chi siamo\nsummary: Chi cura questo sito.\r\n---\n\nIl sito.\n"},
	{name: "spaces behind the fences", file: about, old: whole, new: "---  \ntitle: Chi siamo\nsummary: Chi cura.\n--- \t\n\nIl sito.\n"},
	{name: "no line end at the end", file: about, old: whole, new: "---\ntitle: Chi siamo\nsummary: Chi cura.\n---"},
	{name: "indented fence in a block text", file: about, old: "summary: Chi cura questo sito.", new: "summary: |\n  Chi cura\n  ---\n  questo sito."},
	{name: "folded text", file: about, old: "summary: Chi cura questo sito.", new: "summary: >-\n  Chi cura\n  questo sito."},
	{name: "tab within a block text", file: about, old: "summary: Chi cura questo sito.", new: "summary: |\n  Chi cura\n  \tquesto sito."},
	{name: "tab behind a value", file: about, old: "title: Chi siamo", new: "title: Chi siamo\t"},
	{name: "comments and empty lines", file: about, old: "title:", new: "# il titolo\n\n\ntitle:"},
	{name: "front matter in TOML", file: about, old: whole, new: "+++\ntitle = \"Chi siamo\"\nsummary = \"Chi cura.\"\n+++\n\nIl sito.\n"},
	{name: "line of hyphens in the body", file: about, old: "Il sito", new: "Uno.\n\n---\n\nIl sito"},
	{name: "no-break space before a value", file: about, old: "title: Chi siamo", new: "title: \u00a0Chi siamo"},

	// Fences.
	{name: "fence never closed", file: sole, old: "kind: social-cooperative\n---\n", new: "kind: social-cooperative\n", want: "unclosed-front-matter 1:1", remedy: "---"},
	{name: "fence closed with four hyphens", file: about, old: "sito.\n---\n", new: "sito.\n----\n", want: "unclosed-front-matter 1:1", remedy: "---"},
	{name: "fence opened with four hyphens", file: about, old: "---\n", new: "‸----\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "fence opened with two hyphens", file: about, old: "---\n", new: "‸--\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "fence opened with a long dash", file: about, old: "---\n", new: "‸—\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "fence closed with a long dash", file: about, old: "sito.\n---\n", new: "sito.\n—\n", want: "unclosed-front-matter 1:1", remedy: "---"},
	{name: "fence closed with spaces before it", file: about, old: "sito.\n---\n", new: "sito.\n  ---\n", want: "unclosed-front-matter 1:1", remedy: "---"},
	{name: "fence closed with three points", file: about, old: "sito.\n---\n", new: "sito.\n...\n", want: "unclosed-front-matter 1:1", remedy: "---"},
	{name: "fences spaced out", file: about, old: "---\n", new: "‸- - -\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "TOML closed as YAML", file: about, old: whole, new: "‸+++\ntitle = \"Chi\"\nsummary = \"Chi.\"\n---\n\nIl sito.\n", want: "unclosed-front-matter", remedy: "+++"},
	{name: "YAML closed as TOML", file: about, old: "sito.\n---\n", new: "sito.\n+++\n", want: "unclosed-front-matter 1:1", remedy: "---"},
	{name: "empty line above the fence", file: about, old: "---\n", new: "\n‸---\n", want: "unclosed-front-matter", remedy: "delete everything above"},
	{name: "text above the fence", file: about, old: "---\n", new: "‸Chi siamo\n---\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "space before the fence", file: about, old: "---\n", new: "‸ ---\n", want: "unclosed-front-matter", remedy: "space"},
	{name: "empty file", file: sole, old: whole, new: "‸", want: "unclosed-front-matter", remedy: "---"},
	{name: "file of empty lines", file: sole, old: whole, new: "‸\n\n\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "nothing between the fences", file: sole, old: whole, new: "---\n---\n", want: "missing-field 1:1, missing-field 1:1, missing-field 1:1", remedy: "name"},
	{name: "JSON front matter", file: about, old: whole, new: "‸{\"title\": \"Chi siamo\"}\n\nIl sito.\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "text without front matter", file: about, old: whole, new: "‸# Chi siamo\n\nIl sito.\n", want: "unclosed-front-matter", remedy: "---"},
	{name: "front matter in a code block", file: about, old: whole, new: "‸```yaml\ntitle: Chi\n```\n", want: "unclosed-front-matter", remedy: "---"},

	// Encodings.
	{name: "Latin-1", file: about, old: "Chi cura", new: "Perch‸\xe9", want: "not-utf8", remedy: "UTF-8"},
	{name: "UTF-16, little end first", file: about, old: whole, new: "‸\xff\xfe-\x00-\x00-\x00\n\x00", want: "not-utf8", remedy: "UTF-8"},
	{name: "UTF-16, big end first", file: about, old: whole, new: "‸\xfe\xff\x00-\x00-\x00-\x00\n", want: "not-utf8", remedy: "UTF-8"},
	{name: "UTF-16 without a mark", file: about, old: whole, new: "-‸\x00-\x00-\x00\n\x00", want: "not-utf8", remedy: "UTF-8"},
	{name: "NUL", file: about, old: "Chi cura", new: "Chi‸\x00 cura", want: "not-utf8", remedy: "UTF-8"},
	{name: "control character in a value", file: about, old: "Chi cura", new: "Chi‸\x07 cura", want: "bad-yaml"},
	{name: "broken UTF-8 in the body", file: about, old: "Il sito è", new: "Il sito ‸\xc3", want: "not-utf8", remedy: "UTF-8"},

	// Merges that failed.
	{name: "conflict in front matter", file: alfa, old: "end: 2026-04-30\n", new: "‸<<<<<<< HEAD\nend: 2026-04-30\n=======\nend: 2026-05-30\n>>>>>>> main\n", want: "conflict-markers", remedy: "keep one"},
	{name: "conflict in a body", file: about, old: "Il sito", new: "‸<<<<<<< HEAD\nIl\n=======\nUn\n>>>>>>> main\nsito", want: "conflict-markers", remedy: "keep one"},
	{name: "conflict without a name", file: about, old: "Il sito", new: "‸<<<<<<<\nIl\n=======\nUn\n>>>>>>>\nsito", want: "conflict-markers", remedy: "keep one"},
	{name: "conflict in the middle left", file: alfa, old: "end: 2026-04-30\n", new: "end: 2026-04-30\n‸=======\n", want: "conflict-markers", remedy: "keep one"},

	// YAML.
	{name: "tab before a field", file: finale, old: "  city: Prova", new: "‸\tcity: Prova", want: "bad-yaml", remedy: "spaces"},
	{name: "tab behind spaces", file: finale, old: "  city: Prova", new: " ‸\tcity: Prova", want: "bad-yaml", remedy: "spaces"},
	{name: "colon in a title", file: about, old: "title: Chi siamo", new: "title: Chi siamo‸: la redazione", want: "bad-yaml", remedy: `\"Chi siamo: la redazione\"`},
	{name: "colon at the end of a title", file: about, old: "title: Chi siamo", new: "title: Chi siamo‸:", want: "bad-yaml", remedy: "quotes"},
	{name: "hash in a title", file: about, old: "title: Chi siamo", new: "title: Chi ‸#siamo", want: "bad-yaml?", remedy: "quotes"},
	{name: "no space behind the colon", file: about, old: "title: Chi siamo", new: "‸title:Chi siamo", want: "bad-yaml", remedy: "space after the colon"},
	{name: "no space behind the last colon", file: about, old: "summary: Chi cura questo sito.", new: "‸summary:Chi cura questo sito.", want: "bad-yaml", remedy: "space after the colon"},
	{name: "equals sign for the colon", file: about, old: "title: Chi siamo", new: "‸title = Chi siamo", want: "bad-yaml", remedy: "name: value"},
	{name: "semicolon for the colon", file: about, old: "summary: Chi cura questo sito.", new: "‸summary; Chi cura questo sito.", want: "bad-yaml", remedy: "name: value"},
	{name: "full-width colon", file: about, old: "title: Chi siamo", new: "‸title：Chi siamo", want: "bad-yaml", remedy: "name: value"},
	{name: "smart quotes", file: about, old: "title: Chi siamo", new: "title: ‸“Chi siamo”", want: "bad-yaml", remedy: "straight quotes"},
	{name: "low and high quotes are text", file: about, old: "title: Chi siamo", new: "title: „Chi siamo“"},
	{name: "quotations in a text", file: about, old: "title: Chi siamo", new: "title: “Chi siamo” e “perché”"},
	{name: "smart apostrophe in single smart quotes", file: about, old: "title: Chi siamo", new: "title: ‸‘L’ufficio’", want: "bad-yaml", remedy: "straight quotes"},
	{name: "single smart quotes", file: about, old: "title: Chi siamo", new: "title: ‸‘Chi siamo’", want: "bad-yaml", remedy: "straight quotes"},
	{name: "guillemets are text", file: about, old: "title: Chi siamo", new: "title: «Chi siamo» e perché"},
	{name: "smart quotes in a list", file: comune, old: "aka: [Municipio di Prova]", new: "aka: [‸“Municipio di Prova”]", want: "bad-yaml", remedy: "straight quotes"},
	{name: "smart apostrophe is text", file: about, old: "title: Chi siamo", new: "title: L’ufficio"},
	{name: "quote never closed", file: about, old: "title: Chi siamo", new: "title: ‸\"Chi siamo", want: "bad-yaml", remedy: "close"},
	{name: "single quote never closed", file: about, old: "title: Chi siamo", new: "title: ‸'Chi siamo", want: "bad-yaml", remedy: "close"},
	{name: "apostrophe in single quotes", file: about, old: "title: Chi siamo", new: "title: ‸'L'ufficio'", want: "bad-yaml", remedy: "quotes"},
	{name: "quotes around a part", file: about, old: "title: Chi siamo", new: "title: ‸\"Chi\" siamo", want: "bad-yaml", remedy: "quotes"},
	{name: "quotes within a text", file: about, old: "title: Chi siamo", new: "title: Il progetto \"Alfa\""},
	{name: "quotes within quotes", file: about, old: "title: Chi siamo", new: "title: ‸\"Il progetto \"Alfa\"\"", want: "bad-yaml", remedy: "quotes"},
	{name: "backslash in quotes", file: about, old: "title: Chi siamo", new: "title: ‸\"C:\\siti\"", want: "bad-yaml"},
	{name: "bracket never closed", file: alfa, old: "territories: [prova]", new: "territories: ‸[prova", want: "bad-yaml", remedy: "close"},
	{name: "brace never closed", file: easi, old: "name: {it: Programma EaSI, en: EaSI programme}", new: "name: ‸{it: Programma EaSI, en: EaSI programme", want: "bad-yaml", remedy: "close"},
	{name: "round brackets", file: alfa, old: "territories: [prova]", new: "territories: ‸(prova)", want: "wrong-type", remedy: "[prova]"},
	{name: "text beginning with @", file: about, old: "title: Chi siamo", new: "title: ‸@ Chi siamo", want: "bad-yaml", remedy: "quotes"},
	{name: "text beginning with %", file: about, old: "title: Chi siamo", new: "title: ‸%Chi siamo", want: "bad-yaml", remedy: "quotes"},
	{name: "text beginning with a star", file: about, old: "title: Chi siamo", new: "title: ‸*Chi siamo*", want: "bad-yaml", remedy: ""},
	{name: "text beginning with two stars", file: about, old: "title: Chi siamo", new: "title: ‸**Chi siamo**", want: "bad-yaml", remedy: "quotes"},
	{name: "text beginning with &", file: about, old: "title: Chi siamo", new: "title: ‸&Chi siamo", want: "bad-yaml", remedy: ""},
	{name: "text beginning with !", file: about, old: "title: Chi siamo", new: "title: ‸!Chi siamo", want: "bad-yaml", remedy: "quotes"},
	{name: "text beginning with >", file: about, old: "title: Chi siamo", new: "title: ‸> Chi siamo", want: "bad-yaml", remedy: ""},
	{name: "text beginning with a hyphen", file: about, old: "title: Chi siamo", new: "title: ‸- Chi siamo", want: "bad-yaml", remedy: ""},
	{name: "text beginning with a bracket", file: about, old: "title: Chi siamo", new: "title: ‸[Bozza] Chi siamo", want: "bad-yaml", remedy: "quotes"},
	{name: "alias of an anchor", file: alfa, old: "end: 2026-04-30", new: "end: ‸*inizio", want: "bad-yaml", remedy: "in full"},
	{name: "anchor and alias", file: alfa, old: "start: 2024-02-01\nend: 2026-04-30", new: "start: ‸&a 2024-02-01\nend: ‸*a", want: "bad-yaml, bad-yaml", remedy: "in full"},
	{name: "merge key", file: sole, old: "country:", new: "‸<<: {city: Prova}\ncountry:", want: "bad-yaml", remedy: "in full"},
	{name: "tag", file: sole, old: "country: IT", new: "country: ‸!!str IT", want: "bad-yaml", remedy: ""},
	{name: "dangerous tag", file: sole, old: "country: IT", new: "country: ‸!!python/object:os.system IT", want: "bad-yaml", remedy: ""},
	{name: "duplicate key", file: sole, old: "country: IT", new: "country: IT\n‸country: IT", want: "duplicate-key", remedy: "delete one"},
	{name: "duplicate key within a map", file: finale, old: "  city: Prova", new: "  city: Prova\n  ‸city: Prova", want: "duplicate-key", remedy: "delete one"},
	{name: "key twice, once in quotes", file: sole, old: "country: IT", new: "country: IT\n‸\"country\": IT", want: "duplicate-key", remedy: "delete one"},
	{name: "field too far in", file: sole, old: "country: IT", new: "  ‸country: IT", want: "bad-yaml", remedy: "first letter"},
	{name: "field not far enough in", file: finale, old: "  city: Prova", new: " ‸city: Prova", want: "bad-yaml", remedy: ""},
	{name: "member not indented", file: finale, old: "  city: Prova", new: "city: Prova", want: "bad-yaml 12:3"},
	{name: "list item without a space", file: alfa, old: "  - cooperativa-sole", new: "  ‸-cooperativa-sole", want: "wrong-type", remedy: "-"},
	{name: "list item with a bullet", file: alfa, old: "  - cooperativa-sole", new: "  ‸• cooperativa-sole", want: "wrong-type", remedy: "-"},
	{name: "list item with a dash", file: alfa, old: "  - cooperativa-sole", new: "  ‸– cooperativa-sole", want: "wrong-type", remedy: "-"},
	{name: "commas for a list", file: finale, old: "languages: [it]", new: "languages: ‸it, en", want: "wrong-type", remedy: "[it, en]"},
	{name: "front matter is a list", file: sole, old: whole, new: "---\n‸- name: Cooperativa\n- country: IT\n---\n", want: "bad-yaml", remedy: "name: value"},
	{name: "front matter is a text", file: sole, old: whole, new: "---\n‸Cooperativa Sole\n---\n", want: "bad-yaml", remedy: "name: value"},
	{name: "deep nesting", file: sole, old: "country:", new: "x_a: {a: {a: {a: {a: {a: {a: {a: ‸{a: 1}}}}}}}}\ncountry:", want: "bad-yaml", remedy: "fewer levels"},
	{name: "key is a list", file: sole, old: "country:", new: "? ‸[a, b]\n: c\ncountry:", want: "bad-yaml"},
	{name: "key is empty", file: sole, old: "country:", new: "‸: Prova\ncountry:", want: "bad-yaml"},
	{name: "two documents", file: sole, old: "country:", new: "‸...\ncountry:", want: "bad-yaml"},
	{name: "YAML directive", file: sole, old: "name:", new: "‸%YAML 1.2\nname:", want: "bad-yaml"},
	{name: "text runs on in the next line", file: about, old: "summary: Chi cura questo sito.", new: "summary: Chi cura questo sito\n‸e perché lo fa.", want: "bad-yaml"},
	{name: "line without a name", file: sole, old: "country: IT", new: "country: IT\n‸Milano", want: "bad-yaml", remedy: "name: value"},
	{name: "HTML comment", file: sole, old: "country: IT", new: "‸<!-- da controllare -->\ncountry: IT", want: "bad-yaml"},
	{name: "slashes for a comment", file: sole, old: "country: IT", new: "‸// da controllare\ncountry: IT", want: "bad-yaml"},
	{name: "comma at the end of a line", file: alfa, old: "lead: comune-di-prova", new: "lead: ‸comune-di-prova,", want: "wrong-type", remedy: "comune-di-prova"},

	// TOML in front matter.
	{name: "TOML without quotes", file: about, old: whole, new: "+++\ntitle = ‸Chi siamo\nsummary = \"Chi cura.\"\n+++\n", want: "bad-toml", remedy: "quotes"},
	{name: "TOML with a colon", file: about, old: whole, new: "+++\ntitle‸: \"Chi siamo\"\nsummary = \"Chi cura.\"\n+++\n", want: "bad-toml", remedy: "name = value"},
	{name: "TOML quote never closed", file: about, old: whole, new: "+++\ntitle = ‸\"Chi siamo\nsummary = \"Chi cura.\"\n+++\n", want: "bad-toml"},
	{name: "TOML with smart quotes", file: about, old: whole, new: "+++\ntitle = ‸“Chi siamo”\nsummary = \"Chi cura.\"\n+++\n", want: "bad-toml", remedy: "straight quotes"},
	{name: "TOML key twice", file: about, old: whole, new: "+++\ntitle = \"Chi\"\n‸title = \"Noi\"\nsummary = \"Chi.\"\n+++\n", want: "duplicate-key", remedy: "delete one"},
	{name: "TOML table twice", file: sole, old: whole, new: "+++\nname = \"Sole\"\ncountry = \"IT\"\nkind = \"ngo\"\n[ids]\nipa = \"a\"\n[‸ids]\npic = \"b\"\n+++\n", want: "duplicate-key", remedy: "delete one"},
	{name: "TOML dates and numbers", file: beta, old: whole, new: "+++\nacronym = \"BETA\"\nstart = 2026-05-01\nlead = \"comune-di-prova\"\nterritories = [\"prova\"]\nfollows = [\"alfa\"]\nsdgs = [5]\n[[funding]]\nstatement = \"none\"\n[contact]\nunit = \"Ufficio\"\n+++\n"},
	{name: "TOML impossible date", file: beta, old: whole, new: "+++\nacronym = \"BETA\"\nstart = ‸2026-02-30\nlead = \"comune-di-prova\"\nterritories = [\"prova\"]\nfollows = [\"alfa\"]\n[[funding]]\nstatement = \"none\"\n[contact]\nunit = \"Ufficio\"\n+++\n", want: "bad-date"},
	{name: "TOML missing field", file: beta, old: whole, new: "‸+++\nacronym = \"BETA\"\nstart = 2026-05-01\nterritories = [\"prova\"]\nfollows = [\"alfa\"]\n[[funding]]\nstatement = \"none\"\n[contact]\nunit = \"Ufficio\"\n+++\n", want: "missing-field", remedy: "lead ="},
	{name: "TOML unknown field", file: about, old: whole, new: "+++\n‸titolo = \"Chi\"\nsummary = \"Chi.\"\n+++\n", want: "unknown-field", remedy: "title"},
}
