package build

import (
	"errors"
	"fmt"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
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

// errForgotten says that an output was taken over of which nobody has the bytes any
// more, nor the view, as when part of the cache was deleted.
var errForgotten = errors.New("the bytes of an output are forgotten")

// pages plans everything but the documents, which are there by then, and makes it
// as it is planned: the views of a large site are never all there at once.
func (r *run) pages(in plan.Inputs) error {
	var failure error
	in.Make = r.making(&failure)
	in.Before = r.earlier(func(p plans) plan.Plan { return p.pages })
	papers := r.Outputs
	r.plans.pages = r.list(in, plan.Outputs)
	r.Outputs = merged(papers, r.plans.pages.Outputs)
	if r.failed() { // as when two pages want one address: the publisher takes but one
		return nil
	}
	if failure != nil {
		return failure
	}
	r.Files = make([]publish.File, len(r.Outputs))
	for i, o := range r.Outputs {
		if p := productOf(o); p != nil { // of a shard only its own
			r.Files[i] = p.file
		}
	}
	return nil
}

// making returns what makes outputs as they are planned. Once one could not be made, for
// the reason that it leaves, or where nothing can be published, it makes no more.
func (r *run) making(failure *error) func(plan.Output) func(*plan.Output) {
	var wrong atomic.Bool
	wrong.Store(r.failed())
	from := r.renderInputs()
	return func(o plan.Output) func(*plan.Output) {
		if wrong.Load() || !r.Shard.has(o.Path) {
			return nil
		}
		made := r.makeOne(from, o)
		return func(o *plan.Output) {
			if *failure == nil {
				*failure = r.take(o, made)
				wrong.Store(*failure != nil)
			}
		}
	}
}

// merged puts two lists that are sorted by path together.
func merged(a, b []plan.Output) []plan.Output {
	if len(a) == 0 {
		return b
	}
	out := make([]plan.Output, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Path < b[0].Path {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// make makes outputs, in parallel, hands them to the publisher, and notes in each
// what became of it. Those of other shards are left out.
func (r *run) make(outputs []plan.Output) error {
	in := r.renderInputs()
	results := make([]result, len(outputs))
	r.each(len(outputs), func(i int) {
		if !r.Shard.has(outputs[i].Path) {
			return
		}
		results[i] = r.makeOne(in, outputs[i])
	})
	for i := range results {
		if err := r.take(&outputs[i], results[i]); err != nil {
			return err
		}
	}
	return nil
}

// desk is the memory that one worker needs for an output after another.
type desk struct {
	page, view []byte
	views      memo.Reader
	scanner    check.Scanner
}

// makeOne makes an output at a desk.
func (r *run) makeOne(in render.Inputs, o plan.Output) result {
	d := r.desks.Get().(*desk)
	defer r.desks.Put(d)
	in.Scratch, in.Reuse = &d.page, r.writer != nil && r.store.OnDisk()
	return r.output(in, o, d)
}

// take notes what became of an output.
func (r *run) take(o *plan.Output, made result) error {
	if made.err != nil && r.tellPicture(made.err) {
		return nil
	}
	if made.err != nil || made.product == nil {
		return made.err
	}
	o.Kept = made.product
	if made.rendered != nil {
		r.Rendered = append(r.Rendered, *made.rendered)
		r.known.rendered[o.Path] = made.why
	}
	if made.other {
		r.others[o.Path] = true
	}
	r.renamed = r.renamed || made.renamed
	if made.sound {
		r.links.pages[o.Path] = true
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
		i, _ := slices.BinarySearchFunc(r.Outputs, folder, func(o plan.Output, p string) int { return strings.Compare(o.Path, p) })
		if i < len(r.Outputs) && strings.HasPrefix(r.Outputs[i].Path, folder) {
			diags = append(diags, diag.At(o.Pos, "url-collision.file", "/"+o.Path).WithHint("hint.other-name"))
		}
	}
	return diags
}

// result is an output made; without a product, nothing was made.
type result struct {
	*product
	other    bool      // its bytes are not those of the build before
	renamed  bool      // of a page: its ids are not
	rendered *Rendered // nil: it was remembered
	why      []string  // ingredients of the key that had changed
	sound    bool      // of a page: nothing is wrong with it but for the addresses that were gathered
	err      error
}

// output makes one output, or finds it where it was made before: published, or
// remembered under its key.
func (r *run) output(in render.Inputs, o plan.Output, d *desk) (made result) {
	defer func() {
		if p := recover(); p != nil {
			made.err = failureOf(o, p)
		}
	}()
	before := productOf(o) // taken over
	if before == nil {
		before = r.last.product(o.Path)
	}
	plain := slices.Contains(copied, o.Renderer)
	if before != nil && before.key == o.Key && r.stands(before, plain || !r.keepsBytes(o)) {
		r.holdView(o)
		return result{product: before, err: r.put(before.file)}
	}
	data, kept := []byte(nil), false
	if !plain {
		data, kept = r.store.Get(o.Key)
	}
	if kept {
		r.holdView(o)
	} else {
		start := time.Now()
		if o.View == nil {
			if o.View = r.recallView(o, d); o.View == nil {
				return result{err: errForgotten}
			}
		}
		if data, made.err = render.Output(in, o.Renderer, o.Template, o.View); made.err != nil {
			return made
		}
		if !plain {
			if r.keepsBytes(o) {
				r.store.Put(o.Key, data)
			}
			made.rendered = &Rendered{Path: o.Path, Kind: strings.TrimSpace(o.Renderer + " " + o.Template), Took: time.Since(start)}
			made.why = changes(o, before)
		}
	}
	r.finish(&made, o, before, data, kept, d)
	return made
}

// keepsBytes reports whether the bytes of an output are remembered. Where a site is
// visible, its folder holds the pages, and one that it loses is made again of its view;
// where there is none, as on a machine of CI, there may be none the next time either.
func (r *run) keepsBytes(o plan.Output) bool {
	return r.writer == nil || !r.writer.Replaces() || !r.keepsViews() || !render.IsKept(o.Renderer)
}

// stands reports whether what became of an output before needs no bytes now: they are
// published, or at hand, and remembered if they have to be.
func (r *run) stands(before *product, unremembered bool) bool {
	at := r.writer != nil && r.writer.Has(before.file.Path, before.file.Digest) || r.writer == nil && before.file.Data != nil
	return at && (unremembered || r.store.Has(before.key))
}

// finish notes what became of the bytes of an output, and publishes them.
func (r *run) finish(made *result, o plan.Output, before *product, data []byte, kept bool, d *desk) {
	made.product = &product{key: o.Key, seen: o.Seen, layout: o.Layout, file: publish.File{Path: o.Path, Data: data}, size: int64(len(data))}
	if made.rare = rareOf(o); o.Parts == nil { // taken over
		made.rare = before.rare
	}
	if kept && before != nil && before.key == o.Key {
		made.file.Digest = before.file.Digest
	} else {
		made.file.Digest = memo.Bytes(data)
	}
	made.other = before == nil || before.file.Digest != made.file.Digest
	if isPage(o.Path) {
		made.ids, made.sound = r.scanned(made.file, before, d)
		made.renamed = before == nil || before.ids != made.ids
	}
	if made.err = r.put(made.file); r.writer != nil && !o.Document() { // archives hold documents
		made.file.Data = nil
	}
}

// put hands a file to the publisher, if there is one.
func (r *run) put(f publish.File) error {
	if r.writer == nil {
		return nil
	}
	return r.writer.Put(f)
}

// failureOf is the error of an output whose making has panicked.
func failureOf(o plan.Output, p any) error {
	if failed, ok := p.(unread); ok {
		return failed.error
	}
	return fmt.Errorf("rendering %s: %v\n%s", o.Path, p, firstLines(string(debug.Stack()), 12))
}

// scanned returns the key of a page's ids. A page that is other than before is
// looked at for the check of links.
func (r *run) scanned(f publish.File, before *product, d *desk) (ids memo.Key, sound bool) {
	if before != nil && before.file.Digest == f.Digest && r.store.Has(scanKey(f.Digest)) {
		return before.ids, false
	}
	made := r.scan(f, &d.scanner)
	return made.IDs().Key(), r.links.add(made)
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}
