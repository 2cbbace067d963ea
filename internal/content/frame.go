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
	lines := strings.SplitAfter(text, "\n")
	opening := strings.TrimRight(lines[0], " \t\n")
	format, known := map[string]string{"---": "yaml", "+++": "toml"}[opening]
	f := frame{fence: diag.Pos{File: file, Line: 1, Col: 1, EndCol: 4}}
	if !known {
		f.body, f.bodyLine, f.fence.EndCol = []byte(text), 1, 0
		return f, misplaced(file, lines)
	}
	end := closing(lines, opening)
	if end < 0 {
		return f, []diag.Diagnostic{diag.At(f.fence, "unclosed-front-matter", opening).WithHint("hint.close-fence", opening)}
	}
	header := strings.Join(lines[1:end], "")
	if len(header) > maxHeader {
		return f, []diag.Diagnostic{diag.At(f.fence, "too-large.header", len(header)>>10, maxHeader>>10)}
	}
	f.format, f.headerLine, f.bodyLine = format, 2, end+2
	f.header = c.cut(header)
	f.body = []byte(text[len(text)-lengthOf(lines[end+1:]):])
	return f, nil
}

func lengthOf(lines []string) int {
	n := 0
	for _, line := range lines {
		n += len(line)
	}
	return n
}

// closing returns the index of the line that closes the front matter, -1 when
// none does.
func closing(lines []string, fence string) int {
	for i, line := range lines[1:] {
		if strings.TrimRight(line, " \t\n") == fence {
			return i + 1
		}
	}
	return -1
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
