package markdown

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/pattern"

	"github.com/yuin/goldmark/ast"
)

// LinkKind says where a link leads.
type LinkKind uint8

// The kinds of links.
const (
	LinkInternal  LinkKind = iota // @/type/id#fragment, or @/type: a record or a section
	LinkAnchor                    // #fragment: a heading of the same body
	LinkFile                      // a relative address: a file beside the page
	LinkExternal                  // http, https, mailto, tel
	LinkForbidden                 // any other scheme; told as broken-link, shown as text
)

// Link is one link. Path and Fragment are what the linker looks up:
//
//	@/projects/masp#goals   Path "projects/masp", Fragment "goals"
//	#goals                  Path "",              Fragment "goals"
//	leaflet.pdf#page=2      Path "leaflet.pdf",   Fragment "page=2"
//	https://a.example/b#c   Path and Fragment empty
type Link struct {
	Kind     LinkKind
	Dest     string // as written, escapes resolved
	Path     string
	Fragment string
	Text     string   // plain; "" = take the target's title
	Pos      diag.Pos // of Dest
}

// allowedSchemes are those a link may have; a link without one is relative.
var allowedSchemes = []string{"http", "https", "mailto", "tel"}

// link collects a link or an address in <…>.
func (r *reading) link(n ast.Node) {
	dest, raw := destination(n, r.src)
	start, stop := r.place(n, raw)
	if dest == "" {
		start, stop = r.emptyTarget(n)
	}
	l := Link{Kind: kindOf(dest), Dest: dest, Pos: r.pos(start, stop)}
	switch l.Kind {
	case LinkExternal:
		if d := addressDiag(dest, l.Pos); d != nil {
			r.add(*d)
		}
	case LinkInternal:
		l.Path, l.Fragment, _ = strings.Cut(strings.TrimPrefix(dest, "@/"), "#")
		l.Path = strings.Trim(l.Path, "/")
	case LinkAnchor, LinkFile:
		l.Path, l.Fragment, _ = strings.Cut(dest, "#")
	case LinkForbidden:
		if dest == "" || dest == "#" {
			r.add(diag.At(l.Pos, "broken-link.empty").WithHint("hint.link-scheme", allowedSchemes))
			break
		}
		r.add(diag.At(r.pos(start, stop), "broken-link.scheme", dest).WithHint("hint.link-scheme", allowedSchemes))
	}
	if a, ok := n.(*ast.AutoLink); ok {
		l.Text = string(a.Label(r.src))
	} else {
		l.Text = textOf(n, r.src, r.quotes)
	}
	r.doc.Links = append(r.doc.Links, l)
	r.vague(n, l)
	r.lang(n)
}

// destination returns the address of a link or image, decoded and as written.
func destination(n ast.Node, src []byte) (dest string, raw []byte) {
	switch n := n.(type) {
	case *ast.Link:
		return decode(n.Destination), n.Destination
	case *ast.Image:
		return decode(n.Destination), n.Destination
	case *ast.AutoLink:
		raw = n.Label(src)
		if n.AutoLinkType == ast.AutoLinkEmail {
			return "mailto:" + string(raw), raw
		}
		return string(raw), raw
	}
	return "", nil
}

// kindOf tells the kind of an address. Browsers drop tabs and line ends within
// an address and read "\" as "/", so addresses with any of these are forbidden
// rather than understood.
func kindOf(dest string) LinkKind {
	switch scheme, has := scheme(dest); {
	case dest == "", dest == "#":
		return LinkForbidden
	case strings.ContainsFunc(dest, isUnsafeInAddress), strings.HasPrefix(dest, "//"):
		return LinkForbidden
	case has && slices.Contains(allowedSchemes, scheme):
		return LinkExternal
	case has:
		return LinkForbidden
	case strings.HasPrefix(dest, "@/"):
		return LinkInternal
	case strings.HasPrefix(dest, "#"):
		return LinkAnchor
	}
	return LinkFile
}

// scheme returns what stands before the first colon, in lower case, where that
// colon comes before any part that a relative address could have.
func scheme(dest string) (string, bool) {
	i := strings.IndexAny(dest, ":/?#")
	if i < 0 || dest[i] != ':' {
		return "", false
	}
	return strings.ToLower(dest[:i]), true
}

func isUnsafeInAddress(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\\' || r == '\u2028' || r == '\u2029' || r == '\uFFFD'
}

// cameraName is what cameras, telephones and screenshots call their pictures.
var cameraName = pattern.New(`(?i)^(?:(?:img|dsc|dscn|dscf|pxl|mvimg|image|photo|foto|immagine|screenshot|schermata)[-_ ]*\d[-_ .\dw:a]*|[^ ]+\.(?:jpe?g|png|gif|svg|webp|heic))$`)

// image collects a picture.
func (r *reading) image(n *ast.Image) {
	dest, raw := destination(n, r.src)
	start, stop := r.place(n, raw)
	if dest == "" {
		start, stop = r.emptyTarget(n)
	}
	img := Image{
		Dest:  dest,
		Alt:   textOf(n, r.src, r.quotes),
		Title: titleOf(n.Title, r.quotes),
		Pos:   r.pos(start, stop),
	}
	switch {
	case dest == "":
		r.add(diag.At(img.Pos, "broken-link.empty").WithHint("hint.image-scheme"))
	case !img.IsReadable():
		r.add(diag.At(r.pos(start, stop), "broken-link.scheme", dest).WithHint("hint.image-scheme"))
	}
	switch {
	case img.Alt == "":
		r.add(diag.At(r.pos(start, stop), "missing-alt.body", dest).WithHint("hint.alt-in-body", dest))
	case dest != "" && (img.Alt == dest || img.Alt == path.Base(dest)) || cameraName.MatchString(img.Alt):
		r.add(diag.At(r.pos(start, stop), "missing-alt.file-name", img.Alt).WithHint("hint.alt-in-body", dest))
	}
	r.doc.Images = append(r.doc.Images, img)
}

// IsReadable reports whether the address can be that of a picture. What cannot is
// told by Parse.
func (i Image) IsReadable() bool {
	switch kindOf(i.Dest) {
	case LinkFile:
		return !strings.HasPrefix(i.Dest, "?")
	case LinkExternal:
		s, _ := scheme(i.Dest)
		return strings.HasPrefix(s, "http")
	}
	return false
}
