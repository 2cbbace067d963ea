package main

import "strings"

// The languages of the corpus, and their places in a text.
const (
	it = iota
	en
)

var languages = [...]string{it: "it", en: "en"}

// text is a text in both languages.
type text [len(languages)]string

// stock is what sentences and titles of a language are made of.
type stock struct {
	subject, verb, object, complement, link []string
	heading, subheading, questions, lines   []string
	columns, states                         []string
	and, see, source, chapter, sheet, event string
	news, takesPart, milestone, report      string
}

func words(list string) []string { return strings.Split(list, "|") }

var stocks = [...]stock{
	it: {
		subject:    words("il progetto|la rete territoriale|il Comune|l’alleanza locale|il partenariato|la cabina di regia|l’azienda speciale|la cooperativa sociale|il gruppo di lavoro|l’ente capofila|la Città metropolitana|il tavolo di coordinamento|l’agenzia del lavoro|la direzione Lavoro e Formazione|l’associazione di imprese"),
		verb:       words("promuove|sostiene|sperimenta|ha avviato|mette a disposizione|coordina|ha realizzato|valuta|rafforza|diffonde|progetta|monitora|ha presentato|accompagna|raccoglie"),
		object:     words("percorsi di conciliazione vita-lavoro|azioni di welfare aziendale|strumenti per il lavoro agile|schede informative sui diritti di protezione sociale|un kit per genitori|laboratori dedicati alle piccole e medie imprese|un modello di partnership multilivello|spazi di coworking|una guida per operatori e operatrici|attività di formazione sulle competenze genitoriali|buone pratiche raccolte in altri territori|servizi di cura per l’infanzia|reti tra imprese sociali|indicatori di impatto condivisi|misure a favore dell’occupazione femminile"),
		complement: words("per lavoratori e lavoratrici del territorio|nell’ambito del Piano territoriale di conciliazione|con il coinvolgimento delle parti sociali|in collaborazione con gli enti pubblici|grazie al finanziamento dell’Unione europea|nei quartieri periferici della città|con particolare attenzione alle famiglie monogenitoriali|per un periodo di ventiquattro mesi|anche oltre la scadenza del progetto|secondo gli obiettivi dell’Agenda 2030|a favore delle micro e piccole imprese|già attiva dal 2017|però senza costi per i partecipanti|così da ridurre i carichi di cura"),
		link:       words("Inoltre|In particolare|Allo stesso tempo|Per questo motivo|Nella seconda fase|A partire da questa esperienza|Infine|Di conseguenza|Come è emerso dal monitoraggio|Nel biennio"),
		heading:    words("Il progetto|Obiettivi|Le azioni|Partenariato|Risultati attesi|Destinatari|Monitoraggio e valutazione|Metodologia|Prossimi passi|Contatti e riferimenti|Attività sul territorio|Che cosa è cambiato"),
		subheading: words("Fase di analisi|Coprogettazione|Sperimentazione|Diffusione|Risorse|Calendario|Ruoli e responsabilità|Lezioni apprese"),
		questions:  words("Che cos’è|A chi spetta|Quanto spetta|Come si richiede|Dove rivolgersi"),
		lines:      words("Ricerca|Formazione|Sperimentazione|Diffusione"),
		columns:    words("Azione|Periodo|Responsabile|Stato"),
		states:     words("conclusa|avviata|programmata"),
		and:        "e", see: "Si veda anche", source: "Fonte: rapporto di monitoraggio, sezione", chapter: "Capitolo", sheet: "Scheda",
		event: "Incontro pubblico", news: "Aggiornamento", takesPart: "prende parte a progetti europei e regionali", milestone: "Avvio delle attività", report: "Rapporto finale",
	},
	en: {
		subject:    words("the project|the local network|the Municipality|the local alliance|the partnership|the steering group|the public agency|the social cooperative|the working group|the lead partner|the metropolitan city|the coordination table|the employment agency|the department of labour and training|the business association"),
		verb:       words("promotes|supports|is testing|has launched|provides|coordinates|has delivered|evaluates|strengthens|disseminates|designs|monitors|has presented|accompanies|collects"),
		object:     words("work-life balance pathways|corporate welfare measures|tools for smart working|fact sheets on social protection rights|a kit for parents|workshops for small and medium-sized enterprises|a multi-level partnership model|coworking spaces|a guide for public service staff|training on the skills gained through parenting|good practices from other regions|childcare services|networks of social enterprises|shared impact indicators|measures in favour of women’s employment"),
		complement: words("for workers across the area|within the territorial work-life balance plan|with the involvement of the social partners|in cooperation with public bodies|thanks to funding from the European Union|in the outer districts of the city|with particular attention to single-parent families|over a period of twenty-four months|even beyond the end of the project|in line with the goals of the 2030 Agenda|for the benefit of micro and small firms|already running since 2017|at no cost to participants|so as to reduce the burden of care"),
		link:       words("Moreover|In particular|At the same time|For this reason|In the second phase|Building on this experience|Finally|As a consequence|As the monitoring showed|Over the two years"),
		heading:    words("The project|Objectives|Actions|Partnership|Expected results|Target groups|Monitoring and evaluation|Methodology|Next steps|Contacts and references|Activities in the area|What has changed"),
		subheading: words("Analysis phase|Co-design|Pilot|Dissemination|Resources|Calendar|Roles and responsibilities|Lessons learned"),
		questions:  words("What it is|Who it is for|How much|How to apply|Where to go"),
		lines:      words("Research|Training|Testing|Dissemination"),
		columns:    words("Action|Period|Owner|Status"),
		states:     words("completed|started|planned"),
		and:        "and", see: "See also", source: "Source: monitoring report, section", chapter: "Chapter", sheet: "Sheet",
		event: "Public meeting", news: "Update", takesPart: "takes part in European and regional projects", milestone: "Start of activities", report: "Final report",
	},
}

