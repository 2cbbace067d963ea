package docs

import (
	"fmt"
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// functions says what each function of templates does. The test compares the
// names with those that the theme's checker knows.
var functions = map[string][2]string{
	"t":       {`{{t "kit.download"}}`, "The message of that id in the page's language. Further arguments are pairs of a name and a value: `{{t \"list.count\" \"count\" (len .Cards)}}`; a value named `count` chooses the plural form. The id is written out, never computed."},
	"asset":   {`{{asset "civic.css"}}`, "The address of a file or bundle of `assets/`, with its fingerprint and the site's base path. The name is written out."},
	"inline":  {`{{inline "emblem-eu.svg"}}`, "An SVG drawing of `assets/`, written into the page. A drawing that is only ever drawn is not published as a file."},
	"body":    {`{{body .Body}}`, "The HTML of a Markdown text. Takes a [Body](#body)."},
	"jsonld":  {`{{jsonld .Data}}`, "The page's structured data as a `<script type=\"application/ld+json\">` element, or nothing. Takes a list of [Node](#node)."},
	"main":    {`{{main}}`, "The place of the main part. Only in `base.html`, which must have it."},
	"and":     {`{{if and .A .B}}`, "The first empty argument, or the last one."},
	"or":      {`{{or .Short .Name}}`, "The first argument that is not empty, or the last one."},
	"not":     {`{{if not .Body.Empty}}`, "Whether the argument is empty."},
	"len":     {`{{len .Cards}}`, "How many items a list, or how many bytes a text has."},
	"index":   {`{{index .Cards 0}}`, "One item of a list, counted from 0."},
	"slice":   {`{{slice .Cards 0 3}}`, "Part of a list or text."},
	"eq":      {`{{if eq .Kind "home"}}`, "Whether the first argument equals one of the others. Numbers, texts and booleans only, of the same type; so with the next five."},
	"ne":      {`{{if ne .Level 2}}`, "Whether two values differ."},
	"lt":      {`{{if lt .Level 3}}`, "Less than."},
	"le":      {`{{if le .Level 3}}`, "Less than or equal."},
	"gt":      {`{{if gt .Count 0}}`, "Greater than."},
	"ge":      {`{{if ge .Count 2}}`, "Greater than or equal."},
	"print":   {`{{print .Width "w"}}`, "The arguments as one text."},
	"printf":  {`{{printf "%dw" .Width}}`, "The arguments as a format says."},
	"println": {`{{println .Name}}`, "The arguments as one text with a line break."},
}

const contractIntro = `# The theme contract

<!-- Made from the code by “go test ./internal/docs -update”: edit the comments there. -->

What a theme consists of, and everything that its templates can see. A template that names a field, function, message, asset or partial that does not exist is refused when the theme loads, with the file, line and column, before any page is written.

## A theme

` + "```" + `
themes/<name>/
  theme.toml          name, version, description; [bundle]: assets made of several files; [document]: how documents look
  fonts/*.ttf         faces of documents, TrueType
  layouts/*.html      one layout per kind of page, and base.html, the frame around them
  layouts/partials/   what layouts share: {{template "card" .}} is partials/card.html
  assets/             style sheets, scripts, drawings; published with a fingerprint in the name
  i18n/<lang>.toml    the theme's own words
` + "```" + `

A site that has a folder ` + "`themes/civic/`" + ` lays it over the theme of that name that comes with the program, file by file: what it has replaces the built-in file of the same name, of messages one by one. To change a single template, copy that one. A theme of another name is complete in itself.

PDF documents have no templates. Their look is in theme.toml:

` + "```" + `
[document]
size        = 11            # of the text, in points: 9 to 14
large       = 17            # of the text in large print: 16 to 24
text        = "#17212f"     # colours; accent is the site's own unless given here
muted       = "#4a5868"
link        = "#0a52a8"
soft        = "#f0f4fa"     # tint of boxes and table heads
rule        = "#c3ccd8"     # hairlines
regular     = ["fonts/SourceSans3-Regular.ttf"]   # the first face that has a glyph sets it
bold        = ["fonts/SourceSans3-Bold.ttf"]
italic      = ["fonts/SourceSans3-It.ttf"]
bold-italic = ["fonts/SourceSans3-BoldIt.ttf"]
statement   = ["fonts/Ubuntu-Regular.ttf"]        # of the funding statement: a face that the EU's rules name
emblem      = "assets/emblem-eu.svg"
` + "```" + `

Text colours must have a contrast of 4.5:1 with white. A theme without a regular face makes no documents.

Templates are Go's [html/template](https://pkg.go.dev/html/template), without maps, methods with arguments, or functions beyond those below. In a style sheet, ` + "`url(\"asset:emblem-eu.svg\")`" + ` stands for the address of an asset, and ` + "`--site-accent`" + ` and ` + "`--site-accent-dark`" + ` for the accent of ` + "`site.toml`" + `. No page may have inline style, script or event handlers: the content security policy forbids them.

Words of the theme's furniture come from ` + "`i18n/`" + ` through ` + "`t`" + ` and must exist in every language of the site. Names of kinds, states, roles and facts are content: they arrive in the views as finished text.

`

// themeContract writes docs/theme-contract.md.
func themeContract(t *testing.T) string {
	view := readSources(t, "internal/view")
	theme := readSources(t, "internal/theme")
	structs := view.structs()
	slices.SortFunc(structs, func(a, b structType) int { return strings.Compare(a.name, b.name) })
	kinds := layoutKinds(t, theme)

	var b strings.Builder
	b.WriteString(contractIntro)
	fmt.Fprintf(&b, "## Conventions\n\n%s\n", conventions(view.packageDoc()))
	writeFunctions(t, &b, theme)
	writeLayouts(&b, kinds)

	seen := reachable(structs, kinds)
	b.WriteString("## What templates see\n\n")
	b.WriteString("A type with `[]` before it is a list. One with `*` is there or not: it is used inside `{{with .X}}` or `{{if .X}}`, which the checker demands.\n\n")
	writeStructs(&b, structs, func(s structType) bool { return seen[s.name] })
	b.WriteString("## What the other renderers see\n\n")
	b.WriteString("Views of feeds, calendars, open data, documents and files for machines. No template gets them.\n\n")
	writeStructs(&b, structs, func(s structType) bool { return !seen[s.name] })
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// conventions are the paragraphs of the package comment after the first, without
// what is said about this page.
func conventions(doc string) string {
	paragraphs := strings.Split(strings.TrimSpace(doc), "\n\n")[1:]
	for i, p := range paragraphs {
		p, _, _ = strings.Cut(oneLine(p), " Its doc comments are")
		paragraphs[i] = strings.TrimPrefix(p, "Conventions. ")
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

// layoutKinds reads the table of package theme: kind of layout → view.
func layoutKinds(t *testing.T, theme sources) map[string]string {
	t.Helper()
	typeFor := regexp.MustCompile(`^reflect\.TypeFor\[view\.(\w+)\]\(\)$`)
	constants := theme.constants()
	kinds := map[string]string{}
	for _, e := range theme.literal(t, "kinds").Elts {
		pair := e.(*ast.KeyValueExpr)
		kind, ok := unquoted(pair.Key)
		if !ok {
			kind = constants[theme.text(pair.Key)]
		}
		m := typeFor.FindStringSubmatch(theme.text(pair.Value))
		if m == nil || kind == "" {
			t.Fatalf("theme: cannot read the kind %s", theme.text(pair))
		}
		kinds[kind] = m[1]
	}
	return kinds
}

func writeFunctions(t *testing.T, b *strings.Builder, theme sources) {
	t.Helper()
	var known []string
	for _, e := range theme.literal(t, "functionTable").Elts {
		name, _ := unquoted(e.(*ast.KeyValueExpr).Key)
		known = append(known, name)
		if _, ok := functions[name]; !ok {
			t.Errorf("the function %q of templates is not described", name)
		}
	}
	b.WriteString("## Functions\n\n| function | what it gives |\n|---|---|\n")
	for _, name := range known {
		fmt.Fprintf(b, "| `%s` | %s |\n", functions[name][0], functions[name][1])
	}
	for name := range functions {
		if !slices.Contains(known, name) {
			t.Errorf("there is no function %q of templates", name)
		}
	}
	b.WriteString("\n")
}

func writeLayouts(b *strings.Builder, kinds map[string]string) {
	b.WriteString("## Layouts\n\n")
	b.WriteString("A theme has all of them. The dot of each is the view named beside it. What a layout writes is put into `base.html`; only where the view has no `Page` is the layout a whole document.\n\n")
	b.WriteString("| layout | view |\n|---|---|\n")
	for _, kind := range sortedKeys(kinds) {
		fmt.Fprintf(b, "| `layouts/%s.html` | %s |\n", kind, linked(kinds[kind]))
	}
	b.WriteString("\n")
}

// reachable are the structs that a layout can reach from its view.
func reachable(structs []structType, kinds map[string]string) map[string]bool {
	byName := map[string]structType{}
	for _, s := range structs {
		byName[s.name] = s
	}
	seen := map[string]bool{}
	var follow func(name string)
	follow = func(name string) {
		s, ok := byName[name]
		if !ok || seen[name] {
			return
		}
		seen[name] = true
		for _, f := range s.fields {
			follow(strings.TrimLeft(f.typ, "[]*"))
		}
	}
	for _, name := range kinds {
		follow(name)
	}
	return seen
}

func writeStructs(b *strings.Builder, structs []structType, wanted func(structType) bool) {
	known := map[string]bool{}
	for _, s := range structs {
		known[s.name] = true
	}
	for _, s := range structs {
		if !wanted(s) {
			continue
		}
		fmt.Fprintf(b, "### %s\n\n%s\n\n| field | type | |\n|---|---|---|\n", s.name, cell(s.doc))
		for _, f := range append(s.fields, s.methods...) {
			fmt.Fprintf(b, "| `%s` | %s | %s |\n", f.name, fieldType(f.typ, known), cell(f.doc))
		}
		b.WriteString("\n")
	}
}

// fieldType links a type to its section.
func fieldType(typ string, known map[string]bool) string {
	name := strings.TrimLeft(typ, "[]*")
	prefix := strings.TrimSuffix(typ, name)
	if !known[name] {
		return "`" + typ + "`"
	}
	if prefix != "" {
		prefix = "`" + prefix + "`"
	}
	return prefix + linked(name)
}

func linked(name string) string { return "[" + name + "](#" + strings.ToLower(name) + ")" }

// codelike is what Markdown must not read as HTML, or a site generator as a
// template.
var codelike = regexp.MustCompile(`<[a-z][^>]*>|\{\{[^}]*\}\}`)

// cell makes a comment fit for a cell of a table.
func cell(s string) string {
	return codelike.ReplaceAllString(strings.ReplaceAll(s, "|", `\|`), "`$0`")
}
