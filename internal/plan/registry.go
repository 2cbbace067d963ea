package plan

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/internal/diag"
	"dossier/internal/memo"
)

// maxPath is the length in bytes that every file system and host takes.
const maxPath = 180

// claim is who has a path.
type claim struct {
	pos      diag.Pos
	document bool
}

// claim adds an output to the group, with its key.
func (p *planner) claim(o Output) Output {
	if o.Pos.File == "" {
		o.Pos = posOf("site.toml") // made for the site as a whole
	}
	o = p.in.Keyed(o)
	p.outputs = append(p.outputs, o)
	return o
}

// register gives an output its path and reports whether it could. The first claim
// on a path holds; a second one, also when it differs only in case or
// normalisation, is an error that names both.
func (p *planner) register(o Output) bool {
	if len(o.Path) > maxPath {
		p.diags = append(p.diags, diag.At(o.Pos, "bad-path.long-address", "/"+o.Path, len(o.Path), maxPath).WithHint("hint.shorter-slug"))
		return false
	}
	at := folded(o.Path)
	if first, taken := p.claims[at]; taken {
		if o.Document() && first.document {
			return false // their pages want one address as well, and say so
		}
		address := "/" + strings.TrimSuffix(o.Path, "index.html")
		p.diags = append(p.diags, diag.At(o.Pos, "url-collision", address, first.pos.File).
			WithHint("hint.other-slug").Also(first.pos, "see.first-claim"))
		return false
	}
	p.claims[at] = claim{o.Pos, o.Document()}
	p.outputs = append(p.outputs, o)
	return true
}

// withoutEchoes drops collisions of pages that one file claims, as the lists of
// partners by project, where others are told: two projects of one address.
func withoutEchoes(diags []diag.Diagnostic) []diag.Diagnostic {
	echo := func(d diag.Diagnostic) bool { return d.Message.Key == "url-collision" && d.Related[0].Pos == d.Pos }
	if !slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Message.Key == "url-collision" && !echo(d) }) {
		return diags
	}
	return slices.DeleteFunc(diags, echo)
}

// folded is a path as the least discerning file system sees it.
func folded(path string) string { return strings.ToLower(norm.NFC.String(path)) }

// Keyed gives an output with a view its keys. The view is written out, so that what
// its key tells can be read back.
func (in Inputs) Keyed(o Output) Output {
	memo.Fields(o.View, func(plain []byte, fields []memo.Key) {
		of := reflect.TypeOf(o.View).Elem()
		o.Parts = make([]Part, len(fields))
		const usual = 40 // fields of a view
		all := make([]byte, 0, usual*len(o.Seen))
		for i, key := range fields {
			o.Parts[i] = Part{"view." + of.Field(i).Name, key}
			all = append(all, key[:]...)
		}
		o.Seen = memo.Bytes(all)
		if in.Keep != nil {
			in.Keep(o, plain)
		}
	})
	return in.Identified(o)
}

// Identified gives an output whose view is known by its key the key that it has with
// the templates as they are now.
func (in Inputs) Identified(o Output) Output {
	o.Identify(in.Version, LayoutKey(in.Templates, o.Template, o.Lang, o.MainLang))
	return o
}

// Identify gives an output whose view is known by its key the key that it has in a
// version of the program and with a layout.
func (o *Output) Identify(version, layout memo.Key) {
	const usual = 128 // bytes of three keys and a renderer
	b := append(make([]byte, 0, usual), version[:]...)
	b = append(append(b, layout[:]...), o.Seen[:]...)
	o.Layout, o.Key = layout, memo.Bytes(append(b, o.Renderer...))
}

// LayoutKey is the key of what a page reads besides its view (see Inputs.Templates);
// zero for an output without a template.
func LayoutKey(templates func(template, lang string) [32]byte, template, lang, mainLang string) memo.Key {
	if template == "" {
		return memo.Key{}
	}
	digest := templates(template, lang)
	b := append([]byte(template), digest[:]...)
	if mainLang != "" {
		digest = templates(template, mainLang)
		b = append(b, digest[:]...)
	}
	return memo.Bytes(b)
}

func posOf(file string) diag.Pos { return diag.Pos{File: file} }
