package scaffold

// recordMeanings are about partners, programmes, territories, news and guides.
var recordMeanings = map[string]text{
	"Partner.name":    {"in the organisation’s own language", "nella lingua dell’organizzazione"},
	"Partner.lang":    {"language of the name", "lingua del nome"},
	"Partner.names":   {"the name in the languages of the site, where it has one", "il nome nelle lingue del sito, dove esiste"},
	"Partner.short":   {"abbreviation", "sigla"},
	"Partner.aka":     {"other names and spellings", "altri nomi e grafie"},
	"Partner.country": {"country, or EU for its institutions", "Paese, oppure EU per le sue istituzioni"},
	"Partner.kind":    {"what kind of organisation it is", "che tipo di organizzazione è"},
	"Partner.city":    {"where it is based", "dove ha sede"},
	"Partner.nuts":    {"NUTS code of the place", "codice NUTS del luogo"},
	"Partner.parent":  {"the organisation it belongs to", "l’organizzazione di cui fa parte"},
	"Partner.website": {"its site", "il suo sito"},
	"Partner.logo":    {"its mark", "il suo marchio"},
	"Partner.about":   {"who they are, in two or three sentences", "chi sono, in due o tre frasi"},
	"Partner.ids":     {"numbers in public registers", "numeri nei registri pubblici"},

	"Logo.src": {"file in this folder", "file in questa cartella"},
	"Logo.alt": {"only when it differs from the name", "solo se diverso dal nome"},

	"PartnerIDs.ipa":      {"code in the Italian index of public administrations", "codice IPA (indice delle pubbliche amministrazioni)"},
	"PartnerIDs.pic":      {"participant code of the European Commission", "codice di partecipante della Commissione europea"},
	"PartnerIDs.ror":      {"id in the Research Organization Registry", "identificativo ROR (enti di ricerca)"},
	"PartnerIDs.wikidata": {"item, as Q490", "elemento, come Q490"},
	"PartnerIDs.vat":      {"VAT number", "partita IVA"},

	"Programme.name":            {"official name", "nome ufficiale"},
	"Programme.short":           {"abbreviation", "sigla"},
	"Programme.kind":            {"what kind of programme it is", "che tipo di programma è"},
	"Programme.period":          {"when it runs", "quando si svolge"},
	"Programme.funder":          {"whose programme it is", "di chi è il programma"},
	"Programme.parent":          {"the programme it is part of", "il programma di cui fa parte"},
	"Programme.emblem":          {"which emblem has to be shown", "quale emblema va mostrato"},
	"Programme.logos":           {"files in this folder", "file in questa cartella"},
	"Programme.acknowledgement": {"the sentence that the programme asks for", "la frase che il programma chiede"},
	"Programme.disclaimer":      {"words of the grant agreement; needed with the EU emblem", "testo della convenzione; serve con l’emblema UE"},
	"Programme.url":             {"its page", "la sua pagina"},
	"Programme.legal_basis":     {"regulation or act", "regolamento o atto"},
	"Programme.about":           {"what it is, in two or three sentences", "che cos’è, in due o tre frasi"},

	"Period.from": {"beginning", "inizio"},
	"Period.to":   {"end", "fine"},

	"Territory.name":   {"name of the place", "nome del luogo"},
	"Territory.kind":   {"what kind of territory it is", "che tipo di territorio è"},
	"Territory.code":   {"ISTAT, NUTS or ISO code, in quotes", "codice ISTAT, NUTS o ISO, tra virgolette"},
	"Territory.within": {"the territory it lies in", "il territorio in cui si trova"},
	"Territory.about":  {"what it is, in two or three sentences", "che cos’è, in due o tre frasi"},

	"News.date":     {"only when it is not that of the file name", "solo se non è quella del nome del file"},
	"News.kind":     {"what it is", "che cos’è"},
	"News.dateline": {"place and day, as Milan, 31 March 2021; a press release needs it", "luogo e giorno, come Milano, 31 marzo 2021; serve in un comunicato"},
	"News.projects": {"projects it is about", "progetti di cui parla"},
	"News.events":   {"events it is about", "eventi di cui parla"},
	"News.partners": {"organisations it is about", "organizzazioni di cui parla"},
	"News.authors":  {"who wrote it", "chi l’ha scritta"},
	"News.files":    {"files to download; a bare name will do", "file da scaricare; basta il nome"},

	"Download.file":  {"file in this folder", "file in questa cartella"},
	"Download.label": {"what it is", "che cos’è"},

	"Guide.project":   {"the project it comes from", "il progetto da cui viene"},
	"Guide.edition":   {"edition, as 2 or 2021", "edizione, come 2 o 2021"},
	"Guide.date":      {"when it came out", "quando è uscita"},
	"Guide.publisher": {"who published it", "chi l’ha pubblicata"},
	"Guide.licence":   {"licence of the text, as CC BY 4.0", "licenza del testo, come CC BY 4.0"},
	"Guide.audience":  {"who it is for", "a chi si rivolge"},

	"Chapter.short_title": {"a shorter title for the contents", "un titolo più breve per l’indice"},
}
