package build_test

import (
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/internal/build"
	"dossier/internal/i18n"
)

var (
	long = flag.Bool("long", false, "many more random edits")
	seed = flag.Uint64("seed", 1, "of the random edits")
)

// editor changes a site at random, and can take the last change back.
type editor struct {
	testSite
	rng    *rand.Rand
	n      int
	before map[string]string // files as they were before the last change; "" for those that were not there
}

// edit is one kind of change; it returns what it did.
type edit struct {
	name string
	make func(e *editor) string
}

func edits() []edit {
	return []edit{
		{"body", (*editor).body},
		{"body", (*editor).body},
		{"body", (*editor).body},
		{"two bodies", (*editor).bodies},
		{"link", (*editor).link},
		{"heading", (*editor).heading},
		{"title", (*editor).title},
		{"summary", (*editor).summary},
		{"fact", (*editor).fact},
		{"project summary", (*editor).projectSummary},
		{"milestone", (*editor).milestone},
		{"role", (*editor).role},
		{"partner name", (*editor).partnerName},
		{"add", (*editor).add},
		{"add", (*editor).add},
		{"delete", (*editor).delete},
		{"delete", (*editor).delete},
		{"rename with its references", (*editor).rename},
		{"rename alone", (*editor).move},
		{"style", (*editor).style},
		{"layout", (*editor).layout},
		{"no more theme of its own", (*editor).noTheme},
		{"message", (*editor).message},
		{"accent", (*editor).accent},
		{"menu", (*editor).menu},
		{"policy", (*editor).policy},
		{"draft", (*editor).draft},
		{"alias", (*editor).alias},
		{"slug", (*editor).slug},
		{"picture", (*editor).picture},
		{"file", (*editor).static},
		{"broken link", (*editor).brokenLink},
		{"broken front matter", (*editor).brokenFence},
		{"untranslate", (*editor).untranslate},
	}
}

func TestBuildingOnEqualsBuildingAnewAfterEveryEdit(t *testing.T) {
	count, kinds := 70, edits()
	switch {
	case *long:
		count = 500
	case underRace: // each sets all documents twice, some ten times as slowly
		kinds = kinds[2*len(kinds)/3:]
		count = len(kinds)
	}
	site := corpus(t, 2)
	e := &editor{testSite: site, rng: rand.New(rand.NewPCG(*seed, 0))}
	r := site.resident()
	r.build()
	today, refused, quick := clock(), 0, 0
	for n := range count {
		kind := kinds[n%len(kinds)]
		if n >= len(kinds) {
			kind = kinds[e.rng.IntN(len(kinds))]
		}
		if n%9 == 8 {
			today = today.AddYears(e.rng.IntN(3) - 1)
		}
		e.n, e.before = n, map[string]string{}
		what := kind.name + ": " + kind.make(e)
		good := compare(t, r, today, what, e.touched())
		if r.last.Edits > 0 {
			quick++
		}
		if !good {
			refused++
			e.undo()
			compare(t, r, today, "undone "+what, e.touched())
		}
		if t.Failed() {
			t.Fatalf("after %d edits with seed %d, the last: %s", n+1, *seed, what)
		}
	}
	t.Logf("%d edits, %d of them refused with the same diagnostics, %d of words alone", count, refused, quick)
	if quick < count/20 {
		t.Errorf("of %d edits only %d were built as edits of words alone", count, quick)
	}
	if refused < min(3, count/8) || refused > count/2 {
		t.Errorf("%d of %d edits made errors: the edits no longer test what they should", refused, count)
	}
}

// touched are the files of the last change; every other time nobody knows them.
func (e *editor) touched() []string {
	if e.n%2 == 0 {
		return nil
	}
	return slices.Collect(maps.Keys(e.before))
}

// compare builds on and anew and reports whether the site is without errors.
func compare(t *testing.T, r *resident, today i18n.Date, what string, touched []string) bool {
	t.Helper()
	o := r.site.options()
	o.Today = today
	fresh := run(t, o)
	o.Store, o.Last, o.Touched = r.store, r.last, touched
	r.last = run(t, o)
	if r.last.Failed != fresh.Failed || told(r.last.Diags) != told(fresh.Diags) {
		t.Errorf("%s: built on, the site says\n%s\nanew it says\n%s", what, told(r.last.Diags), told(fresh.Diags))
		return true
	}
	if !fresh.Failed {
		sameFiles(t, what, fresh, r.last)
	}
	return !fresh.Failed
}

