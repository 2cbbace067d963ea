package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/internal/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// leftovers finds the marks of one block that came to nothing: links that are
// none, emphasis never closed, notations of other programs. Readers would see
// them as they are. Of each kind of mark the first in the block is told.
type leftovers struct {
	r     *reading
	block ast.Node
	told  []string
}

// text looks through one text of the block.
func (l *leftovers) text(n *ast.Text) {
	src := l.r.src
	for i := n.Segment.Start; i < n.Segment.Stop; i++ {
		switch {
		case !marking[src[i]]:
		case src[i] == '\\':
			i++
		default:
			i += l.mark(n, i)
		}
	}
}

// marking are the bytes that marks are made of, and what takes their meaning away.
var marking = bytesIn("\\[]){*_~`^:#|")

// shortcode is the end of what WordPress puts in, as [/caption].
var shortcode = regexp.MustCompile(`^\[/[a-z][a-z_-]*\]`)

// mark judges the mark at an offset, and returns how many bytes behind it belong
// to it.
func (l *leftovers) mark(n *ast.Text, at int) int {
	rest := lineRest(l.r.src, at)
	switch c := rest[0]; c {
	case '[':
		l.definition(at, rest)
		l.wiki(at, rest)
		if shortcode.Match(rest) {
			l.unread(at, rest[:within(rest, ']')+1], "hint.unread-template")
		}
	case ']':
		l.bracket(at, rest)
	case ')':
		l.swapped(at, rest)
	case '{':
		l.braces(n, at, rest)
	case '^':
		if bytes.HasPrefix(rest, []byte("^[")) && bytes.IndexByte(rest, ']') > 2 && before(l.r.src, at) != '[' {
			l.tell(at, at+2, "unknown-footnote.inline", "hint.inline-note")
		}
	case '`':
		l.unread(at, rest[:1], "hint.unread-code")
		return runOf(rest) - 1
	case '*', '_', '~':
		l.emphasis(at, rest[:runOf(rest)])
		return runOf(rest) - 1
	default:
		return l.lineStart(at, rest)
	}
	return 0
}

// tell reports a mark between two offsets, unless one like it was told of the
// block.
func (l *leftovers) tell(start, stop int, key, hint string, args ...any) {
	if slices.Contains(l.told, hint) {
		return
	}
	l.told = append(l.told, hint)
	l.r.add(diag.At(l.r.pos(start, stop), key, snippet(l.r.src[start:stop])).WithHint(hint, args...))
}

func (l *leftovers) unread(at int, mark []byte, hint string, args ...any) {
	l.tell(at, at+len(mark), "unread-mark", hint, args...)
}

// snippet is as much of a text as a message can show.
func snippet(s []byte) string {
	return strings.ToValidUTF8(string(s[:min(len(s), maxSnippet)]), "")
}

// bracket looks at what stands behind a closing bracket: an address or a label
// that was not taken for one.
func (l *leftovers) bracket(at int, rest []byte) {
	if len(rest) < 3 || strings.IndexByte("([ ", rest[1]) < 0 {
		return
	}
	open := l.opening(at)
	if open < 0 || bytes.HasPrefix(l.r.src[open:], []byte("[^")) {
		return
	}
	switch {
	case rest[1] == '(' && rest[2] != ' ':
		start := at + 2
		l.tell(start, start+within(rest[2:], ')'), "broken-link.unread", "hint.link-unread")
	case rest[1] == ' ' && len(rest) > 3 && rest[2] == '(' && isAddressLike(rest[3:3+within(rest[3:], ')')]):
		start := at + 3
		l.tell(start, start+within(rest[3:], ')'), "broken-link.unread", "hint.link-space")
	case rest[1] == '[' && rest[2] != '^':
		l.label(open, at, rest)
	}
}

// label looks at [text][label] without such a label.
func (l *leftovers) label(open, at int, rest []byte) {
	size := within(rest[2:], ']')
	label := l.r.src[open+1 : at]
	if size == len(rest)-2 || len(bytes.Trim(label, "0123456789 ,.")) == 0 { // [1][2]: numbers of sources
		return
	}
	start := at + 2
	if size > 0 {
		label = rest[2 : 2+size]
	} else {
		start, size = open+1, len(label)
	}
	l.tell(start, start+size, "broken-link.label", "hint.link-label", snippet(label))
}

// swapped looks for (text)[address].
func (l *leftovers) swapped(at int, rest []byte) {
	if len(rest) < 3 || rest[1] != '[' || bytes.IndexByte(lineBefore(l.r.src, at), '(') < 0 {
		return
	}
	if size := within(rest[2:], ']'); isAddressLike(rest[2 : 2+size]) {
		l.tell(at+2, at+2+size, "broken-link.unread", "hint.link-swapped")
	}
}

