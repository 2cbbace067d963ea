package theme

import (
	"errors"
	"html/template"
	"strings"
	"text/template/parse"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/theme/compile"
	"dossier/internal/view"
)

// mainMark holds the place of the main part where the frame is left to
// html/template. Nothing else can write it: comments in templates are dropped,
// and the text of views is escaped.
const mainMark = "<!--main-->"

// layouts are some layouts with what they call, escaped once for all languages,
// since how a value is escaped does not depend on the language.
type layouts struct {
	trees map[string]*parse.Tree // as they were
	set   *compile.Set
}

// escape escapes the layouts of the kinds.
func escape(from sources, kinds []string) (layouts, []error) {
	trees := map[string]*parse.Tree{}
	for _, s := range ordered(from) {
		if s.tree != nil {
			trees[s.name] = s.tree
		}
	}
	var names []string
	for _, kind := range kinds {
		names = append(names, layoutName(kind))
	}
	set, errs := compile.Escape(trees, names)
	return layouts{trees, set}, errs
}

// voice writes layouts in one language.
type voice struct {
	programs map[string]*compile.Program // by kind
	rest     *template.Template          // for layouts that could not be compiled; nil: none
}

// speak makes the layouts of the kinds ready. They are compiled for each
// language, whose words become constants.
func (t *Theme) speak(o Options, kinds []string, from func() layouts) {
	if t.voices == nil {
		t.voices = map[output]func() *voice{}
	}
	for _, l := range t.locales {
		v := later(o.Once, func() *voice { return newVoice(from(), kinds, t.functions(o, t.catalogue.Messages(l.Code()))) })
		for _, kind := range kinds {
			t.voices[output{kind, l.Code()}], t.voices[output{kind, l.Tag()}] = v, v
		}
	}
}

// Prepare makes layouts ready, one after another, until all are, or there has been
// enough of it.
func (t *Theme) Prepare(enough func() bool) {
	for _, kind := range kindNames() {
		for _, l := range t.locales {
			if enough() {
				return
			}
			t.voices[output{kind, l.Code()}]()
		}
	}
}

// newVoice compiles the layouts of the kinds with the functions of a language.
func newVoice(from layouts, of []string, funcs compile.Funcs) *voice {
	v := &voice{programs: map[string]*compile.Program{}}
	c := compile.New(from.set, funcs)
	for _, kind := range of {
		if p, err := c.Compile(layoutName(kind), kinds[kind]); err == nil {
			v.programs[kind] = p
		}
	}
	if len(v.programs) < len(of) {
		v.rest = uncompiled(from.trees, funcs)
	}
	return v
}

// uncompiled makes the templates executable as they are. html/template escapes
// them when they are first executed, under a lock of its own.
func uncompiled(trees map[string]*parse.Tree, funcs compile.Funcs) *template.Template {
	set := template.New("").Funcs(funcs.Plain())
	for name, tree := range trees {
		// A template that cannot be added was never executed, and is one that is
		// missing when it is called.
		_, _ = set.AddParseTree(name, tree.Copy())
	}
	return set
}

// functions are those of functionTable that are not built into templates, and
// the methods of views.
func (t *Theme) functions(o Options, m *i18n.Messages) compile.Funcs {
	return compile.Funcs{
		"t":      compile.Text(m.Text),
		"asset":  compile.Name(func(name string) string { url, _ := t.AssetURL(name); return url }),
		"inline": compile.Drawing(func(name string) template.HTML { return template.HTML(t.drawing(name)) }),
		"body":   compile.Writer(o.Body),
		"jsonld": compile.Writer(func(dst []byte, nodes []view.Node) []byte { return appendScript(dst, nodes, o.JSONLD) }),
		"main":   compile.Hole(mainMark),

		"view.Body.Empty": compile.Method(view.Body.Empty),
	}
}

// appendScript wraps JSON-LD, whose encoder escapes what could end the element.
func appendScript(dst []byte, nodes []view.Node, encode func([]byte, []view.Node) []byte) []byte {
	opened := append(dst, `<script type="application/ld+json">`...)
	out := encode(opened, nodes)
	if len(out) == len(opened) {
		return dst
	}
	return append(out, `</script>`...)
}

// unescapables reports the layouts in which it is not certain how a value must
// be escaped. Partials that are missing have been reported already.
func (set sources) unescapables(errs []error) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, err := range errs {
		var bad *template.Error
		if errors.As(err, &bad) && bad.ErrorCode != template.ErrNoSuchTemplate {
			ds = append(ds, set.unescapable(bad))
		}
	}
	return ds
}

// unescapable says where html/template found an error.
func (set sources) unescapable(e *template.Error) diag.Diagnostic {
	// Behind this stand the inner states of the escaper.
	why, _, _ := strings.Cut(e.Description, ": {")
	name, offset := e.Name, -1
	if e.Node != nil {
		place, _ := (*parse.Tree)(nil).ErrorContext(e.Node)
		name, _, _ = strings.Cut(place, ":")
		offset = start(e.Node)
	}
	name, _, _ = strings.Cut(name, "$htmltemplate")
	s := set[name]
	if s == nil {
		return diag.At(diag.Pos{File: name, Line: e.Line}, "template-syntax.escape", why)
	}
	pos := diag.Pos{File: s.pos, Line: e.Line}
	if offset >= 0 {
		pos = s.at(offset, 0)
	}
	return diag.At(pos, "template-syntax.escape", why)
}
