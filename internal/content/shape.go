package content

import (
	"bytes"
	"slices"
)

// whole is the front matter as it is.
func whole(f frame) []byte { return f.header }

// blanked is the front matter without the words of the fields that other records
// show and that decide nothing else: neither addresses nor order nor what belongs
// to what. Only a value that ends on its line is left out, so that no change of it
// can change how the lines below are read.
func blanked(f frame) []byte {
	lines := bytes.Split(f.header, []byte("\n"))
	out := make([]byte, 0, len(f.header))
	for i, line := range lines {
		last := i+1 == len(lines) || !continues(lines[i+1])
		if key, ok := shownField(f.format, line); ok && last {
			line = key
		}
		out = append(append(out, line...), '\n')
	}
	return out
}

// continues reports whether a line may belong to the value above it.
func continues(line []byte) bool {
	return len(line) > 0 && bytes.IndexByte([]byte(" \t-#"), line[0]) >= 0
}

// shownFields are the fields whose words others show.
var shownFields = []string{"title", "name", "summary"}

// shownField returns the line of a field up to its value, when it is one that
// others show and the value is a plain text that ends there.
func shownField(format string, line []byte) (key []byte, ok bool) {
	mark := byte(':')
	if format == "toml" {
		mark = '='
	}
	at := bytes.IndexByte(line, mark)
	if at < 0 || !slices.Contains(shownFields, string(bytes.TrimRight(line[:at], " "))) {
		return nil, false
	}
	return line[:at+1], isPlain(format, bytes.TrimSpace(line[at+1:]))
}

// isPlain reports whether a value is a text on one line: in quotes that close at
// its end, or in YAML without any sign that could mean something else.
func isPlain(format string, value []byte) bool {
	if len(value) < 2 {
		return false
	}
	quote, inner := value[0], value[1:len(value)-1]
	if quote == '"' || quote == '\'' {
		return value[len(value)-1] == quote && bytes.IndexByte(inner, quote) < 0 && bytes.IndexByte(inner, '\\') < 0
	}
	letter := quote >= 'a' && quote <= 'z' || quote >= 'A' && quote <= 'Z' || quote >= 0x80
	return format != "toml" && letter && !bytes.ContainsAny(value, ":#")
}
