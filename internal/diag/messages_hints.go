package diag

// hintMessages say how to mend a notation, and how to choose among what is known.
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
