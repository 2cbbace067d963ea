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

// render makes every output, or takes it from the store.
func (r *Result) render(o Options, store *memo.Store) error {
	in := r.renderInputs()
	r.Files = make([]publish.File, len(r.Outputs))
	made := make([]Rendered, len(r.Outputs))
	errs := make([]error, len(r.Outputs))
	each(len(r.Outputs), o.Workers, func(i int) {
		r.Files[i], made[i], errs[i] = output(in, r.Outputs[i], store)
	})
	for i, err := range errs {
		if err != nil {
			return err
		}
		if made[i].Path != "" {
			r.Rendered = append(r.Rendered, made[i])
		}
	}
	return nil
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
