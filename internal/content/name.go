package content

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// name is what the path of a Markdown file says: which record it belongs to and
// in which language it is.
type name struct {
	path   string
	kind   Kind
	id     string
	lang   string
	dir    string
	order  int
	bundle bool // …/index.md rather than ….md
}

var (
	idForm      = regexp.MustCompile(`^[a-z0-9]+([-.][a-z0-9]+)*$`)
	langForm    = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z]{2,8})?$`)
	chapterForm = regexp.MustCompile(`^(\d+)-(.+)$`)
)

// namer reads paths, knowing the configured languages.
type namer struct {
	languages []string
}

// parse reads the path of a Markdown file, such as
// content/guides/masp/010-rights.it.md.
func (n namer) parse(p string) (name, *diag.Diagnostic) {
	rest := strings.TrimPrefix(p, "content/")
	stem, lang, problem := n.language(p, strings.TrimSuffix(path.Base(rest), ".md"))
	if problem != nil {
		return name{}, problem
	}
	parts := strings.Split(path.Dir(rest), "/")
	if parts[0] == "." {
		parts = nil
	}
	out := name{path: p, lang: lang, dir: path.Dir(p), bundle: stem == "index"}
	return out, n.place(&out, parts, stem)
}

// textTypes are other endings of Markdown files, in small letters.
var textTypes = []string{".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtext", ".mdx"}

// misnamed reports a text whose name does not end in .md as it must.
func misnamed(p string) (diag.Diagnostic, bool) {
	ext := path.Ext(p)
	if !slices.Contains(textTypes, strings.ToLower(ext)) {
		return diag.Diagnostic{}, false
	}
	return diag.At(diag.Pos{File: p}, "bad-path.extension").
		WithHint("hint.rename-file", strings.TrimSuffix(path.Base(p), ext)+".md"), true
}

// language splits the last dot segment off a file name.
func (n namer) language(p, stem string) (string, string, *diag.Diagnostic) {
	at := strings.LastIndexByte(stem, '.')
	if at < 0 {
		return stem, "", nil
	}
	last := stem[at+1:]
	if slices.Contains(n.languages, last) {
		return stem[:at], last, nil
	}
	if meant, ok := n.meant(last); ok {
		d := diag.At(diag.Pos{File: p}, "unknown-language", last, n.languages).WithHint("hint.rename-file", stem[:at]+"."+meant+".md")
		return "", "", &d
	}
	if !langForm.MatchString(last) {
		return stem, "", nil
	}
	d := diag.At(diag.Pos{File: p}, "unknown-language", last, n.languages)
	if near, ok := diag.Nearest(last, n.languages); ok {
		d = d.WithHint("hint.rename-file", stem[:at]+"."+near+".md")
	} else {
		d = d.WithHint("hint.configure-language", last)
	}
	return "", "", &d
}

// meant finds the language in a code with capitals, with a region, or of three
// letters.
func (n namer) meant(code string) (string, bool) {
	low := strings.ToLower(code)
	base, _, _ := strings.Cut(strings.ReplaceAll(low, "_", "-"), "-")
	for _, lang := range n.languages {
		if base == lang || len(low) == 3 && strings.HasPrefix(low, lang) {
			return lang, true
		}
	}
	return "", false
}

// place finds the record that a file belongs to from its folders and stem.
func (n namer) place(out *name, folder []string, stem string) *diag.Diagnostic {
	if len(folder) == 0 {
		return out.section("", stem)
	}
	kind, known := folders[folder[0]]
	if !known {
		d := diag.At(diag.Pos{File: out.path}, "bad-path.folder", folder[0])
		if other, ok := otherFolders[strings.ToLower(folder[0])]; ok {
			d = d.WithHint("hint.did-you-mean", other)
		} else if near, ok := diag.Nearest(folder[0], Folders()); ok {
			d = d.WithHint("hint.did-you-mean", near)
		} else {
			d = d.WithHint("hint.known-folders", Folders())
		}
		return &d
	}
	nested := kind == KindGuide || kind == KindKit
	switch {
	case len(folder) == 1 && stem == "index":
		return out.section(folder[0], stem)
	case len(folder) == 1:
		return out.record(kind, stem)
	case len(folder) == 2 && stem == "index":
		return out.record(kind, folder[1])
	case len(folder) == 2 && kind == KindGuide:
		return out.chapter(folder[1], stem)
	case len(folder) == 2 && kind == KindKit:
		return out.sheet(folder[1], stem)
	case len(folder) == 3 && stem == "index" && nested:
		if kind == KindGuide {
			return out.chapter(folder[1], folder[2])
		}
		return out.sheet(folder[1], folder[2])
	}
	d := diag.At(diag.Pos{File: out.path}, "bad-path.place", folder[0]).WithHint("hint.place", folder[0])
	return &d
}

// otherFolders are what the folders are called in Italian and in other programs.
var otherFolders = map[string]string{
	"progetti": "projects", "partecipanti": "partners", "organizzazioni": "partners", "eventi": "events",
	"notizie": "news", "posts": "news", "post": "news", "blog": "news", "articoli": "news", "guide": "guides", "manuali": "guides",
	"kit": "kits", "schede": "kits", "programmi": "programmes", "programs": "programmes", "territori": "territories",
	"pagine": "pages",
}

func (o *name) section(id, stem string) *diag.Diagnostic {
	if stem != "index" {
		d := diag.At(diag.Pos{File: o.path}, "bad-path.top").WithHint("hint.known-folders", Folders())
		return &d
	}
	o.kind, o.id = KindSection, id
	return nil
}

func (o *name) record(kind Kind, id string) *diag.Diagnostic {
	o.kind, o.id = kind, id
	return o.check(id)
}

func (o *name) sheet(kit, id string) *diag.Diagnostic {
	o.kind, o.id = KindSheet, kit+"/"+id
	if d := o.check(kit); d != nil {
		return d
	}
	return o.check(id)
}

func (o *name) chapter(guide, stem string) *diag.Diagnostic {
	m := chapterForm.FindStringSubmatch(stem)
	if m == nil {
		d := diag.At(diag.Pos{File: o.path}, "bad-path.chapter", stem).WithHint("hint.chapter", "010-"+stem)
		return &d
	}
	o.order, _ = strconv.Atoi(m[1])
	o.kind, o.id = KindChapter, guide+"/"+m[2]
	if d := o.check(guide); d != nil {
		return d
	}
	return o.check(m[2])
}

func (o *name) check(id string) *diag.Diagnostic {
	if idForm.MatchString(id) {
		return nil
	}
	d := diag.At(diag.Pos{File: o.path}, "bad-path.id", id)
	if at := strings.LastIndexByte(id, '_'); at > 0 && len(id)-at == 3 && o.lang == "" && !o.bundle { // about_it.md
		return ptr(d.WithHint("hint.rename-file", idFrom(id[:at])+"."+id[at+1:]+".md"))
	}
	if better := idFrom(id); idForm.MatchString(better) {
		d = d.WithHint("hint.write", better)
	}
	return &d
}

func ptr(d diag.Diagnostic) *diag.Diagnostic { return &d }

// idFrom makes an id of a name, without its accents.
func idFrom(s string) string {
	parts := strings.Split(s, ".")
	for i, part := range parts {
		parts[i] = i18n.Slug(part, "it")
	}
	return strings.Trim(strings.Join(parts, "."), ".")
}

// meantBy is the address of the record that a misnamed file was to be part of.
func meantBy(p string) string {
	rest := strings.TrimSuffix(strings.TrimPrefix(p, "content/"), ".md")
	if ext := path.Ext(rest); langForm.MatchString(strings.TrimPrefix(ext, ".")) {
		rest = strings.TrimSuffix(rest, ext)
	}
	parts := strings.Split(strings.TrimSuffix(rest, "/index"), "/")
	for i, part := range parts {
		parts[i] = idFrom(part)
	}
	return strings.Join(parts, "/")
}