// What names of organisations, places and acronyms are made of.
var (
	bodies   = words("Comune di|Agenzia|Cooperativa sociale|Associazione|Fondazione|Consorzio|Azienda speciale|Università di|Camera di commercio di|Rete|Istituto|Centro studi")
	towns    = words("Milano|Trento|Bergamo|Lodi|Monza|Pavia|Melegnano|Bruxelles|Oslo|Lyon|Bilbao|Gdańsk|Ljubljana|Torino|Bologna|Brescia|Varese|Cremona|Leuven|Porto")
	subjects = words("Lavoro|Conciliazione|Welfare|Reddito di base|Economia sociale|Formazione|Pari opportunità|Genitorialità|Innovazione|Prossimità|Impresa|Cura")
	acronyms = words("masp|mire|equilibri|smartlab|concilia|tempora|welnet|agile|cura|radici")
	people   = words("Ada Ferri|Bruno Galli|Carla Monti|Dario Villa|Elisa Serra|Fabio Riva|Gemma Conti|Hanna Berg")
)

// kindOf is the sort of each of the bodies.
var kindOf = words("local-authority|public-agency|social-cooperative|association|foundation|network|public-service-company|university|employers-association|network|research-body|research-body")

// city is where an organisation sits.
type city struct{ name, country string }

var cities = []city{
	{"Milano", "IT"},
	{"Trento", "IT"},
	{"Bergamo", "IT"},
	{"Bruxelles", "BE"},
	{"Oslo", "NO"},
	{"Lyon", "FR"},
	{"Bilbao", "ES"},
	{"Gdańsk", "PL"},
	{"Ljubljana", "SI"},
	{"Torino", "IT"},
}

// addressWords are codes as they stand in addresses.
var addressWords = map[string]text{
	"IT": {"italia", "italy"}, "BE": {"belgio", "belgium"}, "NO": {"norvegia", "norway"}, "FR": {"francia", "france"},
	"ES": {"spagna", "spain"}, "PL": {"polonia", "poland"}, "SI": {"slovenia", "slovenia"}, "EU": {"unione-europea", "european-union"},

	"planned": {"in-programma", "planned"}, "running": {"in-corso", "running"}, "completed": {"concluso", "completed"},

	"local-authority": {"enti-locali", "local-authorities"}, "public-agency": {"agenzie-pubbliche", "public-agencies"},
	"social-cooperative": {"cooperative-sociali", "social-cooperatives"}, "association": {"associazioni", "associations"},
	"foundation": {"fondazioni", "foundations"}, "network": {"reti", "networks"},
	"public-service-company": {"aziende-di-servizi-pubblici", "public-service-companies"}, "university": {"universita", "universities"},
	"employers-association": {"associazioni-di-imprese", "employers-associations"}, "research-body": {"enti-di-ricerca", "research-bodies"},
	"eu-institution": {"istituzioni-dell-unione-europea", "eu-institutions"}, "national-authority": {"enti-nazionali", "national-authorities"},
	"regional-authority": {"enti-regionali", "regional-authorities"},
}
