package content

import "dossier/internal/schema"

// Event is a conference, a workshop, a study visit.
type Event struct {
	Record
	Common
	Words
	Projects     []schema.Ref  `key:"projects" is:"required" ref:"projects"`
	Type         schema.Str    `key:"kind" is:"required" enum:"conference final-event workshop study-visit webinar training press"`
	Start        schema.Moment `key:"start" is:"required"`
	End          schema.Moment `key:"end"`
	Mode         schema.Str    `key:"mode" is:"required" enum:"in-person online hybrid"`
	Venue        Venue         `key:"venue"`
	Online       Online        `key:"online"`
	Languages    []schema.Str  `key:"languages" is:"required" form:"lang"`
	Organisers   []schema.Ref  `key:"organisers" ref:"partners"`
	Moderator    Speaker       `key:"moderator"`
	Greetings    []Speaker     `key:"greetings"`
	Speakers     []Speaker     `key:"speakers"`
	Sessions     []Session     `key:"sessions"`
	Audience     schema.Text   `key:"audience"`
	Price        schema.Text   `key:"price" enum:"free"`
	Registration Registration  `key:"registration"`
	Status       schema.Str    `key:"status" enum:"scheduled postponed cancelled moved-online"`
	Recording    Recording     `key:"recording"`
	Attendance   schema.Int    `key:"attendance" range:"0"`
}

// Venue is where an event is held. Latitude and longitude are degrees, WGS 84.
type Venue struct {
	Name    schema.Str   `key:"name" is:"required"`
	Partner schema.Ref   `key:"partner" ref:"partners"`
	Room    schema.Text  `key:"room"`
	Address schema.Str   `key:"address"`
	Postal  schema.Str   `key:"postal"`
	City    schema.Str   `key:"city" is:"required"`
	Country schema.Str   `key:"country" form:"country"`
	Lat     schema.Float `key:"lat" range:"-90 90"`
	Lon     schema.Float `key:"lon" range:"-180 180"`
	Access  schema.Text  `key:"access"`
}

// Online is where an event is streamed.
type Online struct {
	URL      schema.Str `key:"url" form:"url"`
	Platform schema.Str `key:"platform"`
}

// Speaker is a person in an official role.
type Speaker struct {
	Name         schema.Str  `key:"name" is:"required"`
	Role         schema.Text `key:"role"`
	Partner      schema.Ref  `key:"partner" ref:"partners"`
	Organisation schema.Str  `key:"organisation"`
	Talk         schema.Text `key:"talk"`
}

// Session is a part of an event's programme.
type Session struct {
	Start    schema.Moment `key:"start"`
	End      schema.Moment `key:"end"`
	Title    schema.Text   `key:"title" is:"required"`
	Speakers []schema.Str  `key:"speakers"`
}

// Registration says how to take part. Its link is shown as a button only while
// it is of use.
type Registration struct {
	URL      schema.Str    `key:"url" form:"url"`
	Opens    schema.Date   `key:"opens"`
	Closes   schema.Moment `key:"closes"`
	Capacity schema.Int    `key:"capacity" range:"0"`
}

// Recording is the film of an event.
type Recording struct {
	URL        schema.Str  `key:"url" is:"required" form:"url"`
	Provider   schema.Str  `key:"provider"`
	Captions   schema.Bool `key:"captions"`
	Transcript schema.Str  `key:"transcript"`
}

func (e *Event) item() Item {
	return Item{Record: &e.Record, Common: &e.Common, Title: e.Title, Summary: e.Summary, Value: e}
}
