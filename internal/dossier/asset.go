package dossier

import (
	"bytes"
	"encoding/xml"
	"image"
	_ "image/gif"  // so that DecodeConfig knows the format
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/source"
)

// widths are the sizes in which a photograph is offered, in pixels; nothing
// wider is published.
var widths = []int{480, 960, 1600}

// maxPixels bounds what a photograph may unpack to.
const maxPixels = 50_000_000

// file finds a file of a record and makes an Asset of it. A file for the wanted
// language (leaflet.it.pdf) wins over the neutral one.
func (l *linker) file(dir, name, lang string, at diag.Pos) *Asset {
	p := path.Join(dir, name)
	if !strings.HasPrefix(p, "content/") {
		l.add(diag.At(at, "missing-file.outside", name).WithHint("hint.file-beside"))
		return nil
	}
	f, ok := l.set.Files[variant(p, lang)]
	if !ok {
		f, ok = l.set.Files[p]
	}
	if !ok {
		l.add(l.missingFile(dir, name, at))
		return nil
	}
	if a, known := l.assets[f.Path]; known {
		return a
	}
	a := &Asset{
		Path: f.Path, URL: "/files/" + strings.TrimPrefix(f.Path, "content/"),
		Size: int64(len(f.Data)), Digest: f.Digest.String(),
		Format: strings.TrimPrefix(strings.ToLower(path.Ext(f.Path)), "."),
	}
	l.measure(a, f, at)
	l.assets[f.Path] = a
	return a
}

// variant puts the language before the extension: lines.it.svg.
func variant(p, lang string) string {
	ext := path.Ext(p)
	return strings.TrimSuffix(p, ext) + "." + lang + ext
}

func (l *linker) missingFile(dir, name string, at diag.Pos) diag.Diagnostic {
	var beside []string
	for p := range l.set.Files {
		if path.Dir(p) == path.Dir(path.Join(dir, name)) {
			beside = append(beside, path.Base(p))
		}
	}
	slices.Sort(beside)
	d := diag.At(at, "missing-file", name, dir)
	if near, ok := diag.Nearest(path.Base(name), beside); ok {
		return d.WithHint("hint.did-you-mean", near)
	}
	if len(beside) == 0 {
		return d.WithHint("hint.no-files", dir)
	}
	return d.WithHint("hint.files-there", beside)
}

// measure reads the size of a picture off its header.
func (l *linker) measure(a *Asset, f source.File, at diag.Pos) {
	switch a.Format {
	case "svg":
		w, h, problem := measureSVG(f.Data)
		if problem != "" {
			l.add(diag.At(at, problem, path.Base(f.Path)).WithHint("hint.svg"))
		}
		a.Width, a.Height = w, h
	case "jpg", "jpeg", "png", "gif":
		c, format, err := image.DecodeConfig(bytes.NewReader(f.Data))
		if err != nil {
			l.add(diag.At(at, "image-unreadable", path.Base(f.Path)).WithHint("hint.save-image"))
			return
		}
		if c.Width*c.Height > maxPixels {
			l.add(diag.At(at, "too-large.pixels", path.Base(f.Path), c.Width, c.Height, maxPixels/1_000_000))
			return
		}
		a.Width, a.Height, a.Format = c.Width, c.Height, format
		if format != "gif" {
			a.Raster = true
			a.turn(f.Data)
			a.sizes()
		}
	}
}

// turn swaps the sides of a photograph whose camera was held upright.
func (a *Asset) turn(data []byte) {
	if o := Orientation(data); o >= 5 && o <= 8 {
		a.Width, a.Height = a.Height, a.Width
	}
}

// sizes lists the widths in which the photograph is made. The asset's own size
// becomes that of the widest.
func (a *Asset) sizes() {
	full := a.Width
	for _, w := range widths {
		if w >= full {
			break
		}
		a.Variants = append(a.Variants, a.variant(w, full))
	}
	if full <= widths[len(widths)-1] {
		a.Variants = append(a.Variants, a.variant(full, full))
	}
	last := a.Variants[len(a.Variants)-1]
	a.Height, a.Width, a.URL = last.Height, last.Width, last.URL
}

func (a *Asset) variant(w, full int) Variant {
	ext := path.Ext(a.URL)
	h := max(1, (a.Height*w+full/2)/full)
	return Variant{Width: w, Height: h, URL: strings.TrimSuffix(a.URL, ext) + "-" + strconv.Itoa(w) + ext}
}

var unsafeSVG = regexp.MustCompile(`(?i)^(script|foreignobject|iframe|handler|listener|set|animate.*)$`)

// measureSVG returns the size of an SVG in pixels, or the key of what is wrong:
// an SVG that could run code or load something is never published.
func measureSVG(data []byte) (w, h int, problem string) {
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

// Orientation reads the EXIF orientation of a JPEG, 1 (upright) to 8, as in
// TIFF 6.0's tag 274; 1 when there is none.
func Orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, size := data[at+1], int(data[at+2])<<8|int(data[at+3])
		if marker == 0xe1 && at+2+size <= len(data) {
			if o := exifOrientation(data[at+4 : at+2+size]); o != 0 {
				return o
			}
		}
		if marker == 0xda || size < 2 {
			break
		}
		at += 2 + size
	}
	return 1
}

func exifOrientation(b []byte) int {
	tiff, ok := bytes.CutPrefix(b, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return 0
	}
	u16, u32 := byteOrder(tiff)
	ifd := u32(4)
	if ifd < 8 || ifd+2 > len(tiff) {
		return 0
	}
	for i := range u16(ifd) {
		entry := ifd + 2 + 12*i
		if entry+12 > len(tiff) {
			return 0
		}
		if u16(entry) == 0x0112 {
			if o := u16(entry + 8); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return 0
}

// byteOrder returns readers of the numbers of a TIFF header's byte order.
func byteOrder(tiff []byte) (u16, u32 func(at int) int) {
	if tiff[0] == 'M' {
		return func(at int) int { return int(tiff[at])<<8 | int(tiff[at+1]) },
			func(at int) int {
				return int(tiff[at])<<24 | int(tiff[at+1])<<16 | int(tiff[at+2])<<8 | int(tiff[at+3])
			}
	}
	return func(at int) int { return int(tiff[at]) | int(tiff[at+1])<<8 },
		func(at int) int {
			return int(tiff[at]) | int(tiff[at+1])<<8 | int(tiff[at+2])<<16 | int(tiff[at+3])<<24
		}
}
