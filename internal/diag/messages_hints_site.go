package diag

// siteHints say how to mend what is wrong with records and with the site.
var siteHints = map[string]entry{
	"hint.site-folder": {
		Error,
		"run dossier in the folder of the site, or name that folder: dossier -C FOLDER build",
		"esegui dossier nella cartella del sito, oppure indica la cartella: dossier -C CARTELLA build",
	},
	"hint.swap-dates": {
		Error,
		"correct one of the two dates",
		"correggi una delle due date",
	},
	"hint.shorten": {
		Error,
		"shorten it, or put the rest into the text",
		"accorcialo, oppure metti il resto nel testo",
	},
	"hint.alt": {
		Error,
		"describe it, or write decorative: true",
		"descrivila (alt), oppure scrivi decorative: true",
	},
	"hint.funding": {
		Error,
		"add a programme, or statement: none",
		"aggiungi un programma (programme), oppure statement: none",
	},
	"hint.funding-none": {
		Error,
		"write funded or co-funded, or take the programme out",
		"scrivi funded oppure co-funded, oppure togli il programma",
	},
	"hint.correct-amounts": {
		Error,
		"correct one of the two amounts",
		"correggi uno dei due importi",
	},
	"hint.swap-coordinates": {
		Error,
		"swap lat and lon: lat is the distance from the equator",
		"scambia lat e lon: lat è la distanza dall’equatore",
	},
	"hint.add-partner": {
		Error,
		"add it to partners: first",
		"aggiungilo prima a partners:",
	},
	"hint.other-number": {
		Error,
		"give one of the two another number",
		"dai a uno dei due un altro numero",
	},
	"hint.copy-to-md": {
		Error,
		"if it is to be a text, copy its words into a file %[1]s; if readers are to have it, link it from a page",
		"se deve essere un testo, copiane le parole in un file %[1]s; se è da scaricare, collegalo da una pagina",
	},
	"hint.rename-md": {
		Error,
		"if it is a text, call it %[1]s",
		"se è un testo, chiamalo %[1]s",
	},
	"hint.disclaimer": {
		Error,
		"add to disclaimer: the words of the grant agreement, in the language %[1]q",
		"aggiungi a disclaimer: il testo della convenzione di sovvenzione, nella lingua %[1]q",
	},
	"hint.questions": {
		Error,
		"a sheet has five headings with ##, in this order: what it is, who it is for, how much, how to apply, where to go",
		"una scheda ha cinque titoli con ##, in quest’ordine: che cos’è, a chi spetta, quanto spetta, come si richiede, dove rivolgersi",
	},
	"hint.outline": {
		Error,
		"use the same headings in the same order, or write {#name} behind each one",
		"usa gli stessi titoli nello stesso ordine, oppure scrivi {#nome} dopo ognuno",
	},
	"hint.translate": {
		Error,
		"add the file whose name ends in .%[1]s.md, or write required = false for this language in site.toml",
		"aggiungi il file il cui nome finisce con .%[1]s.md, oppure scrivi required = false per questa lingua in site.toml",
	},
	"hint.untranslated": {
		Error,
		"readers get them in the original language; to accept it, write ignore: [untranslated] in a record",
		"chi legge li trova nella lingua originale; per accettarlo scrivi ignore: [untranslated] nell’elemento",
	},
	"hint.review": {
		Error,
		"check the amounts, then write the new date",
		"controlla gli importi, poi scrivi la nuova data",
	},
	"hint.report": {
		Error,
		"add a recording or a report",
		"aggiungi una registrazione (recording) o un resoconto",
	},
	"hint.past-tense": {
		Error,
		"write what happened, in the past tense",
		"scrivi che cosa è stato fatto, al passato",
	},
	"hint.alliance": {
		Error,
		"add the members that are missing, or correct declared",
		"aggiungi i membri che mancano, oppure correggi declared",
	},
	"hint.link-partner": {
		Error,
		"link it? [](@/partners/%[1]s)",
		"vuoi collegarlo? [](@/partners/%[1]s)",
	},
	"hint.accessibility-review": {
		Error,
		"review the statement, then write the new date",
		"riesamina la dichiarazione, poi scrivi la nuova data",
	},

	"hint.regular-file": {
		Error,
		"put a copy of the file itself in its place",
		"metti al suo posto una copia del file",
	},
	"hint.folder": {
		Error,
		"move this file elsewhere: a folder of this name belongs in its place",
		"sposta altrove questo file: al suo posto va una cartella con questo nome",
	},
	"hint.rename-one": {
		Error,
		"rename one of the two",
		"rinomina uno dei due",
	},
	"hint.hidden": {
		Error,
		"give it another name; only the folder .well-known may begin with a point",
		"cambia il nome; solo la cartella .well-known può cominciare con un punto",
	},
	"hint.known-folders": {
		Error,
		"the folders are: %[1]s",
		"le cartelle sono: %[1]s",
	},
	"hint.place": {
		Error,
		"the place of a record is content/%[1]s/name.md or content/%[1]s/name/index.md",
		"il posto di un elemento è content/%[1]s/nome.md oppure content/%[1]s/nome/index.md",
	},
	"hint.chapter": {
		Error,
		"call it %[1]s, for example",
		"chiamalo per esempio %[1]s",
	},
	"hint.same-number": {
		Error,
		"give it the same number in all languages",
		"usa lo stesso numero in tutte le lingue",
	},
	"hint.shorter-slug": {
		Error,
		"write a shorter slug: in the file of this language",
		"scrivi uno slug: più breve nel file di questa lingua",
	},
	"hint.other-slug": {
		Error,
		"write another slug: in one of the two, or take the alias away",
		"scrivi un altro slug: in una delle due, oppure togli l’alias",
	},
	"hint.rename-file": {
		Error,
		"rename the file to %[1]s",
		"rinomina il file in %[1]s",
	},
	"hint.configure-language": {
		Error,
		"add the language to site.toml with code = %[1]q, or rename the file",
		"aggiungi la lingua a site.toml con code = %[1]q, oppure rinomina il file",
	},
	"hint.move-body": {
		Error,
		"move it to %[1]s",
		"spostalo in %[1]s",
	},
	"hint.keep-one": {
		Error,
		"keep one of the two files",
		"tieni uno solo dei due file",
	},
	"hint.install-git": {
		Error,
		"install git, or see what “git status” says here",
		"installa git, oppure guarda che cosa dice qui “git status”",
	},
	"hint.full-clone": {
		Error,
		"fetch the whole history: git fetch --unshallow",
		"scarica tutta la storia: git fetch --unshallow",
	},

	"hint.create-record": {
		Error,
		"no %[1]s has the id %[2]q: create it, or correct the id",
		"l’identificativo %[2]q non esiste (%[1]s): crea l’elemento o correggi l’identificativo",
	},
	"hint.create-index": {
		Error,
		"create %[1]s",
		"crea %[1]s",
	},
	"hint.publish-first": {
		Error,
		"publish it first (%[1]s), or take this reference out",
		"prima pubblicalo (%[1]s), oppure togli questo riferimento",
	},
	"hint.remove-link": {
		Error,
		"take this reference out",
		"togli questo riferimento",
	},
	"hint.break-loop": {
		Error,
		"take one of these references out",
		"togli uno di questi riferimenti",
	},
	"hint.link-form": {
		Error,
		"write @/folder/id; the folders are: %[1]s",
		"scrivi @/cartella/identificativo; le cartelle sono: %[1]s",
	},
	"hint.headings-there": {
		Error,
		"write one of those it has: %[1]s",
		"scrivi uno di quelli che ci sono: %[1]s",
	},
	"hint.no-headings": {
		Error,
		"it has no headings: take # and what follows out of the link",
		"non ci sono titoli: togli dal collegamento # e ciò che segue",
	},
	"hint.file-beside": {
		Error,
		"put the file in the folder of this page and write its name",
		"metti il file nella cartella di questa pagina e scrivine il nome",
	},
	"hint.files-there": {
		Error,
		"put it there, or write one of those that are: %[1]s",
		"mettilo lì, oppure scrivi uno di quelli che ci sono: %[1]s",
	},
	"hint.no-files": {
		Error,
		"put the file there: there is none yet in %[1]s",
		"mettici il file: non ce n’è ancora nessuno in %[1]s",
	},
	"hint.save-image": {
		Error,
		"open it in an image program and save it again as JPEG or PNG",
		"aprila in un programma di immagini e salvala di nuovo come JPEG o PNG",
	},
	"hint.other-name": {
		Error,
		"give it another name",
		"cambiagli nome",
	},
	"hint.rename-image": {
		Error,
		"give the file a name that ends in .%[1]s",
		"dai al file un nome che finisce in .%[1]s",
	},
	"hint.smaller-image": {
		Error,
		"scale it down in an image program; 2400 points are wide enough",
		"riducila con un programma di immagini; 2400 pixel di larghezza bastano",
	},
	"hint.upload-again": {
		Warning,
		"open it on your computer; if that works copy it here again, else export it anew",
		"aprilo sul tuo computer; se funziona copialo qui di nuovo, altrimenti esportalo ancora",
	},
	"hint.passive-file": {
		Error,
		"publish it as PDF or ZIP, or put it into static/ if it belongs to the site itself",
		"pubblicalo come PDF o ZIP, oppure mettilo in static/ se fa parte del sito stesso",
	},
	"hint.text-file": {
		Error,
		"take .md off its name, or put a file with this name in its place",
		"togli .md dal nome, oppure metti al suo posto un file con questo nome",
	},
	"hint.delete-link": {
		Error,
		"delete it: dossier makes it anew",
		"cancellalo: dossier lo ricrea",
	},
	"hint.file-by-name": {
		Error,
		"put the file beside this page and write its name: %[1]s",
		"metti il file accanto a questa pagina e scrivine il nome: %[1]s",
	},
	"hint.svg": {
		Error,
		"export it again as plain SVG with a viewBox, without scripts, animations and links to other files",
		"esportala di nuovo come SVG semplice con un viewBox, senza script, animazioni e rimandi ad altri file",
	},
}
