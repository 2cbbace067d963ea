package diag

// markdownMessages are about the bodies of records.
var markdownMessages = map[string]entry{
	"raw-html": {
		Warning,
		"raw HTML is left out of the page: %[1]s",
		"il codice HTML non viene pubblicato: %[1]s",
	},
	"hint.raw-html": {
		Warning,
		"write it in Markdown, or delete it; text between tags on lines of their own is left out too",
		"scrivilo in Markdown oppure toglilo; anche il testo fra tag che stanno su righe proprie viene escluso",
	},

	"heading-jump": {
		Error,
		"heading jumps from level %[1]d to level %[2]d",
		"il titolo salta dal livello %[1]d al livello %[2]d",
	},
	"hint.heading-level": {
		Error,
		"begin the line with %[1]s",
		"comincia la riga con %[1]s",
	},
	"heading-jump.one": {
		Error,
		"heading of level 1 in a text: the page’s title is its level-1 heading",
		"titolo di livello 1 nel testo: il livello 1 è già il titolo della pagina",
	},
	"hint.start-at-two": {
		Error,
		"start at ##",
		"comincia da ##",
	},
	"empty-heading": {
		Warning,
		"heading without text",
		"titolo senza testo",
	},
	"hint.empty-heading": {
		Warning,
		"write the heading, or delete the line",
		"scrivi il titolo oppure togli la riga",
	},
	"caps-heading": {
		Warning,
		"heading in capitals: %[1]q",
		"titolo in maiuscolo: %[1]q",
	},
	"hint.caps-heading": {
		Warning,
		"write it in sentence case; the theme decides how headings look",
		"scrivilo con la sola iniziale maiuscola; all’aspetto dei titoli pensa il tema",
	},

	"mixed-quotes": {
		Warning,
		"quotation opened with %[1]s and closed with %[2]s",
		"virgolette aperte con %[1]s e chiuse con %[2]s",
	},
	"hint.mixed-quotes": {
		Warning,
		"write straight quotes at both ends (\"…\"): the page shows those of its language",
		"scrivi virgolette dritte da entrambe le parti (\"…\"): la pagina mostra quelle della sua lingua",
	},
	"glued-footnote": {
		Warning,
		"%[1]q looks like a word with a note number stuck to it",
		"%[1]q sembra una parola con attaccato il numero di una nota",
	},
	"hint.glued-footnote": {
		Warning,
		"write %[1]s[^%[2]s] and the note as [^%[2]s]: …, or delete the number",
		"scrivi %[1]s[^%[2]s] e la nota come [^%[2]s]: …, oppure togli il numero",
	},

	"unknown-footnote": {
		Warning,
		"there is no note %[1]q",
		"la nota %[1]q non c’è",
	},
	"hint.unknown-footnote": {
		Warning,
		"write it in a paragraph of its own: [^%[1]s]: …",
		"scrivila in un paragrafo a parte: [^%[1]s]: …",
	},
	"unused-footnote": {
		Warning,
		"nothing refers to note %[1]q: it is left out of the page",
		"nessun punto del testo rimanda alla nota %[1]q: non viene pubblicata",
	},
	"hint.unused-footnote": {
		Warning,
		"write [^%[1]s] in the text where the note belongs, or delete the note",
		"scrivi [^%[1]s] nel testo dove serve la nota, oppure togli la nota",
	},

	"broken-link.scheme": {
		Error,
		"%[1]q cannot be used as an address here",
		"%[1]q non si può usare qui come indirizzo",
	},
	"hint.link-scheme": {
		Error,
		"write @/folder/id for a page of the site, the name of a file beside this one, or an address that begins with one of: %[1]s",
		"scrivi @/cartella/id per una pagina del sito, il nome di un file accanto a questo, oppure un indirizzo che comincia con uno di questi: %[1]s",
	},
	"hint.image-scheme": {
		Error,
		"put the image in the folder of this file and write its name",
		"metti l’immagine nella cartella di questo file e scrivine il nome",
	},
	"missing-alt.body": {
		Error,
		"image %[1]q has no text for those who cannot see it",
		"l’immagine %[1]q non ha un testo per chi non può vederla",
	},
	"hint.alt-in-body": {
		Error,
		"describe it between the square brackets: ![what it shows](%[1]s)",
		"descrivila fra le parentesi quadre: ![che cosa mostra](%[1]s)",
	},

	"vague-link": {
		Warning,
		"the link text %[1]q does not say where the link leads",
		"il testo %[1]q non dice dove porta il collegamento",
	},
	"vague-link.address": {
		Warning,
		"the link text is an address, which nobody can listen to: %[1]q",
		"il testo del collegamento è un indirizzo, che non si può ascoltare: %[1]q",
	},
	"vague-link.empty": {
		Warning,
		"the link to %[1]q has no text",
		"il collegamento a %[1]q non ha testo",
	},
	"hint.vague-link": {
		Warning,
		"write what is there, such as the title of the page or document: it must be clear without the words around it",
		"scrivi che cosa si trova là, per esempio il titolo della pagina o del documento: si deve capire anche senza le parole intorno",
	},
	"hint.vague-link-address": {
		Warning,
		"write what is there: [title of the page](%[1]s)",
		"scrivi che cosa si trova là: [titolo della pagina](%[1]s)",
	},
	"hint.vague-link-empty": {
		Warning,
		"write it between the square brackets: [title of the page](%[1]s)",
		"scrivilo fra le parentesi quadre: [titolo della pagina](%[1]s)",
	},

	"bad-attribute": {
		Warning,
		"%[1]s=%[2]q cannot be set in a text",
		"%[1]s=%[2]q non si può impostare in un testo",
	},
	"bad-attribute.value": {
		Warning,
		"%[2]q is not a possible value of %[1]s",
		"%[2]q non è un valore possibile di %[1]s",
	},
	"hint.attribute": {
		Warning,
		"possible are {#name}, {.class} and {lang=fr}; a name is made of letters, digits and hyphens and does not begin with fn-",
		"si possono usare {#nome}, {.classe} e {lang=fr}; un nome è fatto di lettere, cifre e trattini e non comincia con fn-",
	},
	"bad-attribute.twice": {
		Warning,
		"the name #%[1]s is given twice in this text",
		"il nome #%[1]s è dato due volte in questo testo",
	},
	"hint.id-twice": {
		Warning,
		"give each heading a name of its own",
		"dai a ogni titolo un nome diverso",
	},
	"unknown-notice": {
		Warning,
		"there is no notice of kind %[1]q: it is shown as a quotation",
		"non c’è un avviso di tipo %[1]q: viene mostrato come citazione",
	},
	"hint.notice": {
		Warning,
		"the kinds are: %[1]s",
		"i tipi sono: %[1]s",
	},

	"too-deep": {
		Error,
		"too many marks within one another, or too many of one kind in one place",
		"troppi segni uno dentro l’altro, o troppi dello stesso tipo in un punto",
	},
	"too-deep.headings": {
		Error,
		"this text has more than %[1]d headings",
		"questo testo ha più di %[1]d titoli",
	},
	"hint.split-text": {
		Error,
		"split it into several pages",
		"dividilo in più pagine",
	},
	"hint.too-deep": {
		Error,
		"quotations and lists may stand in one another up to %[1]d times; split the paragraph or the table",
		"citazioni ed elenchi possono stare uno dentro l’altro fino a %[1]d volte; dividi il paragrafo o la tabella",
	},

	"broken-link.empty": {
		Error,
		"there is no address between the brackets",
		"fra le parentesi non c’è un indirizzo",
	},
	"broken-link.unread": {
		Error,
		"%[1]q is meant to be an address, but there is no link here: readers see the marks",
		"%[1]q vuole essere un indirizzo, ma qui non c’è un collegamento: chi legge vede i segni",
	},
	"hint.link-unread": {
		Error,
		"write [text](address): without spaces in the address, or with < and > around it, and with the closing bracket on the same line",
		"scrivi [testo](indirizzo): senza spazi nell’indirizzo, oppure fra < e >, e con la parentesi chiusa sulla stessa riga",
	},
	"hint.link-space": {
		Error,
		"take away the space between the two brackets: [text](address)",
		"togli lo spazio fra le due parentesi: [testo](indirizzo)",
	},
	"hint.link-swapped": {
		Error,
		"the text stands in the square brackets, the address in the round ones: [text](address)",
		"il testo va fra le parentesi quadre, l’indirizzo fra le tonde: [testo](indirizzo)",
	},
	"hint.link-wiki": {
		Error,
		"write [text](@/folder/id) for a page of the site",
		"scrivi [testo](@/cartella/id) per una pagina del sito",
	},
	"broken-link.label": {
		Error,
		"there is no address with the label %[1]q: there is no link here",
		"nessun indirizzo ha l’etichetta %[1]q: qui non c’è un collegamento",
	},
	"hint.link-label": {
		Error,
		"write [text](address), or on a line of its own [%[1]s]: address",
		"scrivi [testo](indirizzo), oppure su una riga a parte [%[1]s]: indirizzo",
	},
	"broken-link.address": {
		Error,
		"%[1]q is not a complete web address",
		"%[1]q non è un indirizzo web completo",
	},
	"hint.whole-address": {
		Error,
		"copy it from the address bar of a browser: https://www.example.org/page",
		"copialo dalla barra degli indirizzi di un browser: https://www.example.org/pagina",
	},
	"broken-link.mail": {
		Error,
		"%[1]q is not the address of a mailbox",
		"%[1]q non è l’indirizzo di una casella di posta",
	},
	"hint.mail-link": {
		Error,
		"write mailto:name@example.org",
		"scrivi mailto:nome@example.org",
	},
	"broken-link.tel": {
		Error,
		"%[1]q is not a telephone number as a link has it",
		"%[1]q non è un numero di telefono come lo vuole un collegamento",
	},
	"hint.tel-link": {
		Error,
		"write it with the country’s code and without spaces: %[1]s",
		"scrivilo con il prefisso del paese e senza spazi: %[1]s",
	},
	"credential.address": {
		Error,
		"the address %[1]q holds the name of a user or a password: everything in this file is published",
		"l’indirizzo %[1]q contiene il nome di un utente o una password: tutto ciò che sta in questo file viene pubblicato",
	},
	"hint.public-address": {
		Error,
		"write the address without what stands before the @",
		"scrivi l’indirizzo senza ciò che sta prima della @",
	},
	"missing-alt.file-name": {
		Error,
		"%[1]q is the name of the image’s file and tells nothing to those who cannot see it",
		"%[1]q è il nome del file dell’immagine e non dice nulla a chi non può vederla",
	},
	"unused-footnote.twice": {
		Warning,
		"the note %[1]q is written twice: this one is left out of the page",
		"la nota %[1]q è scritta due volte: questa non viene pubblicata",
	},
	"hint.note-twice": {
		Warning,
		"give it a label of its own, in the text as well, or delete it",
		"dalle un’etichetta diversa, anche nel testo, oppure togli la nota",
	},
	"unknown-footnote.inline": {
		Warning,
		"notes within the text are not understood: %[1]s is shown as it is",
		"le note scritte dentro il testo non vengono riconosciute: %[1]s appare così com’è",
	},
	"hint.inline-note": {
		Warning,
		"write [^1] here and the note in a paragraph of its own: [^1]: …",
		"scrivi qui [^1] e la nota in un paragrafo a parte: [^1]: …",
	},
	"bad-attribute.unread": {
		Warning,
		"%[1]s is not understood here and is shown as it is",
		"%[1]s qui non viene riconosciuto e appare così com’è",
	},
	"unread-mark": {
		Warning,
		"%[1]s means nothing here: readers see it as it is",
		"%[1]s qui non ha significato: chi legge lo vede così com’è",
	},
	"hint.unread-emphasis": {
		Warning,
		"close it with another %[1]s and no space inside: %[1]swords%[1]s; to show it, write a backslash before it",
		"chiudilo con un altro %[1]s e senza spazi all’interno: %[1]sparole%[1]s; per mostrarlo metti davanti una barra rovesciata",
	},
	"hint.unread-code": {
		Warning,
		"close it with another back tick; for an apostrophe write '",
		"chiudilo con un altro accento grave; per un apostrofo scrivi '",
	},
	"hint.unread-heading": {
		Warning,
		"a heading is two to six #, a space, and its text",
		"un titolo è fatto di due a sei #, uno spazio e il testo",
	},
	"hint.unread-template": {
		Warning,
		"nothing is put in here: write the text itself, or > [!NOTE] for a notice; to show the marks, put them between back ticks",
		"qui non viene inserito nulla: scrivi il testo, oppure > [!NOTE] per un avviso; per mostrare i segni mettili fra accenti gravi",
	},
	"hint.unread-table": {
		Warning,
		"under its first line a table needs a line |---|---| with as many columns",
		"sotto la prima riga una tabella vuole una riga |---|---| con altrettante colonne",
	},
	"hint.unread-definition": {
		Warning,
		"for a note write [^%[1]s]: …, for the address of a link an address alone",
		"per una nota scrivi [^%[1]s]: …, per l’indirizzo di un collegamento il solo indirizzo",
	},
	"unread-mark.fence": {
		Error,
		"the code that opens here is never closed: all that follows is shown as code",
		"il codice che si apre qui non viene mai chiuso: tutto ciò che segue appare come codice",
	},
	"hint.close-code": {
		Error,
		"close it with a line %[1]s",
		"chiudilo con una riga %[1]s",
	},
	"table-columns": {
		Warning,
		"this row has %[1]d cells, the table %[2]d columns: cells too many are not shown, missing ones are empty",
		"questa riga ha %[1]d celle, la tabella %[2]d colonne: le celle in più non si vedono, quelle che mancano restano vuote",
	},
	"hint.table-columns": {
		Warning,
		"give every row as many cells; a | within a cell is written \\|",
		"dai a ogni riga lo stesso numero di celle; un | dentro una cella si scrive \\|",
	},
}
