package serve

import "dossier/internal/diag"

// words is what the server itself says in a browser.
type words struct {
	Lang    string
	Title   string
	Stays   string // with a last good page
	Nothing string // without one
	Below   string
	Defect  string
	Refused string // with the address to open instead
}

var (
	english = words{
		Lang:    "en",
		Title:   "The site has errors",
		Stays:   "The pages are still those of the last good build. When the errors are mended, this page gives way by itself.",
		Nothing: "There is no page to show yet. When the errors are mended, it appears by itself.",
		Below:   "Show the last good page",
		Defect:  "The site could not be built: the disk could not be read, or dossier has a defect.",
		Refused: "Refused: this server answers only to this machine. Open %s",
	}
	italian = words{
		Lang:    "it",
		Title:   "Il sito contiene errori",
		Stays:   "Le pagine sono ancora quelle dell’ultima costruzione riuscita. Corretti gli errori, questa pagina lascia il posto da sola.",
		Nothing: "Non c’è ancora una pagina da mostrare. Corretti gli errori, comparirà da sola.",
		Below:   "Mostra l’ultima pagina riuscita",
		Defect:  "Non è stato possibile costruire il sito: il disco non è leggibile, oppure dossier ha un difetto.",
		Refused: "Rifiutato: questo server risponde solo a questa macchina. Apri %s",
	}
)

func wordsIn(lang diag.Lang) words {
	if lang == diag.Italian {
		return italian
	}
	return english
}
