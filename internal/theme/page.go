package theme

import (
	"bytes"
	"cmp"
	"fmt"

	"dossier/internal/view"
)

// Append appends what the layout of a kind shows of its view, in the language
// given by code or BCP 47 tag: a whole page for Standalone kinds, the main part
// for others. An error is a bug of ours: the layouts have been checked against
// their views.
func (t *Theme) Append(dst []byte, kind, lang string, v any) ([]byte, error) {
	voice, err := t.voice(kind, lang)
	if err != nil {
		return dst, err
	}
	return voice.append(dst, kind, v, nil)
}

// AppendPage appends a whole page: the frame in the language of the page, with
// the layout of the view's kind in its place. p is the view's Page.
func (t *Theme) AppendPage(dst []byte, kind string, p *view.Page, v any) ([]byte, error) {
	frame, err := t.voice(baseKind, p.Lang)
	if err != nil {
		return dst, err
	}
	written := false
	out, err := frame.append(dst, baseKind, p, func(dst []byte) ([]byte, error) {
		written = true
		return t.Append(dst, kind, cmp.Or(p.MainLang, p.Lang), v)
	})
	if err == nil && !written {
		return dst, fmt.Errorf("theme: the frame of %s has no main part", p.URL)
	}
	return out, err
}

// Warm makes ready what writes the pages of a language. Otherwise the first of them
// waits for it, with all that are written at the same time.
func (t *Theme) Warm(lang string) {
	for _, kind := range kindNames() {
		_, _ = t.voice(kind, lang)
	}
}

// voice is what writes a layout in a language.
func (t *Theme) voice(kind, lang string) (*voice, error) {
	v, ok := t.voices[output{kind, lang}]
	if !ok {
		return nil, fmt.Errorf("theme: there is no layout %s in the language %q", kind, lang)
	}
	return v(), nil
}

// append writes a layout; main writes the main part where the layout is the
// frame.
func (v *voice) append(dst []byte, kind string, dot any, main func([]byte) ([]byte, error)) ([]byte, error) {
	if p := v.programs[kind]; p != nil {
		return p.Append(dst, dot, main)
	}
	var out bytes.Buffer
	if err := v.rest.ExecuteTemplate(&out, layoutName(kind), dot); err != nil {
		return dst, err
	}
	if main == nil {
		return append(dst, out.Bytes()...), nil
	}
	return fill(dst, out.Bytes(), main)
}

// fill appends a frame with the main part in the place of each mark.
func fill(dst, frame []byte, main func([]byte) ([]byte, error)) ([]byte, error) {
	for {
		before, after, found := bytes.Cut(frame, []byte(mainMark))
		dst = append(dst, before...)
		if !found {
			return dst, nil
		}
		var err error
		if dst, err = main(dst); err != nil {
			return dst, err
		}
		frame = after
	}
}
