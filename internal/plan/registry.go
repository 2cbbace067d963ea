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
	p.key(&o)
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

// key computes the output's key from the program's version, the renderer, the
// digest of what its template reads, and the view, field by field.
func (p *planner) key(o *Output) {
	v := reflect.Indirect(reflect.ValueOf(o.View))
	o.Parts = make([]Part, 0, 3+v.NumField())
	o.Parts = append(o.Parts, Part{"program", memo.Sum(p.in.Version[:], o.Renderer)})
	if o.Template != "" {
		digest := p.in.Templates(o.Template, o.Lang)
		o.Parts = append(o.Parts, Part{"templates", memo.Sum(o.Template, digest[:])})
	}
	if o.MainLang != "" {
		digest := p.in.Templates(o.Template, o.MainLang)
		o.Parts = append(o.Parts, Part{"templates of the main part", memo.Sum(digest[:])})
	}
	for i := range v.NumField() {
		o.Parts = append(o.Parts, Part{"view." + v.Type().Field(i).Name, memo.SumOf(v.Field(i))})
	}
	all := make([]byte, 0, len(o.Parts)*len(memo.Key{}))
	for _, part := range o.Parts {
		all = append(all, part.Key[:]...)
	}
	o.Key = memo.Bytes(all)
}

func posOf(file string) diag.Pos { return diag.Pos{File: file} }
