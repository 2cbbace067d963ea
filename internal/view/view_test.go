package view_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/memo"
	"dossier/internal/view"
)

// roots are what outputs are made from: the views of all layouts, and those of
// the other renderers.
var roots = []reflect.Type{
	reflect.TypeFor[view.Page](),
	reflect.TypeFor[view.Home](),
	reflect.TypeFor[view.Section](),
	reflect.TypeFor[view.Text](),
	reflect.TypeFor[view.SiteMap](),
	reflect.TypeFor[view.NotFound](),
	reflect.TypeFor[view.Chooser](),
	reflect.TypeFor[view.Redirect](),
	reflect.TypeFor[view.Projects](),
	reflect.TypeFor[view.Project](),
	reflect.TypeFor[view.Partners](),
	reflect.TypeFor[view.Partner](),
	reflect.TypeFor[view.Events](),
	reflect.TypeFor[view.Event](),
	reflect.TypeFor[view.NewsList](),
	reflect.TypeFor[view.News](),
	reflect.TypeFor[view.Guide](),
	reflect.TypeFor[view.Chapter](),
	reflect.TypeFor[view.WholeGuide](),
	reflect.TypeFor[view.Kits](),
	reflect.TypeFor[view.Kit](),
	reflect.TypeFor[view.Sheet](),
	reflect.TypeFor[view.Programme](),
	reflect.TypeFor[view.Territory](),

	reflect.TypeFor[view.Feed](),
	reflect.TypeFor[view.Calendar](),
	reflect.TypeFor[view.URLSet](),
	reflect.TypeFor[view.Robots](),
	reflect.TypeFor[view.HostRules](),
	reflect.TypeFor[view.Table](),
	reflect.TypeFor[view.Static](),
	reflect.TypeFor[view.Picture](),
	reflect.TypeFor[view.SheetPaper](),
	reflect.TypeFor[view.GuidePaper](),
	reflect.TypeFor[view.KitPaper](),
	reflect.TypeFor[view.ProjectPaper](),
	reflect.TypeFor[view.Archive](),
}

// reach walks a type to everything that it holds.
func reach(t reflect.Type, path string, visit func(t reflect.Type, path string), seen map[reflect.Type]bool) {
	visit(t, path)
	if seen[t] {
		return
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Pointer:
		reach(t.Elem(), path, visit, seen)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			reach(f.Type, path+"."+f.Name, visit, seen)
		}
	}
}

// plain are the kinds that have a content and an order.
var plain = []reflect.Kind{
	reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64, reflect.Slice, reflect.Array, reflect.Struct, reflect.Pointer,
}

// hidden lists what types hold that a hash cannot see through.
func hidden(types ...reflect.Type) []string {
	var found []string
	seen := map[reflect.Type]bool{}
	for _, root := range types {
		reach(root, root.Name(), func(at reflect.Type, path string) {
			deep := at.Kind() == reflect.Pointer && at.Elem().Kind() != reflect.Struct
			if deep || !slices.Contains(plain, at.Kind()) {
				found = append(found, fmt.Sprintf("%s is a %s", path, at))
			}
		}, seen)
	}
	return found
}

func TestViewsHoldPlainValuesOnly(t *testing.T) {
	for _, what := range hidden(roots...) {
		t.Errorf("%s: a template could see what is not in the key", what)
	}
}

func TestHiddenValuesAreRecognised(t *testing.T) {
	type inner struct{ F func() }
	type planted struct {
		Name  string
		Map   map[string]string
		Any   any
		Items []*inner
		Text  *string
		C     chan int
	}
	want := []string{
		"planted.Map is a map[string]string", "planted.Any is a interface {}", "planted.Items.F is a func()",
		"planted.Text is a *string", "planted.C is a chan int",
	}
	if diff := cmp.Diff(want, hidden(reflect.TypeFor[planted]())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryExportedStructBelongsToAView(t *testing.T) {
	reached := map[string]bool{}
	seen := map[reflect.Type]bool{}
	for _, root := range roots {
		reach(root, "", func(at reflect.Type, _ string) {
			if at.PkgPath() == reflect.TypeFor[view.Page]().PkgPath() {
				reached[at.Name()] = true
			}
		}, seen)
	}
	var got []string
	for name := range reached {
		got = append(got, name)
	}
	slices.Sort(got)
	if diff := cmp.Diff(exported(t), got); diff != "" {
		t.Errorf("structs of the package (-declared +reached from the roots):\n%s", diff)
	}
}

// exported lists the package's exported struct types.
func exported(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.IsExported() {
				if _, isStruct := spec.Type.(*ast.StructType); isStruct {
					names = append(names, spec.Name.Name)
				}
			}
			return true
		})
	}
	slices.Sort(names)
	return names
}

// filler gives every place of a value content of its own.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value, above []reflect.Type) {
	f.n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", f.n))
	case reflect.Bool:
		v.SetBool(f.n%2 == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), above)
	case reflect.Slice:
		if !slices.Contains(above, v.Type().Elem()) { // a type within itself: one level
			v.Set(reflect.MakeSlice(v.Type(), 1, 2))
			f.fill(v.Index(0), above)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), append(slices.Clip(above), v.Type()))
		}
	}
}

// mutate changes each place of a value in turn, calls changed, and restores it.
func mutate(v reflect.Value, path string, changed func(path string)) {
	try := func(to reflect.Value, what string) {
		before := reflect.New(v.Type()).Elem()
		before.Set(v)
		v.Set(to)
		changed(path + what)
		v.Set(before)
	}
	switch v.Kind() {
	case reflect.String:
		try(reflect.ValueOf(v.String()+"!").Convert(v.Type()), "")
	case reflect.Bool:
		try(reflect.ValueOf(!v.Bool()).Convert(v.Type()), "")
	case reflect.Int, reflect.Int64:
		try(reflect.ValueOf(-v.Int()).Convert(v.Type()), "")
	case reflect.Float64:
		try(reflect.ValueOf(-v.Float()).Convert(v.Type()), "")
	case reflect.Pointer:
		try(reflect.Zero(v.Type()), " = nil")
		mutate(v.Elem(), path, changed)
	case reflect.Slice:
		try(reflect.Append(v, reflect.Zero(v.Type().Elem())), " longer")
		for i := range v.Len() {
			mutate(v.Index(i), fmt.Sprintf("%s[%d]", path, i), changed)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			mutate(v.Field(i), path+"."+v.Type().Field(i).Name, changed)
		}
	}
}

func TestEveryFieldOfAViewIsInItsKey(t *testing.T) {
	for _, root := range roots {
		v := reflect.New(root).Elem()
		new(filler).fill(v, nil)
		keys := map[memo.Key]string{memo.Sum(v.Interface()): "the view as it was"}
		mutate(v, root.Name(), func(path string) {
			key := memo.Sum(v.Interface())
			if other, taken := keys[key]; taken {
				t.Errorf("a change of %s has the key of %s", path, other)
			}
			keys[key] = path
		})
		if len(keys) <= root.NumField() {
			t.Errorf("%s: only %d changes for %d fields", root.Name(), len(keys)-1, root.NumField())
		}
	}
}
