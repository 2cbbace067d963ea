// Package render turns one view into the bytes of one output.
//
// There is a file, or a package below this one, per kind of output. A renderer
// gets a view and returns bytes; what it may use besides (the theme, the bytes
// of a file that is published as it is) comes in Inputs and is part of the
// output's key. Errors are our own bugs: a view that plan made and a theme that
// loaded can always be rendered.
package render

import (
	"bytes"
	"fmt"

	"dossier/internal/pdf/line"
	"dossier/internal/render/document"
	"dossier/internal/render/epub"
	"dossier/internal/render/html"
	"dossier/internal/theme"
	"dossier/internal/view"
)

// Inputs are what renderers need besides the view.
type Inputs struct {
	Theme  *theme.Theme
	Source func(path string) ([]byte, error)    // a file of the site
	Asset  func(path string) ([]byte, error)    // a file of the theme, by its published path
	Body   func(dst []byte, b view.Body) []byte // appends HTML
	Text   func(source string) ([]byte, error)  // the words of a view.Body, for documents
	Made   func(path string) ([]byte, error)    // a finished document, for archives
	Memory line.Memory                          // of shaped text, for documents

	Alone func() (done func()) // asks to be the only one that unpacks a large photograph; nil: there is no other
	// Scratch is memory that pages and tables are written in, and Reuse says that they
	// may stay there: who gets one is done with it before the next is written. nil: each
	// has its own memory.
	Scratch *[]byte
	Reuse   bool
}

// Output renders one output. renderer and template are those of the plan.
func Output(in Inputs, renderer, template string, v any) ([]byte, error) {
	switch renderer {
	case "sheet", "guide", "kit", "dossier":
		return document.PDF(in.papers(), v)
	case "epub":
		return epub.Book(in.papers(), v.(*view.GuidePaper))
	case "archive":
		return archive(v.(*view.Archive), in.Made)
	case "html":
		return in.scratched(func(dst []byte) ([]byte, error) { return html.Append(dst, in.Theme, template, v) })
	case "feed":
		return feed(v.(*view.Feed), in.Body), nil
	case "calendar":
		return calendar(v.(*view.Calendar))
	case "sitemap":
		return sitemap(v.(*view.URLSet)), nil
	case "robots":
		return robots(v.(*view.Robots)), nil
	case "headers":
		return headers(v.(*view.HostRules)), nil
	case "redirects":
		return redirects(v.(*view.HostRules)), nil
	case "redirects of Netlify":
		return netlify(v.(*view.HostRules)), nil
	case "redirects of nginx":
		return nginx(v.(*view.HostRules)), nil
	case "redirects of Apache":
		return apache(v.(*view.HostRules)), nil
	case "json":
		return in.scratched(func(dst []byte) ([]byte, error) { return appendTableJSON(dst, v.(*view.Table)), nil })
	case "csv":
		return in.scratched(func(dst []byte) ([]byte, error) { return appendTableCSV(dst, v.(*view.Table)) })
	case "static":
		return in.Source(v.(*view.Static).Source)
	case "asset":
		return in.Asset(v.(*view.Static).Source)
	case "picture":
		p := v.(*view.Picture)
		data, err := in.Source(p.Source)
		if err != nil {
			return nil, err
		}
		return in.picture(data, p)
	}
	return nil, fmt.Errorf("render: no renderer %q", renderer)
}

// IsKept reports whether views of a renderer are worth keeping: it works with
// templates or texts, which change more often than what is said in a view.
func IsKept(renderer string) bool { return renderer == "html" || renderer == "feed" }

// NewView returns an empty view of a renderer that IsKept, for one that was kept to
// be read into.
func NewView(renderer, template string) any {
	if renderer == "feed" {
		return &view.Feed{}
	}
	return theme.NewView(template)
}

// scratched writes an output where it may stand.
func (in Inputs) scratched(write func(dst []byte) ([]byte, error)) ([]byte, error) {
	if in.Scratch == nil {
		return write(nil)
	}
	b, err := write((*in.Scratch)[:0])
	*in.Scratch = b
	if in.Reuse {
		return b, err
	}
	return bytes.Clone(b), err
}

// papers are what documents are made with.
func (in Inputs) papers() document.Inputs {
	return document.Inputs{
		Face: in.Theme.Face, File: in.Theme.File, Memory: in.Memory, Text: in.Text,
		Picture: func(p view.Picture) ([]byte, error) {
			data, err := in.Source(p.Source)
			if err != nil || p.Width == 0 {
				return data, err
			}
			return in.picture(data, &p)
		},
	}
}
