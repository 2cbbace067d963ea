package theme

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mistakes are templates for layouts/project.html and what is said about them:
// line:col-end id: message | hint.
var mistakes = []struct{ name, text, want string }{
	{
		"field", `<p>{{.Page.Titel}}`,
		`1:12-17 template-field: Page has no field "Titel" | did you mean "Title"?`,
	},
	{
		"field on another line, after accents", "<p>perché\n\tè {{ .Tagline }}{{.Acronimo}}",
		`2:21-29 template-field: Project has no field "Acronimo" | did you mean "Acronym"?`,
	},
	{
		"field in range", `{{range .Events}}{{.Titl}}{{end}}`,
		`1:21-25 template-field: Card has no field "Titl" | did you mean "Title"?`,
	},
	{
		"field in with", `{{with .Main}}{{.Href}}{{end}}`,
		`1:18-22 template-field: Button has no field "Href"`,
	},
	{
		"field through $", `{{range .Events}}{{$.Acronim}}{{end}}`,
		`1:22-29 template-field: Project has no field "Acronim" | did you mean "Acronym"?`,
	},
	{
		"field of a variable", `{{range $i, $e := .Events}}{{$i}}{{$e.When.Txt}}{{end}}`,
		`1:44-47 template-field: Time has no field "Txt" | did you mean "Text"?`,
	},
	{
		"field in an argument", `{{if eq .Status.Cod "over"}}x{{end}}`,
		`1:17-20 template-field: Status has no field "Cod" | did you mean "Code"?`,
	},
	{
		"field in else if", `{{if .Tagline}}x{{else if .Taglin}}y{{end}}`,
		`1:28-34 template-field: Project has no field "Taglin" | did you mean "Tagline"?`,
	},
	{
		"field in brackets", `{{(index .Events 0).Nme}}`,
		`1:21-24 template-field: Card has no field "Nme"`,
	},
	{
		"several at once", `{{.A1}}{{.B2}}`,
		"1:4-6 template-field: Project has no field \"A1\"\n1:11-13 template-field: Project has no field \"B2\"",
	},
	{
		"field of text", `{{.Acronym.Name}}`,
		`1:12-16 template-field.none: "Name" is asked of text, which has no fields`,
	},
	{
		"optional value without a condition", `{{.Main.URL}}`,
		`1:9-12 template-field.optional: .Main may be missing, and then it has no "URL" | put {{with .Main}}…{{end}} around it`,
	},
	{
		"optional value in the wrong branch", `{{if .Main}}x{{else}}{{.Main.URL}}{{end}}`,
		`1:30-33 template-field.optional: .Main may be missing, and then it has no "URL" | put {{with .Main}}…{{end}} around it`,
	},
	{
		"range over text", `{{range .Acronym}}x{{end}}`,
		`1:9-17 template-field.range: .Acronym is text, not a list to range over`,
	},
	{
		"struct as text", `{{.Status}}`,
		`1:3-10 template-field.print: .Status is a Status, which cannot be written as text`,
	},
	{
		"list as text", `{{.Events}}`,
		`1:3-10 template-field.print: .Events is a list of Card, which cannot be written as text`,
	},
	{
		"condition that always holds", `{{if .Body}}x{{end}}`,
		`1:6-11 template-field.condition: .Body is a Body, which is always there: ask for one of its fields`,
	},
	{
		"value with arguments", `{{.Acronym 3}}`,
		`1:3-11 template-field.arguments: .Acronym is a value and takes no arguments`,
	},
	{
		"number compared with text", `{{if eq (len .Events) "3"}}x{{end}}`,
		`1:23-26 template-field.type: "eq" does not take "3", which is text`,
	},
	{
		"length of a struct", `{{len .Page}}`,
		`1:7-12 template-field.type: "len" does not take .Page, which is a Page`,
	},
	{
		"body of text", `{{body .Acronym}}`,
		`1:8-16 template-field.type: "body" does not take .Acronym, which is text`,
	},
	{
		"unknown function", `{{uper .Acronym}}`,
		`1:3-7 template-syntax.function: there is no function "uper"`,
	},
	{
		"misspelt function", `{{.Acronym | prinff}}`,
		`1:14-20 template-syntax.function: there is no function "prinff" | did you mean "printf"?`,
	},
	{
		"too many arguments", `{{asset "emblem.svg" 2}}`,
		`1:3-8 template-syntax.arguments: "asset" cannot be called with 2 arguments`,
	},
	{
		"computed message", `{{t .Acronym}}`,
		`1:5-13 template-syntax.constant: "t" needs a name written out in quotation marks, not a value`,
	},
	{
		"value without a name", `{{t "kit.use" .Acronym}}`,
		`1:3-4 template-syntax.pairs: after the id of a message come pairs: a name in quotation marks and its value`,
	},
	{
		"main outside the frame", `{{main}}`,
		`1:3-7 template-syntax.main: only layouts/base.html and its partials have a main part to place`,
	},
	{
		"unknown partial", `{{template "headin" .Page}}`,
		`1:12-20 template-partial: there is no partial "headin" (layouts/partials/headin.html) | did you mean "heading"?`,
	},
	{
		"unknown asset", `{{asset "emblm.svg"}}`,
		`1:9-20 unknown-asset: the theme has no asset "emblm.svg" | did you mean "emblem.svg"?`,
	},
	{
		"unknown drawing", `{{inline "x.css"}}`,
		`1:10-17 unknown-asset.inline: the theme has no SVG drawing "x.css"`,
	},
	{
		"unknown message", `<p>{{t "kit.usee"}}`,
		`1:8-18 missing-message.template: no language has the message "kit.usee" | did you mean "kit.use"?`,
	},
	{
		"block without end", "<p>\n{{range .Events}}\n{{if .Title}}x{{end}}",
		`2:1-18 template-syntax.unclosed: "range" has no end | close it with {{end}}`,
	},
	{
		"end without block", `{{if .Tagline}}x{{end}} {{end}}`,
		`1:25-32 template-syntax: the template cannot be understood here: unexpected {{end}}`,
	},
	{
		"second action of a line", `{{.Acronym}} {{if}}x{{end}}`,
		`1:14-20 template-syntax: the template cannot be understood here: missing value for if`,
	},
	{
		"action without end", "<p>{{.Acronym}} {{.Tagline }",
		`1:17-19 template-syntax.action: this action never ends | close it with }}`,
	},
	{
		"undeclared variable", `{{$x}}`,
		`1:1-7 template-syntax: the template cannot be understood here: undefined variable "$x"`,
	},
	{
		"template inside a template", `<p>{{define "x"}}y{{end}}`,
		`1:4-18 template-syntax.define: "define" is not available: each partial is a file of its own | move it to layouts/partials/`,
	},
	{
		"unescapable place", "<p>\n<a {{if .Tagline}}href=\"{{end}}>x</a>",
		`2:9-0 template-syntax.escape: it is not certain how values must be escaped here: {{if}} branches end in different contexts`,
	},
}

