package build_test

import (
	"testing"

	"dossier/internal/build"
	"dossier/internal/i18n"
)

func TestTheSiteChangesByItselfOnTheDayItAnnouncesAndNotBefore(t *testing.T) {
	site := europe(t)
	on := func(day i18n.Date) *build.Result {
		o := site.options()
		o.Today = day
		return mustBuild(t, o)
	}
	june := on(i18n.Date{Year: 2026, Month: 6, Day: 1})
	first := june.Site.NextDate
	if want := (i18n.Date{Year: 2026, Month: 9, Day: 14}); first != want {
		t.Fatalf("the next change is announced for %s, not for %s, the day of the event", first, want)
	}
	sameFiles(t, "the day before", june, on(i18n.Date{Year: 2026, Month: 9, Day: 13}))
	const page = "en/events/2026/opening/index.html"
	during := on(first)
	contains(t, mainOf(t, file(t, during, page)), "Scheduled", "opening-en.ics")
	if len(changed(june, during)) == 0 {
		t.Error("nothing changed on the day that was announced")
	}
	second := during.Site.NextDate
	if want := (i18n.Date{Year: 2026, Month: 9, Day: 15}); second != want {
		t.Fatalf("the next change is announced for %s, not for %s, the day after the event", second, want)
	}
	after := on(second)
	contains(t, mainOf(t, file(t, after, page)), "Past event")
	lacks(t, mainOf(t, file(t, after, page)), "opening-en.ics", "Scheduled")

	const project = "en/projects/fjord/index.html"
	contains(t, mainOf(t, file(t, on(i18n.Date{Year: 2026, Month: 1, Day: 31}), project)), "Planned")
	contains(t, mainOf(t, file(t, on(i18n.Date{Year: 2028, Month: 1, Day: 31}), project)), "Running")
	contains(t, mainOf(t, file(t, on(i18n.Date{Year: 2028, Month: 2, Day: 1}), project)), "Completed")
}

func TestASheetDueForReviewIsAnnounced(t *testing.T) {
	o := europe(t).options()
	o.Today = i18n.Date{Year: 2027, Month: 1, Day: 1}
	r := mustBuild(t, o)
	due := i18n.Date{Year: 2027, Month: 5, Day: 5}
	if next := r.Site.NextDate; next != due {
		t.Errorf("the next change is announced for %s, but the sheet is due for review on %s", next, due)
	}
	o.Today = due
	contains(t, mainOf(t, file(t, mustBuild(t, o), "en/kits/families/nursery-place/index.html")), "due for review")
}
