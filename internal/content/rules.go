package content

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/schema"
)

// maxSummary is how long a summary may be, in characters, to fit a card and a
// search result.
const maxSummary = 300

// Rules checks what no single field can say but a record by itself can: dates in
// order, a picture's alternative text, the questions of a sheet. It also fills in
// what one field takes from another, such as a news item's date from its file
// name.
func (s *Set) Rules(languages []string) []diag.Diagnostic {
	r := &ruler{languages: languages}
	for _, p := range s.Projects {
		r.project(p)
	}
	for _, e := range s.Events {
		r.event(e)
	}
	for _, n := range s.News {
		r.news(n)
	}
	for _, p := range s.Programmes {
		r.programme(p)
	}
	for _, sheet := range s.Sheets {
		r.sheet(sheet)
	}
	for _, item := range s.Items() {
		r.common(item)
	}
	return r.diags
}

type ruler struct {
	languages []string
	diags     []diag.Diagnostic
}

func (r *ruler) add(d diag.Diagnostic) { r.diags = append(r.diags, d) }

// written returns the languages in which a record has words. On a site of one
// language they may stand in a file that names none.
func (r *ruler) written(rec *Record) []string {
	if langs := rec.Langs(); len(langs) > 0 || len(r.languages) > 1 {
		return langs
	}
	return r.languages
}

func (r *ruler) common(i Item) {
	for _, s := range i.Summary.In {
		if n := utf8.RuneCountInString(s.Value); n > maxSummary {
			r.add(diag.At(s.Pos, "long-summary", n, maxSummary).WithHint("hint.shorten"))
		}
	}
	for _, id := range i.Ignore {
		if d, wrong := diag.Unacceptable(id.Pos, id.Value); wrong {
			r.add(d)
		}
	}
	r.order(i.Publish, i.Expires, "publish", "expires")
	r.image(i)
}

// order reports an end that comes before its start.
func (r *ruler) order(start, end schema.Date, startKey, endKey string) {
	if start.Given() && end.Given() && end.Last().Compare(start.First()) < 0 {
		r.add(diag.At(end.Pos, "end-before-start", endKey, end.String(), startKey, start.String()).
			WithHint("hint.swap-dates").Also(start.Pos, "see.start"))
	}
}

func (r *ruler) image(i Item) {
	img := i.Image
	if !img.Given() || img.Decorative.On {
		return
	}
	langs := i.Langs()
	if len(langs) == 0 {
		langs = r.languages
	}
	for _, lang := range langs {
		if img.Alt.Value(lang) == "" && i.lacks("image") {
			r.add(diag.At(img.Src.Pos, "missing-alt", img.Src.Value, diag.Term("lang."+lang)).WithHint("hint.alt"))
		}
	}
}

func (r *ruler) project(p *Project) {
	r.order(p.Start, p.End, "start", "end")
	if len(p.Funding) == 0 && p.lacks("funding") {
		r.add(diag.At(p.Fence(""), "no-funding", p.ID).WithHint("hint.funding"))
	}
	r.order(p.End, p.KeepUntil, "end", "keep_until")
	for _, f := range p.Funding {
		r.amounts(f)
		if f.Statement.Value == "none" && (f.Programme.Given() || len(p.Funding) > 1) {
			r.add(diag.At(f.Statement.Pos, "no-funding.none", p.ID).WithHint("hint.funding-none"))
		}
		if !f.Programme.Given() && f.Statement.Given() && f.Statement.Value != "none" && p.lacks("funding") {
			r.add(diag.At(f.Statement.Pos, "no-funding.programme", p.ID).WithHint("hint.funding"))
		}
	}
	for _, n := range p.SDGs {
		if n.Given && (n.N < 1 || n.N > 17) {
			r.add(diag.At(n.Pos, "bad-enum.sdg", n.N).WithHint("hint.delete-number"))
		}
	}
	if c := p.Contact; !c.Unit.Given() && !c.Email.Given() && !c.URL.Given() && p.lacks("contact") {
		r.add(diag.At(p.Fence(""), "missing-field", "contact").WithHint("hint.contact"))
	}
	for _, m := range p.Milestones {
		if !m.Title.Given() && !m.Event.Given() {
			r.add(diag.At(m.Date.Pos, "missing-field.member", "title", "milestones").WithHint("hint.add-field", "title"))
		}
	}
	for _, d := range p.Deliverables {
		r.oneOf("deliverables", given{"ref", d.Ref.Pos}, given{"file", d.File.Pos}, given{"url", d.URL.Pos})
	}
	r.members(p)
	r.groups(p)
}