func TestMistakesAreToldWithPlaceAndRemedy(t *testing.T) {
	for _, m := range mistakes {
		_, ds := Load(options(t, small("layouts/project.html", m.text)))
		var got []string
		for _, d := range ds {
			d.ID = d.Message.Key
			got = append(got, strings.TrimPrefix(line(d), "themes/small/layouts/project.html:"))
		}
		if diff := cmp.Diff(m.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s: %s", m.name, diff)
		}
	}
}

// sound are templates that must not be complained about.
var sound = []string{
	`{{if .Main}}{{.Main.URL}}{{$.Main.URL}}{{end}}`,
	`{{with .Alliance}}{{.Name}}{{$.Alliance.Lang}}{{end}}`,
	`{{if and .Main .Image}}{{.Main.URL}}{{.Image.URL}}{{end}}`,
	`{{if and .Main .Main.URL}}x{{end}}`,
	`{{if not .Main}}x{{else}}{{.Main.URL}}{{end}}`,
	`{{with $m := .Main}}{{$m.URL}}{{end}}`,
	`{{range $i, $e := .Events}}{{if $i}}, {{end}}{{with $e.Date}}{{.Day}}{{end}}{{end}}`,
	`{{range .Events}}{{else}}{{.Acronym}}{{end}}`,
	`{{if not .Body.Empty}}{{.Body | body}}{{end}}`,
	`{{$n := len .Events}}{{if gt $n 3}}{{$n}}{{end}}`,
	`{{t "kit.use" "name" .Acronym}}`,
	`{{range .Goals}}{{printf "%02d" .Number}} {{break}}{{end}}`,
	`{{template "maybe" .Main}}`,
}

