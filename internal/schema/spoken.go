package schema

import (
	"fmt"
	"strings"

	"dossier/internal/i18n"
	"dossier/internal/pattern"
	"dossier/internal/tree"
)

// dayForms are the ways in which people write a day, beside ours: where in the
// match the year, the month and the day stand, 0 for what is not said.
var dayForms = []struct {
	form             *pattern.Pattern
	year, month, day int
}{
	{pattern.New(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`), 3, 2, 1},
	{pattern.New(`^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$`), 1, 2, 3},
	{pattern.New(`^(\d{4})(\d\d)(\d\d)$`), 1, 2, 3},
	{pattern.New(`^(\d{1,2})/(\d{4})$`), 2, 1, 0},
	{pattern.New(`^(\d{4})/(\d{1,2})$`), 1, 2, 0},
	{pattern.New(`^(?:[a-zì]+,? )?(\d{1,2})(?:º|°|th|st|nd|rd)? (?:of )?([a-z]+)\.?,? (\d{4})$`), 3, 2, 1},
	{pattern.New(`^([a-z]+)\.? (\d{1,2})(?:th|st|nd|rd)?,? (\d{4})$`), 3, 1, 2},
	{pattern.New(`^([a-z]+)\.? (\d{4})$`), 2, 1, 0},
	{pattern.New(`^(\d{4}-\d\d-\d\d)[t ].*$`), 1, 0, 0},
}

// months are the first letters of the months' names in Italian and English.
var months = map[string]string{
	"gen": "01", "jan": "01", "feb": "02", "mar": "03", "apr": "04", "mag": "05", "may": "05", "giu": "06", "jun": "06",
	"lug": "07", "jul": "07", "ago": "08", "aug": "08", "set": "09", "sep": "09", "ott": "10", "oct": "10",
	"nov": "11", "dic": "12", "dec": "12",
}

// isoFrom writes a date such as 15/6/2020 or 15 giugno 2020 the way we want it.
func isoFrom(s string) (string, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, f := range dayForms {
		m := f.form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		iso := m[f.year]
		if f.month > 0 {
			iso += "-" + number(m[f.month])
		}
		if f.day > 0 {
			iso += "-" + number(m[f.day])
		}
		if _, ok := i18n.ParseDate(iso); ok {
			return iso, true
		}
	}
	return "", false
}

// number writes a month or a day with two digits, a month also from its name.
func number(s string) string {
	if len(s) >= 3 {
		return months[s[:3]]
	}
	return fmt.Sprintf("%02s", s)
}

var spokenTime = pattern.New(`(?i)^(.+?)(?:T|,?\s+(?:ore|alle|h|at)\s+|[ ,]+)(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?$`)

// momentFrom writes a day and time such as 15/6/2020 18.30 the way we want it.
func momentFrom(s string) (string, bool) {
	m := spokenTime.FindStringSubmatch(s)
	if m == nil {
		return isoFrom(s)
	}
	day, ok := isoFrom(m[1])
	if !ok {
		day = m[1]
	}
	minutes := m[3]
	if minutes == "" {
		minutes = "00"
	}
	fixed := fmt.Sprintf("%sT%02s:%s", day, m[2], minutes)
	_, problem := readMoment(&tree.Node{Value: fixed}, Field{})
	return fixed, problem == ""
}

// translated are Italian and other words for the names of fields and for fixed
// words, and what they are called here.
var translated = map[string]string{
	"abstract": "summary", "accesso": "access", "acronimo": "acronym", "area": "area", "argomento": "kind",
	"autori": "authors", "autore": "authors", "avvio": "start", "beneficiari": "beneficiaries", "bozza": "draft",
	"cap": "postal", "capienza": "capacity", "capofila": "lead", "categoria": "kind", "chiusura": "closes",
	"circa": "about", "città": "city", "citta": "city", "codice": "code", "contatti": "contact", "contatto": "contact",
	"contributo": "contribution", "coordinator": "lead", "coordinatore": "lead", "data": "date", "date": "start", "descrizione": "summary",
	"description": "summary", "destinatari": "audience", "durata": "duration", "email_contatto": "email", "ente": "provider",
	"ente_finanziatore": "funder", "etichetta": "label", "evento": "event", "eventi": "events", "file": "files",
	"finanziamenti": "funding", "finanziamento": "funding", "finanziatore": "funder", "fine": "end", "gruppi": "groups",
	"gruppo": "group", "guida": "guide", "icon": "logo", "immagine": "image", "importo": "amount", "indirizzo": "address",
	"inizio": "start", "iscrizione": "registration", "iscrizioni": "registration", "lingua": "lang", "lingue": "languages",
	"lead_partner": "lead", "luogo": "venue", "location": "venue", "menù": "menu", "moderatore": "moderator", "modalità": "mode",
	"modalita": "mode", "name": "title", "nazione": "country", "nome": "name", "nota": "note", "note": "note", "nomi": "names",
	"obiettivi": "lines", "obiettivo": "objective", "organizzatori": "organisers", "organizers": "organisers", "paese": "country",
	"partecipanti": "attendance", "periodo": "period", "prezzo": "price", "progetti": "projects", "progetto": "project",
	"programma": "programme", "program": "programme", "pubblicazione": "publish", "pubblicato": "publish", "published": "publish",
	"registrazione": "recording", "relatori": "speakers", "responsabile": "lead", "riassunto": "summary", "ruolo": "role",
	"saluti": "greetings", "scadenza": "expires", "sede": "venue", "segue": "follows", "sessioni": "sessions", "sigla": "short",
	"sintesi": "summary", "sito": "website", "sommario": "summary", "sottotitolo": "tagline", "subtitle": "tagline", "stato": "status",
	"telefono": "phone", "territori": "territories", "territorio": "territory", "tipo": "kind", "tipologia": "kind", "type": "kind",
	"title": "name", "titolo": "title", "totale": "total", "ufficio": "unit", "valuta": "currency", "verificato": "checked", "versione": "edition",
	// Words of enumerations.
	"associazione": "association", "comune": "local-authority", "cooperativa": "cooperative", "regione": "regional-authority",
	"università": "university", "universita": "university", "azienda": "enterprise", "impresa": "enterprise", "sindacato": "trade-union",
	"fondazione": "foundation", "ong": "ngo", "convegno": "conference", "conferenza": "conference", "seminario": "workshop",
	"formazione": "training", "madre": "mother", "padre": "father", "entrambi": "both", "figlio": "child", "datore": "employer",
	"diritto": "right", "servizio": "service", "incentivo": "incentive", "notizia": "news", "comunicato": "press-release",
	"intervista": "interview", "ricerca": "research", "bando": "call", "presenza": "in-person", "in presenza": "in-person",
	"mista": "hybrid", "ibrida": "hybrid", "annullato": "cancelled", "rinviato": "postponed", "concluso": "completed",
	"sospeso": "suspended", "finanziato": "funded", "cofinanziato": "co-funded", "nessuno": "none", "gratuito": "free",
	"provincia": "province", "associato": "associated", "membro": "member", "manuale": "manual", "capitolo": "guide",
}
