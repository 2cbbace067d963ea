package diag

// fieldHints say how a field is written.
var fieldHints = map[string]entry{
	"hint.last-day": {
		Error,
		"look the day up; where it is not known, write year and month alone",
		"controlla il giorno; se non lo sai, scrivi solo anno e mese",
	},
	"hint.fill": {
		Error,
		"write its value on this line",
		"scrivi il suo valore su questa riga",
	},
	"hint.fill-list": {
		Error,
		"write its values on this line: [one, another]",
		"scrivi i suoi valori su questa riga: [uno, un altro]",
	},
	"hint.fill-enum": {
		Error,
		"write one of these on this line: %[1]s",
		"scrivi su questa riga uno di questi valori: %[1]s",
	},
	"hint.known-fields": {
		Error,
		"known here: %[1]s; your own fields begin with x_",
		"conosciuti qui: %[1]s; i tuoi campi personali cominciano con x_",
	},
	"hint.no-credential": {
		Error,
		"describe how to obtain it in platform.access; where it was public already, change it",
		"descrivi come ottenerla in platform.access; se era già pubblica, cambiala",
	},
	"hint.add-field": {
		Error,
		"add a line %[1]s: …",
		"aggiungi una riga %[1]s: …",
	},
	"hint.add-toml": {
		Error,
		"add a line %[1]s = …",
		"aggiungi una riga %[1]s = …",
	},
	"hint.add-in-language": {
		Error,
		"add to it: %[1]s = \"…\"",
		"aggiungi qui: %[1]s = \"…\"",
	},
	"hint.add-group": {
		Error,
		"add it to groups: as - id: %[1]s with a name:, or correct it",
		"aggiungilo a groups: come - id: %[1]s con un name:, oppure correggilo",
	},
	"hint.delete-number": {
		Error,
		"delete this number",
		"togli questo numero",
	},
	"hint.add-map": {
		Error,
		"add a line %[1]s: and below it, two spaces further in, some of: %[2]s",
		"aggiungi una riga %[1]s: e sotto, due spazi più a destra, alcuni di questi campi: %[2]s",
	},
	"hint.add-enum": {
		Error,
		"add a line %[1]s: with one of: %[2]s",
		"aggiungi una riga %[1]s: con uno di questi valori: %[2]s",
	},
	"hint.add-date": {
		Error,
		"add a line %[1]s: with a date, such as 2020-06-15",
		"aggiungi una riga %[1]s: con una data, per esempio 2020-06-15",
	},
	"hint.add-language": {
		Error,
		"add to site.toml a part [[language]] with code = \"it\" and label = \"Italiano\"",
		"aggiungi a site.toml una parte [[language]] con code = \"it\" e label = \"Italiano\"",
	},
	"hint.contact": {
		Error,
		"add contact: with at least one of unit, email and url",
		"aggiungi contact: con almeno uno tra unit, email e url",
	},
	"hint.news-date": {
		Error,
		"add a line date: 2020-06-15, or put the date before the name: 2020-06-15-… (it is now %[1]s)",
		"aggiungi una riga date: 2020-06-15, oppure metti la data prima del nome: 2020-06-15-… (ora è %[1]s)",
	},
	"hint.venue": {
		Error,
		"add a line venue: and below it, two spaces further in, name: …",
		"aggiungi una riga venue: e sotto, due spazi più a destra, name: …",
	},
	"hint.dateline": {
		Error,
		"add a line dateline: with the place and date of the press release",
		"aggiungi una riga dateline: con il luogo e la data del comunicato",
	},
	"hint.one-value": {
		Error,
		"write %[1]s: and the value, on one line",
		"scrivi %[1]s: e il valore, su una riga",
	},
	"hint.list-form": {
		Error,
		"put it in square brackets: [%[1]s]",
		"mettilo tra parentesi quadre: [%[1]s]",
	},
	"hint.list-of-maps": {
		Error,
		"begin each entry with a hyphen and a space, and put its fields below one another",
		"comincia ogni voce con un trattino e uno spazio, e metti i suoi campi uno sotto l’altro",
	},
	"hint.map-form": {
		Error,
		"below it, two spaces further in, may stand: %[1]s",
		"qui sotto, due spazi più a destra, possono stare: %[1]s",
	},
	"hint.text-form": {
		Error,
		"write %[1]s: and the text, on one line",
		"scrivi %[1]s: e il testo, su una riga",
	},
	"hint.language-map": {
		Error,
		"write %[1]s: %[2]s, or move the line to the files of the languages",
		"scrivi %[1]s: %[2]s, oppure sposta la riga nei file delle lingue",
	},
	"hint.language-table": {
		Error,
		"write %[1]s = %[2]s",
		"scrivi %[1]s = %[2]s",
	},
	"hint.languages": {
		Error,
		"its languages are: %[1]s",
		"le sue lingue sono: %[1]s",
	},
	"hint.tables": {
		Error,
		"write [[%[1]s]] with two brackets, once for each",
		"scrivi [[%[1]s]] con due parentesi, una volta per ciascuno",
	},
	"hint.locale": {
		Error,
		"begin it with %[1]s, or leave it out",
		"comincialo con %[1]s, oppure toglilo",
	},
	"hint.other-path": {
		Error,
		"give one of the two another path",
		"dai a uno dei due un altro path",
	},
	"hint.within": {
		Error,
		"write a number from %[1]s to %[2]s",
		"scrivi un numero da %[1]s a %[2]s",
	},
	"hint.phone-form": {
		Error,
		"write digits and spaces, as in +39 02 0202",
		"scrivi cifre e spazi, come in +39 02 0202",
	},
	"hint.number-form": {
		Error,
		"write only digits: 150000",
		"scrivi solo cifre: 150000",
	},
	"hint.decimal-form": {
		Error,
		"write only digits and a point: 0.8",
		"scrivi solo cifre e un punto: 0.8",
	},
	"hint.email-form": {
		Error,
		"write the address alone, without a name and without spaces",
		"scrivi solo l’indirizzo, senza nome e senza spazi",
	},
	"hint.bool-form": {
		Error,
		"write true or false",
		"scrivi true (sì) oppure false (no)",
	},
	"hint.date-form": {
		Error,
		"for example 2020-06-15, or 2020-06, or 2020",
		"per esempio 2020-06-15, oppure 2020-06, oppure 2020",
	},
	"hint.moment-form": {
		Error,
		"for example 2021-03-25T10:00, or 2021-03-25",
		"per esempio 2021-03-25T10:00, oppure 2021-03-25",
	},
	"hint.reference-form": {
		Error,
		"an id is the name of the record’s file or folder, such as comune-di-milano",
		"l’identificativo è il nome del file o della cartella dell’elemento, per esempio comune-di-milano",
	},
	"hint.url-form": {
		Error,
		"write it in full, from https://",
		"scrivilo per intero, da https://",
	},
	"hint.currency-form": {
		Error,
		"three capital letters, such as EUR",
		"tre lettere maiuscole, per esempio EUR",
	},
	"hint.country-form": {
		Error,
		"two capital letters, such as IT; EU for the institutions of the European Union",
		"due lettere maiuscole, per esempio IT; EU per le istituzioni dell’Unione europea",
	},
	"hint.language-form": {
		Error,
		"such as it, en or en-GB",
		"per esempio it, en oppure en-GB",
	},
	"hint.alias-form": {
		Error,
		"write it from the first slash, without spaces: /it/progetti/masp/",
		"scrivilo dalla prima barra, senza spazi: /it/progetti/masp/",
	},
	"hint.timezone": {
		Error,
		"write it as Continent/City: Europe/Rome",
		"scrivilo come Continente/Città, in inglese: Europe/Rome",
	},
}
