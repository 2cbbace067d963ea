package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/internal/diag"

	"github.com/yuin/goldmark/ast"
)

// rawHTML tells of HTML that was left out, once a line, at its first tag.
func (r *reading) rawHTML(n ast.Node) {
	start := max(n.Pos(), 0)
	snippet, _, _ := strings.Cut(string(r.src[start:min(start+maxSnippet, len(r.src))]), "\n")
	if i := strings.IndexByte(snippet, '>'); i >= 0 {
		snippet = snippet[:i+1]
	}
	line := 1 + r.doc.whole.lines.index(start)
	if line == r.raw || strings.HasPrefix(snippet, "</") {
		return
	}
	r.raw = line
	r.add(diag.At(r.pos(start, start+len(snippet)), "raw-html", strings.ToValidUTF8(snippet, "")).WithHint("hint.raw-html"))
}

const maxSnippet = 60

// report tells what the parser noted down.
func (r *reading) report(f *findings) {
	if f.tooDeep >= 0 {
		r.add(diag.At(r.pos(f.tooDeep, f.tooDeep+1), "too-deep").WithHint("hint.too-deep", maxDepth))
	}
	for _, a := range f.attributes {
		r.add(diag.At(r.pos(a.start, a.stop), a.key, a.name, a.value).WithHint("hint.attribute"))
	}
	for _, n := range f.notices {
		r.add(diag.At(r.pos(n.start, n.stop), "unknown-notice", n.kind).WithHint("hint.notice", noticeKinds))
	}
	for _, n := range f.unused {
		start, stop := r.place(n, n.Ref)
		r.add(diag.At(r.pos(start, stop), "unused-footnote", string(n.Ref)).WithHint("hint.unused-footnote", string(n.Ref)))
	}
	for _, n := range f.repeated {
		start, stop := r.place(n, n.Ref)
		r.add(diag.At(r.pos(start, stop), "unused-footnote.twice", string(n.Ref)).WithHint("hint.note-twice"))
	}
}

// isShouted reports whether a heading is written in capitals. Acronyms are not
// counted: words of up to three letters, without vowels, or with a digit.
func isShouted(s string) bool {
	words, shouted, longest := 0, 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWordRune(r) }) {
		if strings.ContainsFunc(w, unicode.IsLower) {
			return false
		}
		if !strings.ContainsFunc(w, unicode.IsUpper) {
			continue
		}
		words++
		if !isAcronym(w) {
			shouted++
			longest = max(longest, utf8.RuneCountInString(w))
		}
	}
	return shouted > 0 && (words >= 2 || longest >= 5)
}

