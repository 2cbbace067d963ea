package build

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"dossier/internal/check"
	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/render"
)

// Rendered is an output that had to be made.
type Rendered struct {
	Path string
	Kind string // renderer, and of a page its template
	Took time.Duration
}

// copied are renderers whose outputs are files that exist already: remembering
// their bytes would only keep them twice.
var copied = []string{"static", "asset"}

// errForgotten says that an output was taken over whose bytes nobody has any
// more, as when part of the cache was deleted.
var errForgotten = errors.New("the bytes of an output are forgotten")

// pages plans everything but the documents, which are there by then, and makes it
// as it is planned: the views of a large site are never all there at once.
func (r *run) pages(in plan.Inputs) error {
	var failure error
	in.Emit = func(outputs []plan.Output) {
		if failure != nil || r.failed() {
			return
		}
		failure = r.make(slices.DeleteFunc(slices.Clone(outputs), func(o plan.Output) bool { return !r.Shard.has(o.Path) }))
	}
	r.Outputs = append(r.Outputs, r.list(in, plan.Outputs)...)
	slices.SortFunc(r.Outputs, func(a, b plan.Output) int { return cmp.Compare(a.Path, b.Path) })
	if failure != nil || r.failed() {
		return failure
	}
	r.Files = make([]publish.File, len(r.Outputs))
	for i, o := range r.Outputs {
		r.Files[i] = r.finished[o.Path]
		if r.writer != nil {
			r.Files[i].Data = nil
		}
	}
	return nil
}

// make makes outputs, in parallel, and hands them to the publisher.
func (r *run) make(outputs []plan.Output) error {
	in := r.renderInputs()
	results := make([]result, len(outputs))
	r.each(len(outputs), func(i int) {
		own := in
		own.Scratch, own.Reuse = r.scratch.Get().(*[]byte), r.writer != nil && r.store.OnDisk()
		results[i] = r.output(own, outputs[i])
		r.scratch.Put(own.Scratch)
	})
	return r.take(outputs, results)
}

// take notes what was made.
func (r *run) take(outputs []plan.Output, results []result) error {
	for i, made := range results {
		if made.err != nil {
			if r.tellPicture(made.err) {
				continue
			}
			return made.err
		}
		at := outputs[i].Path
		r.finished[at], r.known.outputs[at] = made.file, made.outcome
		if made.outcome.Rendered {
			r.Rendered = append(r.Rendered, made.rendered)
		}
		if made.scan != nil && len(r.scans) < maxScans {
			r.scans[at] = *made.scan
		}
	}
	return nil
}

// tellPicture reports a photograph whose pixels cannot be read, once for all its
// sizes. Any other error is none of the content's.
func (r *run) tellPicture(err error) bool {
	var bad render.PictureError
	if !errors.As(err, &bad) {
		return false
	}
	d := diag.At(diag.Pos{File: bad.Source}, "image-unreadable.cut", path.Base(bad.Source)).WithHint("hint.save-image")
	if !slices.ContainsFunc(r.Diags, func(o diag.Diagnostic) bool { return o.ID == d.ID && o.Pos == d.Pos }) {
		r.tell([]diag.Diagnostic{d})
	}
	return true
}

// crossed reports files of static/ that take the place of a folder, such as
// static/it beside the pages in Italian.
func (r *run) crossed() []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, o := range r.Outputs {
		if o.Renderer != "static" {
			continue
		}
		folder := o.Path + "/"
		i, _ := slices.BinarySearchFunc(r.Outputs, folder, func(o plan.Output, p string) int { return cmp.Compare(o.Path, p) })
		if i < len(r.Outputs) && strings.HasPrefix(r.Outputs[i].Path, folder) {
			diags = append(diags, diag.At(o.Pos, "url-collision.folder", "/"+o.Path).WithHint("hint.other-name"))
		}
	}
	return diags
}

// result is an output made.
type result struct {
	file     publish.File
	outcome  outcome
	rendered Rendered
	scan     *check.Page // of a page, when it was scanned
	err      error
}

// output makes one output, or finds it where it was made before: published, or
// remembered under its key.
func (r *run) output(in render.Inputs, o plan.Output) (made result) {
	defer func() {
		if p := recover(); p != nil {
			made.err = fmt.Errorf("rendering %s: %v\n%s", o.Path, p, firstLines(string(debug.Stack()), 12))
		}
	}()
	before, known := r.last.outputs[o.Path]
	made.outcome = outcome{Key: o.Key, Parts: logParts(o.Parts)}
	if o.Parts == nil { // taken over
		made.outcome.Parts = before.Parts
	}
	plain := slices.Contains(copied, o.Renderer)
	if known && before.Key == o.Key {
		made.file = publish.File{Path: o.Path, Digest: before.Digest}
		if r.published(made.file) && (plain || r.store.Has(o.Key)) {
			made.outcome.Digest, made.outcome.Size, made.outcome.IDs = before.Digest, before.Size, before.IDs
			made.err = r.writer.Put(made.file)
			return made
		}
	}
	data, kept := []byte(nil), false
	if !plain {
		data, kept = r.store.Get(o.Key)
	}
	if !kept {
		if o.View == nil {
			made.err = errForgotten
			return made
		}
		start := time.Now()
		if data, made.err = render.Output(in, o.Renderer, o.Template, o.View); made.err != nil {
			return made
		}
		if !plain {
			r.store.Put(o.Key, data)
			made.outcome.Rendered = true
			made.outcome.Why = r.last.changed(o)
			made.rendered = Rendered{Path: o.Path, Kind: strings.TrimSpace(o.Renderer + " " + o.Template), Took: time.Since(start)}
		}
	}
	made.file = publish.File{Path: o.Path, Data: data}
	if made.file.Digest = before.Digest; !known || !kept || before.Key != o.Key {
		made.file.Digest = memo.Bytes(data)
	}
	made.outcome.Digest, made.outcome.Size = made.file.Digest, int64(len(data))
	if isPage(o.Path) {
		made.outcome.IDs, made.scan = r.scanned(made.file, before)
	}
	if r.writer != nil {
		made.err = r.writer.Put(made.file)
		if !o.Document() { // archives hold documents
			made.file.Data = nil
		}
	}
	return made
}

// published reports whether the publisher needs no bytes of a file.
func (r *run) published(f publish.File) bool {
	return r.writer != nil && r.writer.Has(f.Path, f.Digest)
}

// scanned returns the key of a page's ids, and the scan when it was made just now;
// it is remembered for the check of links.
func (r *run) scanned(f publish.File, before outcome) (ids memo.Key, page *check.Page) {
	if before.Digest == f.Digest && r.store.Has(scanKey(f.Digest)) {
		return before.IDs, nil
	}
	made := r.scan(f)
	return made.IDs().Key(), &made
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}
