package scaffold

import "dossier/internal/content"

// text is a sentence in the languages that dossier speaks.
type text struct{ en, it string }

// in returns the text in a language; English for all but Italian.
func (t text) in(lang string) string {
	if lang == "it" {
		return t.it
	}
	return t.en
}

// sentences are the comments that are not about one field.
var sentences = map[string]text{
	"file.facts": {
		"What is the same in every language. The words are in %s.",
		"Ciò che è uguale in tutte le lingue. I testi sono in %s.",
	},
	"file.elsewhere": {
		"Dates, pictures and the like are in %s.",
		"Date, immagini e simili sono in %s.",
	},
	"file.how": {
		"Fill in the lines without #. Those with # are optional: take the # away to use one.",
		"Compila le righe senza #. Quelle con # sono facoltative: per usarne una togli il #.",
	},
	"required": {"required", "obbligatorio"},

	"form.list":     {"list: [a, b]", "elenco: [a, b]"},
	"form.enum":     {"one of: %s", "una fra: %s"},
	"form.word":     {"%s, or a text", "%s, oppure un testo"},
	"form.ref":      {"id from content/%s", "identificativo da content/%s"},
	"form.any":      {"folder and id, as projects/masp", "cartella e identificativo, come projects/masp"},
	"form.date":     {"as 2020-06-15, 2020-06 or 2020", "come 2020-06-15, 2020-06 o 2020"},
	"form.moment":   {"as 2021-03-25T10:00 or 2021-03-25", "come 2021-03-25T10:00 o 2021-03-25"},
	"form.bool":     {"true or false", "true o false"},
	"form.int":      {"whole number", "numero intero"},
	"form.float":    {"number, as 0.8", "numero, come 0.8"},
	"form.url":      {"https://…", "https://…"},
	"form.email":    {"e-mail address", "indirizzo e-mail"},
	"form.phone":    {"number, as +39 02 0202", "numero, come +39 02 0202"},
	"form.country":  {"two letters, as IT", "due lettere, come IT"},
	"form.currency": {"three letters, as EUR", "tre lettere, come EUR"},
	"form.slug":     {"small letters, digits and hyphens", "lettere minuscole, cifre e trattini"},
	"form.alias":    {"begins with /", "inizia con /"},
	"form.lang":     {"as it or en", "come it o en"},
}

// headings are the level-2 headings that a text begins with. Those of a sheet
// are its five questions, in the order of content.Questions.
var headings = map[content.Kind][]text{
	content.KindProject: {{"Objectives", "Obiettivi"}},
	content.KindEvent:   {{"What it is about", "Di che cosa si parla"}},
	content.KindNews:    {{"In brief", "In breve"}},
	content.KindGuide:   {{"How to use this guide", "Come usare questa guida"}},
	content.KindChapter: {{"In brief", "In breve"}},
	content.KindKit:     {{"How to use this kit", "Come usare questo kit"}},
	content.KindPage:    {{"In brief", "In breve"}},
	content.KindSheet: {
		{"What it is", "Che cos’è"},
		{"Who it is for", "A chi spetta"},
		{"How much", "Quanto spetta"},
		{"How to apply", "Come si richiede"},
		{"Where to go", "Dove rivolgersi"},
	},
}
