package check

import (
	"bytes"
	"html"
	"strings"
)

// Scan reads the start tags of a page of ours: well-formed, attribute values in
// double quotes. It is a scanner for our own output and not a parser of HTML; an
// independent parser judges the same pages in "dossier check".
func Scan(page []byte) Page {
	var out Page
	for {
		at := bytes.IndexByte(page, '<')
		if at < 0 || at+1 >= len(page) {
			return out
		}
		page = page[at+1:]
		if bytes.HasPrefix(page, []byte("!--")) {
			page = after(page, "-->")
			continue
		}
		if c := page[0]; c < 'a' || c > 'z' {
			continue
		}
		name, rest := word(page)
		page = out.tag(name, rest)
		if name == "script" || name == "style" {
			page = after(page, "</"+name)
		}
	}
}

func after(b []byte, mark string) []byte {
	at := bytes.Index(b, []byte(mark))
	if at < 0 {
		return nil
	}
	return b[at+len(mark):]
}

func word(b []byte) (string, []byte) {
	n := 0
	for n < len(b) && b[n] != ' ' && b[n] != '>' && b[n] != '=' && b[n] != '/' && b[n] != '\n' && b[n] != '\t' {
		n++
	}
	return string(b[:n]), b[n:]
}

// tag reads attributes up to the end of a start tag and returns what follows.
func (p *Page) tag(element string, b []byte) []byte {
	for len(b) > 0 {
		switch b[0] {
		case '>':
			return b[1:]
		case ' ', '\n', '\t', '/':
			b = b[1:]
			continue
		}
		var name string
		before := len(b)
		name, b = word(b)
		if len(b) > 1 && b[0] == '=' && b[1] == '"' {
			end := bytes.IndexByte(b[2:], '"')
			if end < 0 {
				return nil
			}
			p.attribute(element, name, string(b[2:2+end]))
			b = b[2+end+1:]
		} else if len(b) == before {
			b = b[1:]
		}
	}
	return b
}

func (p *Page) attribute(element, name, raw string) {
	switch name {
	case "id":
		p.IDs = append(p.IDs, html.UnescapeString(raw))
	case "href", "src", "poster", "data", "action":
		p.Links = append(p.Links, html.UnescapeString(raw))
	case "srcset":
		for _, candidate := range strings.Split(html.UnescapeString(raw), ",") {
			if fields := strings.Fields(candidate); len(fields) > 0 {
				p.Links = append(p.Links, fields[0])
			}
		}
	case "content":
		wait, url, ok := strings.Cut(raw, "url=")
		if ok && element == "meta" && strings.Trim(wait, "0123456789; ") == "" { // of a refresh, not of a description
			p.Links = append(p.Links, html.UnescapeString(strings.TrimSpace(url)))
		}
	}
}
