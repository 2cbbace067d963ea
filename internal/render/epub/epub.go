// Package epub writes a guide as an EPUB 3.3 book, accessible by EPUB
// Accessibility 1.1: one file per chapter, a table of contents, landmarks, and a
// list of the pages of the printed edition, which is the PDF of the same view.
//
// Input: the view of the guide and the pictures it shows. Output: the bytes of
// the book, the same for the same view. Errors are our own bugs.
package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"

	"dossier/internal/markdown"
	"dossier/internal/render/document"
	"dossier/internal/view"
)

// book is an EPUB in the making.
type book struct {
	in     document.Inputs
	v      *view.GuidePaper
	breaks document.Breaks
	items  []item
	pages  []pageMark
	images map[string]string // file in the book by published address
}

// item is a file of the book.
type item struct {
	id, name, media, properties string
	data                        []byte
	spine                       bool
	title                       string // in the table of contents
	headings                    []heading
}

// heading is an entry of the table of contents below a chapter.
type heading struct{ id, text string }

// pageMark is the place where a printed page begins.
type pageMark struct {
	number int
	href   string
}

// Names of files in the book.
const (
	folder       = "EPUB/"
	packageName  = "package.opf"
	navName      = "nav.xhtml"
	styleName    = "style.css"
	coverName    = "cover.xhtml"
	coverPicture = "cover.svg"
	titleName    = "title.xhtml"
	introName    = "introduction.xhtml"
	colophonName = "colophon.xhtml"
)

// Book writes the book.
func Book(in document.Inputs, v *view.GuidePaper) ([]byte, error) {
	b := &book{in: in, v: v, images: map[string]string{}}
	var err error
	if _, b.breaks, err = document.Guide(in, v); err != nil {
		return nil, err
	}
	b.add(item{id: "style", name: styleName, media: "text/css", data: []byte(b.style())})
	b.cover()
	if err := b.titlePage(); err != nil {
		return nil, err
	}
	if err := b.pictures(); err != nil {
		return nil, err
	}
	if err := b.texts(); err != nil {
		return nil, err
	}
	b.colophon()
	b.add(item{id: "nav", name: navName, media: xhtmlType, properties: "nav", data: b.nav()})
	return b.pack()
}

// texts adds the introduction and the chapters.
func (b *book) texts() error {
	if !b.v.Body.Empty() {
		if err := b.text("introduction", introName, "", b.v.Paper.Title, "", b.v.Body, "guide", "introduction"); err != nil {
			return err
		}
	}
	for i := range b.v.Chapters {
		ch := &b.v.Chapters[i]
		label := strings.Replace(b.v.Paper.Labels.Chapter, "%d", strconv.Itoa(ch.Number), 1)
		if err := b.text("c-"+ch.ID, chapterName(ch.ID), label, ch.Title, ch.Lang, ch.Body, ch.ID, "chapter"); err != nil {
			return err
		}
	}
	return nil
}

const xhtmlType = "application/xhtml+xml"

func (b *book) add(i item) { b.items = append(b.items, i) }

// pictures adds every picture that the texts show.
func (b *book) pictures() error {
	for i, p := range b.v.Paper.Pictures {
		data, err := b.in.Picture(p.Picture)
		if err != nil {
			return err
		}
		format, media := p.Picture.Format, "image/"+p.Picture.Format
		switch format {
		case "svg":
			media = "image/svg+xml"
		case "jpg":
			media = "image/jpeg"
		}
		name := fmt.Sprintf("images/%d.%s", i+1, format)
		b.images[p.URL] = name
		b.add(item{id: fmt.Sprintf("image-%d", i+1), name: name, media: media, data: data})
	}
	return nil
}

// text adds a part of the book.
func (b *book) text(id, name, label, title, lang string, body view.Body, part, kind string) error {
	words, err := b.in.Text(body.Source)
	if err != nil {
		return err
	}
	resolved := b.within(body.Resolved)
	marks := b.marks(part, name)
	i := item{id: id, name: name, media: xhtmlType, spine: true, title: title}
	for _, block := range markdown.Tree(words, body.Lang, resolved) {
		if block.Kind == markdown.BlockHeading && block.Level == 2 {
			i.headings = append(i.headings, heading{block.ID, inlineText(block.Inlines)})
		}
	}
	var w bytes.Buffer
	role := "doc-" + kind
	fmt.Fprintf(&w, `<section epub:type="%s" role="%s" id="%s"%s>`, kind, role, escape(part), langAttr(lang))
	w.WriteString(marks(-1))
	if label != "" {
		fmt.Fprintf(&w, `<p class="note">%s</p>`, escape(label))
	}
	fmt.Fprintf(&w, "<h1>%s</h1>", escape(title))
	w.WriteString(markdown.XHTML(words, body.Lang, resolved, marks))
	w.WriteString("</section>")
	i.data = b.page(title, w.String())
	b.add(i)
	return nil
}

