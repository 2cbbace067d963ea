package view

// Events is the list of events.
type Events struct {
	Page     Page
	Body     Body
	Upcoming []Card
	Empty    string  // shown when there is no upcoming event
	Past     []Group // by year, newest first
	Calendar File
}

// Event is an event's own page.
type Event struct {
	Page         Page
	KindLabel    string
	When         Time   // in words with hours and zone
	Hours        string // “10:00–13:00 (CET)”; empty when only the day is known
	Date         DateBlock
	Place        string // venue and city, or “Online”
	Mode         string
	Status       Status
	Action       *Button // register or watch; nil: neither
	Calendar     *File   // nil once the event is over
	Facts        []Fact
	Audience     string
	AudienceLang string
	Body         Body
	Contents     []Heading
	Moderator    []Person
	Greetings    []Person
	Speakers     []Person
	Sessions     []Session
	Venue        *Venue
	Recording    *Recording
	Number       string // “over 100 participants”: the attendance in words
	Image        *Image
	Projects     []Card
	Related      []Card
	Funding      []Funding
}

// Session is a part of a programme.
type Session struct {
	Hours    string
	DateTime string
	Title    string
	Lang     string
	Speakers []string
}

// Venue is where an event is held.
type Venue struct {
	Name    string
	Room    string
	Address string
	City    string
	URL     string // the organisation's page
	Access  string // how to get in, also with a wheelchair
	Lang    string // of Room and Access
	Map     string // external address of a map
}

// Recording is shown as a poster with a link: nothing is loaded before the click.
type Recording struct {
	URL        string
	Provider   string
	Captions   string // a sentence, also when there are none
	Transcript *File
}

// Calendar is an iCalendar file: one event or many.
type Calendar struct {
	Name   string
	Lang   string
	Prod   string
	Zone   string // IANA name of the site's zone
	Events []CalendarEvent
}

// CalendarEvent is a VEVENT.
type CalendarEvent struct {
	UID         string
	Stamp       string // UTC, 20210325T090000Z: the last change, never the clock
	Start, End  string // 20210325T100000 in Zone, or a day 20210325
	AllDay      bool
	Zone        string // IANA name; empty for all-day events and UTC times
	Summary     string
	Description string
	Location    string
	URL         string // absolute
	Status      string // CONFIRMED, TENTATIVE, CANCELLED
	Lat, Lon    string
}
