package diag

// themeMessages are about themes: their templates, assets and colours. In them a
// value is called as the template writes it.
var themeMessages = map[string]entry{
	"theme-missing": {
		Error,
		"there is no theme %[1]q; the program comes with: %[2]s",
		"il tema %[1]q non esiste; il programma contiene: %[2]s",
	},
	"theme-missing.unreadable": {
		Error,
		"this file of the theme cannot be read: %[1]s",
		"questo file del tema non si può leggere: %[1]s",
	},

	"template-syntax": {
		Error,
		"the template cannot be understood here: %[1]s",
		"il modello non è comprensibile in questo punto: %[1]s",
	},
	"template-syntax.action": {
		Error,
		"this action never ends",
		"questa azione non termina mai",
	},
	"template-syntax.unclosed": {
		Error,
		"%[1]q has no end",
		"%[1]q non ha una fine",
	},
	"template-syntax.define": {
		Error,
		"%[1]q is not available: each partial is a file of its own",
		"%[1]q non è disponibile: ogni parziale è un file a sé",
	},
	"template-syntax.function": {
		Error,
		"there is no function %[1]q",
		"la funzione %[1]q non esiste",
	},
	"template-syntax.arguments": {
		Error,
		"%[1]q cannot be called with %[2]d arguments",
		"%[1]q non si può chiamare con %[2]d argomenti",
	},
	"template-syntax.constant": {
		Error,
		"%[1]q needs a name written out in quotation marks, not a value",
		"%[1]q richiede un nome scritto tra virgolette, non un valore",
	},
	"template-syntax.pairs": {
		Error,
		"after the id of a message come pairs: a name in quotation marks and its value",
		"dopo l’identificativo del messaggio vanno coppie: un nome tra virgolette e il suo valore",
	},
	"template-syntax.main": {
		Error,
		"only %[1]s and its partials have a main part to place",
		"solo %[1]s e i suoi parziali hanno una parte principale da collocare",
	},
	"template-syntax.no-main": {
		Error,
		"the frame never shows the page: %[1]s is missing",
		"la cornice non mostra mai la pagina: manca %[1]s",
	},
	"template-syntax.escape": {
		Error,
		"it is not certain how values must be escaped here: %[1]s",
		"non è certo come proteggere i valori in questo punto: %[1]s",
	},
	"template-syntax.asset": {
		Error,
		"the file cannot be understood here: %[1]s",
		"il file non è comprensibile in questo punto: %[1]s",
	},

	"template-field": {
		Error,
		"%[1]s has no field %[2]q",
		"%[1]s non ha il campo %[2]q",
	},
	"template-field.none": {
		Error,
		"%[1]q is asked of %[2]s, which has no fields",
		"%[1]q è chiesto a %[2]s, che non ha campi",
	},
	"template-field.optional": {
		Error,
		"%[1]s may be missing, and then it has no %[2]q",
		"%[1]s può mancare, e allora non ha %[2]q",
	},
	"template-field.range": {
		Error,
		"%[1]s is %[2]s, not a list to range over",
		"%[1]s è %[2]s, non un elenco da scorrere",
	},
	"template-field.print": {
		Error,
		"%[1]s is %[2]s, which cannot be written as text",
		"%[1]s è %[2]s, che non si può scrivere come testo",
	},
	"template-field.condition": {
		Error,
		"%[1]s is %[2]s, which is always there: ask for one of its fields",
		"%[1]s è %[2]s, che c’è sempre: chiedere di uno dei suoi campi",
	},
	"template-field.arguments": {
		Error,
		"%[1]s is a value and takes no arguments",
		"%[1]s è un valore e non accetta argomenti",
	},
	"template-field.type": {
		Error,
		"%[1]q does not take %[2]s, which is %[3]s",
		"%[1]q non accetta %[2]s, che è %[3]s",
	},

	"template-partial": {
		Error,
		"there is no partial %[1]q (%[2]s)",
		"il parziale %[1]q non esiste (%[2]s)",
	},
	"template-partial.loop": {
		Error,
		"the partial %[1]q leads back to itself without end",
		"il parziale %[1]q ritorna a sé stesso senza fine",
	},
	"template-partial.layout": {
		Error,
		"the theme has no %[1]s",
		"il tema non ha %[1]s",
	},
	"template-partial.kind": {
		Error,
		"no page uses a layout %[1]q",
		"nessuna pagina usa un modello %[1]q",
	},

	"unknown-asset": {
		Error,
		"the theme has no asset %[1]q",
		"il tema non ha la risorsa %[1]q",
	},
	"unknown-asset.inline": {
		Error,
		"the theme has no SVG drawing %[1]q",
		"il tema non ha il disegno SVG %[1]q",
	},

	"missing-message.template": {
		Error,
		"no language has the message %[1]q",
		"nessuna lingua ha il messaggio %[1]q",
	},

	"low-contrast": {
		Error,
		"the accent %[1]s has a contrast of %.2[2]f:1 with white; text needs %.1[3]f:1",
		"il colore %[1]s ha un contrasto di %.2[2]f:1 con il bianco; per il testo serve %.1[3]f:1",
	},
	"low-contrast.document": {
		Error,
		"the colour %[1]s of documents has a contrast of %.2[2]f:1 with white; text needs %.1[3]f:1",
		"il colore %[1]s dei documenti ha un contrasto di %.2[2]f:1 con il bianco; per il testo serve %.1[3]f:1",
	},
	"document-style.size": {
		Error,
		"text of %[1]v points: this size must be between %[2]v and %[3]v",
		"testo di %[1]v punti: questa dimensione deve stare fra %[2]v e %[3]v",
	},
	"document-style.file": {
		Error,
		"the theme has no file %[1]q",
		"il tema non ha il file %[1]q",
	},
	"document-style.face": {
		Error,
		"%[1]q cannot be used in documents: %[2]s",
		"%[1]q non si può usare nei documenti: %[2]s",
	},
	"low-contrast.colour": {
		Error,
		"%[1]q is not a colour",
		"%[1]q non è un colore",
	},

	"hint.theme-nearest": {
		Error,
		"did you mean %[1]q?",
		"forse %[1]q?",
	},
	"hint.theme-colour": {
		Error,
		"write it in hexadecimal digits, such as %[1]q",
		"scriverlo in cifre esadecimali, per esempio %[1]q",
	},
	"hint.truetype": {
		Error,
		"choose a TrueType font (.ttf) whose licence allows embedding",
		"scegliere un carattere TrueType (.ttf) la cui licenza ne permetta l’incorporamento",
	},
	"hint.theme-darker": {
		Error,
		"the nearest that passes is %[1]q (%.2[2]f:1)",
		"il più vicino che va bene è %[1]q (%.2[2]f:1)",
	},
	"hint.theme-close-action": {
		Error,
		"close it with }}",
		"chiuderla con }}",
	},
	"hint.theme-end": {
		Error,
		"close it with %[1]s",
		"chiuderlo con %[1]s",
	},
	"hint.theme-define": {
		Error,
		"move it to layouts/partials/",
		"spostalo in layouts/partials/",
	},
	"hint.theme-with": {
		Error,
		"put {{with %[1]s}}…{{end}} around it",
		"racchiuderlo in {{with %[1]s}}…{{end}}",
	},

	"see.theme-text":   {Error, "text", "testo"},
	"see.theme-bool":   {Error, "yes or no", "sì o no"},
	"see.theme-number": {Error, "a number", "un numero"},
	"see.theme-list":   {Error, "a list of %[1]s", "un elenco di %[1]s"},
	"see.theme-struct": {Error, "a %[1]s", "un valore %[1]s"},
}
