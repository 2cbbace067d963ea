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
	"hint.too-deep": {
		Error,
		"quotations and lists may stand in one another up to %[1]d times; split the paragraph or the table",
		"citazioni ed elenchi possono stare uno dentro l’altro fino a %[1]d volte; dividi il paragrafo o la tabella",
	},
}
