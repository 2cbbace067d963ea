package theme

import (
	"io/fs"
	"path"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/pdf/face"
	"dossier/internal/view"
	"dossier/themes"
)

// changes are what a theme follows from, by the field of Options.
var changes = map[string]func(*Options){
	"Name":      func(o *Options) { o.Name = "other" },
	"NamePos":   func(o *Options) { o.NamePos.Line++ },
	"Base":      func(o *Options) { o.Base = nil },
	"Site":      func(o *Options) { o.Site = fileTree("layouts/kit.html", "<p>own") },
	"SitePath":  func(o *Options) { o.SitePath = "elsewhere" },
	"Languages": func(o *Options) { o.Languages = o.Languages[:1] },
	"Messages":  func(o *Options) { o.Messages = append(o.Messages, i18n.MessageFile{Lang: "it"}) },
	"Overrides": func(o *Options) {
		o.Overrides = []i18n.MessageFile{{Lang: "it", Data: []byte("[kit]\nuse = \"Altro\"\n")}}
	},
	"Accent":    func(o *Options) { o.Accent = "#7a0019" },
	"AccentPos": func(o *Options) { o.AccentPos = diag.Pos{File: "site.toml", Line: 2} },
	"BasePath":  func(o *Options) { o.BasePath = "/" },
}

// aids are the options that a theme does not follow from.
var aids = []string{"Body", "JSONLD", "Once", "Known", "Last"}

func TestAThemeIsTakenOverUntilSomethingThatItFollowsFromChanges(t *testing.T) {
	o := options(t, small())
	first := load(t, o)
	o.Last = first
	if again := load(t, o); again != first {
		t.Error("nothing changes, and the theme is another")
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Options]()) {
		change, follows := changes[field.Name]
		if follows == slices.Contains(aids, field.Name) {
			t.Errorf("%s: say whether a theme follows from it", field.Name)
		}
		if !follows {
			continue
		}
		other := o
		change(&other)
		if th, _ := Load(other); th == first || th.Key() == first.Key() {
			t.Errorf("%s changes, and the theme is the same", field.Name)
		}
	}
}

func TestAnyChangeOfAnOwnFileOrALanguageGivesAnotherTheme(t *testing.T) {
	o := options(t, small())
	o.Site = fileTree("layouts/kit.html", "<p>own", "fonts/a.bin", "a")
	first := load(t, o)
	o.Last = first
	for name, site := range map[string]fstest.MapFS{
		"another content":   fileTree("layouts/kit.html", "<p>Own", "fonts/a.bin", "a"),
		"another font":      fileTree("layouts/kit.html", "<p>own", "fonts/a.bin", "b"),
		"another name":      fileTree("layouts/news.html", "<p>own", "fonts/a.bin", "a"),
		"a file more":       fileTree("layouts/kit.html", "<p>own", "fonts/a.bin", "a", "assets/a.txt", ""),
		"a file less":       fileTree("layouts/kit.html", "<p>own"),
		"no file":           fileTree(),
		"texts that shift":  fileTree("layouts/kit.html", "<p>ow", "nfonts/a.bin", "a"),
		"a folder that was": nil,
	} {
		other := o
		other.Site = nil
		if site != nil {
			other.Site = site
		}
		if load(t, other) == first {
			t.Errorf("%s: the theme is the same", name)
		}
	}
	swiss, err := i18n.NewLocale("it", "it-CH")
	if err != nil {
		t.Fatal(err)
	}
	renamed, err := i18n.NewLocale("ita", "it")
	if err != nil {
		t.Fatal(err)
	}
	for name, languages := range map[string][]*i18n.Locale{
		"another region": {swiss, o.Languages[1]},
		"another code":   {renamed, o.Languages[1]},
		"another order":  {o.Languages[1], o.Languages[0]},
	} {
		other := o
		other.Languages = languages
		if th, _ := Load(other); th == first {
			t.Errorf("%s: the theme is the same", name)
		}
	}
}

