package compile_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// endless finds what would keep both forms busy for long without telling
// anything: a great number to count up to, and a template that calls itself.
var endless = regexp.MustCompile(`\d{4}|0[xXbBoO_]|"page"`)

// FuzzTemplate compares any template in both forms: their output, and whether
// there is an error.
func FuzzTemplate(f *testing.F) {
	for _, text := range constructs {
		f.Add(text, hostile)
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		if endless.MatchString(text) {
			t.Skip()
		}
		compareForms(t, text, value)
	})
}

// compareForms compares a template in both forms, if it has two, and reports
// whether it has.
func compareForms(t *testing.T, text, value string) bool {
	p := both(t, text, partials)
	if p.err != nil || len(p.unsafe) > 0 {
		return false
	}
	v := sample()
	v.Text, v.One.URL, v.Words = value, value, append(v.Words, value)
	p.same(t, v)
	p.same(t, &page{Title: value})
	return true
}

// Templates put together at random from what authors write are nearly all
// compiled, and write the same.
func TestRandomTemplatesWriteWhatHTMLTemplateWrites(t *testing.T) {
	compiled := 0
	const all = 1500
	for seed := range uint64(all) {
		w := writer{rand: rand.New(rand.NewPCG(seed, 3))}
		text := w.nodes(3)
		if compareForms(t, text, hostile) {
			compiled++
		}
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, text)
		}
	}
	if compiled < all/2 {
		t.Errorf("only %d of %d are compiled", compiled, all)
	}
}

// writer writes templates.
type writer struct {
	rand *rand.Rand
	vars []string // the types of $v0, $v1 …
	dot  string   // type of dot
}

func (w *writer) pick(all ...string) string { return all[w.rand.IntN(len(all))] }

func (w *writer) nodes(depth int) string {
	var b strings.Builder
	for range 1 + w.rand.IntN(3) {
		b.WriteString(w.node(depth))
	}
	return b.String()
}

// within writes nodes with another dot; variables declared in them end there.
func (w *writer) within(dot string, depth int) string {
	vars, outer := len(w.vars), w.dot
	w.dot = dot
	text := w.nodes(depth - 1)
	w.vars, w.dot = w.vars[:vars], outer
	return text
}

func (w *writer) node(depth int) string {
	if depth == 0 {
		return w.printed()
	}
	switch w.rand.IntN(9) {
	case 0:
		return "{{if " + w.truth(2) + "}}" + w.within(w.dot, depth) + "{{else}}" + w.within(w.dot, depth) + "{{end}}"
	case 1:
		return "{{with " + w.text(1) + "}}" + w.within("text", depth) + "{{else}}" + w.within(w.dot, depth) + "{{end}}"
	case 2:
		return "{{with " + w.leaf() + "}}" + w.within("leaf", depth) + "{{end}}"
	case 3:
		return "{{range " + w.pick("$.Leaves", "$.Nothing", "$.Links", "$.One.Leaves") + "}}" + w.within("leaf", depth) + w.pick("", "{{break}}", "{{continue}}x") + "{{else}}" + w.printed() + "{{end}}"
	case 4:
		return "{{range " + w.pick("$.Words", "(slice $.Words 1)") + "}}" + w.within("text", depth) + w.pick("", "{{if eq . "+w.text(0)+"}}{{break}}{{end}}") + "{{end}}"
	case 5:
		w.vars = append(w.vars, "text")
		return "{{" + w.variable(len(w.vars)-1) + " := " + w.text(1) + "}}"
	case 6:
		if len(w.vars) > 0 {
			return "{{" + w.variable(w.rand.IntN(len(w.vars))) + " = " + w.text(1) + "}}"
		}
	case 7:
		return w.pick(`{{template "leaf" `+w.leaf()+`}}`, `{{template "word" `+w.text(1)+`}}`, `{{template "list" $.Leaves}}`, `{{template "fixed"}}`)
	}
	return w.printed()
}

func (w *writer) variable(i int) string { return "$v" + string(rune('a'+i)) }

// printed writes a value in one of the contexts.
func (w *writer) printed() string {
	before, after, _ := strings.Cut(w.pick("|", "<p>|</p>", `<p title="|">`, "<p title=|>", `<a href="|">`, `<a href="/x?|">`, `<img srcset="| 2x">`, "<title>|</title>", "<!-- | -->"), "|")
	return before + "{{" + w.pick(w.text(2), w.text(1), w.number(), w.truth(1)) + "}}" + after
}

func (w *writer) text(depth int) string {
	all := []string{`"a<b"`, "$.Title", "$.Text", "$.One.Title", "$.Some.URL", "$.One.Next.Title", `(index $.Words 1)`}
	for i := range w.vars {
		all = append(all, w.variable(i))
	}
	switch w.dot {
	case "text":
		all = append(all, ".", ".")
	case "leaf":
		all = append(all, ".Title", ".URL", ".Next.Title")
	}
	if depth > 0 {
		all = append(all, "(or "+w.text(depth-1)+" "+w.text(depth-1)+")", "(and "+w.text(depth-1)+" "+w.text(depth-1)+")",
			`(t "id" "n" `+w.number()+" \"s\" "+w.text(depth-1)+")", "(printf \"%s-%v\" "+w.text(depth-1)+" "+w.truth(0)+")", "(slice "+w.text(depth-1)+" 1)", "(print "+w.text(0)+" "+w.number()+")")
	}
	return w.pick(all...)
}

func (w *writer) number() string {
	return w.pick("3", "0", "$.Number", "$.Zero", "(len $.Words)", "(len "+w.text(0)+")", "(index $.Numbers 0)", "$.Some.Width")
}

func (w *writer) truth(depth int) string {
	all := []string{"true", "$.Yes", "$.No", "$.One.Open", "$.Note.Empty"}
	if depth > 0 {
		a, b := w.truth(depth-1), w.truth(depth-1)
		all = append(all, "(not "+a+")", "(and "+a+" "+b+")", "(or "+a+" "+b+" "+w.truth(0)+")",
			"("+w.pick("eq", "ne", "lt", "le", "gt", "ge")+" "+w.text(0)+" "+w.text(0)+")", "("+w.pick("eq", "ne", "lt", "ge")+" "+w.number()+" "+w.number()+")", "(eq "+w.text(0)+" "+w.text(0)+" "+w.text(0)+")")
	}
	return w.pick(all...)
}

func (w *writer) leaf() string {
	return w.pick("$.One", "$.Some", "$.None", "$.One.Next", "(index $.Leaves 0)", "(index $.Links 1)", "(or $.None $.Some)")
}
