package diag

// outputHints say how to mend what is found in finished pages. Most of it comes
// from a template.
var outputHints = map[string]entry{
	"hint.output-link": {
		Error,
		"a link of the template leads there: take the address from the page’s view, or correct it",
		"un collegamento del modello porta lì: prendi l’indirizzo dalla vista della pagina, oppure correggilo",
	},
	"hint.output-anchor": {
		Error,
		"give the element that is meant this id, or correct the link in the template",
		"dai questo id all’elemento giusto, oppure correggi il collegamento nel modello",
	},
	"hint.output-id": {
		Error,
		"an id stands once in a page: change one of the two in the template",
		"un id sta una sola volta in una pagina: cambiane uno nel modello",
	},
	"hint.output-alt": {
		Error,
		"write alt in the template: what the picture shows, or alt=\"\" where it only decorates",
		"scrivi alt nel modello: che cosa mostra l’immagine, oppure alt=\"\" se è solo decorativa",
	},
	"hint.output-language": {
		Error,
		"write <html lang=\"{{.Lang}}\"> in the layout base",
		"scrivi <html lang=\"{{.Lang}}\"> nel layout base",
	},
	"hint.output-tag": {
		Error,
		"write a language tag such as it, en or pt-BR (BCP 47)",
		"scrivi un codice di lingua come it, en o pt-BR (BCP 47)",
	},
	"hint.output-foreign-link": {
		Error,
		"give the link hreflang, and lang where its text is in that language too",
		"dai al collegamento hreflang, e lang se anche il testo è in quella lingua",
	},
	"hint.output-title": {
		Error,
		"write <title>{{.HeadTitle}}</title> in the head of the layout base",
		"scrivi <title>{{.HeadTitle}}</title> nell’intestazione del layout base",
	},
	"hint.output-same-title": {
		Error,
		"give one of the two pages another title, or its section in the template",
		"dai a una delle due pagine un altro titolo, oppure indica la sezione nel modello",
	},
	"hint.output-top": {
		Error,
		"write the page’s title in one <h1>, and all other headings in <h2> and below",
		"scrivi il titolo della pagina in un solo <h1>, e tutti gli altri da <h2> in giù",
	},
	"hint.output-level": {
		Error,
		"choose the level by the outline, and the size in the style sheet",
		"scegli il livello secondo la struttura, e la grandezza nel foglio di stile",
	},
	"hint.output-empty": {
		Error,
		"write the heading only where there is a text for it: {{with …}}<h2>{{.}}</h2>{{end}}",
		"scrivi il titolo solo dove c’è un testo: {{with …}}<h2>{{.}}</h2>{{end}}",
	},
	"hint.output-name": {
		Error,
		"write a text in the link, or describe its picture with alt",
		"scrivi un testo nel collegamento, oppure descrivi la sua immagine con alt",
	},
	"hint.output-window": {
		Error,
		"delete target=\"_blank\": readers open a window themselves if they want one",
		"togli target=\"_blank\": chi legge apre una finestra da sé, se la vuole",
	},
	"hint.output-static": {
		Error,
		"the page is published as it is: mend it in static/",
		"la pagina è pubblicata così com’è: correggila in static/",
	},
	"hint.output-foreign-style": {
		Error,
		"put the file among the theme’s assets and name that one, or do without it",
		"metti il file fra le risorse del tema e indica quello, oppure rinuncia a usarlo",
	},
	"hint.output-foreign": {
		Error,
		"put the file among the theme’s assets and write {{asset \"…\"}}",
		"metti il file fra le risorse del tema e scrivi {{asset \"…\"}}",
	},
	"hint.output-policy": {
		Error,
		"write {{template \"meta\" .}} in the head of the layout base: it brings the policy",
		"scrivi {{template \"meta\" .}} nell’intestazione del layout base: porta con sé la policy",
	},
	"hint.output-weak-policy": {
		Error,
		"allow 'self' alone, beginning with default-src 'none'",
		"consenti soltanto 'self', cominciando da default-src 'none'",
	},
	"hint.output-script": {
		Error,
		"put it in a file of the theme and write <script defer src=\"{{asset \"…\"}}\">",
		"mettilo in un file del tema e scrivi <script defer src=\"{{asset \"…\"}}\">",
	},
	"hint.output-style": {
		Error,
		"move the rules to the theme’s style sheet",
		"sposta le regole nel foglio di stile del tema",
	},
	"hint.output-attribute": {
		Error,
		"write a class, and its rule in the style sheet or its behaviour in a script of the theme",
		"scrivi una classe, e la sua regola nel foglio di stile o il comportamento in uno script del tema",
	},
	"hint.output-alternates": {
		Error,
		"write {{template \"meta\" .}} in the head of the layout base: it names the translations",
		"scrivi {{template \"meta\" .}} nell’intestazione del layout base: indica le traduzioni",
	},
	"hint.output-contrast": {
		Error,
		"choose a darker or lighter colour in the theme’s style sheet",
		"scegli un colore più scuro o più chiaro nel foglio di stile del tema",
	},
	"hint.output-funding": {
		Error,
		"write {{template \"strip\" .}} in the header of the layout base",
		"scrivi {{template \"strip\" .}} nella testata del layout base",
	},
	"hint.output-foreign-emblem": {
		Error,
		"show the emblem only where .Strip asks for it",
		"mostra l’emblema solo dove .Strip lo chiede",
	},
	"hint.output-emblem-text": {
		Error,
		"write alt=\"{{t \"funding.emblem\"}}\" in the template",
		"scrivi alt=\"{{t \"funding.emblem\"}}\" nel modello",
	},
	"hint.output-statement": {
		Error,
		"write {{.Statement}} in the same element as the emblem",
		"scrivi {{.Statement}} nello stesso elemento dell’emblema",
	},
	"hint.output-disclaimer": {
		Error,
		"write {{.Disclaimer}} of the page’s funding, for example with {{template \"footer\" .}}",
		"scrivi {{.Disclaimer}} del finanziamento della pagina, per esempio con {{template \"footer\" .}}",
	},
	"hint.output-programme": {
		Error,
		"write the list .Neutral in the header of the home page",
		"scrivi l’elenco .Neutral nella testata della pagina iniziale",
	},
	"hint.output-document": {
		Error,
		"this is a defect of dossier or of a font of the theme: please report it with the document",
		"è un difetto di dossier o di un carattere del tema: segnalalo allegando il documento",
	},

	"see.page": {
		Error,
		"on this page",
		"in questa pagina",
	},
	"see.page-more": {
		Error,
		"on this page and on one more",
		"in questa pagina e in un’altra",
	},
	"see.pages": {
		Error,
		"on this page and on %[1]d more pages",
		"in questa pagina e in altre %[1]d pagine",
	},
}
