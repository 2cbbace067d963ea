package pdf

import (
	"slices"
	"strconv"
)

// Page is a page of a document, with what has been drawn on it.
type Page struct {
	doc           *Document
	number        int
	width, height float64
	content       object
	state         state
	open          owner      // of the marked content under way
	owners        []*Element // by marked-content identifier
	links         []*link
	fonts         []*Font
	images        []*Image
	ref           ref // while the file is written
}

// owner is whom ink belongs to: an element, or what kind of artifact it is. The
// zero value is nobody.
type owner struct {
	element *Element
	kind    ArtifactKind
}

// Number returns the page's number, from 1.
func (p *Page) Number() int { return p.number }

// Size returns the page's width and height.
func (p *Page) Size() (w, h float64) { return p.width, p.height }

// Tagged returns the ink of an element on this page.
func (p *Page) Tagged(e *Element) Ink {
	if e.doc != p.doc {
		p.doc.complain("page %d: ink for an element of another document: %s", p.number, e)
		return p.Artifact(Layout)
	}
	return Ink{page: p, owner: owner{element: e}}
}

// Artifact returns ink that is of no meaning to a reader.
func (p *Page) Artifact(kind ArtifactKind) Ink {
	return Ink{page: p, owner: owner{kind: kind}}
}

// enter makes what follows belong to o. The marked content under way goes on
// when it is o's and nothing has come after it in o's element; otherwise another
// one begins.
func (p *Page) enter(o owner) {
	if p.open == o && p.continues(o.element) {
		return
	}
	p.leave()
	p.open = o
	if o.element == nil {
		p.enterArtifact(o.kind)
		return
	}
	e, mcid := o.element, len(p.owners)
	e.Join()
	e.kids = append(e.kids, kid{page: p, mcid: mcid})
	p.owners = append(p.owners, e)
	p.content.name(string(e.tag)).raw("<</MCID ").int(mcid).raw(">>BDC\n")
}

// continues tells whether the marked content under way, which is e's, is also the
// last of what e has.
func (p *Page) continues(e *Element) bool {
	if e == nil {
		return true
	}
	return e.kids[len(e.kids)-1].page == p
}

// enterArtifact begins an artifact. A background says how far it reaches
// (ISO 32000-1, table 330).
func (p *Page) enterArtifact(kind ArtifactKind) {
	p.content.raw("/Artifact<</Type").name(string(kind))
	if kind == Background {
		p.content.raw("/BBox").area(p, Rect{W: p.width, H: p.height})
	}
	p.content.raw(">>BDC\n")
}

// leave ends the marked content under way.
func (p *Page) leave() {
	if p.open != (owner{}) {
		p.content.raw("EMC\n")
		p.open = owner{}
	}
}

// writePages writes the page tree.
func (d *Document) writePages(f *file, parts parts) {
	o := f.object(parts.pages)
	o.raw("<</Type/Pages/Count ").int(len(d.pages)).raw("/Kids[")
	for _, p := range d.pages {
		o.ref(p.ref)
	}
	o.raw("]>>")
	for _, p := range d.pages {
		content := f.alloc()
		f.stream(content, "", p.content.b, deflated)
		p.write(f.object(p.ref), parts.pages, content)
	}
}

func (p *Page) write(o *object, parent, content ref) {
	o.raw("<</Type/Page/Parent ").ref(parent)
	o.raw("/MediaBox[0 0").number(p.width).number(p.height)
	o.raw("]/Tabs/S/StructParents ").int(p.number - 1)
	o.raw("/Contents ").ref(content)
	o.raw("/Resources<<")
	if len(p.fonts) > 0 {
		o.raw("/Font<<")
		for _, font := range p.fonts {
			o.name("F" + strconv.Itoa(font.index)).ref(font.ref)
		}
		o.raw(">>")
	}
	if len(p.images) > 0 {
		o.raw("/XObject<<")
		for _, img := range p.images {
			o.name("I" + strconv.Itoa(img.index)).ref(img.ref)
		}
		o.raw(">>")
	}
	o.raw(">>")
	if slices.ContainsFunc(p.images, (*Image).transparent) {
		o.raw("/Group<</S/Transparency/CS/DeviceRGB>>")
	}
	if len(p.links) > 0 {
		o.raw("/Annots[")
		for _, l := range p.links {
			o.ref(l.ref)
		}
		o.raw("]")
	}
	o.raw(">>")
}
