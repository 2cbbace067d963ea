package content

import (
	"path"
	"slices"
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
	for _, f := range p.Funding {
		if !f.Programme.Given() && f.Statement.Given() && f.Statement.Value != "none" {
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
	r.members(p)
	r.groups(p)
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
	somewhere := e.Mode.Value == "in-person" || e.Mode.Value == "hybrid"
	if somewhere && !e.Venue.Name.Given() && e.lacks("venue") {
		r.add(diag.At(e.Fence(""), "missing-field.venue", e.Mode.Value).WithHint("hint.venue"))
	}
}

func before(a, b schema.Moment) bool {
	if c := a.Day.Compare(b.Day); c != 0 {
		return c < 0
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
