package pdf

import (
	"errors"
	"fmt"

	"dossier/internal/pdf/face"
)

// Document is a PDF under way. It is not for use by several goroutines.
type Document struct {
	info    Info
	root    *Element
	pages   []*Page
	fonts   map[*face.Face]*Font
	used    []*Font // by first use
	images  map[digest]*Image
	shown   []*Image // by first use
	anchors map[string]anchor
	outline []entry
	labels  []label
	misuse  []error // noticed while drawing
}

// New begins a document.
func New(info Info) *Document {
	d := &Document{
		info:    clean(info),
		fonts:   map[*face.Face]*Font{},
		images:  map[digest]*Image{},
		anchors: map[string]anchor{},
	}
	d.root = &Element{doc: d, tag: DocumentTag, joined: true}
	return d
}

// Root returns the Document element, of which all others are descendants.
func (d *Document) Root() *Element { return d.root }

// NewPage adds a page of width and height points at the end.
func (d *Document) NewPage(width, height float64) *Page {
	p := &Page{doc: d, number: len(d.pages) + 1, width: width, height: height, content: object{b: make([]byte, 0, 4<<10)}, state: state{pen: newPen}}
	d.pages = append(d.pages, p)
	return p
}

// Page returns a page by its number, from 1.
func (d *Document) Page(i int) *Page { return d.pages[i-1] }

// Pages returns how many pages there are.
func (d *Document) Pages() int { return len(d.pages) }

// Bytes returns the file. An error names what was asked for and cannot be: an
// element without content, a Figure without Alt, a link to an anchor that was
// never set. Such an error is a mistake of the calling code, not of a text.
func (d *Document) Bytes() ([]byte, error) {
	for _, p := range d.pages {
		p.leave()
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	f := newFile()
	parts := d.number(f)
	d.writeCatalog(f, parts)
	d.writePages(f, parts)
	d.writeTree(f, parts)
	d.writeLinks(f)
	d.writeOutline(f, parts)
	for _, img := range d.shown {
		img.write(f)
	}
	for i, font := range d.used {
		if err := font.write(f, i); err != nil {
			return nil, err
		}
	}
	if f.pack.bad {
		return nil, errors.New("pdf: a measure of a link, an anchor or a figure is no number, or out of range")
	}
	return f.finish(parts.catalog, parts.info), nil
}

// parts are the objects of which there is one in a file.
type parts struct {
	catalog, info, pages, tree, parents, metadata, profile ref
	outline                                                ref // 0: none
}

// number gives an object number to everything that others refer to.
func (d *Document) number(f *file) parts {
	p := parts{
		catalog: f.alloc(), info: f.alloc(), pages: f.alloc(), tree: f.alloc(),
		parents: f.alloc(), metadata: f.alloc(), profile: f.alloc(),
	}
	if len(d.outline) > 0 {
		p.outline = f.alloc()
	}
	key := len(d.pages)
	for _, page := range d.pages {
		page.ref = f.alloc()
		for _, l := range page.links {
			l.ref, l.key = f.alloc(), key
			key++
		}
	}
	for _, font := range d.used {
		font.ref = f.alloc()
	}
	for _, img := range d.shown {
		img.ref = f.alloc()
	}
	d.root.number(f)
	return p
}

// writeCatalog writes the catalog, the information dictionary, the metadata and
// the output intent.
func (d *Document) writeCatalog(f *file, parts parts) {
	o := f.object(parts.catalog)
	o.raw("<</Type/Catalog/Pages ").ref(parts.pages)
	o.raw("/Lang ").text(d.info.Lang)
	o.raw("/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot ").ref(parts.tree)
	o.raw("/Metadata ").ref(parts.metadata)
	o.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC 61966-2-1)/DestOutputProfile ")
	o.ref(parts.profile).raw(">>]")
	if parts.outline != 0 {
		o.raw("/Outlines ").ref(parts.outline)
		if len(d.pages) > 1 {
			o.raw("/PageMode/UseOutlines")
		}
	}
	d.writeLabels(o)
	o.raw(">>")
	writeInfo(f.object(parts.info), d.info)
	f.stream(parts.metadata, "/Type/Metadata/Subtype/XML", metadata(d.info), plain)
	f.stream(parts.profile, "/N 3", profile(), plain)
}

// complain notes a misuse; Bytes reports it.
func (d *Document) complain(format string, args ...any) {
	d.misuse = append(d.misuse, fmt.Errorf("pdf: "+format, args...))
}

// check returns all that was asked for and cannot be, joined.
func (d *Document) check() error {
	c := checker{ids: map[string]bool{}}
	c.document(d)
	c.element(d.root)
	return errors.Join(append(d.misuse[:len(d.misuse):len(d.misuse)], c.found...)...)
}
