package i18n

import (
	"slices"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
)

// form is a plural category of CLDR.
type form int

// other is the category that every language has.
const other form = 5

const formCount = 6

var formNames = [formCount]string{"zero", "one", "two", "few", "many", "other"}

func formOf(name string) form {
	return form(slices.Index(formNames[:], name))
}

// plurals knows which category a count takes in one language.
type plurals struct{ localizer *goi18n.Localizer }

// pluralsOf hands go-i18n a message whose forms are their own names: the form
// it picks is the category. A language that it does not know has "other" only.
func pluralsOf(tag language.Tag) plurals {
	bundle := goi18n.NewBundle(tag)
	err := bundle.AddMessages(tag, &goi18n.Message{
		ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other",
	})
	if err != nil {
		return plurals{}
	}
	return plurals{goi18n.NewLocalizer(bundle, tag.String())}
}

func (p plurals) form(count int64) form {
	if p.localizer == nil {
		return other
	}
	name, err := p.localizer.Localize(&goi18n.LocalizeConfig{
		MessageID:      "form",
		PluralCount:    count,
		TemplateParser: template.IdentityParser{}, // not cached, hence without a lock
	})
	if err != nil {
		return other
	}
	return formOf(name)
}

// needed lists the categories of small whole numbers, which a plural message
// cannot do without. Those of millions alone ("many" in Italian) may be left
// to "other".
func (p plurals) needed() []form {
	var forms []form
	for count := range int64(120) {
		if f := p.form(count); !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	slices.Sort(forms)
	return forms
}
