package diag

// outsideMessages are about the addresses of other sites.
var outsideMessages = map[string]entry{
	"external-link": {
		Warning,
		"there is nothing at %[1]q any more (%[2]d)",
		"a %[1]q non c’è più nulla (%[2]d)",
	},
	"external-link.moved": {
		Warning,
		"%[1]q has moved for good",
		"%[1]q si è trasferito definitivamente",
	},
	"external-link.insecure": {
		Warning,
		"%[1]q is there with https too",
		"%[1]q c’è anche con https",
	},
	"external-link.refused": {
		Warning,
		"%[1]q does not answer programs (%[2]d): look at it in a browser",
		"%[1]q non risponde ai programmi (%[2]d): guardalo in un browser",
	},
	"external-link.busy": {
		Warning,
		"%[1]q answers with an error of its own (%[2]d)",
		"%[1]q risponde con un suo errore (%[2]d)",
	},
	"external-link.lost": {
		Warning,
		"no answer from %[1]q: %[2]s",
		"nessuna risposta da %[1]q: %[2]s",
	},
	"external-link.private": {
		Warning,
		"%[1]q leads to a private network (%[2]s), which readers cannot reach: it was not asked",
		"%[1]q porta a una rete privata (%[2]s), che chi legge non può raggiungere: non è stato chiesto",
	},
	"hint.external-dead": {
		Warning,
		"look for the new address, for an archived copy, or take the link out",
		"cerca il nuovo indirizzo o una copia archiviata, oppure togli il collegamento",
	},
	"hint.external-later": {
		Warning,
		"check again later: it may be a passing fault",
		"controlla di nuovo più tardi: può essere un guasto passeggero",
	},
	"hint.external-skip": {
		Warning,
		"where it is there, name it in site.toml: [check] skip = [\"…\"]",
		"se esiste, indicalo in site.toml: [check] skip = [\"…\"]",
	},
	"hint.external-private": {
		Warning,
		"link to a public address; --external-private asks private ones too",
		"collega un indirizzo pubblico; con --external-private si chiede anche a quelli privati",
	},
}
