package diag

// siteMessages are about the site as a whole: its files and their names, the
// references and links between records, and the addresses of pages.
var siteMessages = map[string]entry{
	"missing-file.site": {
		Error,
		`there is no site.toml here`,
		`qui non c’è nessun site.toml`,
	},
	"unknown-reference.menu": {
		Error,
		`the menu names %[1]q, which does not exist`,
		`il menù indica %[1]q, che non esiste`,
	},
	"not-regular-file": {
		Error,
		"%[1]q is a link to another place, or no file at all: it is not read",
		"%[1]q è un collegamento ad altro, oppure non è un file: non viene letto",
	},
	"not-regular-file.folder": {
		Error,
		"%[1]q must be a folder",
		"%[1]q deve essere una cartella",
	},
	"not-regular-file.text": {
		Error,
		"%[1]q is a folder with the name of a text file",
		"%[1]q è una cartella con il nome di un file di testo",
	},
	"not-regular-file.cache": {
		Error,
		"%[1]q is a link to another place: nothing is written there",
		"%[1]q è un collegamento ad altro: lì non viene scritto nulla",
	},
	"too-large": {
		Error,
		"%[1]s has %[2]d KB; the limit for such files is %[3]d KB: make it smaller",
		"%[1]s occupa %[2]d KB; il limite per questi file è %[3]d KB: riducilo",
	},
	"too-large.pixels": {
		Error,
		"image %[1]s has %[2]d × %[3]d points; the limit is %[4]d million points: make it smaller",
		"l’immagine %[1]s ha %[2]d × %[3]d pixel; il limite è %[4]d milioni di pixel: riducila",
	},
	"too-large.side": {
		Error,
		"image %[1]s has %[2]d × %[3]d points; the limit is %[4]d to a side: make it smaller",
		"l’immagine %[1]s ha %[2]d × %[3]d pixel; il limite è %[4]d per lato: riducila",
	},
	"bad-path.device": {
		Error,
		"Windows cannot store a file called %[1]q: give it another name",
		"Windows non può salvare un file con il nome %[1]q: cambia il nome",
	},
	"bad-path.characters": {
		Error,
		"the name %[1]q contains a character that not every system can store: use letters, digits and hyphens",
		"il nome %[1]q contiene un carattere che non tutti i sistemi accettano: usa lettere, cifre e trattini",
	},
	"bad-path.ends": {
		Error,
		"the name %[1]q begins or ends with a space, or ends with a point: take it away",
		"il nome %[1]q comincia o finisce con uno spazio, oppure finisce con un punto: toglilo",
	},
	"bad-path.long": {
		Error,
		"the name %[1]q is too long together with its folders: shorten it",
		"il nome %[1]q è troppo lungo insieme alle sue cartelle: accorcialo",
	},
	"bad-path.case": {
		Error,
		"%[1]q and %[2]q differ only in capital letters: on many systems they are one file",
		"%[1]q e %[2]q differiscono solo per le maiuscole: per molti sistemi sono lo stesso file",
	},
	"bad-path.accents": {
		Error,
		"there are two files called %[1]q, which differ only in how their accents are stored",
		"ci sono due file con il nome %[1]q, diversi solo nel modo in cui sono memorizzati gli accenti",
	},
	"bad-path.active": {
		Error,
		"%[1]q could run as a program in the browser or on the computer of those who open it: it is not published",
		"%[1]q potrebbe essere eseguito come programma nel browser o sul computer di chi lo apre: non viene pubblicato",
	},
	"bad-path.hidden": {
		Error,
		"%[1]q begins with a point: it is not published",
		"%[1]q comincia con un punto: non viene pubblicato",
	},
	"bad-path.folder": {
		Error,
		"there is no type of content %[1]q",
		"il tipo di contenuto %[1]q non esiste",
	},
	"bad-path.place": {
		Error,
		"this file of the folder %[1]q belongs to no record",
		"questo file della cartella %[1]q non appartiene a nessun elemento",
	},
	"bad-path.top": {
		Error,
		"only the home page (index) lies directly in content: move this file into the folder of its type",
		"direttamente in content sta solo la pagina iniziale (index): sposta questo file nella cartella del suo tipo",
	},
	"bad-path.id": {
		Error,
		"the name %[1]q must be made of small letters without accents, digits and hyphens",
		"il nome %[1]q deve essere fatto di lettere minuscole senza accenti, cifre e trattini",
	},
	"bad-path.chapter": {
		Error,
		"the name of the chapter %[1]q must begin with a number, which gives the order",
		"il nome del capitolo %[1]q deve cominciare con un numero, che indica l’ordine",
	},
	"bad-path.chapter-number": {
		Error,
		"this chapter has the number %[1]d here and %[2]d in another language",
		"questo capitolo ha il numero %[1]d qui e %[2]d in un’altra lingua",
	},
	"bad-path.chapter-twice": {
		Error,
		"the number %[1]d is that of the chapter %[2]s as well",
		"il numero %[1]d è anche quello del capitolo %[2]s",
	},
	"bad-path.extension": {
		Error,
		"the name of a text ends in .md, in small letters: this file is not read",
		"il nome di un testo finisce con .md, in minuscolo: questo file non viene letto",
	},
	"bad-path.stray": {
		Warning,
		"no page uses this file, and it is not read as a text: the name of a text ends in .md",
		"nessuna pagina usa questo file, e non viene letto come testo: il nome di un testo finisce con .md",
	},
	"bad-path.long-address": {
		Error,
		"the address %[1]s has %[2]d characters; %[3]d is the limit",
		"l’indirizzo %[1]s ha %[2]d caratteri; il limite è %[3]d",
	},
	"unknown-language": {
		Error,
		"%[1]q in the file’s name is not a language of this site (%[2]s)",
		"%[1]q nel nome del file non è una lingua di questo sito (%[2]s)",
	},
	"unknown-language.messages": {
		Warning,
		"nobody reads these messages: %[1]q is not a language of this site (%[2]s)",
		"nessuno legge questi messaggi: %[1]q non è una lingua di questo sito (%[2]s)",
	},
	"body-in-neutral-file": {
		Error,
		"this file holds for all languages: a text needs a file of its language",
		"questo file vale per tutte le lingue: un testo va nel file della sua lingua",
	},
	"duplicate-id": {
		Error,
		"%[1]q exists twice: in this file and in %[2]s",
		"%[1]q esiste due volte: in questo file e in %[2]s",
	},
	"duplicate-id.language": {
		Error,
		"the language %[1]q is listed twice: delete one of the two",
		"la lingua %[1]q è elencata due volte: togline una",
	},
	"duplicate-id.output": {
		Error,
		"the finished page has two places called %[1]q",
		"la pagina finita ha due punti con il nome %[1]q",
	},
	"url-collision": {
		Error,
		"two pages want %[1]s: this one and that of %[2]s",
		"due pagine vogliono %[1]s: questa e quella di %[2]s",
	},
	"url-collision.folder": {
		Error,
		"%[1]q is the address of %[2]q as well",
		"%[1]q è anche l’indirizzo di %[2]q",
	},
	"url-collision.file": {
		Error,
		"the file %[1]s stands where other pages need a folder of this name",
		"il file %[1]s sta dove altre pagine hanno bisogno di una cartella con questo nome",
	},
	"shallow-history.unreadable": {
		Warning,
		"git cannot read the history of this site: pages show no date of last change",
		"git non riesce a leggere la cronologia di questo sito: le pagine non mostrano la data dell’ultima modifica",
	},
	"shallow-history": {
		Warning,
		"this copy of the site has no full history: pages show no date of last change",
		"questa copia del sito non ha la storia completa: le pagine non mostrano la data dell’ultima modifica",
	},

	"unknown-reference": {
		Error,
		"unknown %[1]s %[2]q",
		"riferimento sconosciuto (%[1]s): %[2]q",
	},
	"unknown-reference.parent": {
		Error,
		"this file belongs to the %[1]s %[2]q, which does not exist",
		"questo file appartiene a un elemento che non esiste (%[1]s): %[2]q",
	},
	"unpublished-target": {
		Error,
		"%[1]q is a draft: readers would not find it",
		"%[1]q è una bozza: chi legge non la troverebbe",
	},
	"unpublished-target.future": {
		Error,
		"%[1]q will be published on %[2]s: readers would not find it yet",
		"%[1]q sarà pubblicato il %[2]s: chi legge non lo troverebbe ancora",
	},
	"unpublished-target.expired": {
		Warning,
		"%[1]q is published no longer, since %[2]s: its name is shown without a link",
		"%[1]q non è più pubblicato dal %[2]s: il nome resta, senza collegamento",
	},
	"follows-loop": {
		Error,
		"follows: %[1]s is a loop",
		"follows: %[1]s è un giro senza fine",
	},
	"follows-loop.parent": {
		Error,
		"%[1]q is a part of itself",
		"%[1]q risulta parte di sé stesso",
	},
	"follows-loop.within": {
		Error,
		"territory %[1]q lies within itself",
		"il territorio %[1]q risulta dentro sé stesso",
	},

	"broken-link": {
		Error,
		"there is no page %[1]q",
		"la pagina %[1]q non esiste",
	},
	"broken-link.absolute": {
		Error,
		"%[1]q is the address of a page: it changes when the page moves",
		"%[1]q è l’indirizzo di una pagina: cambia quando la pagina si sposta",
	},
	"broken-link.markdown": {
		Error,
		"%[1]q is the file of a page, which is not published as such",
		"%[1]q è il file di una pagina, che non viene pubblicato come tale",
	},
	"broken-link.output": {
		Error,
		"the finished page links to %[1]q, where there is nothing",
		"la pagina finita rimanda a %[1]q, dove non c’è nulla",
	},
	"broken-anchor": {
		Error,
		"no heading %[1]q in %[2]s",
		"nessun titolo %[1]q in %[2]s",
	},
	"broken-anchor.here": {
		Error,
		"no heading %[1]q on this page",
		"nessun titolo %[1]q in questa pagina",
	},
	"broken-anchor.output": {
		Error,
		"the finished page links to %[1]q: that page has no such place",
		"la pagina finita rimanda a %[1]q: in quella pagina il punto non c’è",
	},
	"missing-file": {
		Error,
		"there is no file %[1]q in %[2]s",
		"il file %[1]q non esiste in %[2]s",
	},
	"missing-file.outside": {
		Error,
		"%[1]q lies outside the content of the site",
		"%[1]q sta fuori dai contenuti del sito",
	},
	"missing-file.remote": {
		Error,
		"image %[1]q lies on another site: pages load nothing from elsewhere",
		"l’immagine %[1]q sta su un altro sito: le pagine non caricano nulla dall’esterno",
	},
	"image-unreadable": {
		Error,
		"image %[1]s cannot be read: it is damaged, or not what its name says",
		"l’immagine %[1]s non si può leggere: è danneggiata, o non è quello che dice il nome",
	},
	"image-unreadable.name": {
		Error,
		"image %[1]s holds a picture of another kind, %[2]s",
		"l’immagine %[1]s contiene un’immagine di un altro tipo, %[2]s",
	},
	"image-unreadable.kind": {
		Error,
		"%[1]q is not a picture that pages can show",
		"%[1]q non è un’immagine che le pagine possono mostrare",
	},
	"image-unreadable.cut": {
		Error,
		"image %[1]s is damaged: its file ends too early, or was changed on the way",
		"l’immagine %[1]s è danneggiata: il file finisce troppo presto, oppure è stato alterato",
	},
	"image-unreadable.bomb": {
		Error,
		"image %[1]s holds too many parts, one within another or by repetition: it would block the browsers of readers",
		"l’immagine %[1]s contiene troppe parti, una dentro l’altra o ripetute: bloccherebbe il browser di chi legge",
	},
	"damaged-file": {
		Warning,
		"%[1]s is empty, damaged or not what its name says: readers could not open it",
		"%[1]s è vuoto, danneggiato o diverso da ciò che dice il nome: chi legge non potrebbe aprirlo",
	},
	"image-unreadable.script": {
		Error,
		"image %[1]s contains a program, or loads something from elsewhere",
		"l’immagine %[1]s contiene un programma, o carica qualcosa dall’esterno",
	},
	"image-unreadable.viewbox": {
		Error,
		"image %[1]s does not say how large it is",
		"l’immagine %[1]s non indica le proprie dimensioni",
	},
}
