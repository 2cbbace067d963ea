package docs

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dossier/internal/content"
	"dossier/internal/schema"
)

const referenceIntro = `# Content reference

<!-- Made from the code by “go test ./internal/docs -update”: edit the structs of internal/content and the meanings of internal/scaffold. -->

Every type of record, its fields, and what they may hold. ` + "`dossier new TYPE ID`" + ` writes files with the same fields and comments. What happens when something is wrong stands in [diagnostics.md](diagnostics.md).

## Files and languages

**No language in the name, no language in the file.** The folder under ` + "`content/`" + ` is the type, the name of the file or of its folder is the id, and what stands before ` + "`.md`" + ` is the language:

` + "```" + `
content/projects/masp/index.md       facts, written once: front matter only
content/projects/masp/index.it.md    Italian words: title, summary, text
content/projects/masp/index.en.md    English words
content/projects/masp/cover.svg      a file of the record; cover.it.svg would serve Italian alone
content/partners/aiccon.md           the same as content/partners/aiccon/index.md
content/guides/masp/020-tools.it.md  a chapter: the number is its place, not part of the id
` + "```" + `

- Ids are of small letters, digits and hyphens, the same in every language. A language must be one of ` + "`site.toml`" + `.
- Front matter is YAML between lines of ` + "`---`" + `, or TOML between lines of ` + "`+++`" + `. Keys that begin with ` + "`x_`" + ` are ignored; any other unknown key is an error.
- A **fact** is the same in every language and stands in the file without a language. It may be repeated elsewhere if it says the same; if it differs, that is an error that shows both places.
- A **translated** field holds words. In a language's file it is a bare value; in the neutral file a map: ` + "`title: {it: Guida, en: Guide}`" + `. A site of one language needs no maps.
- A record may have one file only. If that file has a language, the record exists in that language alone, and readers of the others are led to it honestly.
- The body, after the front matter, is Markdown, and stands in a language's file.
- Links to other records go by type and id and find the reader's language: ` + "`[MASP](@/projects/masp#objectives)`" + `. An empty text takes the title of the target.

## How values are written

| value | written as |
|---|---|
| text | any text; a number or ` + "`no`" + ` stays what you wrote |
| date | ` + "`2020-06-15`, `2020-06` or `2020`" + ` |
| moment | ` + "`2021-03-25T10:00`, with `+01:00` where it is not the site's time zone, or a date" + ` |
| reference | the id of another record; with the folder, ` + "`projects/masp`" + `, where the field takes any type |
| list | ` + "`[a, b]`, or one line each beginning with `- `" + ` |
| file | the name of a file in the record's folder |

`

// typeNames say in a word what a type holds.
var typeNames = map[reflect.Type]string{
	reflect.TypeFor[schema.Str]():      "text",
	reflect.TypeFor[schema.Ref]():      "reference",
	reflect.TypeFor[schema.Int]():      "whole number",
	reflect.TypeFor[schema.Float]():    "number",
	reflect.TypeFor[schema.Bool]():     "`true` or `false`",
	reflect.TypeFor[schema.Date]():     "date",
	reflect.TypeFor[schema.Moment]():   "moment",
	reflect.TypeFor[schema.Text]():     "text",
	reflect.TypeFor[schema.TextList](): "list of texts",
	reflect.TypeFor[schema.Stamps]():   "`of`, `at`, `fingerprint`",
}

// fieldReference writes the tables of fields.
type fieldReference struct {
	t        *testing.T
	b        strings.Builder
	docs     map[string]string // of structs
	meanings map[string]string // by struct and key
}

// contentReference writes docs/content-reference.md.
func contentReference(t *testing.T) string {
	r := &fieldReference{t: t, docs: map[string]string{}, meanings: meanings(t)}
	for _, s := range readSources(t, "internal/content").structs() {
		r.docs[s.name] = s.doc
	}
	everyFormHasWords(t)
	r.b.WriteString(referenceIntro)
	r.b.WriteString("## Fields of every type\n\n")
	r.table(reflect.TypeFor[content.Common](), schema.Fields(reflect.TypeFor[content.Common]()))
	r.structs(reflect.TypeFor[content.Common]())
	for _, kind := range kindsOfSet() {
		r.kind(kind)
	}
	return strings.TrimRight(r.b.String(), "\n") + "\n"
}

