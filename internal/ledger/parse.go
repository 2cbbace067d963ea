package ledger

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// The states of an address.
const (
	live = "live"
	gone = "gone"
)

// maxProblems is how many lines are reported: a file with more is no ledger.
const maxProblems = 100

// Parse reads urls.lock. Lines that are empty or begin with # say nothing. What
// cannot be read is left out of the ledger and reported at its place; after errors
// the ledger is of use for nothing but looking at.
func Parse(data []byte) (Ledger, []diag.Diagnostic) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) {
		return Ledger{}, []diag.Diagnostic{diag.At(invalid(data), "not-utf8").WithHint("hint.save-utf8")}
	}
	r := reader{first: map[string]diag.Pos{}}
	number := 0
	for text := range strings.Lines(string(data)) {
		number++
		text = strings.TrimRight(text, "\r\n")
		if mark, is := conflict(text); is {
			p := diag.Pos{File: File, Line: number, Col: 1, EndCol: mark + 1}
			return Ledger{}, []diag.Diagnostic{diag.At(p, "conflict-markers").WithHint("hint.resolve-conflict")}
		}
		r.line(number, text)
		if len(r.diags) >= maxProblems {
			break
		}
	}
	return Ledger{r.entries}, r.diags
}

// invalid is the place of the first byte that is not UTF-8.
func invalid(data []byte) diag.Pos {
	at := 0
	for at < len(data) {
		c, size := utf8.DecodeRune(data[at:])
		if c == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	before := data[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Pos{File: File, Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[start:]) + 1}
}

// conflict reports whether a line is one that git leaves in an unfinished merge,
// and how long its mark is.
func conflict(text string) (length int, is bool) {
	for _, mark := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if rest, found := strings.CutPrefix(text, mark); found && (rest == "" || rest[0] == ' ') {
			return len(mark), true
		}
	}
	return 0, false
}

// reader collects the entries of a file.
type reader struct {
	entries []Entry
	diags   []diag.Diagnostic
	first   map[string]diag.Pos // where each address stands
}

func (r *reader) tell(d diag.Diagnostic) { r.diags = append(r.diags, d) }

// line reads one line: an address, its state, the file.
func (r *reader) line(number int, text string) {
	f := fields{text: text, number: number}
	address, at := f.next()
	if address == "" || address[0] == '#' {
		return
	}
	if !valid(address) {
		r.tell(diag.At(at, "bad-ledger.address", address).WithHint("hint.ledger-address"))
		return
	}
	e := Entry{Address: address, Pos: at}
	if d := f.state(&e); d != nil {
		r.tell(*d)
		return
	}
	e.Source = f.rest()
	if first, twice := r.first[address]; twice {
		r.tell(diag.At(at, "bad-ledger.twice", address).WithHint("hint.ledger-twice").Also(first, "see.first"))
		return
	}
	r.first[address] = at
	r.entries = append(r.entries, e)
}

// state reads “live”, or “gone” and its date.
func (f *fields) state(e *Entry) *diag.Diagnostic {
	word, at := f.next()
	switch word {
	case live:
		return nil
	case gone:
		day, at := f.next()
		if date, ok := i18n.ParseDate(day); ok && date.Day != 0 {
			e.Gone = day
			return nil
		}
		d := diag.At(at, "bad-ledger.date", day).WithHint("hint.ledger-line")
		return &d
	case "":
		d := diag.At(e.Pos, "bad-ledger.short", e.Address).WithHint("hint.ledger-line")
		return &d
	}
	d := diag.At(at, "bad-ledger.state", word).WithHint("hint.ledger-line")
	return &d
}

// fields takes a line apart at its spaces.
type fields struct {
	text   string
	number int
	at     int // in bytes
	column int // in characters before at
}

// next returns the next word and its place; behind the last one it is empty.
func (f *fields) next() (word string, at diag.Pos) {
	f.skip()
	rest := f.text[f.at:]
	if end := strings.IndexAny(rest, " \t"); end >= 0 {
		rest = rest[:end]
	}
	at = diag.Pos{File: File, Line: f.number, Col: f.column + 1}
	f.at += len(rest)
	f.column += utf8.RuneCountInString(rest)
	if rest != "" {
		at.EndCol = f.column + 1
	}
	return rest, at
}

func (f *fields) skip() {
	for f.at < len(f.text) && (f.text[f.at] == ' ' || f.text[f.at] == '\t') {
		f.at++
		f.column++
	}
}

// rest is what has not been read, in which spaces are part of a name.
func (f *fields) rest() string { return strings.Trim(f.text[f.at:], " \t\r\n") }
