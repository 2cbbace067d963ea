package theme

import (
	"bytes"
	"math/rand/v2"
	"path"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/plan/labels"
	"dossier/internal/view"
)

// recalled makes a theme of the facts of another, as a build does.
func recalled(t testing.TB, o Options, of *Theme) *Theme {
	t.Helper()
	o.Once = sync.OnceFunc
	o.Known = func(key memo.Key) []byte {
		if key != of.Key() {
			t.Error("the facts are asked for under another key")
		}
		return of.Facts()
	}
	th, ds := Load(o)
	if len(ds) > 0 || !th.Recalled() {
		t.Fatalf("the theme is not made of its facts: %s", lines(ds))
	}
	return th
}

// ownSite is a site that has something of everything, and a layout that cannot be
// compiled.
func ownSite(t *testing.T) Options {
	o := options(t, small(
		"theme.toml", "[bundle]\n\"site.css\" = [\"css/*.css\"]\n[document]\nregular = [\"fonts/a.ttf\", \"fonts/b.ttf\"]\nemblem = \"assets/emblem.svg\"\n",
		"fonts/a.ttf", font(t, "SourceSans3-Regular.ttf"),
		"fonts/b.ttf", font(t, "SourceSans3-It.ttf"),
		"assets/css/1.css", "a{color:var(--site-accent)}",
		"assets/css/2.css", "b{background:url(asset:emblem.svg)}",
		"assets/icons/play.svg", `<svg xmlns="http://www.w3.org/2000/svg"> </svg>`,
		"layouts/partials/lines.html", "<i>a</i>  <i>b</i>\n",
		"layouts/kit.html", `<pre>{{template "lines"}}</pre>{{t "kit.count" "count" (len .Areas)}}{{inline "icons/play.svg"}}`,
		"layouts/text.html", `<p>{{template "lines"}}</p><a href="{{asset "site.css"}}">{{t "kit.read"}}</a>`,
		"layouts/guide.html", `<p style="color:{{.Page.Title}}">{{template "lines"}}`,
		"i18n/it.toml", "[kit]\nuse = \"Usa\"\nread = \"Leggi\"\n[kit.count]\none = \"una\"\nother = \"{{.count}} aree\"\n",
		"i18n/en.toml", "[kit]\nuse = \"Use\"\nread = \"Read\"\n[kit.count]\none = \"one\"\nother = \"{{.count}} areas\"\n",
	))
	o.Site = fstest.MapFS{
		"fonts/b.ttf":           {Data: []byte(font(t, "Ubuntu-Regular.ttf"))},
		"layouts/sheet.html":    {Data: []byte(`<b>{{.Page.Title}}</b>  {{t "kit.use"}}`)},
		"assets/emblem.svg":     {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
		"i18n/en.toml":          {Data: []byte("[kit]\nuse = \"Open\"\n")},
		"layouts/.hidden.html":  {Data: []byte(`{{`)},
		"assets/icons/stop.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
	}
	o.Overrides = []i18n.MessageFile{{Path: "i18n/it.toml", Lang: "it", Data: []byte("[kit]\nread = \"Studia\"\n")}}
	o.Accent, o.BasePath = "#7a0019", "/own/"
	l, err := i18n.NewLocale("de", "de-AT")
	if err != nil {
		t.Fatal(err)
	}
	o.Languages = append(o.Languages, l)
	o.Messages = []i18n.MessageFile{{Path: "de.toml", Lang: "de", Data: []byte("[kit]\nuse = \"Los\"\nread = \"Lies\"\n[kit.count]\none = \"eins\"\nother = \"{{.count}} viele\"\n")}}
	return o
}

func builtIn(t *testing.T) Options {
	_, o := civic(t)
	o.Messages = labels.Files()
	return o
}

// A theme made of facts cannot be told from the one that gave them.
func TestARecalledThemeIsTheThemeItself(t *testing.T) {
	for name, options := range map[string]func(*testing.T) Options{"built in": builtIn, "own": ownSite} {
		t.Run(name, func(t *testing.T) {
			o := options(t)
			want := load(t, o)
			got := recalled(t, o, want)
			said := answers(want)
			if diff := cmp.Diff(said, answers(got)); diff != "" {
				t.Errorf("(-loaded +recalled):\n%s", diff)
			}
			if len(said.Faces) < 2 || len(said.Assets) < 2 || len(said.URLs) == 0 {
				t.Errorf("there is little to compare: %d faces, %d assets, addresses %v", len(said.Faces), len(said.Assets), said.URLs)
			}
			assetsAreWhatTheFactsSay(t, want)
			assetsAreWhatTheFactsSay(t, got)
			for r := range rune(0x30000) {
				if want.Covers(r) != got.Covers(r) {
					t.Fatalf("covers %U: %v", r, got.Covers(r))
				}
			}
			for _, kind := range kindNames() {
				for seed := range uint64(20) {
					samePages(t, got, want, kind, anyView(kind, generator{rand: rand.New(rand.NewPCG(seed, 1)), texts: hostileTexts}))
				}
			}
			if !bytes.Equal(got.Facts(), want.Facts()) || got.Key() != want.Key() {
				t.Error("it has other facts or another key")
			}
		})
	}
}

func assetsAreWhatTheFactsSay(t *testing.T, th *Theme) {
	t.Helper()
	for _, f := range th.AssetFacts() {
		data, ok := th.Asset(f.Path)
		url, linked := th.AssetURL(f.Name)
		if !ok || memo.Bytes(data) != f.Digest || int64(len(data)) != f.Size || !linked || path.Base(url) != path.Base(f.Path) {
			t.Errorf("%+v: %d bytes, address %q", f, len(data), url)
		}
	}
	if _, ok := th.Asset("assets/none.css"); ok {
		t.Error("there is an asset that there is not")
	}
}

// answer is all that a theme says without a page being written.
type answer struct {
	Digests  map[string]string
	Texts    map[string]string
	Messages map[string][32]byte
	Look     view.Look
	Facts    []AssetFact
	Assets   []Asset
	URLs     map[string]string
	Files    map[string]string
	Faces    map[string]string
}

func answers(th *Theme) answer {
	a := answer{
		Digests: map[string]string{}, Texts: map[string]string{}, Messages: map[string][32]byte{}, URLs: map[string]string{},
		Files: map[string]string{}, Faces: map[string]string{}, Look: th.Look(), Facts: th.AssetFacts(), Assets: th.Assets(),
	}
	for _, lang := range []string{"it", "en", "de", "de-AT", "fr"} {
		for _, kind := range append(kindNames(), "none") {
			a.Digests[kind+"/"+lang] = memo.Key(th.Digest(kind, lang)).String()
		}
		m := th.Catalogue().Messages(lang)
		a.Messages[lang] = m.Digest()
		for _, id := range append(th.Catalogue().IDs(), "none") {
			for _, count := range []int{0, 1, 2, 5, 1000000} {
				a.Texts[lang+" "+id] += m.Text(id, "count", count, "name", "N") + "|" + m.Text(id) + "|"
			}
		}
	}
	for _, name := range []string{"emblem.svg", "civic.css", "site.css", "icons/play.svg", "none"} {
		if url, ok := th.AssetURL(name); ok {
			a.URLs[name] = url
		}
	}
	for _, f := range append(faceFiles(th.Look()), th.Look().Emblem, view.ThemeFile{Name: "none"}) {
		if data, ok := th.File(f.Name); ok {
			a.Files[f.Name] = memo.Bytes(data).String()
		}
		if f := th.Face(f.Name); f != nil {
			a.Faces[f.Name()] = "face"
		}
	}
	return a
}

func TestAThemeWithMistakesIsNotRemembered(t *testing.T) {
	th, ds := Load(options(t, small("layouts/kit.html", `{{.None}}`)))
	if len(ds) == 0 || th.Facts() != nil {
		t.Errorf("%d mistakes, facts of %d bytes", len(ds), len(th.Facts()))
	}
}

func TestFactsThatAreNotOfTheThemeAreRefused(t *testing.T) {
	o := options(t, small(digestBase()...))
	whole := load(t, o).Facts()
	refused := func(o Options, known []byte) bool {
		o.Once = sync.OnceFunc
		stock, _ := newStock(o)
		_, ok := recall(o, stock, memo.Key{}, known)
		return !ok
	}
	if refused(o, whole) {
		t.Error("its own facts are refused")
	}
	for n := range whole {
		if !refused(o, whole[:n]) {
			t.Fatalf("the first %d bytes of %d are taken for facts", n, len(whole))
		}
	}
	if !refused(o, append(bytes.Clone(whole), 0)) {
		t.Error("a byte too many is not seen")
	}
	o.Known = func(memo.Key) []byte { return whole[1:] }
	if th := load(t, o); th.Recalled() || !bytes.Equal(th.Facts(), whole) {
		t.Error("a theme whose facts are refused is not loaded anew")
	}
	for name, change := range map[string]func(*Options){
		"a language less": func(o *Options) { o.Languages = o.Languages[:1] },
		"another order":   func(o *Options) { o.Languages = []*i18n.Locale{o.Languages[1], o.Languages[0]} },
	} {
		other := o
		change(&other)
		if !refused(other, whole) {
			t.Errorf("%s: the facts are taken", name)
		}
	}
}

// Whatever the bytes, they are refused, or give a theme that answers and writes.
func FuzzRecall(f *testing.F) {
	o := options(f, small(append(digestBase(),
		"theme.toml", "[document]\nregular = [\"fonts/a.ttf\"]\nemblem = \"assets/emblem.svg\"\n",
		"fonts/a.ttf", font(f, "Ubuntu-Regular.ttf"),
	)...))
	o.Once = sync.OnceFunc
	th, _ := Load(o)
	facts := th.Facts()
	f.Add(facts)
	f.Add(facts[:len(facts)/2])
	f.Add([]byte{})
	stock, _ := newStock(o)
	f.Fuzz(func(t *testing.T, known []byte) {
		got, ok := recall(o, stock, th.Key(), known)
		if !ok {
			return
		}
		for _, r := range []rune{'a', '漢', watched} {
			got.Covers(r)
		}
		got.Assets()
		got.File("assets/emblem.svg")
		got.Facts()
		for _, lang := range []string{"it", "en"} {
			if _, err := got.Append(nil, "guide", lang, &view.Guide{}); err != nil {
				t.Error(err)
			}
		}
	})
}
