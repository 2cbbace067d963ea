package scaffold

import "maps"

// meanings says what every field of every schema is for, by struct and key.
// Those of "Common" hold wherever the struct has none of its own.
var meanings = gather(commonMeanings, projectMeanings, recordMeanings, eventMeanings, kitMeanings)

func gather(tables ...map[string]text) map[string]text {
	all := map[string]text{}
	for _, t := range tables {
		maps.Copy(all, t)
	}
	return all
}

var commonMeanings = map[string]text{
	"Common.title":   {"the heading of the page", "il titolo della pagina"},
	"Common.summary": {"one or two sentences for cards and search engines, at most 300 characters", "una o due frasi per le schede e i motori di ricerca, al massimo 300 caratteri"},
	"Common.slug":    {"last part of the address", "ultima parte dell’indirizzo"},
	"Common.aliases": {"old addresses that lead here", "vecchi indirizzi che portano qui"},
	"Common.updated": {"last change of the content, when it is not that of the file", "ultima modifica del contenuto, se non è quella del file"},
	"Common.draft":   {"delete this line to publish", "cancella questa riga per pubblicare"},
	"Common.publish": {"not shown before this day", "non si vede prima di questo giorno"},
	"Common.expires": {"last day on which it is shown", "ultimo giorno in cui si vede"},
	"Common.image":   {"picture of the page", "immagine della pagina"},
	"Common.related": {"pages to point to; others are added by themselves", "pagine a cui rimandare; altre si aggiungono da sole"},
	"Common.missing": {"what readers of a language get in which this is missing", "che cosa vede chi legge in una lingua in cui questo manca"},
	"Common.ignore":  {"names of warnings that you accept for this record", "nomi degli avvisi che accetti per questo contenuto"},

	"Image.src":        {"file in this folder", "file in questa cartella"},
	"Image.alt":        {"what the picture shows, for those who do not see it", "che cosa mostra l’immagine, per chi non la vede"},
	"Image.credit":     {"who made the picture", "di chi è l’immagine"},
	"Image.decorative": {"the picture says nothing that needs a description", "l’immagine non dice nulla che vada descritto"},
}

var projectMeanings = map[string]text{
	"Project.acronym":      {"the short name by which the project is known", "il nome breve con cui il progetto è conosciuto"},
	"Project.tagline":      {"half a sentence below the title", "mezza frase sotto il titolo"},
	"Project.start":        {"first day, month or year", "primo giorno, mese o anno"},
	"Project.end":          {"last day, month or year", "ultimo giorno, mese o anno"},
	"Project.status":       {"only when it does not follow from the dates", "solo se non si ricava dalle date"},
	"Project.lead":         {"the lead organisation", "l’organizzazione capofila"},
	"Project.partners":     {"the other organisations; a bare id will do", "le altre organizzazioni; basta l’identificativo"},
	"Project.alliance":     {"a wider circle that stands behind the project", "una cerchia più ampia che sostiene il progetto"},
	"Project.groups":       {"named groups within the partnership", "gruppi con un nome dentro il partenariato"},
	"Project.funding":      {"who pays; at least one entry", "chi finanzia; almeno una voce"},
	"Project.territories":  {"where the project works", "dove opera il progetto"},
	"Project.follows":      {"projects that this one continues", "progetti di cui questo è la continuazione"},
	"Project.sdgs":         {"goals of the 2030 Agenda, from 1 to 17", "obiettivi dell’Agenda 2030, da 1 a 17"},
	"Project.lines":        {"lines of action", "linee di azione"},
	"Project.milestones":   {"dates for the timeline", "date per la cronologia"},
	"Project.deliverables": {"what came out of the project", "ciò che il progetto ha prodotto"},
	"Project.contact":      {"whom to ask: at least one of the three", "a chi rivolgersi: almeno uno dei tre"},
	"Project.website":      {"the project’s own site", "il sito del progetto"},
	"Project.keep_until":   {"until when the grant asks to keep the pages", "fino a quando la convenzione chiede di conservare le pagine"},

	"Member.partner": {"the organisation", "l’organizzazione"},
	"Member.role":    {"its role", "il suo ruolo"},
	"Member.group":   {"id of one of the groups below", "identificativo di uno dei gruppi qui sotto"},
	"Member.note":    {"what it does in the project", "che cosa fa nel progetto"},

	"Alliance.name":     {"its name", "il suo nome"},
	"Alliance.declared": {"how many members it says it has", "quanti membri dichiara"},
	"Alliance.open":     {"whether new members can join", "se possono entrare nuovi membri"},

	"MemberGroup.id":      {"short name, as the partners use it", "nome breve, usato nei partner"},
	"MemberGroup.name":    {"its name", "il suo nome"},
	"MemberGroup.members": {"organisations of the group", "organizzazioni del gruppo"},

	"Funding.programme":    {"the funding programme", "il programma di finanziamento"},
	"Funding.statement":    {"what the grant agreement says", "che cosa dice la convenzione"},
	"Funding.grant":        {"number of the grant agreement", "numero della convenzione"},
	"Funding.cup":          {"Italian public project code (CUP)", "codice unico di progetto (CUP)"},
	"Funding.call":         {"name of the call", "nome del bando"},
	"Funding.total":        {"total cost, in whole units of the currency", "costo totale, in unità intere della valuta"},
	"Funding.contribution": {"the programme’s contribution, in whole units", "contributo del programma, in unità intere"},
	"Funding.currency":     {"currency of the amounts", "valuta degli importi"},
	"Funding.rate":         {"share that the programme pays, from 0 to 1", "quota pagata dal programma, da 0 a 1"},

	"Line.id":        {"short name, for links", "nome breve, per i rimandi"},
	"Line.title":     {"its title", "il suo titolo"},
	"Line.objective": {"what it aims at", "a che cosa mira"},

	"Milestone.date":  {"when", "quando"},
	"Milestone.title": {"what; not needed with an event", "che cosa; non serve con un evento"},
	"Milestone.event": {"the event it was", "l’evento di cui si tratta"},

	"Deliverable.id":    {"short name, for links", "nome breve, per i rimandi"},
	"Deliverable.title": {"its title", "il suo titolo"},
	"Deliverable.kind":  {"what it is", "che cosa è"},
	"Deliverable.ref":   {"the record of this site that holds it", "il contenuto di questo sito che lo contiene"},
	"Deliverable.file":  {"or a file in this folder", "oppure un file in questa cartella"},
	"Deliverable.url":   {"or an address elsewhere", "oppure un indirizzo altrove"},
	"Deliverable.date":  {"when it came out", "quando è uscito"},

	"ProjectContact.unit":  {"office or unit", "ufficio o unità"},
	"ProjectContact.email": {"its address", "il suo indirizzo"},
	"ProjectContact.url":   {"a page with contacts", "una pagina con i contatti"},
}
