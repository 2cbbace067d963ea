package content

import (
	"bufio"
	"bytes"
	"strings"

	"github.com/adrg/frontmatter"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// maxHeader is the size limit of front matter, in bytes.
const maxHeader = 64 << 10

// frame is a file split into front matter and body.
type frame struct {
	format     string // "yaml", "toml"; empty: no front matter
	header     []byte
	headerLine int // 1-based line of the header's first line
	body       []byte
	bodyLine   int
	fence      diag.Pos
}

// split frames a file. The fences are found here, because only a line that is
// nothing but the fence, unindented, opens or closes front matter; the library
// then cuts the text that has been made safe for it.
func (c *cutter) split(file string, data []byte) (frame, []diag.Diagnostic) {
	text, diags := tree.Clean(file, data)
	if diags != nil {
		return frame{fence: diag.Pos{File: file, Line: 1, Col: 1}}, diags
	}
	opening := fence(lineAt(text, 0))
	format, known := map[string]string{"---": "yaml", "+++": "toml"}[opening]
	f := frame{fence: diag.Pos{File: file, Line: 1, Col: 1, EndCol: 4}}
	if !known {
		f.body, f.bodyLine, f.fence.EndCol = text, 1, 0
		return f, misplaced(file, strings.SplitAfter(string(text), "\n"))
	}
	start := len(lineAt(text, 0))
	end, lines := closing(text, start, opening)
	if lines < 0 {
		return f, []diag.Diagnostic{diag.At(f.fence, "unclosed-front-matter", opening).WithHint("hint.close-fence", opening)}
	}
	if end-start > maxHeader {
		return f, []diag.Diagnostic{diag.At(f.fence, "too-large.header", (end-start)>>10, maxHeader>>10)}
	}
	f.format, f.headerLine, f.bodyLine = format, 2, lines+3
	f.header = c.cut(string(text[start:end]))
	f.body = text[end+len(lineAt(text, end)):]
	return f, nil
}

// lineAt returns the line that begins at a place, with its end.
func lineAt(text []byte, at int) []byte {
	line := text[at:]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		return line[:n+1]
	}
	return line
}

// fence is what a line says without the blanks at its end.
func fence(line []byte) string { return string(bytes.TrimRight(line, " \t\n")) }

// closing returns the place of the line that closes the front matter, and how many
// lines stand between the fences, -1 when none does.
func closing(text []byte, from int, opening string) (at, lines int) {
	for at = from; at < len(text); lines++ {
		line := lineAt(text, at)
		if fence(line) == opening {
			return at, lines
		}
		at += len(line)
	}
	return 0, -1
}

// guard is a fence that no editor writes: with it the library cannot mistake a
// line of the text for the end.
const guard = "\x1edossier\x1e"

// cutter holds what the library reads with, to be used again. The zero value is
// ready.
type cutter struct{ reader bufio.Reader }

// cut hands the normalised header to the front matter library and takes it from
// there as it is to be decoded.
func (c *cutter) cut(header string) []byte {
	var raw []byte
	capture := func(data []byte, into any) error {
		*into.(*[]byte) = bytes.Clone(data)
		return nil
	}
	c.reader.Reset(strings.NewReader(guard + "\n" + header + guard + "\n"))
	_, err := frontmatter.MustParse(&c.reader, &raw, frontmatter.NewFormat(guard, guard, capture))
	if err != nil || string(raw) != header { // the header holds the guard itself
		return []byte(header)
	}
	return raw
}

// misplaced finds front matter that does not begin on the first line.
func misplaced(file string, lines []string) []diag.Diagnostic {
	for i, line := range lines {
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "":
			continue
		case trimmed == "---" || trimmed == "+++":
			p := diag.Pos{File: file, Line: i + 1, Col: 1}
			return []diag.Diagnostic{diag.At(p, "unclosed-front-matter.start", trimmed).WithHint("hint.fence-first", trimmed)}
		}
		break
	}
	p := diag.Pos{File: file, Line: 1, Col: 1}
	return []diag.Diagnostic{diag.At(p, "unclosed-front-matter.none").WithHint("hint.add-front-matter")}
}