// kindsOfSet are the structs of the records, in the order of content.Set.
func kindsOfSet() []reflect.Type {
	var all []reflect.Type
	for _, f := range reflect.VisibleFields(reflect.TypeFor[content.Set]()) {
		if f.Type.Kind() == reflect.Slice {
			all = append(all, f.Type.Elem().Elem())
		}
	}
	return all
}

func (r *fieldReference) kind(kind reflect.Type) {
	name := strings.ToLower(kind.Name())
	fmt.Fprintf(&r.b, "## %s\n\n%s %s\n\n", name, r.docs[kind.Name()], place(content.Kind(name)))
	r.table(kind, ownFields(kind))
	r.structs(kind)
}

// place says where the files of a kind lie.
func place(k content.Kind) string {
	switch k {
	case content.KindChapter:
		return "In `content/guides/<guide>/`, with a number before the id."
	case content.KindSheet:
		return "In `content/kits/<kit>/`. The text answers five questions, one level-2 heading each: what it is, who it is for, how much, how to apply, where to go."
	case content.KindSection:
		return "In `content/index.<language>.md` and `content/<folder>/index.<language>.md`."
	}
	return "In `content/" + k.Folder() + "/`."
}

// ownFields are those that not every kind has.
func ownFields(kind reflect.Type) []schema.Field {
	common := schema.Fields(reflect.TypeFor[content.Common]())
	return slices.DeleteFunc(schema.Fields(kind), func(f schema.Field) bool {
		return slices.ContainsFunc(common, func(c schema.Field) bool { return c.Key == f.Key })
	})
}

// structs writes a table for each struct below a type, once.
func (r *fieldReference) structs(of reflect.Type) {
	fields := schema.Fields(of)
	if of != reflect.TypeFor[content.Common]() {
		fields = ownFields(of)
	}
	written := map[reflect.Type]bool{}
	for _, f := range fields {
		inner := element(f.Type)
		if typeNames[inner] != "" || written[inner] {
			continue
		}
		written[inner] = true
		fmt.Fprintf(&r.b, "### %s\n\n%s\n\n", heading(of, inner), r.docs[inner.Name()])
		r.table(inner, schema.Fields(inner))
		r.structs(inner)
	}
}

// heading names a group of fields after those that hold it: "event: moderator,
// greetings, speakers".
func heading(of, inner reflect.Type) string {
	var keys []string
	for _, f := range schema.Fields(of) {
		if element(f.Type) == inner {
			keys = append(keys, f.Key)
		}
	}
	return strings.ToLower(of.Name()) + ": " + strings.Join(keys, ", ")
}

// anchor is what renderers of Markdown make of a heading.
func anchor(heading string) string {
	return "#" + strings.NewReplacer(" ", "-", ":", "", ",", "").Replace(heading)
}

func (r *fieldReference) table(owner reflect.Type, fields []schema.Field) {
	r.b.WriteString("| field | | | value | meaning |\n|---|---|---|---|---|\n")
	for _, f := range fields {
		need, nature := "", "fact"
		if f.Required {
			need = "required"
		}
		switch {
		case f.Translated():
			nature = "translated"
		case typeNames[element(f.Type)] == "":
			nature = "" // each member has its own
		}
		fmt.Fprintf(&r.b, "| `%s` | %s | %s | %s | %s |\n", f.Key, need, nature, value(owner, f), r.meaning(owner.Name(), f.Key))
	}
	r.b.WriteString("\n")
}

// value says what a field may hold.
func value(owner reflect.Type, f schema.Field) string {
	inner := element(f.Type)
	what := typeNames[inner]
	switch {
	case what == "":
		what = "[map](" + anchor(heading(owner, inner)) + ")"
	case f.Ref != "":
		what = "reference to `" + f.Ref + "`"
	case f.Form != "":
		what = forms[f.Form]
	}
	switch len(f.Range) {
	case 1:
		what += fmt.Sprintf(", at least %g", f.Range[0])
	case 2:
		what += fmt.Sprintf(", %g to %g", f.Range[0], f.Range[1])
	}
	if f.Type.Kind() == reflect.Slice {
		what = "list: " + what
	}
	if f.Short != "" {
		what += "; a bare value is its `" + f.Short + "`"
	}
	if len(f.Enum) == 0 {
		return what
	}
	words := "`" + strings.Join(f.Enum, "`, `") + "`"
	if inner == reflect.TypeFor[schema.Text]() {
		return words + ", or a text"
	}
	return strings.Replace(what, "text", words, 1)
}

func element(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice {
		return t.Elem()
	}
	return t
}
