package diag

// hintMessages say how to mend a notation or a field, and how to choose among
// what is known.
var hintMessages = map[string]entry{
	"hint.sheet-too-long": {
		Error,
		"shorten the text: a sheet is read on one page",
		"accorcia il testo: una scheda si legge in una sola pagina",
	},
	"hint.accessible-pdf": {
		Error,
		"export it again as tagged PDF (PDF/UA), with title and language",
		"esportalo di nuovo come PDF con tag (PDF/UA), con titolo e lingua",
	},
	"hint.no-glyph": {
		Error,
		"write it in another way, or add a TrueType font that has it to the theme",
		"scrivilo in un altro modo, oppure aggiungi al tema un carattere TrueType che lo contenga",
	},
	"hint.not-drawable": {
		Error,
		"save the drawing with plain shapes, lines and texts, without effects",
		"salva il disegno con forme, linee e testi semplici, senza effetti",
	},
	"hint.did-you-mean": {
		Error,
		"did you mean %[1]q?",
		"intendevi %[1]q?",
	},
	"hint.did-you-mean-in": {
		Error,
		"did you mean %[1]q? (%[2]s)",
		"intendevi %[1]q? (%[2]s)",
	},
	"hint.did-you-mean-of": {
		Error,
		"did you mean %[1]q? (possible: %[2]s)",
		"intendevi %[1]q? (possibili: %[2]s)",
	},
	"hint.write": {
		Error,
		"write %[1]s",
		"scrivi %[1]s",
	},
	"hint.one-of": {
		Error,
		"write one of: %[1]s",
		"scrivi uno di questi: %[1]s",
	},
	"hint.ignore-name": {
		Error,
		"write the name that stands in square brackets at the end of the warning",
		"scrivi il nome che sta tra parentesi quadre alla fine dell’avviso",
	},
	"hint.ignore-out": {
		Error,
		"take it out of ignore",
		"toglilo da ignore",
	},
	"hint.delete-line": {
		Error,
		"delete this line",
		"togli questa riga",
	},
	"hint.delete-one": {
		Error,
		"delete one of the two",
		"togli uno dei due",
	},

	"hint.save-utf8": {
		Error,
		"save the file again with the encoding UTF-8",
		"salva di nuovo il file con la codifica UTF-8",
	},
	"hint.resolve-conflict": {
		Error,
		"keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
		"tieni una delle due versioni e togli le righe che cominciano con <<<<<<<, ======= e >>>>>>>",
	},
	"hint.close-fence": {
		Error,
		"write a line with only %[1]s below the last field",
		"scrivi una riga con solo %[1]s sotto l’ultimo campo",
	},
	"hint.fence-first": {
		Error,
		"delete everything above %[1]s, and any space before it",
		"togli tutto ciò che sta sopra %[1]s, e gli spazi che lo precedono",
	},
	"hint.add-front-matter": {
		Error,
		"begin the file with a line ---, then the fields (title: …), then another line ---",
		"comincia il file con una riga ---, poi i campi (title: …), poi un’altra riga ---",
	},
	"hint.field-form": {
		Error,
		"write name: value, with a space after the colon",
		"scrivi nome: valore, con uno spazio dopo i due punti",
	},
	"hint.plain-yaml": {
		Error,
		"write the value itself, in full",
		"scrivi il valore stesso, per intero",
	},
	"hint.flatten": {
		Error,
		"write it with fewer levels: no field needs so many",
		"scrivilo con meno livelli: nessun campo ne richiede tanti",
	},
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
	"hint.align": {
		Error,
		"begin it below the first letter of the field above",
		"comincia sotto la prima lettera del campo di sopra",
	},
	"hint.close-bracket": {
		Error,
		"close it with %[1]s",
		"chiudi con %[1]s",
	},
	"hint.quote-whole": {
		Error,
		"put straight quotes around all of it, and a \\ before those within",
		"metti le virgolette dritte intorno a tutto, e una \\ prima di quelle interne",
	},
	"hint.spaces": {
		Error,
		"use spaces instead, two for each level",
		"usa gli spazi, due per ogni livello",
	},
	"hint.quote-value": {
		Error,
		"put the whole text in straight quotes: \"…\"",
		"metti tutto il testo tra virgolette dritte: \"…\"",
	},
	"hint.retype-spaces": {
		Error,
		"delete the spaces before the field and type them again",
		"togli gli spazi davanti al campo e scrivili di nuovo",
	},
	"hint.quote-or-space": {
		Error,
		"put the whole text in straight quotes, or write a space behind # where it is a note",
		"metti tutto il testo tra virgolette dritte, oppure scrivi uno spazio dopo # se è un’annotazione",
	},
	"hint.close-quote": {
		Error,
		"close them with the same mark at the end of the text",
		"chiudile con lo stesso segno alla fine del testo",
	},
	"hint.straight-quotes": {
		Error,
		"use straight quotes: \"…\"",
		"usa le virgolette dritte: \"…\"",
	},
	"hint.retype": {
		Error,
		"delete what stands at this place and type it again",
		"cancella ciò che sta in questo punto e scrivilo di nuovo",
	},
	"hint.backslash": {
		Error,
		"write \\\\ for one \\, or put the text between single quotes: '…'",
		"scrivi \\\\ per avere una \\, oppure metti il testo tra apici: '…'",
	},
	"hint.toml-form": {
		Error,
		"write name = value; a text stands in straight quotes: name = \"text\"",
		"scrivi nome = valore; un testo sta tra virgolette dritte: nome = \"testo\"",
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

// seeMessages name a second place that explains the first, or say that there is
// more to see.
var seeMessages = map[string]entry{
	"see.more": {
		Error,
		"and %[1]d more",
		"e altri %[1]d",
	},
	"see.first": {
		Error,
		"first written here",
		"scritto qui la prima volta",
	},
	"see.first-claim": {
		Error,
		"the other page",
		"l’altra pagina",
	},
	"see.original": {
		Error,
		"the heading of the original",
		"il titolo dell’originale",
	},
	"see.other-value": {
		Error,
		"the other value",
		"l’altro valore",
	},
	"see.start": {
		Error,
		"the start is here",
		"l’inizio è qui",
	},
}