// wiki looks for [[page]].
func (l *leftovers) wiki(at int, rest []byte) {
	size := bytes.Index(rest, []byte("]]"))
	if size < 3 || rest[1] != '[' || bytes.HasPrefix(rest[size+2:], []byte("(")) {
		return
	}
	if name := rest[2:size]; hasLetter(name) && bytes.IndexByte(name, '[') < 0 {
		l.tell(at+2, at+size, "broken-link.unread", "hint.link-wiki")
	}
}

// definition looks for “[1]: note” at the start of a line, which is neither a
// note nor the address of a link.
func (l *leftovers) definition(at int, rest []byte) {
	size := within(rest[1:], ']')
	if len(bytes.TrimSpace(lineBefore(l.r.src, at))) > 0 || size == 0 || size+2 >= len(rest) || rest[size+2] != ':' || rest[1] == '^' {
		return
	}
	l.unread(at, rest[:size+3], "hint.unread-definition", snippet(rest[1:1+size]))
}

// emphasis looks at a run of *, _ or ~ that opens or closes nothing.
func (l *leftovers) emphasis(at int, run []byte) {
	prev, next := before(l.r.src, at), after(l.r.src, at+len(run))
	opens := isEdge(prev) && !isEdge(next) && !unicode.IsDigit(next)
	var odd bool
	switch {
	case run[0] == '*' && len(run) > 1:
		odd = len(run) <= 3 && !(unicode.IsDigit(prev) || isEdge(prev) && unicode.IsDigit(next))
	case len(run) == 2:
		odd = opens || isEdge(next) && isWordRune(prev)
	case len(run) == 1 && run[0] != '~':
		odd = opens && isWordRune(next)
	}
	if odd {
		l.unread(at, run, "hint.unread-emphasis", string(run))
	}
}

// braces looks at {…} that could have been attributes or the notation of
// another program.
func (l *leftovers) braces(n *ast.Text, at int, rest []byte) {
	if bytes.HasPrefix(rest, []byte("{{")) || bytes.HasPrefix(rest, []byte("{%")) {
		l.unread(at, rest[:2], "hint.unread-template")
		return
	}
	_, heading := l.block.(*ast.Heading)
	prev := before(l.r.src, at)
	_, first := n.PreviousSibling().(*ast.Text)
	behind := at == n.Segment.Start && n.PreviousSibling() != nil && !first || prev == ']' || prev == ')'
	alone := len(bytes.TrimSpace(lineBefore(l.r.src, at))) == 0
	size := within(rest, '}')
	closed := size < len(rest)
	whole := len(bytes.TrimSpace(rest[min(size+1, len(rest)):])) == 0
	if closed && (behind || whole && (alone || heading)) && isAttributeLike(rest[1:size]) || heading && !closed {
		stop := min(size+1, len(bytes.TrimRight(rest, " \t")))
		l.tell(at, at+stop, "bad-attribute.unread", "hint.attribute")
	}
}

// lineStart looks at marks that count only at the start of a line.
func (l *leftovers) lineStart(at int, rest []byte) int {
	if len(bytes.TrimSpace(lineBefore(l.r.src, at))) > 0 || l.block.Kind() == ast.KindHeading {
		return 0
	}
	run := runOf(rest)
	switch rest[0] {
	case '#':
		if run > 1 && len(rest) > run && (rest[run] != ' ' || run > 6) {
			l.unread(at, rest[:run], "hint.unread-heading")
		}
	case ':':
		if run >= 3 {
			l.unread(at, rest[:run], "hint.unread-template")
		}
	case '|':
		if bytes.Count(rest, []byte("|")) > 1 && l.block.Kind() == ast.KindParagraph {
			l.unread(at, rest[:1], "hint.unread-table")
		}
	}
	return run - 1
}

// opening is where the bracket opens that the one at an offset closes, on the
// same line; -1 when none does.
func (l *leftovers) opening(at int) int {
	line := lineBefore(l.r.src, at)
	depth := 1
	for i := len(line) - 1; i >= 0 && len(line)-i < maxLabel; i-- {
		switch {
		case i > 0 && line[i-1] == '\\':
			i--
		case line[i] == ']':
			depth++
		case line[i] == '[':
			if depth--; depth == 0 {
				return at - len(line) + i
			}
		}
	}
	return -1
}

// maxLabel is how many bytes a link's text is searched back for.
const maxLabel = 1000

