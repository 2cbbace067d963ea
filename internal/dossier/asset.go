package dossier

import (
	"bytes"
	"image"
	_ "image/gif"  // so that DecodeConfig knows the format
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"path"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/media"
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
		w, h, problem := media.SVG(f.Data)
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
	if o := media.Orientation(data); o >= 5 && o <= 8 {
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
