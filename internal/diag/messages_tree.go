package diag

// treeMessages are about the notation: how a file is saved, framed and written,
// before anything is known of what it says.
var treeMessages = map[string]entry{
	"not-utf8": {
		Error,
		"the file is not saved as UTF-8: this character cannot be read",
		"il file non è salvato in UTF-8: questo carattere non si può leggere",
	},
	"not-utf8.nul": {
		Error,
		"the file holds a character that is not text",
		"il file contiene un carattere che non è testo",
	},
	"conflict-markers": {
		Error,
		"the marks of an unfinished merge are still in the file",
		"nel file ci sono ancora i segni di un’unione di versioni non conclusa",
	},

	"unclosed-front-matter": {
		Error,
		"front matter opened on line 1 is never closed with %[1]s",
		"l’intestazione aperta alla riga 1 non è mai chiusa con %[1]s",
	},
	"unclosed-front-matter.start": {
		Error,
		"front matter must begin on line 1, but %[1]s stands lower",
		"l’intestazione deve cominciare alla riga 1, ma %[1]s sta più in basso",
	},
	"unclosed-front-matter.none": {
		Error,
		"the file has no front matter: its fields are missing",
		"il file non ha l’intestazione: mancano i suoi campi",
	},
	"too-large.header": {
		Error,
		"the front matter has %[1]d KB; the limit is %[2]d KB: put the text below it",
		"l’intestazione occupa %[1]d KB; il limite è %[2]d KB: metti il testo sotto di essa",
	},

	"bad-yaml": {
		Error,
		"this line cannot be understood",
		"questa riga non è comprensibile",
	},
	"bad-yaml.control": {
		Error,
		"there is a character here that cannot be seen",
		"in questo punto c’è un carattere che non si vede",
	},
	"bad-yaml.fields": {
		Error,
		"the front matter must be made of fields",
		"l’intestazione deve essere fatta di campi",
	},
	"bad-yaml.tab": {
		Error,
		"the line begins with a tab",
		"la riga comincia con una tabulazione",
	},
	"bad-yaml.colon": {
		Error,
		"this text contains a colon and is not in quotes",
		"questo testo contiene due punti e non è tra virgolette",
	},
	"bad-yaml.quote": {
		Error,
		"the quotes that open here are never closed",
		"le virgolette che si aprono qui non sono mai chiuse",
	},
	"bad-yaml.quotes": {
		Error,
		"the quotes do not enclose the whole text",
		"le virgolette non racchiudono tutto il testo",
	},
	"bad-yaml.bracket": {
		Error,
		"the bracket %[1]s that opens here is never closed",
		"la parentesi %[1]s che si apre qui non è mai chiusa",
	},
	"bad-yaml.start": {
		Error,
		"a text that begins with %[1]s needs quotes",
		"un testo che comincia con %[1]s va tra virgolette",
	},
	"bad-yaml.between": {
		Error,
		"this line begins below no other field",
		"questa riga non comincia sotto nessun altro campo",
	},
	"bad-yaml.indent": {
		Error,
		"this line stands further in than the one above it, which is complete",
		"questa riga è più rientrata di quella sopra, che è già completa",
	},
	"bad-yaml.smart-quote": {
		Error,
		"curly quotes cannot enclose a value",
		"le virgolette curve non possono racchiudere un valore",
	},
	"bad-yaml.deep": {
		Error,
		"there are more than %[1]d levels of indentation",
		"ci sono più di %[1]d livelli di rientro",
	},
	"bad-yaml.alias": {
		Error,
		"*%[1]s stands for a value written elsewhere: this is not possible here",
		"*%[1]s rimanda a un valore scritto altrove: qui non è possibile",
	},
	"bad-yaml.anchor": {
		Error,
		"&%[1]s gives a name to a value: this is not possible here",
		"&%[1]s dà un nome a un valore: qui non è possibile",
	},
	"bad-yaml.tag": {
		Error,
		"%[1]s cannot stand before a value: a text that begins with ! needs quotes",
		"%[1]s non può stare davanti a un valore: un testo che comincia con ! va tra virgolette",
	},
	"bad-yaml.key": {
		Error,
		"the name of a field must be a single word",
		"il nome di un campo deve essere una sola parola",
	},
	"bad-yaml.space": {
		Error,
		"the line begins with a space that only looks like one",
		"la riga comincia con uno spazio che sembra normale e non lo è",
	},
	"bad-yaml.nameless": {
		Error,
		"the field has no name",
		"il campo non ha nome",
	},
	"bad-yaml.hash": {
		Warning,
		"what follows # is a note that nobody reads: the value is %[1]q",
		"ciò che segue # è un’annotazione che nessuno legge: il valore è %[1]q",
	},
	"bad-yaml.merge": {
		Error,
		"<< cannot bring in fields from elsewhere",
		"<< non può richiamare campi scritti altrove",
	},

	"bad-toml": {
		Error,
		"this line cannot be understood: %[1]s",
		"questa riga non è comprensibile: %[1]s",
	},
	"bad-toml.value": {
		Error,
		"this text is not in quotes",
		"questo testo non è tra virgolette",
	},
	"bad-toml.quote": {
		Error,
		"the quotes that open here are never closed",
		"le virgolette che si aprono qui non sono mai chiuse",
	},
	"bad-toml.smart-quote": {
		Error,
		"curly quotes cannot enclose a value",
		"le virgolette curve non possono racchiudere un valore",
	},
	"bad-toml.deep": {
		Error,
		"there are values within values, more than %[1]d times",
		"ci sono valori dentro valori per più di %[1]d volte",
	},

	"duplicate-key": {
		Error,
		"field %[1]q is written twice",
		"il campo %[1]q è scritto due volte",
	},
	"duplicate-key.toml": {
		Error,
		"a field or a [section] is written twice",
		"un campo o una [sezione] compare due volte",
	},
}
