package build

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dossier/internal/check/ua"
	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/view"
)

// maxShaped bounds the words that are kept set in type, some 200 bytes each.
const maxShaped = 100_000

// shaped is what an earlier run set in type, or nothing yet.
func (o Options) shaped() line.Memory {
	if o.Last != nil && o.Last.shaped != nil {
		return o.Last.shaped
	}
	return memo.NewTable[line.Shaped, []face.Glyph](maxShaped)
}

// documents plans and renders the documents, archives last, since they hold
// others.
func (r *Result) documents(o Options, in *plan.Inputs, store *memo.Store) error {
	in.Papers = r.list(*in, plan.Documents)
	if r.failed(o) {
		return nil
	}
	r.finished, in.Made = map[string]publish.File{}, map[string]plan.Made{}
	archives := slices.Clone(in.Papers)
	archives = slices.DeleteFunc(archives, func(o plan.Output) bool { return o.Renderer != "archive" })
	others := slices.Clone(in.Papers)
	others = slices.DeleteFunc(others, func(o plan.Output) bool { return o.Renderer == "archive" })
	for _, wave := range [][]plan.Output{others, archives} {
		files, err := r.make(o, wave, store)
		if err != nil {
			return err
		}
		for _, f := range files {
			r.finished[f.Path] = f
			in.Made[f.Path] = plan.Made{Size: int64(len(f.Data))}
		}
	}
	r.Outputs = in.Papers
	return nil
}

// made returns the bytes of a finished document.
func (r *Result) made(path string) ([]byte, bool) {
	f, ok := r.finished[path]
	return f.Data, ok
}

// drawable tries whether a drawing of the site can be drawn as vectors.
func (r *Result) drawable(source string) (line int, what string, ok bool) {
	f, _ := r.Snapshot.File(source)
	_, err := svg.Parse(f.Data)
	var refusal *svg.Refusal
	if errors.As(err, &refusal) {
		return refusal.Line, refusal.What, false
	}
	return 1, fmt.Sprint(err), err == nil
}

// checkDocuments looks at the documents whose length is bound: a sheet has one
// page.
func (r *Result) checkDocuments(o Options, store *memo.Store) []diag.Diagnostic {
	found := make([]*diag.Diagnostic, len(r.Outputs))
	each(len(r.Outputs), o.Workers, func(i int) {
		if v, ok := r.Outputs[i].View.(*view.SheetPaper); ok && !v.Large {
			found[i] = tooLong(r.Outputs[i], r.Files[i], store)
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
func tooLong(o plan.Output, f publish.File, store *memo.Store) *diag.Diagnostic {
	pages, over := extent(f, store)
	if pages <= 1 {
		return nil
	}
	pos := o.Pos
	for _, s := range o.Sections {
		if s.Title == over {
			pos = s.Pos
		}
	}
	d := diag.At(pos, "sheet-too-long", pages).WithHint("hint.sheet-too-long")
	return &d
}

// extent returns how many pages a document has, and the heading with which the
// first page ends; both are remembered.
func extent(f publish.File, store *memo.Store) (pages int, last string) {
	key := memo.Sum("extent", f.Digest[:])
	data, known := store.Get(key)
	if !known {
		report, err := ua.Check(f.Data)
		if err != nil {
			return 0, ""
		}
		for _, h := range report.HeadingsAt {
			if h.Page == 1 {
				last = h.Text
			}
		}
		data = fmt.Appendf(nil, "%d %s", report.Pages, last)
		store.Put(key, data)
	}
	n, last, _ := strings.Cut(string(data), " ")
	_, err := fmt.Sscan(n, &pages)
	if err != nil {
		return 0, ""
	}
	return pages, last
}