// given is a field with its place; without one it was not given.
type given struct {
	key string
	pos diag.Pos
}

// oneOf reports the second of fields of which one alone is used.
func (r *ruler) oneOf(path string, fields ...given) {
	fields = slices.DeleteFunc(fields, func(f given) bool { return f.pos.File == "" })
	if len(fields) > 1 {
		r.add(diag.At(fields[1].pos, "wrong-type.either", fields[0].key, fields[1].key, path).
			WithHint("hint.delete-one").Also(fields[0].pos, "see.first"))
	}
}

// amounts reports a contribution that is more than the whole.
func (r *ruler) amounts(f Funding) {
	if f.Total.Given && f.Contribution.Given && f.Contribution.N > f.Total.N {
		r.add(diag.At(f.Contribution.Pos, "wrong-type.exceeds", "contribution", f.Contribution.N, "total", f.Total.N).
			WithHint("hint.correct-amounts").Also(f.Total.Pos, "see.first"))
	}
}

// groups follows the members' references to the groups of their project.
func (r *ruler) groups(p *Project) {
	var known []string
	for _, g := range p.Groups {
		known = append(known, g.ID.Value)
	}
	for _, m := range p.Partners {
		if !m.Group.Given() || slices.Contains(known, m.Group.Value) || !p.lacks("groups") {
			continue
		}
		d := diag.At(m.Group.Pos, "unknown-reference.group", m.Group.Value).WithHint("hint.add-group", m.Group.Value)
		if near, ok := diag.Nearest(m.Group.Value, known); ok {
			d = d.WithHint("hint.did-you-mean", near).WithSwap(m.Group.Value, near)
		}
		r.add(d)
	}
}

// members reports an organisation that stands twice in a partnership; the lead is
// not repeated among the partners.
func (r *ruler) members(p *Project) {
	first := map[string]diag.Pos{p.Lead.ID: p.Lead.Pos}
	for _, m := range p.Partners {
		if at, twice := first[m.Partner.ID]; twice && m.Partner.Given() {
			r.add(diag.At(m.Partner.Pos, "duplicate-id.member", m.Partner.ID).WithHint("hint.delete-one").Also(at, "see.first"))
		}
		first[m.Partner.ID] = m.Partner.Pos
	}
}

func (r *ruler) event(e *Event) {
	if e.Start.Given() && e.End.Given() && before(e.End, e.Start) {
		r.add(diag.At(e.End.Pos, "end-before-start", "end", e.End.String(), "start", e.Start.String()).
			WithHint("hint.swap-dates").Also(e.Start.Pos, "see.start"))
	}
	r.order(e.Registration.Opens, schema.Date{Date: e.Registration.Closes.Day, Pos: e.Registration.Closes.Pos}, "registration.opens", "registration.closes")
	for _, s := range e.Sessions {
		if s.Start.Given() && s.End.Given() && before(s.End, s.Start) {
			r.add(diag.At(s.End.Pos, "end-before-start", "end", s.End.String(), "start", s.Start.String()).
				WithHint("hint.swap-dates").Also(s.Start.Pos, "see.start"))
		}
	}
	for _, person := range slices.Concat([]Speaker{e.Moderator}, e.Greetings, e.Speakers) {
		r.oneOf("speakers", given{"partner", person.Partner.Pos}, given{"organisation", person.Organisation.Pos})
	}
	r.venue(e)
}

// venue reports an event that is nowhere, and a place on the map that cannot be
// its own.
func (r *ruler) venue(e *Event) {
	v := e.Venue
	somewhere := e.Mode.Value == "in-person" || e.Mode.Value == "hybrid"
	begun := v.City.Given() || v.Address.Given() || v.Country.Given() || v.Partner.Given() || v.Postal.Given()
	if somewhere && !v.Name.Given() && !begun && e.lacks("venue") {
		r.add(diag.At(e.Fence(""), "missing-field.venue", e.Mode.Value).WithHint("hint.venue"))
	}
	switch {
	case v.Lat.Given && !v.Lon.Given && e.lacks("venue"):
		r.add(diag.At(v.Lat.Pos, "missing-field.member", "lon", "venue").WithHint("hint.add-field", "lon"))
	case v.Lon.Given && !v.Lat.Given && e.lacks("venue"):
		r.add(diag.At(v.Lon.Pos, "missing-field.member", "lat", "venue").WithHint("hint.add-field", "lat"))
	case slices.Contains(european, v.Country.Value) && v.Lat.F >= 0 && v.Lat.F < 27 && v.Lon.F > 35 && v.Lon.F < 72:
		r.add(diag.At(v.Lat.Pos, "wrong-type.swapped", v.Country.Value).WithHint("hint.swap-coordinates").Also(v.Lon.Pos, "see.other-value"))
	}
}

