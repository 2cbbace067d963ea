package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// rawHTML tells of HTML that was left out, once a line, at its first tag.
func (r *reading) rawHTML(n ast.Node) {
	start := max(n.Pos(), 0)
	snippet, _, _ := strings.Cut(string(r.src[start:min(start+maxSnippet, len(r.src))]), "\n")
	if i := strings.IndexByte(snippet, '>'); i >= 0 {
		snippet = snippet[:i+1]
	}
	line := 1 + r.doc.lines.index(start)
	if line == r.raw || strings.HasPrefix(snippet, "</") {
		return
	}
	r.raw = line
	r.add(start, start+len(snippet), "raw-html", strings.ToValidUTF8(snippet, ""))
	r.hint("hint.raw-html")
}

const maxSnippet = 60

// report tells what the parser noted down.
func (r *reading) report(f *findings) {
	if f.tooDeep >= 0 {
		r.add(f.tooDeep, f.tooDeep+1, "too-deep")
		r.hint("hint.too-deep", maxDepth)
	}
	for _, a := range f.attributes {
		if a.key == "bad-attribute" {
			r.add(a.start, a.stop, a.key, a.name)
		} else {
			r.add(a.start, a.stop, a.key, a.value, a.name)
		}
		r.hint("hint.attribute")
	}
	for _, n := range f.notices {
		r.add(n.start, n.stop, "unknown-notice", n.kind)
		r.hint("hint.notice", noticeKinds)
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
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.Image:
			q.prev = 'x'
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				q.text(n)
				r.gluedNotes(n)
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

func (q *quoteJudge) text(n *ast.Text) {
	s := q.r.src[n.Segment.Start:n.Segment.Stop]
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRune(s[i:])
		if c == '\\' && i+1 < len(s) {
			q.prev = 'x'
			i += 2
			continue
		}
		if strings.ContainsRune(`"“”„«»`, c) {
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
		q.r.add(at, at+size, "mixed-quotes", string(top), string(c))
		q.r.hint("hint.mixed-quotes")
	}
}

// gluedNote is a word of five or more small letters with one or two digits.
var gluedNote = regexp.MustCompile(`\p{Ll}{5,}[0-9]{1,2}`)

// notGlued are words whose number belongs to them.
var notGlued = []string{"covid"}

func (r *reading) gluedNotes(n *ast.Text) {
	s := r.src[n.Segment.Start:n.Segment.Stop]
	for _, m := range gluedNote.FindAllIndex(s, -1) {
		word := string(s[m[0]:m[1]])
		letters := strings.TrimRight(word, "0123456789")
		if !startsWord(s[:m[0]]) || !endsWord(s[m[1]:]) || slices.Contains(notGlued, letters) {
			continue
		}
		at := n.Segment.Start + m[0]
		r.add(at, at+len(word), "glued-footnote", word)
		r.hint("hint.glued-footnote", letters, word[len(letters):])
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
	rest := strings.TrimLeft(string(after[:min(len(after), maxSnippet)]), `.,;:!?)]}"'»”’*`)
	r, size := utf8.DecodeRuneInString(rest)
	return size == 0 || unicode.IsSpace(r)
}