// TestThePublishedFolderFollowsEveryEdit builds with the cache on disk, as a
// process of its own does each time.
func TestThePublishedFolderFollowsEveryEdit(t *testing.T) {
	count := 60
	switch {
	case *long:
		count = 500
	case underRace:
		count = 15
	}
	site := corpus(t, 2)
	site.paperless()
	e := &editor{testSite: site, rng: rand.New(rand.NewPCG(*seed, 7))}
	public := filepath.Join(t.TempDir(), "public")
	for n := range count {
		o := build.Options{Root: site.dir, Today: clock(), Out: public}
		r := run(t, o)
		if r.Failed {
			e.undo()
			continue
		}
		tree := folder(t, public)
		delete(tree, ".dossier.json")
		fresh := site.fresh()
		for _, f := range fresh.Files {
			if tree[f.Path] != string(f.Data) {
				t.Fatalf("after %d edits %s is not published as a fresh build makes it", n, f.Path)
			}
			delete(tree, f.Path)
		}
		for p := range tree {
			t.Fatalf("after %d edits %s is still published", n, p)
		}
		kinds := edits()
		e.n, e.before = n, map[string]string{}
		kinds[e.rng.IntN(len(kinds))].make(e)
	}
}

// change writes a file, remembering it; an empty text deletes it.
func (e *editor) change(name, text string) {
	if _, known := e.before[name]; !known {
		old, err := os.ReadFile(e.path(name))
		if err != nil {
			old = nil
		}
		e.before[name] = string(old)
	}
	if text == "" {
		e.remove(name)
		return
	}
	e.write(name, text)
}

func (e *editor) undo() {
	for name, text := range e.before {
		if text == "" {
			e.remove(name)
			continue
		}
		e.write(name, text)
	}
}

// files are those under a folder whose path a pattern matches, sorted.
func (e *editor) files(folder, pattern string) []string {
	e.t.Helper()
	form := regexp.MustCompile(pattern)
	var out []string
	err := fs.WalkDir(os.DirFS(e.dir), folder, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && form.MatchString(p) {
			out = append(out, p)
		}
		return err
	})
	if err != nil {
		e.t.Fatal(err)
	}
	return out
}

func (e *editor) one(pattern string) string {
	all := e.files("content", pattern)
	if len(all) == 0 {
		return "content/index.it.md"
	}
	return all[e.rng.IntN(len(all))]
}

// sub changes the first match of a pattern in a file.
func (e *editor) sub(name, pattern, text string) string {
	form := regexp.MustCompile("(?m)" + pattern)
	before := e.read(name)
	at := form.FindStringSubmatchIndex(before)
	if at == nil {
		return name + " left alone"
	}
	after := before[:at[0]] + string(form.ExpandString(nil, text, before, at)) + before[at[1]:]
	e.change(name, after)
	return name
}

const (
	worded  = `\.(it|en)\.md$`
	neutral = `/[^.]+\.md$`
)

func (e *editor) mark() string { return strconv.Itoa(e.n) }

func (e *editor) body() string {
	name := e.one(worded)
	e.change(name, e.read(name)+"\nAggiunta "+e.mark()+".\n")
	return name
}

func (e *editor) bodies() string { return e.body() + ", " + e.body() }

func (e *editor) link() string {
	name := e.one(worded)
	e.change(name, e.read(name)+"\nVedi [la pagina](@/pages/about) "+e.mark()+".\n")
	return name
}

func (e *editor) heading() string {
	name := e.one(worded)
	e.change(name, e.read(name)+"\n## Aggiunta "+e.mark()+"\n\nTesto.\n")
	return name
}

func (e *editor) title() string { return e.sub(e.one(worded), `^title: "`, `title: "T`+e.mark()+` `) }

func (e *editor) summary() string {
	return e.sub(e.one(worded), `^summary: "`, `summary: "S`+e.mark()+` `)
}

func (e *editor) fact() string {
	return e.sub(e.one(`content/(projects|events|kits).*/[^.]+\.md$`), `(end: |attendance: |checked: )\d\d\d\d|attendance: \d+|edition: "\d+"`, `${1}201`+strconv.Itoa(e.rng.IntN(10)))
}

func (e *editor) projectSummary() string {
	return e.sub(e.one(`content/projects/p.*`+worded), `^summary: "`, `summary: "P`+e.mark()+` `)
}

func (e *editor) milestone() string {
	return e.sub(e.one(`content/projects/p.*`+neutral), `date: 2015-05-01, title: \{it: "`, `${0}M`+e.mark()+` `)
}

func (e *editor) role() string {
	return e.sub(e.one(`content/projects/p.*`+neutral), `role: [a-z]+`, "role: "+[]string{"contractor", "member", "in-kind"}[e.rng.IntN(3)])
}

func (e *editor) partnerName() string {
	return e.sub(e.one(`content/partners/`), `^name: "`, `name: "`+initial(e.rng.IntN(26))+` `)
}

func (e *editor) add() string {
	stem := []string{"content/pages/page" + e.mark(), "content/news/2020-01-01-new" + e.mark(), "content/projects/index"}[e.rng.IntN(3)]
	if strings.Contains(stem, "/news/") {
		e.change(stem+".md", "---\nkind: news\n---\n")
	}
	e.change(stem+".it.md", "---\ntitle: \"Nuova "+e.mark()+"\"\nsummary: \"Nuova.\"\n---\n\nTesto.\n")
	if e.rng.IntN(2) == 0 {
		e.change(stem+".en.md", "---\ntitle: \"New "+e.mark()+"\"\nsummary: \"New.\"\n---\n\nText.\n")
	}
	return stem
}

