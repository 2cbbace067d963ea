// Package media reads what the headers of pictures say: their size, which way up
// they are, and whether a drawing is safe to publish. It decodes no pixels.
package media

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"dossier/internal/pattern"
)

var unsafeSVG = pattern.New(`(?i)^(script|foreignobject|iframe|handler|listener|set|animate.*)$`)

// SVG returns the size of an SVG in pixels, or the key of the diagnostic that says what is wrong:
// an SVG that could run code or load something is never published.
func SVG(data []byte) (w, h int, problem string) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = true
	first, style := true, false
	load := newWeight()
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, "image-unreadable"
		}
		if unsafeToken(tok, style) {
			return 0, 0, "image-unreadable.script"
		}
		e, ok := tok.(xml.StartElement)
		if ok {
			load.start(e)
		}
		if ends(tok) {
			load.end()
		}
		if load.deep {
			break
		}
		if ok && first {
			if e.Name.Local != "svg" {
				return 0, 0, "image-unreadable"
			}
			w, h = sizeSVG(e)
			first = false
		}
		style = ok && strings.EqualFold(e.Name.Local, "style") || style && !ends(tok)
	}
	if first {
		return 0, 0, "image-unreadable"
	}
	if load.isBomb() {
		return 0, 0, "image-unreadable.bomb"
	}
	if w == 0 || h == 0 {
		return 0, 0, "image-unreadable.viewbox"
	}
	return w, h, ""
}

// unsafeToken judges one piece of a drawing; style says that it stands in a style
// sheet.
func unsafeToken(tok xml.Token, style bool) bool {
	switch t := tok.(type) {
	case xml.Directive:
		return bytes.Contains(bytes.ToUpper(t), []byte("ENTITY"))
	case xml.ProcInst:
		return t.Target != "xml"
	case xml.CharData:
		return style && unsafeStyle(string(t))
	case xml.StartElement:
		return unsafeElement(t)
	}
	return false
}

// ends reports whether a piece closes an element.
func ends(tok xml.Token) bool {
	_, ok := tok.(xml.EndElement)
	return ok
}

var (
	loading = pattern.New(`(?i)@import|javascript:|image-set\(|expression\(`)
	address = pattern.New(`(?i)url\(\s*["']?\s*([^"')\s]*)`)
)

// unsafeStyle reports whether a style declaration could load something: it may
// only point at a part of the drawing or carry the data itself. Escapes, which
// could hide an address, are not read but refused.
func unsafeStyle(s string) bool {
	for _, m := range address.Compiled().FindAllStringSubmatch(s, -1) {
		if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(strings.ToLower(m[1]), "data:") {
			return true
		}
	}
	return loading.MatchString(s) || strings.Contains(s, `\`)
}

func unsafeElement(e xml.StartElement) bool {
	if unsafeSVG.MatchString(e.Name.Local) || strings.HasSuffix(e.Name.Space, "xhtml") {
		return true
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(strings.ToLower(a.Value))
		switch {
		case strings.HasPrefix(name, "on"), a.Name.Space == "" && unsafeStyle(value):
			return true
		case name == "href" && !strings.HasPrefix(value, "#") && !raster.MatchString(value):
			return true
		}
	}
	return false
}

// raster are the embedded pictures that hold pixels only.
var raster = pattern.New(`^data:image/(png|jpe?g|gif|webp)[;,]`)

func sizeSVG(e xml.StartElement) (w, h int) {
	for _, a := range e.Attr {
		if a.Name.Local != "viewBox" {
			continue
		}
		parts := strings.FieldsFunc(a.Value, func(r rune) bool { return strings.ContainsRune(" ,\t\r\n", r) })
		if len(parts) == 4 {
			return pixels(parts[2]), pixels(parts[3])
		}
	}
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "width":
			w = pixels(a.Value)
		case "height":
			h = pixels(a.Value)
		}
	}
	return w, h
}

// pixels reads a length without a unit or in px; 0 when it is none that a
// picture can have.
func pixels(s string) int {
	n, err := strconv.ParseFloat(strings.TrimSuffix(s, "px"), 64)
	if err != nil || !(n > 0 && n < 1<<20) {
		return 0
	}
	return max(1, int(n+0.5))
}
