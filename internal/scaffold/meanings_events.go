package scaffold

var eventMeanings = map[string]text{
	"Event.projects":     {"projects it belongs to", "progetti a cui appartiene"},
	"Event.kind":         {"what kind of event it is", "che tipo di evento è"},
	"Event.start":        {"when it begins", "quando comincia"},
	"Event.end":          {"when it ends", "quando finisce"},
	"Event.mode":         {"how people take part", "come si partecipa"},
	"Event.venue":        {"where; needed unless it is online", "dove; serve se non è online"},
	"Event.online":       {"where it is streamed", "dove si segue online"},
	"Event.languages":    {"languages spoken", "lingue parlate"},
	"Event.organisers":   {"organisations that hold it", "organizzazioni che lo tengono"},
	"Event.moderator":    {"who leads the discussion", "chi modera"},
	"Event.greetings":    {"who brings greetings", "chi porta i saluti"},
	"Event.speakers":     {"who speaks", "chi interviene"},
	"Event.sessions":     {"the programme of the day", "il programma della giornata"},
	"Event.audience":     {"who it is for", "a chi si rivolge"},
	"Event.price":        {"what it costs", "quanto costa"},
	"Event.registration": {"how to take part; hidden once it is over", "come iscriversi; si nasconde quando è concluso"},
	"Event.status":       {"only when something has changed", "solo se qualcosa è cambiato"},
	"Event.recording":    {"the film of the event", "il video dell’evento"},
	"Event.attendance":   {"how many people came", "quante persone hanno partecipato"},

	"Venue.name":    {"name of the place", "nome del luogo"},
	"Venue.partner": {"the organisation whose place it is", "l’organizzazione di cui è la sede"},
	"Venue.room":    {"room", "sala"},
	"Venue.address": {"street and number", "via e numero"},
	"Venue.postal":  {"postal code", "codice postale"},
	"Venue.city":    {"city", "città"},
	"Venue.country": {"country", "Paese"},
	"Venue.lat":     {"latitude in degrees", "latitudine in gradi"},
	"Venue.lon":     {"longitude in degrees", "longitudine in gradi"},
	"Venue.access":  {"how to get in, also with a wheelchair", "come si entra, anche in carrozzina"},

	"Online.url":      {"address of the stream", "indirizzo della diretta"},
	"Online.platform": {"name of the platform", "nome della piattaforma"},

	"Speaker.name":         {"name of the person", "nome della persona"},
	"Speaker.role":         {"official role", "ruolo ufficiale"},
	"Speaker.partner":      {"the person’s organisation", "l’organizzazione della persona"},
	"Speaker.organisation": {"or its name, when it has no page here", "oppure il suo nome, se qui non ha una pagina"},
	"Speaker.talk":         {"title of the talk", "titolo dell’intervento"},

	"Session.start":    {"when it begins", "quando comincia"},
	"Session.end":      {"when it ends", "quando finisce"},
	"Session.title":    {"its title", "il suo titolo"},
	"Session.speakers": {"names of those who speak", "nomi di chi interviene"},

	"Registration.url":      {"where to sign up", "dove iscriversi"},
	"Registration.opens":    {"first day", "primo giorno"},
	"Registration.closes":   {"last day or hour", "ultimo giorno o ora"},
	"Registration.capacity": {"number of places", "numero di posti"},

	"Recording.url":        {"address of the film", "indirizzo del video"},
	"Recording.provider":   {"who hosts it, as YouTube", "chi lo ospita, come YouTube"},
	"Recording.captions":   {"whether it has captions", "se ha i sottotitoli"},
	"Recording.transcript": {"file in this folder with what is said", "file in questa cartella con ciò che si dice"},
}

var kitMeanings = map[string]text{
	"Kit.project":  {"the project it comes from", "il progetto da cui viene"},
	"Kit.audience": {"who it is for", "a chi si rivolge"},
	"Kit.guide":    {"the guide that goes with it", "la guida che lo accompagna"},
	"Kit.platform": {"a digital platform that offers it", "una piattaforma digitale che lo offre"},

	"Platform.name":   {"its name", "il suo nome"},
	"Platform.url":    {"its address", "il suo indirizzo"},
	"Platform.access": {"how to obtain access; never a password", "come si ottiene l’accesso; mai una password"},

	"Sheet.territory":     {"where it holds, or national", "dove vale, oppure national"},
	"Sheet.area":          {"what it is", "che cos’è"},
	"Sheet.beneficiaries": {"who it is for", "a chi spetta"},
	"Sheet.provider":      {"who grants or provides it", "chi lo eroga"},
	"Sheet.amount":        {"how much, in a few words", "quanto, in poche parole"},
	"Sheet.duration":      {"how long, in a few words", "quanto dura, in poche parole"},
	"Sheet.contacts":      {"where to ask", "a chi chiedere"},
	"Sheet.legal":         {"legal references", "riferimenti normativi"},
	"Sheet.checked":       {"when somebody last checked the content", "quando il contenuto è stato controllato l’ultima volta"},
	"Sheet.review_by":     {"when to check again; one year later if left out", "quando ricontrollare; un anno dopo se manca"},

	"SheetContact.name":  {"office or person", "ufficio o persona"},
	"SheetContact.phone": {"in quotes", "tra virgolette"},
	"SheetContact.email": {"its address", "il suo indirizzo"},
	"SheetContact.url":   {"its page", "la sua pagina"},

	"Legal.title": {"law and article", "legge e articolo"},
	"Legal.url":   {"where to read it", "dove si legge"},
}
