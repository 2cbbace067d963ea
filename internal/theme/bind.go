package theme

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"text/template/parse"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/view"
)

// mainMark holds the place of the main part while the frame is written. Nothing
// else can write it: comments in templates are dropped, and the text of views is
// escaped.
const mainMark = "<!--main-->"

// bind makes the executable templates: one set, and of it a copy per language
// whose functions speak that language. html/template escapes a copy's template
// when it is first executed, under a lock of its own; the first language is
// done here, so that what cannot be escaped is known before any page.
func (t *Theme) bind(o Options) []diag.Diagnostic {
	set := template.New("")
	for _, s := range ordered(t.sources) {
		if s.tree == nil {
			continue
		}
		if _, err := set.AddParseTree(s.name, s.tree); err != nil {
			return []diag.Diagnostic{diag.At(s.whole(), "template-syntax", err.Error())}
		}
	}
	t.languages = map[string]*template.Template{}
	var ds []diag.Diagnostic
	for i, l := range o.Languages {
		own := template.Must(set.Clone()).Funcs(t.functions(o, t.catalogue.Messages(l.Code())))
		t.languages[l.Code()], t.languages[l.Tag()] = own, own
		if i == 0 {
			ds = t.escape(own)
		}
	}
	return ds
}

// functions are those of functionTable that are not built into templates.
func (t *Theme) functions(o Options, m *i18n.Messages) template.FuncMap {
	return template.FuncMap{
		"t":      m.Text,
		"asset":  func(name string) string { url, _ := t.assets.url(name); return url },
		"inline": func(name string) template.HTML { return template.HTML(t.assets.drawn[name]) },
		"body":   func(b view.Body) template.HTML { return template.HTML(o.Body(b)) },
		"jsonld": func(nodes []view.Node) template.HTML { return script(o.JSONLD(nodes)) },
		"main":   func() template.HTML { return mainMark },
	}
}

// script wraps JSON-LD, whose encoder has escaped what could end the element.
func script(json string) template.HTML {
	if json == "" {
		return ""
	}
	return template.HTML(`<script type="application/ld+json">` + json + `</script>`)
}

// escape makes every layout ready and reports those in which it is not certain
// how a value must be escaped.
func (t *Theme) escape(set *template.Template) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, kind := range kindNames() {
		layout := set.Lookup(layoutName(kind))
		if layout == nil {
			continue
		}
		// Without a view the execution ends at once; escaping comes before it.
		var bad *template.Error
		if err := layout.Execute(io.Discard, nil); errors.As(err, &bad) && bad.ErrorCode != template.ErrNoSuchTemplate {
			ds = append(ds, t.unescapable(bad))
		}
	}
	return ds
}

// unescapable says where html/template found an error.
func (t *Theme) unescapable(e *template.Error) diag.Diagnostic {
	// Behind this stand the inner states of the escaper.
	why, _, _ := strings.Cut(e.Description, ": {")
	name, offset := e.Name, -1
	if e.Node != nil {
		place, _ := (*parse.Tree)(nil).ErrorContext(e.Node)
		name, _, _ = strings.Cut(place, ":")
		offset = start(e.Node)
	}
	name, _, _ = strings.Cut(name, "$htmltemplate")
	s := t.sources[name]
	if s == nil {
		return diag.At(diag.Pos{File: name, Line: e.Line}, "template-syntax.escape", why)
	}
	pos := diag.Pos{File: s.pos, Line: e.Line}
	if offset >= 0 {
		pos = s.at(offset, 0)
	}
	return diag.At(pos, "template-syntax.escape", why)
}

// Execute writes the main part of a page: the layout of its kind, in the
// language given by code or BCP 47 tag. An error is a bug of ours: the layouts
// have been checked against their views.
func (t *Theme) Execute(w *bytes.Buffer, kind string, mainLang string, v any) error {
	set, ok := t.languages[mainLang]
	if !ok {
		return fmt.Errorf("theme: language %q is not configured", mainLang)
	}
	return set.ExecuteTemplate(w, layoutName(kind), v)
}

// ExecuteBase writes a whole page: the frame, in the language of the page, with
// the main part in its place.
func (t *Theme) ExecuteBase(w *bytes.Buffer, p *view.Page, main template.HTML) error {
	start := w.Len()
	if err := t.Execute(w, baseKind, p.Lang, p); err != nil {
		return err
	}
	at := bytes.Index(w.Bytes()[start:], []byte(mainMark))
	if at < 0 {
		return fmt.Errorf("theme: the frame of %s has no main part", p.URL)
	}
	rest := bytes.Clone(w.Bytes()[start+at+len(mainMark):])
	w.Truncate(start + at)
	w.WriteString(string(main))
	w.Write(rest)
	return nil
}