// european are countries on whose mainland no place has a latitude below 27° and
// a longitude above 35°; swapped coordinates have both.
var european = strings.Fields("AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LI LT LU LV MT NL NO PL PT RO SE SI SK SM")

func before(a, b schema.Moment) bool {
	if c := a.Day.Compare(b.Day); c != 0 {
		return c < 0
	}
	if a.HasOffset != b.HasOffset {
		return false // which is known where the site's zone is
	}
	return a.HasTime && b.HasTime && a.Hour*60+a.Min-a.Offset/60 < b.Hour*60+b.Min-b.Offset/60
}

func (r *ruler) news(n *News) {
	if !n.Date.Given() && len(n.ID) >= 10 {
		n.Date.Date, _ = i18n.ParseDate(n.ID[:10])
		n.Date.Pos = n.Fence("")
	}
	if !n.Date.Given() && n.lacks("date") {
		r.add(diag.At(n.Fence(""), "missing-field", "date").WithHint("hint.news-date", path.Base(n.Parts[0].Path)))
	}
	if n.Type.Value != "press-release" {
		return
	}
	for _, lang := range r.written(&n.Record) {
		if n.Dateline.Value(lang) == "" && n.lacks("dateline") {
			r.add(diag.At(n.Fence(lang), "missing-field.text", "dateline", lang).WithHint("hint.dateline"))
		}
	}
}

func (r *ruler) programme(p *Programme) {
	r.order(p.Period.From, p.Period.To, "from", "to")
	if p.Emblem.Value != "eu" {
		return
	}
	for _, lang := range r.languages {
		if p.Disclaimer.Value(lang) == "" && p.lacks("disclaimer") {
			r.add(diag.At(p.Emblem.Pos, "no-disclaimer", p.ID, diag.Term("lang."+lang)).WithHint("hint.disclaimer", lang))
		}
	}
}

// questions are in the order in which a sheet answers them.
var questions = []string{"what", "who", "how-much", "how", "where"}

// Questions returns the ids of the five level-2 sections that every sheet has.
func Questions() []string { return questions }

func (r *ruler) sheet(s *Sheet) {
	r.order(s.Checked, s.ReviewBy, "checked", "review_by")
	if s.Broken {
		return
	}
	for _, lang := range r.written(&s.Record) {
		b, ok := s.Body(lang)
		if !ok {
			r.add(diag.At(s.Fence(lang), "sheet-question.all").WithHint("hint.questions"))
			continue
		}
		r.questions(b, s.Fence(lang))
	}
}

func (r *ruler) questions(b Body, fence diag.Pos) {
	var titles []string
	for _, h := range b.Doc.Headings {
		if h.Level != 2 {
			continue
		}
		if titles = append(titles, h.Text); len(titles) == len(questions)+1 {
			r.add(diag.At(h.Pos, "sheet-question.more", h.Text).WithHint("hint.questions"))
		}
	}
	if len(titles) >= len(questions) {
		return
	}
	d := diag.At(fence, "sheet-question.count", len(titles), len(questions))
	if q, sure := unanswered(titles); sure {
		d = diag.At(fence, "sheet-question", diag.Term("question."+q))
	}
	r.add(d.WithHint("hint.questions"))
}

// unanswered returns the first question that no title asks. It is sure only where
// all titles are the usual ones: otherwise any of them may stand for it.
func unanswered(titles []string) (question string, sure bool) {
	usual := 0
	for _, q := range questions {
		words := diag.Term("question." + q).Words()
		switch {
		case slices.ContainsFunc(titles, func(title string) bool { return slices.Contains(words, title) }):
			usual++
		case question == "":
			question = q
		}
	}
	return question, usual == len(titles)
}