func TestSoundTemplatesPass(t *testing.T) {
	for _, text := range sound {
		_, ds := Load(options(t, small(
			"layouts/project.html", text,
			"layouts/partials/maybe.html", `{{with .}}{{.URL}}{{end}}{{if .}}{{.URL}}{{end}}`,
		)))
		if len(ds) > 0 {
			t.Errorf("%s: %s", text, lines(ds))
		}
	}
}

func TestPartialsAreCheckedForEachTypeTheyGet(t *testing.T) {
	_, ds := Load(options(t, small(
		"layouts/event.html", `{{template "facts" .}}{{template "where" .Venue}}`,
		"layouts/kit.html", `{{template "facts" .}}`,
		"layouts/partials/facts.html", `{{range .Facts}}{{.Label}}{{end}}{{.Hours}}`,
		"layouts/partials/where.html", `{{.City}}`,
	)))
	want := `themes/small/layouts/partials/facts.html:1:37-42 template-field: Kit has no field "Hours"
themes/small/layouts/partials/where.html:1:4-8 template-field: . may be missing, and then it has no "City" | put {{with .}}…{{end}} around it`
	if diff := cmp.Diff(want, lines(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestPartialThatLeadsBackToItselfIsRefused(t *testing.T) {
	_, ds := Load(options(t, small(
		"layouts/text.html", `{{template "a" .}}`,
		"layouts/partials/a.html", `{{template "b" .}}`,
		"layouts/partials/b.html", `{{template "a" .}}`,
	)))
	want := `themes/small/layouts/partials/b.html:1:12-15 template-partial: the partial "a" leads back to itself without end`
	if diff := cmp.Diff(want, lines(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestMistakesOfAllFilesAreToldAtOnce(t *testing.T) {
	base := small("layouts/text.html", `{{.X}}`, "layouts/kit.html", `{{end}}`, "layouts/kitt.html", ``, "layouts/partials/lost.html", `{{if}}`)
	delete(base, "layouts/news.html")
	o := options(t, base)
	o.Site = fileTree("layouts/home.html", "<b>\n{{.Y}}")
	o.SitePath = "mine"
	_, ds := Load(o)
	want := `mine/layouts/home.html:2:4-5 template-field: Home has no field "Y"
themes/small:0:0-0 template-partial: the theme has no layouts/news.html
themes/small/layouts/kit.html:1:1-8 template-syntax: the template cannot be understood here: unexpected {{end}}
themes/small/layouts/kitt.html:0:0-0 template-partial: no page uses a layout "kitt" | did you mean "kit"?
themes/small/layouts/partials/lost.html:1:1-7 template-syntax: the template cannot be understood here: missing value for if
themes/small/layouts/text.html:1:4-5 template-field: Text has no field "X"`
	if diff := cmp.Diff(want, lines(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestFrameWithoutMainPartIsRefused(t *testing.T) {
	_, ds := Load(options(t, small("layouts/base.html", `<!doctype html><title>{{.Title}}</title>`)))
	want := `themes/small/layouts/base.html:0:0-0 template-syntax: the frame never shows the page: {{main}} is missing`
	if diff := cmp.Diff(want, lines(ds)); diff != "" {
		t.Error(diff)
	}
}
