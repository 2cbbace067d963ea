package diag

// ruleMessages are about records: what no single field can say.
var ruleMessages = map[string]entry{
	"duplicate-id.member": {
		Error,
		`partner %[1]q is in this project twice`,
		`il partner %[1]q è in questo progetto due volte`,
	},
	"duplicate-id.item": {
		Error,
		`%[1]q stands twice in %[2]q`,
		`%[1]q compare due volte in %[2]q`,
	},
	"wrong-type.either": {
		Error,
		"%[1]q and %[2]q in %[3]q exclude each other",
		"%[1]q e %[2]q in %[3]q si escludono",
	},
	"wrong-type.exceeds": {
		Error,
		"%[1]q (%[2]d) is more than %[3]q (%[4]d)",
		"%[1]q (%[2]d) è più di %[3]q (%[4]d)",
	},
	"wrong-type.swapped": {
		Error,
		"this place is not in %[1]s: latitude and longitude seem to be swapped",
		"questo punto non è in %[1]s: latitudine e longitudine sembrano scambiate",
	},
	"no-funding.none": {
		Error,
		"project %[1]q says that nobody funds it and names a programme all the same",
		"il progetto %[1]q dice di non essere finanziato eppure indica un programma",
	},
	"unknown-reference.member": {
		Error,
		"%[1]q is in a group but neither lead nor among the partners of this project",
		"%[1]q è in un gruppo ma non è né capofila né tra i partner di questo progetto",
	},
	"follows-loop.self": {
		Error,
		"%[1]q names itself",
		"%[1]q rimanda a sé stesso",
	},
	"end-before-start": {
		Error,
		"%[1]q (%[2]s) is before %[3]q (%[4]s)",
		"%[1]q (%[2]s) viene prima di %[3]q (%[4]s)",
	},
	"long-summary": {
		Warning,
		"the summary has %[1]d characters: cards and search results show %[2]d",
		"il riassunto ha %[1]d caratteri: nei riquadri e nei risultati di ricerca se ne vedono %[2]d",
	},
	"missing-alt": {
		Error,
		"image %[1]s has no alt text in %[2]s",
		"l’immagine %[1]s non ha il testo alternativo in %[2]s",
	},
	"no-funding": {
		Error,
		"project %[1]q names no funding",
		"il progetto %[1]q non indica alcun finanziamento",
	},
	"no-funding.programme": {
		Error,
		"project %[1]q says that it is funded but not by which programme",
		"il progetto %[1]q dice di essere finanziato ma non da quale programma",
	},
	"no-disclaimer": {
		Error,
		"programme %[1]q shows the EU emblem but has no disclaimer in %[2]s",
		"il programma %[1]q mostra l’emblema dell’UE ma non ha la clausola di esclusione della responsabilità in %[2]s",
	},
	"unknown-reference.group": {
		Error,
		"unknown group %[1]q: it is not among the groups of this project",
		"gruppo sconosciuto: %[1]q non è tra i gruppi (groups) di questo progetto",
	},
	"sheet-question": {
		Error,
		"section %[1]q is missing",
		"manca la sezione %[1]q",
	},
	"sheet-question.count": {
		Error,
		"the sheet has %[1]d of its %[2]d sections",
		"la scheda ha %[1]d delle sue %[2]d sezioni",
	},
	"sheet-question.all": {
		Error,
		"the sheet has no text: all its sections are missing",
		"la scheda non ha testo: mancano tutte le sue sezioni",
	},
	"sheet-question.more": {
		Error,
		"%[1]q is a sixth section: a sheet has five",
		"%[1]q è una sesta sezione: una scheda ne ha cinque",
	},
	"outline-differs.level": {
		Warning,
		"this heading has the level %[1]d, that of the original in %[3]s the level %[2]d",
		"questo titolo è di livello %[1]d, quello dell’originale in %[3]s è di livello %[2]d",
	},
	"outline-differs": {
		Warning,
		"the headings here (%[1]d) do not match those of the original in %[3]s (%[2]d)",
		"i titoli qui (%[1]d) non corrispondono a quelli dell’originale in %[3]s (%[2]d)",
	},

	"required-language": {
		Error,
		"this page does not exist in %[1]s, which the site requires",
		"questa pagina non esiste in %[1]s, che per il sito è obbligatorio",
	},
	"untranslated": {
		Warning,
		"not translated into %[1]s: %[2]s",
		"da tradurre in %[1]s: %[2]s",
	},
	"review-due": {
		Warning,
		"last checked %[1]d months ago",
		"ultimo controllo %[1]d mesi fa",
	},
	"event-over": {
		Warning,
		"event %[1]q (%[2]s) is over",
		"l’evento %[1]q (%[2]s) si è concluso",
	},
	"stale-status-phrase": {
		Warning,
		"project ended on %[1]s but its text says %[2]q",
		"il progetto si è concluso il %[1]s ma il testo dice %[2]q",
	},
	"alliance-count": {
		Warning,
		"the alliance declares %[1]d members, %[2]d are listed: the page says \"%[2]d of about %[1]d\"",
		"l’alleanza dichiara %[1]d membri, ne sono elencati %[2]d: la pagina dice \"%[2]d di circa %[1]d\"",
	},
	"other-name": {
		Warning,
		"%[1]q is another name of %[2]q",
		"%[1]q è un altro nome di %[2]q",
	},
	"accessibility-review": {
		Warning,
		"accessibility.reviewed is %[1]s: Italian rules ask for a review by 23 September each year",
		"accessibility.reviewed è %[1]s: le regole italiane chiedono un riesame entro il 23 settembre di ogni anno",
	},
}
