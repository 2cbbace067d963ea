package build

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"dossier/internal/check/ua"
	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
	"dossier/internal/plan"
	"dossier/internal/publish"
)

// maxShaped bounds the words that are kept set in type, some 200 bytes each.
const maxShaped = 100_000

// shaped is what an earlier run set in type, or nothing yet.
func (o Options) shaped() line.Memory {
	if o.Last != nil && o.Last.words != nil {
		return o.Last.words
	}
	return memo.NewTable[line.Shaped, []face.Glyph](maxShaped)
}

// paper is a planned document, made when it is first asked for.
type paper struct {
	plan.Output
	make func() result
}

// documents plans and renders the documents, archives last, since they hold
// others. Of a shard only its own are made here, and others when one of its pages
// or archives asks for them.
func (r *run) documents(in *plan.Inputs) error {
	views := *in
	views.Views, views.Before = true, r.earlier(func(p plans) plan.Plan { return p.documents })
	r.plans.documents = r.list(views, plan.Documents)
	in.Papers = r.plans.documents.Outputs
	if err := r.lost.Load(); err != nil {
		return *err
	}
	if r.failed() {
		return nil
	}
	from := r.renderInputs()
	r.paperOf = make(map[string]*paper, len(in.Papers))
	for _, o := range in.Papers {
		r.paperOf[o.Path] = &paper{o, sync.OnceValue(func() result { return r.output(from, o, new(desk)) })}
	}
	in.Made = func(path string) (plan.Made, bool) {
		p, ok := r.paperOf[path]
		if !ok {
			return plan.Made{}, false
		}
		made := p.make()
		if made.product == nil {
			return plan.Made{}, false
		}
		return plan.Made{Size: made.size}, true
	}
	for _, archives := range []bool{false, true} {
		if err := r.wave(in.Papers, archives); err != nil {
			return err
		}
	}
	r.Outputs = in.Papers
	for _, g := range r.plans.documents.Groups { // they were planned before their outputs were made
		for i, o := range g.Outputs {
			if p, ok := r.paperOf[o.Path]; ok && r.Shard.has(o.Path) {
				g.Outputs[i].Kept = p.make().product
			}
		}
	}
	return nil
}

// wave makes the archives among the documents, or the others.
func (r *run) wave(papers []plan.Output, archives bool) error {
	results := make([]result, len(papers))
	r.each(len(papers), func(i int) {
		if o := papers[i]; (o.Renderer == "archive") == archives && r.Shard.has(o.Path) {
			results[i] = r.paperOf[o.Path].make()
		}
	})
	for i := range results {
		if err := r.take(&papers[i], results[i]); err != nil {
			return err
		}
	}
	return nil
}

// made returns the bytes of a document.
func (r *run) made(path string) ([]byte, error) {
	p, ok := r.paperOf[path]
	if !ok {
		return nil, errForgotten
	}
	made := p.make()
	if made.err != nil || made.file.Data != nil {
		return made.file.Data, made.err
	}
	data, ok := r.store.Get(p.Key)
	if !ok {
		return nil, errForgotten
	}
	return data, nil
}

// drawable tries whether a drawing of the site can be drawn as vectors.
func (r *run) drawable(source string) (line int, what string, ok bool) {
	data, err := r.Snapshot.Read(source)
	if err == nil {
		_, err = svg.Parse(data)
	}
	var refusal *svg.Refusal
	if errors.As(err, &refusal) {
		return refusal.Line, refusal.What, false
	}
	return 1, fmt.Sprint(err), err == nil
}

// checkDocuments looks at the documents whose length is bound: a sheet has one
// page.
func (r *run) checkDocuments() []diag.Diagnostic {
	found := make([]*diag.Diagnostic, len(r.Outputs))
	r.each(len(r.Outputs), func(i int) {
		if p := productOf(r.Outputs[i]); p != nil && r.Outputs[i].OnePage {
			found[i] = r.tooLong(r.Outputs[i], p)
		}
	})
	var out []diag.Diagnostic
	for _, d := range found {
		if d != nil {
			out = append(out, *d)
		}
	}
	return out
}

// tooLong reports a sheet of more than a page, at the section that does not fit.
func (r *run) tooLong(o plan.Output, p *product) *diag.Diagnostic {
	pages, over := r.extent(p.file)
	if pages <= 1 {
		return nil
	}
	pos := o.Pos
	for _, s := range p.rare.read().Sections {
		if s.Title == over {
			pos = s.Pos
		}
	}
	d := diag.At(pos, "sheet-too-long", pages).WithHint("hint.sheet-too-long")
	return &d
}

// extent returns how many pages a document has, and the heading with which the
// first page ends; both are remembered.
func (r *run) extent(f publish.File) (pages int, last string) {
	key := memo.Sum("extent", f.Digest[:])
	data, known := r.store.Get(key)
	if !known {
		document, err := r.made(f.Path)
		if err != nil {
			return 0, ""
		}
		report, err := ua.Check(document)
		if err != nil {
			return 0, ""
		}
		for _, h := range report.HeadingsAt {
			if h.Page == 1 {
				last = h.Text
			}
		}
		data = fmt.Appendf(nil, "%d %s", report.Pages, last)
		r.store.Put(key, data)
	}
	n, last, _ := strings.Cut(string(data), " ")
	_, err := fmt.Sscan(n, &pages)
	if err != nil {
		return 0, ""
	}
	return pages, last
}
