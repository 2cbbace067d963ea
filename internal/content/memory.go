package content

import "dossier/internal/memo"

// freeze writes a record for the memory, with its bodies in the light form.
func freeze(h holder) []byte {
	whole := h.record().Bodies
	light := make([]Body, len(whole))
	for i, b := range whole {
		light[i] = Body{Lang: b.Lang, Source: b.Source, Doc: b.Doc.Light()}
	}
	h.record().Bodies = light
	defer func() { h.record().Bodies = whole }()
	return memo.AppendAny(nil, h)
}

// thaw reads a record back into the struct of its kind.
func thaw(b []byte, h holder) error { return memo.DecodeAny(b, h) }
