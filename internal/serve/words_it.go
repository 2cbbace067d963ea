package serve

var italian = words{
	Lang:     "it",
	Severity: [2]string{"Errore", "Avviso"},

	Own: "Strumenti di dossier", Site: "Sito", Pages: "Tutte le pagine", Problems: "Problemi", Errors: "Il sito contiene errori",

	Stays:   "Le pagine sono ancora quelle dell’ultima costruzione riuscita. Corretti gli errori, questa pagina lascia il posto da sola.",
	Nothing: "Non c’è ancora una pagina da mostrare. Corretti gli errori, comparirà da sola.",
	Below:   "Mostra l’ultima pagina riuscita",
	Defect:  "Non è stato possibile costruire il sito: il disco non è leggibile, oppure dossier ha un difetto.",
	Fine:    "Nessun errore e nessun avviso.",
	Hint:    "Che cosa fare",
	Fix:     "Riga corretta",
	More:    "altri non sono mostrati",
	Refused: "Rifiutato: questo server risponde solo a questa macchina. Apri %s",

	Edit: "Apri nell’editor", Line: "Riga",

	Source: "Sorgente", NoText: "Questo file non è un testo, o è troppo lungo per essere mostrato qui.",
	NoSource: "Il sito non ha questo file.",
	Expired:  "Questo collegamento è precedente all’ultimo avvio del server. Seguilo di nuovo dalla pagina o da un elenco.",
	UsedBy:   "Pagine che usano questo file",

	Published: "Pubblicata", Draft: "Bozza", Future: "Futura, dal", Fallback: "Non tradotta: mostrata in", NotIn: "Non c’è in", Missing: "Manca",

	Filter: "Mostra le pagine con", Apply: "Filtra", All: "Tutte", Shown: "Pagine mostrate", Of: "di", NoneShown: "Nessuna pagina contiene tutte queste parole.",
	Page: "Pagina", Language: "Lingua", State: "Stato", MadeBy: "Scritta in", SideBySide: "Affianca",
	Kinds: map[string]string{
		"home": "Pagine iniziali", "projects": "Elenchi dei progetti", "project": "Progetti", "partners": "Elenchi dei partner", "partner": "Partner",
		"events": "Elenchi degli eventi", "event": "Eventi", "newslist": "Elenchi delle notizie", "news": "Notizie", "kits": "Elenchi dei kit", "kit": "Kit",
		"sheet": "Schede", "guide": "Guide", "chapter": "Capitoli", "wholeguide": "Guide su una pagina", "programme": "Programmi",
		"territory": "Territori", "text": "Altre pagine", "section": "Altri elenchi", "sitemap": "Mappe del sito", "chooser": "Scelta della lingua",
		"404": "Pagina non trovata", "redirect": "Rinvii da vecchi indirizzi",
	},

	Pair: "Lingue affiancate", NoPage: "Il sito non ha una pagina a questo indirizzo.", NotHere: "Questa pagina non c’è in questa lingua.", LedTo: "Chi legge è portato a", Open: "Apri da sola",

	Bar: "Su questa pagina (non fa parte del sito)", Close: "Nascondi questa barra finché la scheda resta aperta", Files: "File", Old: "Ultima pagina riuscita",
}
