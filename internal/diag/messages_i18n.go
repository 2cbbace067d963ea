package diag

// i18nMessages are about the files of interface messages.
var i18nMessages = map[string]entry{
	"message-syntax": {
		Error,
		"this line of a file of messages cannot be understood: %[1]s",
		"questa riga di un file di messaggi non è comprensibile: %[1]s",
	},
	"message-syntax.value": {
		Error,
		"message %[1]q must be a text in quotes",
		"il messaggio %[1]q deve essere un testo tra virgolette",
	},
	"message-syntax.placeholder": {
		Error,
		"message %[1]q: %[2]q is not a placeholder",
		"messaggio %[1]q: %[2]q non è un segnaposto",
	},
	"message-syntax.other": {
		Error,
		"message %[1]q has plural forms but not the form \"other\"",
		"il messaggio %[1]q ha forme plurali ma non la forma \"other\"",
	},
	"message-syntax.name": {
		Error,
		"message %[1]q asks for {{.%[2]s}}, which nothing fills in",
		"il messaggio %[1]q chiede {{.%[2]s}}, che non riceve nessun valore",
	},
	"missing-message.new": {
		Error,
		"no template asks for message %[1]q, and the language %[2]q does not have it",
		"nessun modello chiede il messaggio %[1]q, e nella lingua %[2]q non c’è",
	},
	"missing-message": {
		Error,
		"message %[1]q is missing in the language %[2]q",
		"il messaggio %[1]q manca nella lingua %[2]q",
	},
	"missing-message.language": {
		Error,
		"the language %[1]q has no messages: %[2]d labels and texts of the theme need their words",
		"la lingua %[1]q non ha messaggi: mancano le parole di %[2]d etichette e testi del tema",
	},
	"missing-message.form": {
		Error,
		"message %[1]q lacks the plural form %[2]q, which the language %[3]q needs",
		"al messaggio %[1]q manca la forma plurale %[2]q, che la lingua %[3]q richiede",
	},

	"hint.message-value": {
		Error,
		"write %[1]s = \"text\", with straight quotes",
		"scrivi %[1]s = \"testo\", con le virgolette dritte",
	},
	"hint.message-form": {
		Error,
		"add a line %[1]s = \"…\" below the others of this message",
		"aggiungi una riga %[1]s = \"…\" sotto le altre di questo messaggio",
	},
	"hint.message-placeholder": {
		Error,
		"write {{.name}}, closed by two braces",
		"scrivi {{.nome}}, chiuso da due graffe",
	},
	"hint.message-names": {
		Error,
		"it can use: %[1]s",
		"può usare: %[1]s",
	},
	"hint.message-language": {
		Error,
		"create %[1]s with the words; internal/plan/labels/en.toml and themes/civic/i18n/en.toml of dossier list them",
		"crea %[1]s con le parole; internal/plan/labels/it.toml e themes/civic/i18n/it.toml di dossier le elencano",
	},
	"hint.message-add": {
		Error,
		"add it to %[1]s; in %[2]q it reads %[3]q",
		"aggiungilo a %[1]s; in %[2]q è %[3]q",
	},
	"see.message": {
		Error,
		"the message in the language %[1]q",
		"il messaggio nella lingua %[1]q",
	},
}
