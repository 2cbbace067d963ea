package theme

import (
	"maps"
	"reflect"
	"slices"

	"dossier/internal/view"
)

// baseKind is the frame around the main part of every page.
const baseKind = "base"

// kinds says what each layout is given: layouts/<kind>.html sees this struct as
// its dot. A theme has all of them.
var kinds = map[string]reflect.Type{
	baseKind:     reflect.TypeFor[view.Page](),
	"home":       reflect.TypeFor[view.Home](),
	"section":    reflect.TypeFor[view.Section](),
	"text":       reflect.TypeFor[view.Text](),
	"sitemap":    reflect.TypeFor[view.SiteMap](),
	"404":        reflect.TypeFor[view.NotFound](),
	"chooser":    reflect.TypeFor[view.Chooser](),
	"redirect":   reflect.TypeFor[view.Redirect](),
	"projects":   reflect.TypeFor[view.Projects](),
	"project":    reflect.TypeFor[view.Project](),
	"partners":   reflect.TypeFor[view.Partners](),
	"partner":    reflect.TypeFor[view.Partner](),
	"events":     reflect.TypeFor[view.Events](),
	"event":      reflect.TypeFor[view.Event](),
	"newslist":   reflect.TypeFor[view.NewsList](),
	"news":       reflect.TypeFor[view.News](),
	"guide":      reflect.TypeFor[view.Guide](),
	"chapter":    reflect.TypeFor[view.Chapter](),
	"wholeguide": reflect.TypeFor[view.WholeGuide](),
	"kits":       reflect.TypeFor[view.Kits](),
	"kit":        reflect.TypeFor[view.Kit](),
	"sheet":      reflect.TypeFor[view.Sheet](),
	"programme":  reflect.TypeFor[view.Programme](),
	"territory":  reflect.TypeFor[view.Territory](),
}

// NewView returns an empty view for the layout of a kind; nil for no such kind.
func NewView(kind string) any {
	t, known := kinds[kind]
	if !known {
		return nil
	}
	return reflect.New(t).Interface()
}

// Standalone reports whether a kind's layout is a whole document, which no base
// is put around: its view has no Page.
func Standalone(kind string) bool {
	view, ok := kinds[kind]
	if !ok {
		return false
	}
	_, framed := view.FieldByName("Page")
	return !framed && kind != baseKind
}

// kindNames are the kinds in order.
func kindNames() []string { return slices.Sorted(maps.Keys(kinds)) }
