package diag

// ledgerMessages are about urls.lock, the ledger of published addresses.
var ledgerMessages = map[string]entry{
	"bad-ledger.address": {
		Error,
		"%[1]q is no address of a site",
		"%[1]q non è un indirizzo di un sito",
	},
	"bad-ledger.short": {
		Error,
		"the state of %[1]s is missing",
		"manca lo stato di %[1]s",
	},
	"bad-ledger.state": {
		Error,
		"an address is live or gone, not %[1]q",
		"un indirizzo è live oppure gone, non %[1]q",
	},
	"bad-ledger.date": {
		Error,
		"behind gone stands the first day without the address, not %[1]q",
		"dopo gone sta il primo giorno senza l’indirizzo, non %[1]q",
	},
	"bad-ledger.twice": {
		Error,
		"%[1]s is in the ledger twice",
		"%[1]s è due volte nel registro",
	},
	"hint.ledger-address": {
		Error,
		"an address begins with / and has neither spaces nor empty parts; or delete the line",
		"un indirizzo comincia con / e non ha spazi né parti vuote; oppure cancella la riga",
	},
	"hint.ledger-line": {
		Error,
		"a line is “/address/ live file” or “/address/ gone 2026-11-22 file”",
		"una riga è «/indirizzo/ live file» oppure «/indirizzo/ gone 2026-11-22 file»",
	},
	"hint.ledger-twice": {
		Error,
		"delete one of the two lines",
		"cancella una delle due righe",
	},

	"vanished-address": {
		Error,
		"%[1]s is published and would vanish: there is no %[2]s any more",
		"%[1]s è pubblicato e sparirebbe: %[2]s non c’è più",
	},
	"vanished-address.unknown": {
		Error,
		"%[1]s is published and would vanish: nothing makes it any more",
		"%[1]s è pubblicato e sparirebbe: non lo produce più nulla",
	},
	"vanished-address.unused": {
		Error,
		"%[1]s is published and would vanish: no page shows %[2]s any more",
		"%[1]s è pubblicato e sparirebbe: nessuna pagina mostra più %[2]s",
	},
	"vanished-address.draft": {
		Error,
		"%[1]s is published and would vanish: %[2]s is a draft",
		"%[1]s è pubblicato e sparirebbe: %[2]s è una bozza",
	},
	"vanished-address.moved": {
		Error,
		"%[1]s is published and would vanish: %[2]s is now at %[3]s",
		"%[1]s è pubblicato e sparirebbe: %[2]s ora sta in %[3]s",
	},
	"vanished-address.language": {
		Error,
		"%[1]s is published and would vanish: %[2]s has no page in %[3]s any more",
		"%[1]s è pubblicato e sparirebbe: %[2]s non ha più una pagina in %[3]s",
	},
	"vanished-address.part": {
		Error,
		"%[1]s is published and would vanish: %[2]s makes it no longer",
		"%[1]s è pubblicato e sparirebbe: %[2]s non lo produce più",
	},
	"vanished-address.pending": {
		Warning,
		"%[1]s is published and would vanish until %[3]s, when %[2]s is due",
		"%[1]s è pubblicato e sparirebbe fino al %[3]s, quando %[2]s sarà da pubblicare",
	},
	"vanished-address.again": {
		Warning,
		"%[1]s is gone since %[2]s, and is published again",
		"%[1]s non c’era più dal %[2]s, ed è di nuovo pubblicato",
	},
	"hint.vanished": {
		Error,
		"write aliases: [%[1]s] in the record that takes its place, or bring the page back, or give the address up: dossier urls gone %[1]s",
		"scrivi aliases: [%[1]s] nell’elemento che lo sostituisce, oppure ripristina la pagina, oppure rinuncia all’indirizzo: dossier urls gone %[1]s",
	},
	"hint.vanished-moved": {
		Error,
		"write aliases: [%[1]s] in %[2]s, or go back to the old address, or give it up: dossier urls gone %[1]s",
		"scrivi aliases: [%[1]s] in %[2]s, oppure torna al vecchio indirizzo, oppure rinuncia: dossier urls gone %[1]s",
	},
	"hint.vanished-pending": {
		Error,
		"readers find nothing there until then: write an earlier day in publish:, or leave it so",
		"fino ad allora chi legge non trova nulla: scrivi in publish: un giorno precedente, oppure lascia così",
	},
	"hint.lock-again": {
		Error,
		"dossier urls lock makes it live again",
		"dossier urls lock lo rimette fra gli indirizzi vivi",
	},
}
