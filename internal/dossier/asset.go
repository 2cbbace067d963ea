package dossier

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	_ "image/gif"  // so that DecodeConfig knows the format
	_ "image/jpeg" // likewise
	_ "image/png"  // likewise
	"path"
	"slices"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp" // likewise

	"dossier/internal/diag"
	"dossier/internal/media"
	"dossier/internal/memo"
	"dossier/internal/source"
)

// pictures are the extensions of what a page can show, documents those of
// downloads that are looked into.
var (
	pictures  = []string{"svg", "jpg", "jpeg", "png", "gif", "webp"}
	documents = []string{"pdf", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"}
)

// The problems of files that have a hint of their own.
const (
	wrongName   = "image-unreadable.name"
	damagedFile = "damaged-file"
)

// widths are the sizes in which a photograph is offered, in pixels; nothing
// wider is published.
var widths = []int{480, 960, 1600}

// maxPixels bounds what a photograph may unpack to.
const (
	maxPixels = 50_000_000
	maxSide   = 20_000 // in pixels
)

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
		if !l.set.Refused[p] { // what was refused has been told
			l.add(l.missingFile(dir, name, at))
		}
		return nil
	}
	if a, known := l.assets[f.Path]; known {
		return a
	}
	if format := extension(f.Path); media.IsActive(format) {
		l.add(diag.At(at, "bad-path.active", path.Base(f.Path)).WithHint("hint.passive-file"))
		l.active[f.Path] = true
		return nil
	}
	a := &Asset{
		Path: f.Path, URL: "/files/" + strings.TrimPrefix(f.Path, "content/"),
		Size: f.Size, Digest: f.Digest.String(),
		Format: extension(f.Path),
	}
	l.measure(a, f, at)
	l.assets[f.Path] = a
	return a
}

// image finds a file that is shown as a picture.
func (l *linker) image(dir, name, lang string, at diag.Pos) *Asset {
	if _, there := l.set.Files[path.Join(dir, name)]; there && !slices.Contains(pictures, extension(name)) {
		l.add(diag.At(at, "image-unreadable.kind", name).WithHint("hint.save-image"))
		return nil
	}
	return l.file(dir, name, lang, at)
}

func extension(p string) string { return strings.TrimPrefix(strings.ToLower(path.Ext(p)), ".") }

// variant puts the language before the extension: lines.it.svg.
func variant(p, lang string) string {
	ext := path.Ext(p)
	return strings.TrimSuffix(p, ext) + "." + lang + ext
}

func (l *linker) missingFile(dir, name string, at diag.Pos) diag.Diagnostic {
	var beside []string
	if meant, ok := better(name); ok {
		return diag.At(at, "missing-file", name, dir).WithHint("hint.did-you-mean", meant)
	}
	folder := path.Dir(path.Join(dir, name))
	for p := range l.set.Files {
		if path.Dir(p) == folder {
			beside = append(beside, path.Base(p))
		}
	}
	slices.Sort(beside)
	d := diag.At(at, "missing-file", name, dir)
	if near, ok := diag.Nearest(path.Base(name), beside); ok {
		return d.WithHint("hint.did-you-mean", near).WithSwap(path.Base(name), near)
	}
	if len(beside) == 0 {
		return d.WithHint("hint.no-files", folder)
	}
	return d.WithHint("hint.files-there", beside)
}

// measure takes over what the file says of a picture.
func (l *linker) measure(a *Asset, f source.File, at diag.Pos) {
	h := l.header(a.Format, f)
	name := path.Base(f.Path)
	switch {
	case h.Problem == wrongName:
		l.add(diag.At(at, h.Problem, name, strings.ToUpper(h.Format)).WithHint("hint.rename-image", h.Format))
	case h.Problem == damagedFile:
		l.add(diag.At(at, h.Problem, name).WithHint("hint.upload-again"))
	case h.Problem != "":
		l.add(diag.At(at, h.Problem, name).WithHint(problemHint(a.Format)))
	case h.Width*h.Height > h.limit() && a.Format != "svg":
		l.add(diag.At(at, "too-large.pixels", name, h.Width, h.Height, h.limit()/1_000_000).WithHint("hint.smaller-image"))
		return
	case max(h.Width, h.Height) > maxSide && a.Format != "svg":
		l.add(diag.At(at, "too-large.side", name, h.Width, h.Height, maxSide).WithHint("hint.smaller-image"))
		return
	}
	if h.Format == "" {
		return
	}
	a.Width, a.Height, a.Format = h.Width, h.Height, h.Format
	if h.Format == "jpeg" || h.Format == "png" {
		a.Raster = true
		if h.Turned { // the camera was held upright
			a.Width, a.Height = a.Height, a.Width
		}
		a.sizes()
	}
}

func problemHint(format string) string {
	if format == "svg" {
		return "hint.svg"
	}
	return "hint.save-image"
}

// header is what a picture's file says of itself; nothing for other files.
type header struct {
	Format        string // empty: no picture, or one that cannot be read
	Width, Height int
	Turned        bool
	Deep          bool   // 16 bits for each colour: it unpacks to twice as much
	Problem       string // key of a diagnostic
}

// limit is how many pixels such a picture may have.
func (h header) limit() int {
	if h.Deep {
		return maxPixels / 2
	}
	return maxPixels
}

// header reads a file's header, once per content.
func (l *linker) header(format string, f source.File) header {
	var h header
	if !slices.Contains(pictures, format) && !slices.Contains(documents, format) && f.Size > 0 {
		return h
	}
	key := memo.Sum("header", l.opts.Program, format, f.Digest)
	if b, ok := l.opts.Memory.Get(key); ok && memo.Decode(b, &h) == nil {
		return h
	}
	data, err := l.opts.Read(f.Path)
	if err != nil {
		l.err = cmp.Or(l.err, err)
		return h
	}
	h = readHeader(format, data)
	l.opts.Memory.Put(key, memo.Append(nil, &h))
	return h
}

func readHeader(format string, data []byte) header {
	if format == "svg" {
		w, h, problem := media.SVG(data)
		return header{Format: "svg", Width: w, Height: h, Problem: problem}
	}
	if !slices.Contains(pictures, format) {
		if media.IsDocument(format, data) {
			return header{}
		}
		return header{Problem: damagedFile}
	}
	c, found, err := image.DecodeConfig(bytes.NewReader(data))
	h := header{Format: found, Width: c.Width, Height: c.Height}
	h.Deep = c.ColorModel == color.NRGBA64Model || c.ColorModel == color.RGBA64Model || c.ColorModel == color.Gray16Model
	switch {
	case err != nil:
		return header{Problem: "image-unreadable"}
	case found != strings.Replace(format, "jpg", "jpeg", 1):
		h.Problem = wrongName
	case h.Width*h.Height <= h.limit() && max(h.Width, h.Height) <= maxSide && !media.IsWhole(found, data):
		return header{Problem: "image-unreadable.cut"}
	}
	o := 0
	if found == "jpeg" || found == "png" {
		o = media.Orientation(data)
	}
	h.Turned = o >= 5 && o <= 8
	return h
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
