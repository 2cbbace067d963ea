package diag

// outputMessages are about the finished pages: what the build's own theme never
// does and another theme may.
var outputMessages = map[string]entry{
	"document-structure.own": {
		Error,
		"the finished document breaks a rule of accessible PDF (%[1]s): %[2]s",
		"il documento finito viola una regola del PDF accessibile (%[1]s): %[2]s",
	},
	"document-structure.unreadable": {
		Warning,
		"this PDF cannot be read: %[1]s",
		"questo PDF non si può leggere: %[1]s",
	},
	"document-structure.untagged": {
		Warning,
		"this PDF has no tags: a screen reader cannot tell headings, lists and tables",
		"questo PDF non ha i tag: un lettore di schermo non distingue titoli, elenchi e tabelle",
	},
	"document-structure.title": {
		Warning,
		"this PDF has no title of its own",
		"questo PDF non ha un titolo",
	},
	"document-structure.language": {
		Warning,
		"this PDF does not say in which language it is written",
		"questo PDF non dichiara in quale lingua è scritto",
	},
	"sheet-too-long": {
		Warning,
		"the sheet needs %[1]d pages in print; what follows this heading does not fit on the first",
		"la scheda occupa %[1]d pagine a stampa; ciò che segue questo titolo non sta nella prima",
	},
	"no-glyph": {
		Error,
		"the character “%[1]s” (%[2]s) cannot be shown in documents: no font of the theme has it",
		"il carattere «%[1]s» (%[2]s) non si può mostrare nei documenti: nessun carattere tipografico del tema lo contiene",
	},
	"not-drawable": {
		Warning,
		"documents cannot show this drawing because of %[1]s: they print its description instead",
		"i documenti non possono mostrare questo disegno a causa di %[1]s: al suo posto stampano la descrizione",
	},
	"page-structure.title": {
		Error,
		"the finished page has no title",
		"la pagina finita non ha un titolo (title)",
	},
	"page-structure.same-title": {
		Error,
		"the finished page has the same title as %[2]s: %[1]q",
		"la pagina finita ha lo stesso titolo di %[2]s: %[1]q",
	},
	"page-structure.top": {
		Error,
		"the finished page has %[1]d headings of level 1: it needs exactly one",
		"la pagina finita ha %[1]d titoli di livello 1: ne serve esattamente uno",
	},
	"page-structure.level": {
		Error,
		"in the finished page the heading %[2]q is of level %[1]d, the one before it of level %[3]d",
		"nella pagina finita il titolo %[2]q è di livello %[1]d, quello prima di livello %[3]d",
	},
	"page-structure.link": {
		Error,
		"in the finished page the link to %[1]q has no text",
		"nella pagina finita il collegamento a %[1]q non ha testo",
	},
	"page-structure.window": {
		Error,
		"in the finished page the link to %[1]q opens a new window",
		"nella pagina finita il collegamento a %[1]q apre una nuova finestra",
	},
	"page-language": {
		Error,
		"the finished page does not say its language",
		"la pagina finita non dichiara la lingua",
	},
	"missing-alt.output": {
		Error,
		"in the finished page the image %[1]q has no alt attribute",
		"nella pagina finita l’immagine %[1]q non ha l’attributo alt",
	},
	"inline-code.script": {
		Error,
		"the finished page contains a script: it must be in a file of its own",
		"la pagina finita contiene uno script: deve stare in un file a parte",
	},
	"inline-code.style": {
		Error,
		"the finished page contains a style element: styles must be in a file of their own",
		"la pagina finita contiene un elemento style: gli stili devono stare in un file a parte",
	},
	"inline-code.attribute": {
		Error,
		"in the finished page the attribute %[1]q of <%[2]s> contains code or style",
		"nella pagina finita l’attributo %[1]q di <%[2]s> contiene codice o stile",
	},
	"foreign-request": {
		Error,
		"the finished page loads something from elsewhere with <%[1]s>: %[2]q",
		"la pagina finita carica qualcosa da fuori con <%[1]s>: %[2]q",
	},
	"foreign-request.style": {
		Error,
		"the style sheet loads something from elsewhere: %[1]q",
		"il foglio di stile carica qualcosa da fuori: %[1]q",
	},
	"foreign-request.policy": {
		Error,
		"the finished page has no content security policy",
		"la pagina finita non ha una content security policy",
	},
	"hreflang.default": {
		Error,
		"the finished page names no page for all other languages (x-default)",
		"la pagina finita non indica la pagina per tutte le altre lingue (x-default)",
	},
	"hreflang.self": {
		Error,
		"the finished page does not name itself among its translations",
		"la pagina finita non indica sé stessa fra le sue traduzioni",
	},
	"hreflang.target": {
		Error,
		"the finished page names %[2]q as its translation (%[1]s), where there is nothing",
		"la pagina finita indica come traduzione (%[1]s) %[2]q, dove non c’è nulla",
	},
	"hreflang.return": {
		Error,
		"the finished page names %[2]s as its translation (%[1]s), but that page does not name this one",
		"la pagina finita indica come traduzione (%[1]s) %[2]s, ma quella pagina non indica questa",
	},
	"hreflang.language": {
		Error,
		"the finished page names %[2]s as its translation (%[1]s), but the language of that page is %[3]q",
		"la pagina finita indica come traduzione (%[1]s) %[2]s, ma la lingua di quella pagina è %[3]q",
	},
	"page-structure.empty": {
		Error,
		"the finished page has a heading of level %[1]d without text",
		"la pagina finita ha un titolo di livello %[1]d senza testo",
	},
	"page-language.tag": {
		Error,
		"in the finished page %[1]q, the %[2]s of <%[3]s>, is no language",
		"nella pagina finita %[1]q, il %[2]s di <%[3]s>, non è una lingua",
	},
	"page-language.link": {
		Warning,
		"in the finished page the link to %[2]q does not say that it leads to another language (%[1]s)",
		"nella pagina finita il collegamento a %[2]q non dice che porta a un’altra lingua (%[1]s)",
	},
	"foreign-request.weak": {
		Error,
		"the content security policy of the finished page is open: %[1]s",
		"la content security policy della pagina finita è aperta: %[1]s",
	},
	"low-contrast.style": {
		Warning,
		"in the %[5]s scheme the text of %[1]s (%[2]s on %[3]s) has a contrast of %[4]s:1; text needs 4.5:1",
		"nello schema %[5]s il testo di %[1]s (%[2]s su %[3]s) ha un contrasto di %[4]s:1; per il testo serve 4.5:1",
	},
	"eu-visibility.emblem": {
		Error,
		"the finished page is about a project funded by the European Union, but its header does not show the emblem",
		"la pagina finita parla di un progetto finanziato dall’Unione europea, ma la testata non ne mostra l’emblema",
	},
	"eu-visibility.foreign": {
		Error,
		"the finished page shows the emblem of the European Union, but no programme of its project asks for it",
		"la pagina finita mostra l’emblema dell’Unione europea, ma nessun programma del suo progetto lo chiede",
	},
	"eu-visibility.text": {
		Error,
		"in the finished page the emblem of the European Union has no text for those who cannot see it",
		"nella pagina finita l’emblema dell’Unione europea non ha un testo per chi non può vederlo",
	},
	"eu-visibility.statement": {
		Error,
		"in the finished page the funding statement does not stand beside the emblem of the European Union",
		"nella pagina finita la dichiarazione di finanziamento non sta accanto all’emblema dell’Unione europea",
	},
	"eu-visibility.disclaimer": {
		Error,
		"the finished page lacks the disclaimer of its programme: %[1]q",
		"nella pagina finita manca l’avvertenza del suo programma: %[1]q",
	},
	"eu-visibility.programme": {
		Error,
		"the home page does not name a programme that funds projects: %[1]q",
		"la pagina iniziale non nomina un programma che finanzia progetti: %[1]q",
	},
}
