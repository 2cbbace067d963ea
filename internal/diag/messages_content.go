package diag

// fieldMessages are about single fields: whether they are known, given, and of
// the right form.
var fieldMessages = map[string]entry{
	"unknown-field": {
		Error,
		"unknown field %[1]q",
		"campo sconosciuto: %[1]q",
	},
	"credential": {
		Error,
		"field %[1]q looks like a credential: everything in this file is published",
		"il campo %[1]q sembra una credenziale: tutto ciò che sta in questo file viene pubblicato",
	},
	"missing-field": {
		Error,
		"field %[1]q is missing",
		"manca il campo %[1]q",
	},
	"missing-field.empty": {
		Error,
		"field %[1]q is empty",
		"il campo %[1]q è vuoto",
	},
	"missing-field.text": {
		Error,
		"field %[1]q is missing in the language %[2]q",
		"manca il campo %[1]q nella lingua %[2]q",
	},
	"missing-field.member": {
		Error,
		"field %[1]q is missing in %[2]q",
		"manca il campo %[1]q in %[2]q",
	},
	"missing-field.venue": {
		Error,
		"the event is %[1]q but has no venue with a name",
		"l’evento è %[1]q ma non ha una sede (venue) con un nome",
	},
	"missing-field.language": {
		Error,
		"the site has no language",
		"il sito non ha nessuna lingua",
	},

	"wrong-type.scalar": {
		Error,
		"%[1]q must be a single value",
		"%[1]q deve essere un valore singolo",
	},
	"wrong-type.list": {
		Error,
		"%[1]q must be a list",
		"%[1]q deve essere un elenco",
	},
	"wrong-type.tables": {
		Error,
		"there may be several %[1]q: each is a part of its own",
		"possono esserci più %[1]q: ciascuno è una parte a sé",
	},
	"wrong-type.range": {
		Error,
		"%[1]q must be between %[3]s and %[4]s, found %[2]q",
		"%[1]q deve stare tra %[3]s e %[4]s, invece di %[2]q",
	},
	"wrong-type.negative": {
		Error,
		"%[1]q cannot be below 0, found %[2]q",
		"%[1]q non può essere minore di 0, invece di %[2]q",
	},
	"wrong-type.phone": {
		Error,
		"%[1]q must be a telephone number, found %[2]q",
		"%[1]q deve essere un numero di telefono, invece di %[2]q",
	},
	"wrong-type.map": {
		Error,
		"%[1]q must be a group of fields indented below",
		"%[1]q deve essere un gruppo di campi rientrati qui sotto",
	},
	"wrong-type.text": {
		Error,
		"%[1]q must be a text",
		"%[1]q deve essere un testo",
	},
	"wrong-type.neutral-text": {
		Error,
		"%[1]q is a text, and this file holds for all languages: which language is it in?",
		"%[1]q è un testo, e questo file vale per tutte le lingue: in che lingua è?",
	},
	"wrong-type.number": {
		Error,
		"%[1]q must be a whole number, found %[2]q",
		"%[1]q deve essere un numero intero, invece di %[2]q",
	},
	"wrong-type.decimal": {
		Error,
		"%[1]q must be a number such as 0.8 (with a point), found %[2]q",
		"%[1]q deve essere un numero come 0.8 (con il punto), invece di %[2]q",
	},
	"wrong-type.bool": {
		Error,
		"%[1]q must be true or false, found %[2]q",
		"%[1]q deve essere true (sì) oppure false (no), invece di %[2]q",
	},
	"wrong-type.reference": {
		Error,
		"%[1]q must be the id of a record, found %[2]q",
		"%[1]q deve essere l’identificativo di un elemento, invece di %[2]q",
	},
	"wrong-type.url": {
		Error,
		"%[1]q must be a web address, found %[2]q",
		"%[1]q deve essere un indirizzo web, invece di %[2]q",
	},
	"wrong-type.email": {
		Error,
		"%[1]q must be an e-mail address such as name@example.org, found %[2]q",
		"%[1]q deve essere un indirizzo e-mail come nome@example.org, invece di %[2]q",
	},
	"wrong-type.currency": {
		Error,
		"%[1]q must be the code of a currency, found %[2]q",
		"%[1]q deve essere il codice di una valuta, invece di %[2]q",
	},

	"bad-enum": {
		Error,
		"%[2]q is not a possible value of %[1]q",
		"%[2]q non è un valore possibile di %[1]q",
	},
	"bad-enum.sdg": {
		Error,
		"there is no sustainable development goal %[1]d: they go from 1 to 17",
		"non c’è un obiettivo di sviluppo sostenibile %[1]d: vanno da 1 a 17",
	},
	"bad-enum.timezone": {
		Error,
		"unknown time zone %[1]q",
		"fuso orario sconosciuto: %[1]q",
	},
	"bad-enum.ignore": {
		Error,
		"there is no warning %[1]q to accept",
		"non esiste un avviso %[1]q da accettare",
	},
	"bad-enum.ignore-error": {
		Error,
		"%[1]q is an error: it has to be mended and cannot be accepted",
		"%[1]q è un errore: va corretto, non si può accettare",
	},
	"bad-enum.ignore-site": {
		Error,
		"%[1]q is about the whole site: a single record cannot accept it",
		"%[1]q riguarda tutto il sito: un singolo contenuto non può accettarlo",
	},
	"bad-date": {
		Error,
		"%[2]q is not a date: write year-month-day",
		"%[2]q non è una data: scrivi anno-mese-giorno",
	},
	"bad-date.moment": {
		Error,
		"%[2]q is not a day with a time: write year-month-day, and the time behind a T",
		"%[2]q non è un giorno con un’ora: scrivi anno-mese-giorno, e l’ora dopo una T",
	},
	"bad-date.calendar": {
		Error,
		"there is no day %[2]q: its month has fewer days",
		"il giorno %[2]q non esiste: il suo mese ha meno giorni",
	},
	"bad-date.year": {
		Error,
		"the year of %[2]q cannot be meant",
		"l’anno di %[2]q non può essere quello giusto",
	},
	"bad-country": {
		Error,
		"%[2]q is not the code of a country",
		"%[2]q non è il codice di un paese",
	},
	"bad-country.eu-list": {
		Error,
		"%[2]q is how the EU's own lists call this country: here the ISO code stands",
		"%[2]q è il codice che gli elenchi dell’UE danno a questo paese: qui va il codice ISO",
	},
	"bad-path.slug": {
		Error,
		"%[2]q cannot be part of an address",
		"%[2]q non può far parte di un indirizzo",
	},
	"bad-path.alias": {
		Error,
		"%[2]q cannot be an old address of this page",
		"%[2]q non può essere un vecchio indirizzo di questa pagina",
	},
	"unknown-language.tag": {
		Error,
		"%[2]q is not the code of a language",
		"%[2]q non è il codice di una lingua",
	},
	"unknown-language.locale": {
		Error,
		"the locale %[1]q is of another language than the code %[2]q",
		"il locale %[1]q è di una lingua diversa dal codice %[2]q",
	},
	"unknown-language.key": {
		Error,
		"%[1]q is not a language of this site",
		"%[1]q non è una lingua di questo sito",
	},

	"fact-differs": {
		Error,
		"%[1]q is %[2]s here but %[3]s in %[4]s: facts are written once",
		"%[1]q è %[2]s qui ma %[3]s in %[4]s: i dati si scrivono una volta sola",
	},
	"fact-differs.list": {
		Error,
		"%[1]q is not the same here as in %[2]s: facts are written once",
		"%[1]q non è uguale qui e in %[2]s: i dati si scrivono una volta sola",
	},
}
