package main

// text is a sentence in the two languages of the interface.
type text struct{ en, it string }

// texts is everything that the command says besides diagnostics.
var texts = map[string]text{
	"short": {"Build multilingual project dossiers", "Costruisce dossier di progetto multilingui"},
	"long": {
		"dossier turns Markdown files with front matter into a complete static site:\nprojects, partners, events, news, guides and kits of sheets, in every language.",
		"dossier trasforma file Markdown con intestazione in un sito statico completo:\nprogetti, partner, eventi, notizie, guide e kit di schede, in ogni lingua.",
	},
	"help.short": {"Help about any command", "Aiuto su un comando"},
	"help.long":  {"Shows the help of a command, or of all.", "Mostra l’aiuto di un comando, o di tutti."},

	"completion.short": {"Generate the completion script for a shell", "Genera lo script di completamento per la shell"},
	"completion.long": {
		"Writes a script with which a shell completes commands and flags when you press the\ntabulator key. Each shell reads such scripts from a place of its own.",
		"Scrive uno script con cui la shell completa comandi e opzioni quando premi il tasto\ndi tabulazione. Ogni shell legge questi script da un posto suo.",
	},
	"completion.shell":     {"Write the script for %s", "Scrivi lo script per %s"},
	"flag.no-descriptions": {"leave the descriptions out", "ometti le descrizioni"},

	"flag.help":             {"show this help", "mostra questo aiuto"},
	"flag.dir":              {"folder of the site", "cartella del sito"},
	"flag.quiet":            {"say nothing but errors", "mostra soltanto gli errori"},
	"flag.verbose":          {"say more", "mostra più informazioni"},
	"flag.color":            {"colours: auto, always or never", "colori: auto, always o never"},
	"flag.ui":               {"language of messages: it or en", "lingua dei messaggi: it o en"},
	"flag.out":              {"folder to publish into", "cartella in cui pubblicare"},
	"flag.base-url":         {"address of the site, instead of the one in site.toml", "indirizzo del sito, al posto di quello in site.toml"},
	"flag.drafts":           {"include drafts", "includi le bozze"},
	"flag.future":           {"include what is not yet due", "includi ciò che non è ancora da pubblicare"},
	"flag.strict":           {"treat warnings as errors", "tratta gli avvisi come errori"},
	"flag.clock":            {"day of the build, as 2026-11-22 (default: SOURCE_DATE_EPOCH, else today)", "giorno della costruzione, come 2026-11-22 (di norma SOURCE_DATE_EPOCH, altrimenti oggi)"},
	"flag.jobs":             {"how many pages to make at once (default: one more than processors)", "quante pagine creare insieme (di norma una più dei processori)"},
	"flag.format":           {"form of the diagnostics: text, json, sarif, github or gitlab", "forma delle segnalazioni: text, json, sarif, github o gitlab"},
	"flag.max-warnings":     {"how many warnings may remain; more are treated as errors (default: any number)", "quanti avvisi possono restare; di più valgono come errori (di norma quanti si vuole)"},
	"flag.no-cache":         {"remember nothing from earlier builds", "non usare nulla delle costruzioni precedenti"},
	"flag.no-index":         {"ask search engines to stay away: for previews", "chiedi ai motori di ricerca di non indicizzare: per le anteprime"},
	"flag.timings":          {"print how long each phase took and the slowest pages", "scrivi la durata di ogni fase e le pagine più lente"},
	"flag.verify":           {"build once more from nothing and compare byte for byte", "costruisci di nuovo da zero e confronta byte per byte"},
	"flag.shard":            {"make part i of n only, as 2/4, into a plain folder for “merge”", "crea solo la parte i di n, come 2/4, in una cartella per «merge»"},
	"flag.cache":            {"cache folder (default: .cache in the site’s folder)", "cartella della cache (di norma .cache nella cartella del sito)"},
	"flag.only":             {"only some groups of checks: links, accessibility, languages, visibility, privacy, documents", "solo alcuni gruppi di controlli: links, accessibility, languages, visibility, privacy, documents"},
	"flag.external":         {"ask other sites whether the addresses linked to are still there", "chiedi agli altri siti se gli indirizzi collegati esistono ancora"},
	"flag.external-age":     {"for how many days a good answer of another site holds; 0 asks again", "per quanti giorni vale una risposta buona di un altro sito; 0 chiede di nuovo"},
	"flag.external-private": {"ask addresses of private networks too", "chiedi anche agli indirizzi di reti private"},
	"flag.json":             {"print JSON", "scrivi JSON"},
	"flag.csv":              {"print CSV", "scrivi CSV"},
	"flag.port":             {"port to listen on; the next free one if it is taken", "porta su cui ascoltare; se è occupata, la prima libera"},
	"flag.host":             {"address to listen on: this machine only", "indirizzo su cui ascoltare: solo questa macchina"},
	"flag.open":             {"open the site in the browser", "apri il sito nel browser"},
	"flag.editor":           {"editor that links to files open: vscode, idea or none", "editor in cui i collegamenti aprono i file: vscode, idea o none"},
	"flag.poll":             {"look for changes once a second, for folders whose changes the system does not tell, such as network ones", "cerca le modifiche ogni secondo, per le cartelle di cui il sistema non le segnala, come quelle di rete"},
	"flag.lang":             {"languages to make files for, as it,en (default: all)", "lingue per cui creare i file, come it,en (di norma tutte)"},

	"build.short": {"Build the site", "Costruisci il sito"},
	"build.long": {
		"Reads the site, checks all of it, and publishes it whole: the output folder holds\neither the old site or the new one. After an error nothing is published.",
		"Legge il sito, lo controlla tutto e lo pubblica per intero: la cartella di uscita\ncontiene il sito vecchio o quello nuovo. In caso di errore non si pubblica nulla.",
	},
	"check.short": {"Check the site without publishing it", "Controlla il sito senza pubblicarlo"},
	"check.long": {
		"Builds the site in memory and reads its pages again with an independent parser.\nNothing is written. With --external it also asks other sites whether the addresses\nthat the site links to are still there, politely, and remembers good answers in\n.cache/links. What other sites do is told as a warning.",
		"Costruisce il sito in memoria e ne rilegge le pagine con un secondo lettore\nindipendente. Non scrive nulla. Con --external chiede anche agli altri siti se gli\nindirizzi collegati esistono ancora, con riguardo, e ricorda le risposte buone in\n.cache/links. Ciò che fanno gli altri siti è segnalato come avviso.",
	},
	"list.short": {"List the records of a type", "Elenca i contenuti di un tipo"},
	"list.long": {
		"Lists the records of a type: projects, partners, events, news, programmes,\nterritories, guides, kits, pages.",
		"Elenca i contenuti di un tipo: projects, partners, events, news, programmes,\nterritories, guides, kits, pages.",
	},
	"show.short": {"Show one record: its pages and files", "Mostra un contenuto: le sue pagine e i suoi file"},
	"show.long": {
		"Shows the records with the given id, for example masp or projects/masp.",
		"Mostra i contenuti con l’identificativo indicato, per esempio masp o projects/masp.",
	},
	"explain.short": {"Say what a problem means, or where a page comes from", "Spiega un problema, oppure da dove viene una pagina"},
	"explain.long": {
		"With the name of a problem (bad-date), says what it means, why it matters, how to\nmend it and how to accept it. With an address, whole (https://…) or a path\n(/it/progetti/masp/), says from which files an output comes, and why the last build\nrendered it or did not.",
		"Con il nome di un problema (bad-date) spiega che cosa vuol dire, perché conta, come\nsi corregge e come si accetta. Con un indirizzo, intero (https://…) o un percorso\n(/it/progetti/masp/), spiega da quali file viene un risultato e perché l’ultima\ncostruzione l’ha rifatto o no.",
	},
	"urls.short": {"Keep the ledger of published addresses", "Tieni il registro degli indirizzi pubblicati"},
	"urls.long": {
		"Keeps urls.lock, the ledger of every address that the site has published. Where\nthere is one, a build fails rather than let a live address vanish.",
		"Tiene urls.lock, il registro di tutti gli indirizzi che il sito ha pubblicato. Dove\nc’è, una costruzione fallisce piuttosto che far sparire un indirizzo vivo.",
	},
	"urls.list.short": {"List the addresses of the ledger", "Elenca gli indirizzi del registro"},
	"urls.list.long": {
		"Lists the addresses of the ledger: address, state (live, or gone and since when),\nand the file that each was made from.",
		"Elenca gli indirizzi del registro: indirizzo, stato (live, oppure gone e da quando)\ne file da cui viene ciascuno.",
	},
	"urls.lock.short": {"Bring the ledger up to what is published", "Aggiorna il registro a ciò che è pubblicato"},
	"urls.lock.long": {
		"Writes urls.lock anew: adds the addresses that the site publishes now, keeps those\nthat are gone, and marks those whose record has expired as gone. Refuses while a\nlive address would vanish. Run it on the main branch after publishing.",
		"Riscrive urls.lock: aggiunge gli indirizzi che il sito pubblica ora, conserva quelli\nrimossi e segna come rimossi quelli il cui elemento è scaduto. Si rifiuta finché un\nindirizzo vivo sparirebbe. Va eseguito sul ramo principale dopo la pubblicazione.",
	},
	"urls.gone.short": {"Give up addresses for good", "Rinuncia per sempre a degli indirizzi"},
	"urls.gone.long": {
		"Marks addresses of the ledger as gone since today, each with the documents beside\nit. Hosts that can answer 410 Gone there. An address that is still published is\nrefused: delete its page first. The address may be whole (https://…) or a path.",
		"Segna come rimossi da oggi degli indirizzi del registro, ciascuno con i suoi\ndocumenti. I siti ospitanti che sanno farlo vi rispondono 410 Gone. Un indirizzo\nancora pubblicato è rifiutato: prima va tolta la pagina. L’indirizzo può essere\nintero (https://…) o un percorso.",
	},
	"urls.locked":       {"%s: %d addresses, %d new, %d gone, %d back", "%s: %d indirizzi, %d nuovi, %d rimossi, %d tornati"},
	"urls.same":         {"%s: %d addresses, nothing new", "%s: %d indirizzi, nulla di nuovo"},
	"urls.not-locked":   {"urls.lock stays as it was", "urls.lock resta com’era"},
	"urls.gave-up":      {"%s is gone since %s", "%s è rimosso dal %s"},
	"urls.gave-up-with": {"%s is gone since %s (documents beside it: %d)", "%s è rimosso dal %s (documenti accanto: %d)"},

	"version.short": {"Print the version", "Scrivi la versione"},
	"serve.short":   {"Show the site while you write", "Mostra il sito mentre scrivi"},
	"serve.long": {
		"Serves the site on this machine, builds it again whenever a file changes, and\nreloads the pages that show the change. Drafts are shown and marked. A bar below\neach page leads to the file that made it, to the page in all its languages side by\nside, to the list of all pages with their state, and to the problems found.",
		"Mostra il sito su questa macchina, lo ricostruisce quando un file cambia e ricarica\nle pagine che mostrano la modifica. Le bozze si vedono e sono segnate. Una barra in\nfondo a ogni pagina porta al file da cui viene, alla pagina in tutte le lingue\naffiancate, all’elenco di tutte le pagine con il loro stato e ai problemi trovati.",
	},
	"new.short": {"Create the files of a new record", "Crea i file di un nuovo contenuto"},
	"new.long": {
		"Creates the files of a new record in every language, with its fields and a comment\nfor each. Files that exist are never overwritten.",
		"Crea i file di un nuovo contenuto in ogni lingua, con i campi e un commento per\nciascuno. I file che esistono non vengono mai sovrascritti.",
	},
	"new.next": {
		"they are drafts: fill in the fields, see them with “build --drafts”, then delete the line draft: true",
		"sono bozze: compila i campi, guardale con «build --drafts», poi cancella la riga draft: true",
	},

	"summary.built":    {"%d pages, %d documents and %d other files in %d languages, in %s s → %s", "%d pagine, %d documenti e %d altri file in %d lingue, in %s s → %s"},
	"summary.nothing":  {"nothing changed", "nulla è cambiato"},
	"summary.changed":  {"%d rendered; %d new or changed, %d gone", "%d rifatti; %d nuovi o cambiati, %d tolti"},
	"summary.fallback": {"the folders could not be exchanged: the files were replaced one by one", "non è stato possibile scambiare le cartelle: i file sono stati sostituiti uno per uno"},
	"summary.next":     {"the site next changes by itself on %s", "il sito cambierà da solo il %s"},

	"build.not-published": {"nothing was published: the site stays as it was", "non è stato pubblicato nulla: il sito resta com’era"},
	"check.external":      {"other sites: %d addresses asked, %d answers remembered, %d skipped", "altri siti: %d indirizzi chiesti, %d risposte ricordate, %d saltati"},
	"check.fine":          {"%d records, %d pages: no errors", "%d contenuti, %d pagine: nessun errore"},

	"verify.same":   {"verified: a build from nothing gives the same bytes", "verificato: una costruzione da zero dà gli stessi byte"},
	"verify.differ": {"%d files are not what a build from nothing makes: this is a defect of dossier; build again with --no-cache", "%d file non sono quelli di una costruzione da zero: è un difetto di dossier; costruisci di nuovo con --no-cache"},

	"merge.short": {"Join the parts of a site and publish it", "Unisci le parti di un sito e pubblicalo"},
	"merge.long": {
		"Joins the folders that “build --shard” has written on several machines, checks the\nlinks of the whole site, and publishes it whole.",
		"Unisce le cartelle scritte da «build --shard» su più macchine, controlla i\ncollegamenti di tutto il sito e lo pubblica per intero.",
	},
	"merge.done": {"%d parts, %d files, in %s s → %s", "%d parti, %d file, in %s s → %s"},

	"rollback.short": {"Show the site of the build before again", "Rimetti in vista il sito della costruzione precedente"},
	"rollback.long": {
		"Puts the site of the build before back into the output folder, in one step, after\nreading every file of it. The site that was visible takes its place: a second\nrollback shows it again. The next build publishes the content as it is then.",
		"Rimette nella cartella di uscita, in un passo solo, il sito della costruzione\nprecedente, dopo averne riletto ogni file. Il sito che si vedeva ne prende il posto:\nun secondo rollback lo rimette in vista. La prossima costruzione pubblica i contenuti\ncome saranno allora.",
	},
	"rollback.done": {
		"back to the site built on %s: %d pages and %d other files → %s\nthe next build publishes the content as it is then",
		"di nuovo il sito costruito il %s: %d pagine e %d altri file → %s\nla prossima costruzione pubblica i contenuti come saranno allora",
	},
	"error.previous-none":    {"there is no site of a build before: only the last one is there%.0s", "non c’è il sito di una costruzione precedente: c’è soltanto l’ultimo%.0s"},
	"error.previous-pieces":  {"the site of the build before is no more: a build that came to no end has begun to write over it%.0s", "il sito della costruzione precedente non c’è più: una costruzione non finita ha cominciato a scriverci sopra%.0s"},
	"error.previous-other":   {"the site that is kept was not published to this folder: there is no way back here%.0s", "il sito conservato non era pubblicato in questa cartella: qui non si può tornare indietro%.0s"},
	"error.previous-same":    {"the site of the build before is the same as the visible one%.0s", "il sito della costruzione precedente è uguale a quello che si vede%.0s"},
	"error.previous-damaged": {"the site of the build before is not as it was published (%s): build the content of that time", "il sito della costruzione precedente non è come fu pubblicato (%s): costruisci i contenuti di allora"},

	"forget.short": {"Find every place where a person is named", "Trova ogni punto in cui è nominata una persona"},
	"forget.long": {
		"Looks for a name in the sources, in the published site with its documents, in the\nsite of the build before and in the cache, whatever the case, the accents and the\norder of its words. It never edits a source: take the name out of those, build, and\nclean the rest with --apply. The exit code is 1 as long as there is a place, else 0.\nWhat git keeps of earlier texts is not looked at.",
		"Cerca un nome nei sorgenti, nel sito pubblicato con i suoi documenti, nel sito della\ncostruzione precedente e nella cache, comunque siano maiuscole, accenti e ordine delle\nparole. Non modifica mai un sorgente: togli il nome da quelli, costruisci, e ripulisci\nil resto con --apply. Il codice di uscita è 1 finché resta un punto, altrimenti 0.\nCiò che git conserva dei testi di prima non viene guardato.",
	},
	"flag.apply":          {"delete the site of the build before and the cache", "cancella il sito della costruzione precedente e la cache"},
	"usage.forget-name":   {"%q is no name: write it as it is said, in quotes", "%q non è un nome: scrivilo come si dice, fra virgolette"},
	"forget.none":         {"nothing names %q", "nulla nomina %q"},
	"forget.in":           {"%s (in %s)", "%s (in %s)"},
	"forget.sum":          {"%d places: %d in the sources, %d in the published site, %d in the site before, %d in the cache", "%d punti: %d nei sorgenti, %d nel sito pubblicato, %d nel sito precedente, %d nella cache"},
	"forget.then-sources": {"take the name out of the sources, then build and run this again", "togli il nome dai sorgenti, poi costruisci e ripeti questo comando"},
	"forget.then-build":   {"the sources are clean: build, then run this again with --apply", "i sorgenti sono a posto: costruisci, poi ripeti questo comando con --apply"},
	"forget.then-apply":   {"what is visible is clean: run this again with --apply", "ciò che si vede è a posto: ripeti questo comando con --apply"},
	"forget.applied":      {"the site of the build before and the cache were deleted", "il sito della costruzione precedente e la cache sono stati cancellati"},
	"forget.history":      {"not looked at: what git keeps of earlier texts, copies elsewhere, search engines", "non guardati: ciò che git conserva dei testi di prima, le copie altrove, i motori di ricerca"},

	"error.not-part":     {"%s is not the folder of a part: choose a new or empty folder, or one that “build --shard” has written", "%s non è la cartella di una parte: scegli una cartella nuova o vuota, o una scritta da «build --shard»"},
	"error.part-missing": {"part %d of %d is missing: build it with --shard and name its folder too", "manca la parte %d di %d: costruiscila con --shard e indica anche la sua cartella"},
	"error.part-twice":   {"%s: part %d of %d is here twice: name each part once", "%s: la parte %d di %d compare due volte: indica ogni parte una volta sola"},
	"error.part-other":   {"%s is a part of another site, or of another state of this one: build all parts from the same commit, with the same options and program", "%s è una parte di un altro sito, o di un altro stato di questo: costruisci tutte le parti dallo stesso commit, con le stesse opzioni e lo stesso programma"},
	"error.part-damaged": {"%s: %s is missing or is not what was built: build this part again", "%s: %s manca o non è quello costruito: costruisci di nuovo questa parte"},

	"report.more":     {"“dossier explain %s” says more", "«dossier explain %s» dice di più"},
	"report.too-many": {"too many warnings: %d, at most %d may remain (--max-warnings)", "troppi avvisi: %d, al massimo ne possono restare %d (--max-warnings)"},

	"explain.error": {"An error cannot be accepted: the site stays as it was until it is mended.", "Un errore non si può accettare: finché non è corretto, il sito resta com’era."},
	"explain.made":  {"made by %s, key %s", "fatto da %s, chiave %s"},
	"explain.files": {"it draws on:", "usa:"},
	"explain.new":   {"the last build did not have it: the next one renders it", "l’ultima costruzione non l’aveva: la prossima lo farà"},
	"explain.will":  {"the next build renders it again, because these changed: %s", "la prossima costruzione lo rifarà, perché è cambiato: %s"},
	"explain.did":   {"the last build rendered it, because these had changed: %s", "l’ultima costruzione l’ha rifatto, perché era cambiato: %s"},
	"explain.first": {"the last build rendered it: it was not in the cache", "l’ultima costruzione l’ha fatto: non era nella cache"},
	"explain.kept":  {"the last build did not render it: nothing it depends on had changed", "l’ultima costruzione non l’ha rifatto: nulla di ciò che usa era cambiato"},

	"usage.command":      {"there is no command %q: choose one of %s", "non esiste il comando %q: scegli fra %s"},
	"usage.command-near": {"there is no command %q: did you mean %q?", "non esiste il comando %q: forse intendevi %q?"},
	"usage.arguments":    {"usage: %s", "uso: %s"},
	"usage.flag":         {"there is no flag %s here", "qui non esiste l’opzione %s"},
	"usage.flag-near":    {"there is no flag %s here: did you mean %s?", "qui non esiste l’opzione %s: forse intendevi %s?"},
	"usage.flag-empty":   {"the flag %s needs a value", "l’opzione %s richiede un valore"},
	"usage.flag-value":   {"%q is not a possible value of %s", "%q non è un valore possibile di %s"},
	"usage.ui":           {"--ui is it or en, not %q", "--ui è it o en, non %q"},

	"usage.shard":        {"--shard is a part of a whole, as 2/4, not %q", "--shard è una parte di un tutto, come 2/4, non %q"},
	"usage.shard-verify": {"--verify compares whole sites: use it without --shard", "--verify confronta siti interi: usalo senza --shard"},
	"usage.color":        {"--color is auto, always or never, not %q", "--color è auto, always o never, non %q"},
	"usage.dir":          {"there is no folder %q", "non esiste la cartella %q"},
	"usage.format":       {"--format is text, json, sarif, github or gitlab, not %q", "--format è text, json, sarif, github o gitlab, non %q"},
	"usage.only":         {"--only is one or more of %s, not %q", "--only è uno o più fra %s, non %q"},
	"usage.base-url":     {"--base-url is a whole address such as https://example.org/, not %q", "--base-url è un indirizzo intero come https://example.org/, non %q"},
	"usage.clock":        {"--clock is a day such as 2026-11-22, not %q", "--clock è un giorno come 2026-11-22, non %q"},
	"usage.epoch":        {"SOURCE_DATE_EPOCH is a number of seconds, not %q", "SOURCE_DATE_EPOCH è un numero di secondi, non %q"},
	"usage.type":         {"there is no type %q: choose one of %s", "non esiste il tipo %q: scegli fra %s"},
	"usage.type-near":    {"there is no type %q: did you mean %q?", "non esiste il tipo %q: forse intendevi %q?"},
	"usage.editor":       {"--editor is one of %s, not %q", "--editor è uno fra %s, non %q"},
	"usage.no-record":    {"there is no record %q", "non esiste il contenuto %q"},
	"usage.name":         {"there is no problem called %q: the name stands in square brackets at the end of a message; an address has a slash, as /it/", "non c’è un problema di nome %q: il nome sta tra parentesi quadre alla fine di un messaggio; un indirizzo contiene una barra, come /it/"},
	"usage.name-near":    {"there is no problem called %q: did you mean %q?", "non c’è un problema di nome %q: forse intendevi %q?"},
	"usage.no-output":    {"the site has no %q", "il sito non ha %q"},
	"usage.no-ledger":    {"there is no urls.lock here: write it with “dossier urls lock”", "qui non c’è urls.lock: scrivilo con «dossier urls lock»"},
	"usage.no-url":       {"the ledger has no address %q", "il registro non ha l’indirizzo %q"},
	"usage.no-url-near":  {"the ledger has no address %q: did you mean %q?", "il registro non ha l’indirizzo %q: forse intendevi %q?"},
	"usage.url-live":     {"%s is still published, from %s: delete or rename that first, or make it a draft", "%s è ancora pubblicato, da %s: prima toglilo, rinominalo o fanne una bozza"},
	"usage.list-format":  {"--format is text or json, not %q", "--format è text o json, non %q"},
	"flag.list-format":   {"form of the list: text or json", "forma dell’elenco: text o json"},
	"usage.no-site":      {"there is no site.toml in %q", "in %q non c’è site.toml"},
	"usage.language":     {"the site has no language %q: it has %s", "il sito non ha la lingua %q: ha %s"},
	"usage.exists":       {"%s exists: nothing was created", "%s esiste già: non è stato creato nulla"},
	"usage.id":           {"%q cannot be an id: use small letters, digits and hyphens", "%q non può essere un identificativo: usa lettere minuscole, cifre e trattini"},
	"usage.id-near":      {"%q cannot be an id: did you mean %q?", "%q non può essere un identificativo: forse intendevi %q?"},

	"usage.no-guides":      {"there is no guide %q: create it first", "non esiste la guida %q: prima creala"},
	"usage.no-guides.near": {"there is no guide %q: did you mean %q?", "non esiste la guida %q: forse intendevi %q?"},
	"usage.no-guides.form": {"a chapter belongs to a guide: write chapter GUIDE/ID", "un capitolo appartiene a una guida: scrivi chapter GUIDA/ID"},
	"usage.no-kits":        {"there is no kit %q: create it first", "non esiste il kit %q: prima crealo"},
	"usage.no-kits.near":   {"there is no kit %q: did you mean %q?", "non esiste il kit %q: forse intendevi %q?"},
	"usage.no-kits.form":   {"a sheet belongs to a kit: write sheet KIT/ID", "una scheda appartiene a un kit: scrivi sheet KIT/ID"},

	"error.not-ours": {
		"%s was not published by dossier (it holds %s): choose a new or an empty folder with -o",
		"%s non è stata pubblicata da dossier (contiene %s): scegli con -o una cartella nuova o vuota",
	},
	"error.overlap": {
		"the output folder %s must neither contain %s nor lie in it: choose another with -o",
		"la cartella di uscita %s non può contenere %s né starci dentro: scegline un’altra con -o",
	},
	"error.no-folder": {"%s is not a folder, or a link to one: choose another with -o", "%s non è una cartella, o è un collegamento a una cartella: scegline un’altra con -o"},
	"error.busy":      {"another build of this site is running: try again when it has ended", "un’altra costruzione di questo sito è in corso: riprova quando è finita"},

	"serve.ready":      {"the site is at %s (Ctrl-C ends)", "il sito è su %s (Ctrl-C per finire)"},
	"serve.built":      {"%d rendered, %d changed, %d removed in %d ms", "%d rifatti, %d cambiati, %d tolti in %d ms"},
	"serve.failed":     {"the pages stay as they were: the errors are shown in the browser", "le pagine restano com’erano: gli errori si vedono nel browser"},
	"serve.no-browser": {"no browser could be opened: go to %s", "non è stato possibile aprire un browser: vai su %s"},
	"usage.port":       {"--port is a number from 1 to 65535, not %d", "--port è un numero da 1 a 65535, non %d"},
	"usage.host": {
		"--host is an address of this machine alone, such as 127.0.0.1, not %q",
		"--host è un indirizzo della sola macchina, come 127.0.0.1, non %q",
	},

	"template.usage": {usageEnglish, usageItalian},
}

const usageEnglish = `Usage:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [command]

Commands:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Global flags:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

“{{.CommandPath}} [command] --help” says more about a command.{{end}}
`

const usageItalian = `Uso:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [comando]

Comandi:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Opzioni:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Opzioni globali:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

«{{.CommandPath}} [comando] --help» dice di più su un comando.{{end}}
`