// isAddressLike reports whether s was meant for an address and not for words in
// brackets.
func isAddressLike(s []byte) bool {
	text := string(bytes.TrimSpace(s))
	for _, start := range []string{"http:", "https:", "mailto:", "tel:", "www.", "@/", "#", "./", "../", "/"} {
		if strings.HasPrefix(text, start) && len(text) > len(start) {
			return true
		}
	}
	dot := strings.LastIndexByte(text, '.')
	return dot > 0 && len(text)-dot > 2 && len(text)-dot <= 5 && !strings.ContainsAny(text, " ,;") && hasLetter([]byte(text[dot:]))
}

// isAttributeLike reports whether what stands in braces looks like attributes.
func isAttributeLike(s []byte) bool {
	s = bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(s), []byte(":")))
	return len(s) > 1 && (s[0] == '#' || s[0] == '.' || bytes.IndexByte(s, '=') > 0)
}

func hasLetter(s []byte) bool { return bytes.ContainsFunc(s, unicode.IsLetter) }

// within is how many bytes stand before an end mark; all where there is none.
func within(s []byte, end byte) int {
	if i := bytes.IndexByte(s, end); i >= 0 {
		return i
	}
	return len(s)
}

// runOf is how often the first byte of s is repeated.
func runOf(s []byte) int { return len(s) - len(bytes.TrimLeft(s, string(s[:1]))) }

// lineRest is what stands on a line from an offset on, at most maxRest bytes.
func lineRest(src []byte, at int) []byte {
	rest := src[at:min(at+maxRest, len(src))]
	return rest[:within(rest, '\n')]
}

// maxRest bounds how far a mark is read ahead, so that a long line costs no more
// than its length.
const maxRest = 512

// lineBefore is what stands on a line before an offset, without the marks of
// quotations and lists.
func lineBefore(src []byte, at int) []byte {
	line := src[max(0, at-maxLabel):at]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	return bytes.TrimLeft(line, " \t>")
}

func before(src []byte, at int) rune {
	r, size := utf8.DecodeLastRune(src[:at])
	if size == 0 {
		return endOfText
	}
	return r
}

func after(src []byte, at int) rune {
	r, size := utf8.DecodeRune(src[at:])
	if size == 0 {
		return endOfText
	}
	return r
}

// fence tells of code whose fence is never closed: the rest of the body would be
// shown as code.
func (r *reading) fence(n *ast.FencedCodeBlock) {
	start := lineStart(r.src, max(n.Pos(), 0))
	line := bytes.TrimLeft(lineRest(r.src, start), " \t>")
	if i := bytes.IndexAny(line, "`~"); i >= 0 {
		line = line[i:]
	}
	if len(line) == 0 || r.refused {
		return
	}
	mark := line[:runOf(line)]
	end := start + len(lineRest(r.src, start)) + 1
	if k := n.Lines().Len(); k > 0 {
		end = n.Lines().At(k - 1).Stop
	}
	if end < len(r.src) && bytes.HasPrefix(bytes.TrimLeft(lineRest(r.src, end), " \t>"), mark) {
		return
	}
	at := start + bytes.Index(r.src[start:], mark)
	r.add(diag.At(r.pos(at, at+len(mark)), "unread-mark.fence").WithHint("hint.close-code", string(mark)))
}

func lineStart(src []byte, at int) int { return bytes.LastIndexByte(src[:min(at, len(src))], '\n') + 1 }

// uneven tells of the first row of a table that has more or fewer cells than its
// head: what is too much is not shown.
func (r *reading) uneven(t *east.Table) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == east.KindTableHeader || row.Pos() < 0 {
			continue
		}
		line := r.src[row.Pos():]
		line = bytes.TrimRight(line[:within(line, '\n')], " \t")
		if n := cells(line); n != len(t.Alignments) {
			at := row.Pos() + len(line) - len(bytes.TrimLeft(line, " \t"))
			r.add(diag.At(r.pos(at, row.Pos()+len(line)), "table-columns", n, len(t.Alignments)).WithHint("hint.table-columns"))
			return
		}
	}
}

// cells counts the cells of a table's line, as the parser splits it: at every
// pipe that has no backslash before it.
func cells(line []byte) int {
	line = bytes.TrimPrefix(bytes.TrimSpace(line), []byte("|"))
	n := 1
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') && i < len(line)-1 {
			n++
		}
	}
	return n
}

// emptyTarget is where the address of a link or picture would stand that has
// none.
func (r *reading) emptyTarget(n ast.Node) (start, stop int) {
	at := max(n.Pos(), 0)
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			at = max(at, t.Segment.Stop)
		}
		return ast.WalkContinue, nil
	})
	if i := bytes.Index(lineRest(r.src, at), []byte("](")); i >= 0 {
		at += i + len("](")
	}
	return at, at + 1
}