func isAcronym(w string) bool {
	return utf8.RuneCountInString(w) <= 3 ||
		strings.ContainsFunc(w, unicode.IsDigit) ||
		isASCII(w) && !strings.ContainsAny(w, "AEIOUY")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// judge looks at the text of one block for quotes that do not match and for
// note numbers left behind by copying from a PDF.
func (r *reading) judge(block ast.Node) {
	q := quoteJudge{r: r, prev: endOfText}
	left := leftovers{r: r, block: block}
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.Image:
			q.prev = 'x'
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				q.text(n)
				r.gluedNotes(n)
				r.unknownNotes(n)
				if !r.refused {
					left.text(n)
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

// quoteJudge follows the double quotation marks of one block.
type quoteJudge struct {
	r    *reading
	prev rune
	open []rune
}

// closers names the marks that may close what each mark opens: „ is closed as
// in German or as in Polish.
var closers = map[rune]string{'“': "”", '«': "»", '„': "“”", '"': `"`}

// quoting are the bytes that quotation marks are made of, and what takes their meaning
// away.
var quoting = bytesIn("\"\\").with(utf8.RuneSelf, 0xff)

func (q *quoteJudge) text(n *ast.Text) {
	s := q.r.src[n.Segment.Start:n.Segment.Stop]
	for i := 0; i < len(s); {
		if !quoting[s[i]] {
			for i++; i < len(s) && !quoting[s[i]]; i++ {
			}
			q.prev = rune(s[i-1])
			continue
		}
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRune(s[i:])
		}
		switch c {
		case '\\':
			if i+1 < len(s) {
				q.prev = 'x'
				i += 2
				continue
			}
		case '"', '“', '”', '„', '«', '»':
			q.mark(c, n.Segment.Start+i, size)
		}
		q.prev = c
		i += size
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		q.prev = endOfText
	}
}

// mark takes one quotation mark at the given place.
func (q *quoteJudge) mark(c rune, at, size int) {
	top := rune(0)
	if len(q.open) > 0 {
		top = q.open[len(q.open)-1]
	}
	switch {
	case top != 0 && strings.ContainsRune(closers[top], c) && !(c == '"' && isEdge(q.prev)):
		q.open = q.open[:len(q.open)-1]
	case c == '«' || c == '„' || c == '“' || c == '"' && isEdge(q.prev):
		q.open = append(q.open, c)
	case top == 0, c == '"' && unicode.IsDigit(q.prev):
	default:
		q.open = q.open[:len(q.open)-1]
		q.r.add(diag.At(q.r.pos(at, at+size), "mixed-quotes", string(top), string(c)).WithHint("hint.mixed-quotes"))
	}
}

// notGlued are words whose number belongs to them.
var notGlued = []string{"covid"}

// gluedNotes tells of a word of five or more small letters that ends in one or
// two digits.
func (r *reading) gluedNotes(n *ast.Text) {
	for i := n.Segment.Start; i < n.Segment.Stop; i++ {
		if !isDigit(r.src[i]) {
			continue
		}
		stop := i + 1
		for stop < n.Segment.Stop && isDigit(r.src[stop]) {
			stop++
		}
		start := i - lowerSuffix(r.src[n.Segment.Start:i])
		word := string(r.src[start:i])
		if stop-i <= 2 && utf8.RuneCountInString(word) >= 5 && !slices.Contains(notGlued, word) &&
			startsWord(r.src[:start]) && endsWord(r.src[stop:]) {
			number := string(r.src[i:stop])
			r.add(diag.At(r.pos(start, stop), "glued-footnote", word+number).WithHint("hint.glued-footnote", word, number))
		}
		i = stop
	}
}

// lowerSuffix counts the bytes of the small letters that s ends in.
func lowerSuffix(s []byte) int {
	rest := bytes.TrimRightFunc(s, unicode.IsLower)
	return len(s) - len(rest)
}

// unknownNotes tells of [^label] where there is no such note. The brackets can
// lie in other texts than the label.
func (r *reading) unknownNotes(n *ast.Text) {
	for i := n.Segment.Start; i < n.Segment.Stop; i++ {
		next := bytes.IndexByte(r.src[i:n.Segment.Stop], '^')
		if next < 0 {
			return
		}
		if i += next; i == 0 || r.src[i-1] != '[' || i > 1 && r.src[i-2] == '\\' {
			continue
		}
		label, _, ok := bytes.Cut(r.src[i+1:min(i+1+maxSnippet, len(r.src))], []byte("]"))
		if ok && len(label) > 0 && !bytes.ContainsAny(label, "[\n") {
			r.add(diag.At(r.pos(i+1, i+1+len(label)), "unknown-footnote", string(label)).WithHint("hint.unknown-footnote", string(label)))
		}
	}
}

// startsWord reports whether a word can begin behind before: not within another
// word, an address or a file's name.
func startsWord(before []byte) bool {
	r, size := utf8.DecodeLastRune(before)
	return size == 0 || !isWordRune(r) && !strings.ContainsRune("-_./@#&=:%", r)
}

// endsWord reports whether a word ends before after: at its end, at a space, or
// at punctuation with a space or nothing behind it.
func endsWord(after []byte) bool {
	rest := strings.TrimLeft(string(after[:min(len(after), maxSnippet)]), `.,;:!?)]}"'»”’*_~`)
	r, size := utf8.DecodeRuneInString(rest)
	return size == 0 || unicode.IsSpace(r)
}
