package dossier

import (
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/schema"
)

// check tells the editor what is consistent but not yet good: texts that are
// missing in a language, sheets that nobody has read for a year, phrases that
// time has made untrue.
func (l *linker) check() {
	l.stalePhrases()
	for _, p := range l.site.Projects {
		l.allianceCount(p)
	}
	for _, e := range l.site.Events {
		l.eventOver(e)
	}
	for _, k := range l.site.Kits {
		for _, s := range k.Sheets {
			l.reviewDue(s)
		}
	}
	l.untranslated()
	l.otherNames()
	l.accessibilityReview()
}

// stalePhrases warns of the first phrase that claims that something goes on, in
// each text of a project that is over.
func (l *linker) stalePhrases() {
	var over []*Entry
	for _, p := range l.site.Projects {
		if p.Over() && p.Project.End.Given() {
			over = append(over, p.Entry)
		}
	}
	for _, lang := range l.langs {
		phrases := content.OngoingPhrases(l.opts.Program, lang)
		for _, hit := range l.search(phrases, over, lang) {
			end := hit.entry.linked.(*Project).Project.End
			first := hit.found[0]
			l.add(diag.At(first.Pos, "stale-status-phrase", end.String(), phrases.List[first.Phrase]).WithHint("hint.past-tense"))
		}
	}
}

func (l *linker) allianceCount(p *Project) {
	declared := p.Alliance.Declared
	listed := int64(len(p.Organisations()))
	if declared.Given && declared.N != listed {
		l.add(diag.At(declared.Pos, "alliance-count", declared.N, listed).WithHint("hint.alliance"))
	}
}

// eventOver asks for what remains of an event: a recording, a number of
// participants or a report.
func (l *linker) eventOver(e *Event) {
	if e.State != "over" || e.Recording.URL.Given() || e.Attendance.Given {
		return
	}
	after := e.Common.Updated.Given() && e.Common.Updated.Last().Compare(e.LastDay()) >= 0
	if after || e.reported() {
		return
	}
	l.add(diag.At(e.Start.Pos, "event-over", e.Entry.ID, e.LastDay().String()).WithHint("hint.report"))
}

// reported holds when a body has a section with the id or title of a report.
func (e *Event) reported() bool {
	for _, b := range e.bodies {
		for _, h := range b.Doc.Headings {
			id := strings.ToLower(h.ID)
			if strings.Contains(id, "report") || strings.Contains(id, "resoconto") || strings.Contains(id, "com-e-andat") {
				return true
			}
		}
	}
	return false
}

func (l *linker) reviewDue(s *Sheet) {
	due := s.ReviewBy()
	if due.IsZero() || due.Compare(s.Checked.Date) < 0 || due.Last().Compare(l.opts.Today) >= 0 {
		return
	}
	l.add(diag.At(s.Checked.Pos, "review-due", months(s.Checked.Date, l.opts.Today)).WithHint("hint.review"))
}

// months between two dates, in whole months.
func months(from, to i18n.Date) int {
	from, to = from.First(), to.First()
	n := (to.Year-from.Year)*12 + to.Month - from.Month
	if to.Day < from.Day {
		n--
	}
	return max(n, 0)
}

// untranslated reports, per language, how many records of which kind lack it. In
// a required language each one is an error of its own.
func (l *linker) untranslated() {
	for _, lang := range l.langs {
		counts := map[content.Kind]int{}
		for _, e := range l.site.everything() {
			if e.Has(lang) && (e.Kind != content.KindSection || e.introduced(lang)) || e.Broken {
				continue
			}
			if l.site.Config.Required(lang) {
				l.add(diag.At(diag.Pos{File: e.Parts[0].Path}, "required-language", diag.Term("lang."+lang)).
					WithHint("hint.translate", lang))
				continue
			}
			if !slices.ContainsFunc(e.Ignore, func(id schema.Str) bool { return id.Value == "untranslated" }) {
				counts[e.Kind]++
			}
		}
		if parts := countWords(counts); len(parts) > 0 {
			l.add(diag.At(diag.Pos{File: "content"}, "untranslated", diag.Term("lang."+lang), diag.Joined(parts)).WithHint("hint.untranslated"))
		}
	}
}

// introduced reports whether a section has a file or a title of its own in a
// language, or no file at all: then the theme's title serves.
func (e *Entry) introduced(lang string) bool {
	_, titled := e.Title.Get(lang)
	return titled || len(e.Parts) == 0 || slices.Contains(e.Item.Langs(), lang)
}

func countWords(counts map[content.Kind]int) []diag.Counted {
	var parts []diag.Counted
	for kind, n := range counts {
		parts = append(parts, diag.Counted{N: n, Word: diag.Term(kind)})
	}
	slices.SortFunc(parts, func(a, b diag.Counted) int { return strings.Compare(string(a.Word), string(b.Word)) })
	return parts
}

// otherNames finds organisations called by another name than their own in a text
// that does not link to them.
func (l *linker) otherNames() {
	names := content.OtherNames(l.opts.Program, l.set.OtherNames())
	var whose []*Entry // nil: the organisation is not published
	for _, p := range l.set.Partners {
		for range p.Aka {
			whose = append(whose, l.entries["partners/"+p.ID])
		}
	}
	var texts []*Entry
	for _, e := range l.site.Entries {
		if e.Kind != content.KindPartner {
			texts = append(texts, e)
		}
	}
	for _, hit := range l.search(names, texts, "") {
		var told []*Entry
		for _, f := range hit.found {
			p := whose[f.Phrase]
			if p == nil || slices.Contains(told, p) || linksTo(hit.body, p.Address()) {
				continue
			}
			told = append(told, p)
			l.add(diag.At(f.Pos, "other-name", names.List[f.Phrase], p.ID).WithHint("hint.link-partner", p.ID))
		}
	}
}

func linksTo(b content.Body, address string) bool {
	return slices.ContainsFunc(b.Doc.Links, func(link markdown.Link) bool { return link.Path == address })
}

// accessibilityReview reminds of the yearly review that Italian bodies publish
// by 23 September (AgID's guidelines on accessibility, chapter 4).
func (l *linker) accessibilityReview() {
	reviewed := l.site.Config.Accessibility.Reviewed
	today := l.opts.Today.First()
	deadline := i18n.Date{Year: today.Year, Month: 9, Day: 23}
	if today.Compare(deadline) < 0 {
		deadline.Year--
	}
	if reviewed.Given() && reviewed.Last().AddYears(1).Compare(deadline) <= 0 {
		l.add(diag.At(reviewed.Pos, "accessibility-review", reviewed.String()).WithHint("hint.accessibility-review"))
	}
}