func TestAThemeThatIsTakenOverTellsItsMistakesAgain(t *testing.T) {
	o := options(t, small("layouts/kit.html", `{{.None}}`))
	first, want := Load(o)
	o.Last = first
	again, got := Load(o)
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" || again != first || len(got) == 0 {
		t.Errorf("%v\n%s", again == first, diff)
	}
}

// locked is a folder of which one file cannot be read.
type locked struct {
	fs.FS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, fs.ErrPermission
	}
	return l.FS.Open(name)
}

func TestAThemeOfWhichAFileCouldNotBeReadIsNotTakenOver(t *testing.T) {
	o := options(t, small())
	o.Site = locked{fileTree("layouts/kit.html", "x"), "layouts/kit.html"}
	first, ds := Load(o)
	if len(ds) != 1 || first.Key() != (memo.Key{}) {
		t.Errorf("key %s, %s", first.Key(), lines(ds))
	}
	o.Last, o.Site = first, fileTree()
	load(t, o)
}

func TestAFaceIsTakenOverWhenSomethingElseChanges(t *testing.T) {
	o := ownSite(t)
	first := load(t, o)
	o.Last, o.Accent = first, "#0b3d75"
	second := load(t, o)
	for _, name := range []string{"fonts/a.ttf", "fonts/b.ttf"} {
		if second == first || second.Face(name) != first.Face(name) {
			t.Errorf("%s is read anew", name)
		}
	}
	other := o
	other.Name = "other"
	if load(t, other).Face("fonts/a.ttf") == first.Face("fonts/a.ttf") {
		t.Error("a face is taken over from another theme of the program")
	}
	o.Site = fstest.MapFS{"fonts/b.ttf": {Data: []byte(font(t, "SourceSans3-Bold.ttf"))}}
	if third := load(t, o); third.Face("fonts/a.ttf") != first.Face("fonts/a.ttf") || third.Face("fonts/b.ttf").Name() != "SourceSans3-Bold" {
		t.Errorf("face %s", third.Face("fonts/b.ttf").Name())
	}
}

// witness notes which files are opened.
type witness struct {
	fs.FS
	opened map[string]bool
}

func (w witness) Open(name string) (fs.File, error) {
	if path.Ext(name) != "" {
		w.opened[name] = true
	}
	return w.FS.Open(name)
}

func TestWhatNobodyAsksForIsNotRead(t *testing.T) {
	o := builtIn(t)
	w := witness{o.Base, map[string]bool{}}
	o.Base, o.Once = w, sync.OnceFunc
	th := load(t, o)
	isFont := func(name string) bool { return path.Ext(name) == ".ttf" }
	for name := range w.opened {
		if isFont(name) {
			t.Error("loading reads", name)
		}
	}
	facts := th.Facts()
	clear(w.opened)
	o.Known = func(memo.Key) []byte { return facts }
	known := load(t, o)
	known.Covers('à')
	known.AssetFacts()
	known.AssetURL("civic.css")
	known.Digest("kit", "it")
	if len(w.opened) > 0 {
		t.Errorf("facts are read from %v", w.opened)
	}
	if page(t, known, "redirect", "it", view.Redirect{}); !w.opened["layouts/redirect.html"] || w.opened["layouts/kit.html"] {
		t.Errorf("a page of redirect.html is made of %v", w.opened)
	}
	if known.Face("fonts/SourceSans3-Bold.ttf") == nil || !w.opened["fonts/SourceSans3-Bold.ttf"] || w.opened["fonts/SourceSans3-It.ttf"] {
		t.Errorf("a face is made of %v", w.opened)
	}
}

// What is not looked at when a theme loads.
func TestEveryFaceOfTheProgramIsSound(t *testing.T) {
	for _, name := range themes.Names() {
		base, _ := themes.Builtin(name)
		names, err := list(base)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range names {
			data, _ := fs.ReadFile(base, file)
			if _, err := face.Load(data); path.Ext(file) == faceType && err != nil {
				t.Errorf("%s/%s: %v", name, file, err)
			}
		}
	}
}
