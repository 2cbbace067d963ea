// Package media reads what the headers of pictures say: their size, which way up
// they are, and whether a drawing is safe to publish. It decodes no pixels.
package media

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
)

var unsafeSVG = regexp.MustCompile(`(?i)^(script|foreignobject|iframe|handler|listener|set|animate.*)$`)

// SVG returns the size of an SVG in pixels, or the key of the diagnostic that says what is wrong:
// an SVG that could run code or load something is never published.
func SVG(data []byte) (w, h int, problem string) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = true
	first := true
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, "image-unreadable"
		}
		if d, ok := tok.(xml.Directive); ok && bytes.Contains(bytes.ToUpper(d), []byte("ENTITY")) {
			return 0, 0, "image-unreadable.script"
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if first {
			if e.Name.Local != "svg" {
				return 0, 0, "image-unreadable"
			}
			w, h = sizeSVG(e)
			first = false
		}
		if unsafeElement(e) {
			return 0, 0, "image-unreadable.script"
		}
	}
	if w == 0 || h == 0 {
		return 0, 0, "image-unreadable.viewbox"
	}
	return w, h, ""
}

func unsafeElement(e xml.StartElement) bool {
	if unsafeSVG.MatchString(e.Name.Local) {
		return true
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(strings.ToLower(a.Value))
		switch {
		case strings.HasPrefix(name, "on"):
			return true
		case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/"):
			return true
		case strings.Contains(value, "javascript:") || (strings.Contains(value, "url(") && !strings.Contains(value, "url(#")):
			return true
		}
	}
	return false
}

func sizeSVG(e xml.StartElement) (w, h int) {
	for _, a := range e.Attr {
		if a.Name.Local != "viewBox" {
			continue
		}
		parts := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' })
		if len(parts) == 4 {
			fw, _ := strconv.ParseFloat(parts[2], 64)
			fh, _ := strconv.ParseFloat(parts[3], 64)
			return int(fw + 0.5), int(fh + 0.5)
		}
	}
	for _, a := range e.Attr {
		n, _ := strconv.ParseFloat(strings.TrimSuffix(a.Value, "px"), 64)
		switch a.Name.Local {
		case "width":
			w = int(n + 0.5)
		case "height":
			h = int(n + 0.5)
		}
	}
	return w, h
}