func inlineText(list []markdown.Inline) string {
	var s strings.Builder
	for _, i := range list {
		s.WriteString(i.Text)
	}
	return s.String()
}

// marks returns what stands before a block of a part: the marks of the printed
// pages that begin there. Block -1 is the title.
func (b *book) marks(part, name string) func(block int) string {
	var own document.PartBreaks
	for _, p := range b.breaks.Parts {
		if p.ID == part {
			own = p
		}
	}
	shown := own.First - 1
	if len(b.pages) > 0 {
		shown = max(shown, b.pages[len(b.pages)-1].number) // the end of the part before
	}
	return func(block int) string {
		page := own.First
		if block >= 0 && block < len(own.Blocks) {
			page = own.Blocks[block]
		}
		var s strings.Builder
		for shown < page {
			shown++
			s.WriteString(b.pageBreak(shown, name))
		}
		return s.String()
	}
}

// pageBreak marks where a printed page begins, and lists it.
func (b *book) pageBreak(number int, file string) string {
	b.pages = append(b.pages, pageMark{number, fmt.Sprintf("%s#page-%d", file, number)})
	return fmt.Sprintf(`<div epub:type="pagebreak" role="doc-pagebreak" id="page-%[1]d" aria-label="%[1]d"></div>`, number)
}

// within turns addresses into those of the book: links to chapters, pictures.
func (b *book) within(r markdown.Resolved) markdown.Resolved {
	r.BaseLevel = 0
	links := make([]markdown.Target, len(r.Links))
	for i, link := range r.Links {
		link.URL = b.chapterFile(link.URL)
		links[i] = link
	}
	images := make([]markdown.Picture, len(r.Images))
	for i, p := range r.Images {
		if name, ok := b.images[p.URL]; ok {
			p.URL, p.SrcSet, p.Sizes = name, nil, ""
		}
		images[i] = p
	}
	r.Links, r.Images = links, images
	return r
}

// chapterFile finds the file of an anchor "#mother-leave": that of the chapter
// with the longest id before it.
func (b *book) chapterFile(url string) string {
	anchor, ok := strings.CutPrefix(url, "#")
	if !ok {
		return url
	}
	best := ""
	for i := range b.v.Chapters {
		id := b.v.Chapters[i].ID
		if (anchor == id || strings.HasPrefix(anchor, id+"-")) && len(id) > len(best) {
			best = id
		}
	}
	if best == "" {
		return url
	}
	return chapterName(best) + "#" + anchor
}

// chapterName is the file of a chapter.
func chapterName(id string) string { return "chapter-" + id + ".xhtml" }

// pack writes the container (EPUB Open Container Format 3.3): the media type
// first and not compressed.
func (b *book) pack() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, newDeflater)
	day := msDOSDate(modified(b.v.Paper.Updated.DateTime))
	put := func(name string, method uint16, data []byte) error {
		//lint:ignore SA1019 Modified would add the extra field
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method, ModifiedDate: day})
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return err
	}
	if err := put("mimetype", zip.Store, []byte("application/epub+zip")); err != nil {
		return nil, err
	}
	files := []item{{name: "META-INF/container.xml", data: []byte(container)}, {name: folder + packageName, data: b.packageDocument()}}
	for _, i := range b.items {
		i.name = folder + i.name
		files = append(files, i)
	}
	for _, f := range files {
		if err := put(f.name, zip.Deflate, f.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// msDOSDate is a day as ZIP writes it (APPNOTE 4.4.6). The usual field for times
// is an extra one, which OCF forbids for the media type.
func msDOSDate(t time.Time) uint16 {
	return uint16((t.Year()-1980)<<9 | int(t.Month())<<5 | t.Day())
}

// newDeflater compresses with a library of ours, so that the bytes do not move
// with the Go toolchain.
func newDeflater(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 6) }

// modified is the day of the last change; a guide without one says the first day
// that ZIP can write.
func modified(date string) time.Time {
	if day, err := time.Parse(time.DateOnly, date); err == nil {
		return day
	}
	return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`
