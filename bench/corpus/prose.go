package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// poolSize is how many sentences a language has to choose from.
const poolSize = 4000

// sentences makes the pool of a language.
func sentences(l int) []string {
	v, r := stocks[l], draw("sentences "+languages[l], 0)
	out := make([]string, poolSize)
	for i := range out {
		subject, verb, object, complement := pick(r, v.subject), pick(r, v.verb), pick(r, v.object), pick(r, v.complement)
		switch n := r.IntN(20); {
		case n < 7:
			out[i] = fmt.Sprintf("%s %s %s %s.", subject, verb, object, complement)
		case n < 12:
			out[i] = fmt.Sprintf("%s, %s %s %s, %s %s %s %s.", pick(r, v.link), subject, verb, object, pick(r, v.object), v.and, pick(r, v.object), complement)
		case n < 16:
			out[i] = fmt.Sprintf("%s – %s – %s **%s** %s.", subject, pick(r, v.complement), verb, object, complement)
		default:
			out[i] = fmt.Sprintf("%s, %s %s *%s* (%s); %s %s %s.", pick(r, v.link), subject, verb, object, complement, pick(r, v.subject), pick(r, v.verb), pick(r, v.object))
		}
		out[i] = capital(out[i])
	}
	return out
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// title makes the title of a record: what it is, and what it is about.
func title(r *rand.Rand, what func(l int) string) text {
	object, complement := r.IntN(len(stocks[it].object)), r.IntN(len(stocks[it].complement))
	var t text
	for l := range languages {
		t[l] = what(l) + ": " + stocks[l].object[object] + " " + stocks[l].complement[complement]
	}
	return t
}

// phrase is a short text.
func (s *site) phrase(r *rand.Rand) text {
	object, complement := r.IntN(len(stocks[it].object)), r.IntN(len(stocks[it].complement))
	var t text
	for l := range languages {
		t[l] = capital(stocks[l].object[object] + " " + stocks[l].complement[complement])
	}
	return t
}

// summary is one sentence without marks.
func (s *site) summary(r *rand.Rand) text {
	var t text
	n := r.IntN(poolSize)
	for l := range languages {
		t[l] = strings.ReplaceAll(s.pool[l][n], "*", "")
	}
	return t
}

// writer makes one body. Its outline comes from a source of chance that all
// languages of the record share, its words from one of the language.
type writer struct {
	*site
	lang        int
	stock       stock
	shape, word *rand.Rand
	blocks      []string
	words       int // counted alike in every language, so that outlines agree
	notes       int
	subheads    []int
}

func (s *site) writer(key string, n, lang int) *writer {
	w := &writer{site: s, lang: lang, stock: stocks[lang], shape: draw("shape "+key, n), word: draw("words "+languages[lang]+" "+key, n)}
	w.subheads = w.shape.Perm(len(w.stock.subheading))
	return w
}

// body is the text of a record: 300 to 900 words under headings.
func (s *site) body(key string, n, lang int) string {
	w := s.writer(key, n, lang)
	wanted, table := 300+w.shape.IntN(600), w.shape.IntN(2) == 0
	headings := w.shape.Perm(len(w.stock.heading))
	for k := 0; w.words < wanted && k <= len(headings); k++ {
		if k > 0 {
			w.add("## " + w.stock.heading[headings[k-1]])
		}
		w.section()
		if table && k == 1 {
			w.table()
		}
	}
	return w.finish()
}

// sheetBody answers the five questions of a sheet in 300 to 500 words.
func (s *site) sheetBody(n, lang int) string {
	w := s.writer("sheet", n, lang)
	w.paragraph()
	for i, q := range w.stock.questions {
		w.add("## " + q)
		w.paragraph()
		if i == 3 {
			w.list(true)
		}
	}
	return w.finish()
}

func (w *writer) add(block string) { w.blocks = append(w.blocks, block) }

// sentence takes one from the pool; it counts the words that sentences have on
// average.
func (w *writer) sentence() string {
	w.words += 18
	return pick(w.word, w.pool[w.lang])
}

func (w *writer) section() {
	for range 1 + w.shape.IntN(2) {
		w.paragraph()
	}
	switch n := w.shape.IntN(20); {
	case n < 9:
		w.list(false)
	case n < 12:
		w.list(true)
	case n < 14:
		w.add("> " + w.sentence())
	case n < 16 && len(w.subheads) > 0 && len(w.blocks) > 2:
		w.add("### " + w.stock.subheading[w.subheads[0]])
		w.subheads = w.subheads[1:]
		w.add(w.sentence())
	}
}

func (w *writer) paragraph() {
	var b strings.Builder
	for i := range 2 + w.shape.IntN(3) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.sentence())
	}
	if w.shape.IntN(100) < 55 {
		fmt.Fprintf(&b, " %s [%s](@/%s).", w.stock.see, pick(w.word, w.stock.object), w.target())
	}
	if w.shape.IntN(100) < 30 {
		w.notes++
		fmt.Fprintf(&b, "[^%d]", w.notes)
	}
	w.add(b.String())
}

// target is any record, as a link names it.
func (w *writer) target() string {
	switch r := w.shape; r.IntN(6) {
	case 0:
		return "projects/" + pick(r, w.projects).id
	case 1:
		return "events/" + pick(r, w.events).id
	case 2:
		return "news/" + pick(r, w.news).id
	case 3:
		return "kits/" + pick(r, w.sheets).path()
	case 4:
		return "guides/masp/" + pick(r, w.chapters).id
	default:
		return "partners/" + pick(r, w.partners).id
	}
}

func (w *writer) list(numbered bool) {
	var items []string
	for n := range 3 + w.shape.IntN(3) {
		mark, item := "- ", pick(w.word, w.stock.object)
		if numbered {
			mark = fmt.Sprintf("%d. ", n+1)
		}
		if numbered || w.shape.IntN(10) < 7 {
			item = w.sentence()
		}
		items = append(items, mark+item)
	}
	w.add(strings.Join(items, "\n"))
}

func (w *writer) table() {
	rows := []string{"| " + strings.Join(w.stock.columns, " | ") + " |", "| --- | --- | --- | --- |"}
	for range 3 + w.shape.IntN(4) {
		from := 2015 + w.shape.IntN(10)
		rows = append(rows, fmt.Sprintf("| %s | %d–%d | %s | %s |", pick(w.word, w.stock.object), from, from+1, w.stock.subject[w.shape.IntN(len(w.stock.subject))], pick(w.word, w.stock.states)))
		w.words += 10
	}
	w.add(strings.Join(rows, "\n"))
}

// finish adds the notes and joins the blocks.
func (w *writer) finish() string {
	for n := range w.notes {
		w.add(fmt.Sprintf("[^%d]: %s %d.%d, <https://example.org/report/%d>.", n+1, w.stock.source, n+1, 1+w.shape.IntN(9), w.shape.IntN(999)))
	}
	return strings.Join(w.blocks, "\n\n") + "\n"
}