// delete takes away all files of a record; others may still refer to it.
func (e *editor) delete() string {
	name := e.one(`content/(news|events|pages|kits/[^/]+|guides/[^/]+|partners)/[^/]+\.md$`)
	stem, _, _ := strings.Cut(name, ".")
	for _, f := range e.files("content", "^"+regexp.QuoteMeta(stem)+`\.`) {
		e.change(f, "")
	}
	return stem
}

func (e *editor) untranslate() string {
	name := e.one(`\.en\.md$`)
	e.change(name, "")
	return name
}

// rename gives a partner another id wherever it stands.
func (e *editor) rename() string {
	name := e.one(`content/partners/p`)
	old := strings.TrimSuffix(filepath.Base(name), ".md")
	e.change("content/partners/"+old+"x.md", e.read(name))
	e.change(name, "")
	word := regexp.MustCompile(`\b` + old + `\b`)
	for _, f := range append(e.files("content", `\.md$`), "site.toml") {
		if text := e.read(f); word.MatchString(text) {
			e.change(f, word.ReplaceAllString(text, old+"x"))
		}
	}
	return old
}

func (e *editor) move() string {
	name := e.one(neutral)
	e.change(strings.TrimSuffix(name, ".md")+"-moved.md", e.read(name))
	e.change(name, "")
	return name
}

func (e *editor) style() string {
	e.change("themes/civic/assets/css/07-own.css", ".x"+e.mark()+"{color:red}\n")
	return "css"
}

func (e *editor) layout() string {
	name := []string{"text", "news", "partners", "project", "partials/card", "partials/facts", "partials/footer"}[e.rng.IntN(7)]
	e.change("themes/civic/layouts/"+name+".html", layout(e.t, "layouts/"+name+".html")+"<p>"+e.mark()+"</p>\n")
	return name
}

func (e *editor) noTheme() string {
	if _, err := os.Stat(e.path("themes")); err != nil {
		return "there is none"
	}
	for _, f := range e.files("themes", ".") {
		e.change(f, "")
	}
	return "removed"
}

func (e *editor) message() string {
	text := []string{"[home]\nnext = \"N%\"\n", "[event-kind]\nworkshop = \"W%\"\n", "[count.partners]\none = \"{{.count}} p%\"\nother = \"{{.count}} pp%\"\n", ""}[e.rng.IntN(4)]
	e.change("i18n/it.toml", strings.ReplaceAll(text, "%", e.mark()))
	return text
}

func (e *editor) accent() string {
	return e.sub("site.toml", `^accent.*$`, []string{`accent = "#0b3d75"`, `accent = "#7a1f5c"`, `accent = "#ffee00"`}[e.rng.IntN(3)])
}

func (e *editor) menu() string {
	return e.sub("site.toml", `^main .*$`, []string{
		`main   = ["@/projects", "@/pages/about"]`, `main   = ["@/news", "@/projects", "@/kits"]`, `main   = ["@/projects", "@/nothing"]`,
	}[e.rng.IntN(3)])
}

func (e *editor) policy() string {
	return e.sub(e.one(`\.it\.md$`), `^title:`, []string{"missing: notice", "missing: hide", "missing: link"}[e.rng.IntN(3)]+"\ntitle:")
}

func (e *editor) draft() string {
	name := e.one(`content/(news|events|pages|kits|guides)/.*` + worded)
	if strings.Contains(e.read(name), "draft: true\n") {
		return e.sub(name, `^draft: true\n`, "")
	}
	return e.sub(name, `^title:`, "draft: true\ntitle:")
}

func (e *editor) alias() string {
	return e.sub(e.one(worded), `^title:`, "aliases: [/it/old"+strconv.Itoa(e.rng.IntN(30))+"]\ntitle:")
}

func (e *editor) slug() string {
	return e.sub(e.one(worded), `^title:`, "slug: s"+strconv.Itoa(e.rng.IntN(30))+"\ntitle:")
}

func (e *editor) picture() string {
	name := e.one(`\.svg$`)
	e.change(name, strings.Replace(e.read(name), "<circle", "<!-- "+e.mark()+" --><circle", 1))
	return name
}

func (e *editor) static() string {
	name := []string{"static/robots-note.txt", "static/.well-known/security.txt", "static/it/index.html"}[e.rng.IntN(3)]
	e.change(name, "note "+e.mark()+"\n")
	return name
}

func (e *editor) brokenLink() string {
	name := e.one(worded)
	e.change(name, e.read(name)+"\n[dove](@/projects/nowhere"+e.mark()+")\n")
	return name
}

func (e *editor) brokenFence() string {
	name := e.one(`\.md$`)
	e.change(name, strings.Replace(e.read(name), "\n---\n", "\n", 1))
	return name
}
