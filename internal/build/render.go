package build

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"dossier/internal/memo"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/render"
)

// Rendered is an output that had to be made.
type Rendered struct {
	Path string
	Took time.Duration
}

// copied are renderers whose outputs are files that exist already: remembering
// their bytes would only keep them twice.
var copied = []string{"static", "asset"}

// render makes every output, or takes it from the store. Documents have been
// made by then.
func (r *Result) render(o Options, store *memo.Store) error {
	done := r.finished
	var rest []plan.Output
	for _, out := range r.Outputs {
		if _, ok := done[out.Path]; !ok {
			rest = append(rest, out)
		}
	}
	pages, err := r.make(o, rest, store)
	if err != nil {
		return err
	}
	r.Files = make([]publish.File, len(r.Outputs))
	for i, out := range r.Outputs {
		if f, ok := done[out.Path]; ok {
			r.Files[i] = f
			continue
		}
		r.Files[i], pages = pages[0], pages[1:]
	}
	return nil
}

// make renders outputs, in parallel.
func (r *Result) make(o Options, outputs []plan.Output, store *memo.Store) ([]publish.File, error) {
	in := r.renderInputs()
	files := make([]publish.File, len(outputs))
	made := make([]Rendered, len(outputs))
	errs := make([]error, len(outputs))
	each(len(outputs), o.Workers, func(i int) {
		files[i], made[i], errs[i] = output(in, outputs[i], store)
	})
	for i, err := range errs {
		if err != nil {
			return nil, err
		}
		if made[i].Path != "" {
			r.Rendered = append(r.Rendered, made[i])
		}
	}
	return files, nil
}

func output(in render.Inputs, o plan.Output, store *memo.Store) (f publish.File, made Rendered, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("rendering %s: %v\n%s", o.Path, p, firstLines(string(debug.Stack()), 12))
		}
	}()
	plain := slices.Contains(copied, o.Renderer)
	data, known := []byte(nil), false
	if !plain {
		data, known = store.Get(o.Key)
	}
	if !known {
		start := time.Now()
		if data, err = render.Output(in, o.Renderer, o.Template, o.View); err != nil {
			return f, made, err
		}
		if !plain {
			store.Put(o.Key, data)
			made = Rendered{Path: o.Path, Took: time.Since(start)}
		}
	}
	return publish.File{Path: o.Path, Digest: memo.Bytes(data), Data: data}, made, nil
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}
