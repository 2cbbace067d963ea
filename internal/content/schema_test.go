package content_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/schema"
	"dossier/internal/tree"
)

// structs are the structs that files are read into.
var structs = []any{
	content.Project{},
	content.Partner{},
	content.Event{},
	content.News{},
	content.Programme{},
	content.Territory{},
	content.Guide{},
	content.Chapter{},
	content.Kit{},
	content.Sheet{},
	content.Page{},
	content.Section{},
	config.Config{},
}

// visit calls see for every field of a struct and of those within it.
func visit(t reflect.Type, path string, see func(path string, f schema.Field)) {
	for _, f := range schema.Fields(t) {
		at := path + "." + f.Key
		see(at, f)
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && inner.PkgPath() != reflect.TypeFor[schema.Str]().PkgPath() {
			visit(inner, at, see)
		}
	}
}

func eachField(see func(path string, f schema.Field)) {
	for _, s := range structs {
		visit(reflect.TypeOf(s), reflect.TypeOf(s).Name(), see)
	}
}

// element is the type of a field or of its list's entries.
func element(f schema.Field) reflect.Type {
	if f.Type.Kind() == reflect.Slice {
		return f.Type.Elem()
	}
	return f.Type
}

func TestTagsAreThoseThatTheSchemaKnows(t *testing.T) {
	known := []string{"key", "is", "enum", "ref", "form", "range", "short"}
	var walk func(reflect.Type)
	seen := map[reflect.Type]bool{}
	walk = func(typ reflect.Type) {
		if typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] || !strings.Contains(typ.PkgPath(), "dossier/internal/co") {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			for tag := string(f.Tag); tag != ""; {
				name, rest, _ := strings.Cut(tag, ":")
				if !slices.Contains(known, name) {
					t.Errorf("%s.%s: unknown tag %q", typ, f.Name, name)
				}
				_, tag, _ = strings.Cut(strings.TrimPrefix(rest, `"`), `"`)
				tag = strings.TrimSpace(tag)
			}
			if is := f.Tag.Get("is"); is != "" && is != "required" {
				t.Errorf("%s.%s: is:%q", typ, f.Name, is)
			}
			walk(f.Type)
		}
	}
	for _, s := range structs {
		walk(reflect.TypeOf(s))
	}
	if len(seen) < 20 {
		t.Errorf("only %d structs were seen", len(seen))
	}
}

func TestReferencesAreToContentFolders(t *testing.T) {
	eachField(func(path string, f schema.Field) {
		isRef := element(f) == reflect.TypeFor[schema.Ref]()
		if f.Ref != "" && (!slices.Contains(content.Folders(), f.Ref) || !isRef) {
			t.Errorf("%s: ref:%q of type %s", path, f.Ref, f.Type)
		}
	})
}

func TestShortFormsNameAMember(t *testing.T) {
	eachField(func(path string, f schema.Field) {
		if f.Short == "" {
			return
		}
		if f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Struct {
			t.Errorf("%s: short:%q of type %s", path, f.Short, f.Type)
			return
		}
		if !slices.ContainsFunc(schema.Fields(f.Type.Elem()), func(m schema.Field) bool { return m.Key == f.Short }) {
			t.Errorf("%s: no member %q", path, f.Short)
		}
	})
}

func TestWordsOfListsAreWords(t *testing.T) {
	eachField(func(path string, f schema.Field) {
		words := slices.Clone(f.Enum)
		slices.Sort(words)
		if len(slices.Compact(words)) != len(f.Enum) {
			t.Errorf("%s: a word stands twice in %v", path, f.Enum)
		}
		if typ := element(f); len(f.Enum) > 0 && typ != reflect.TypeFor[schema.Str]() && typ != reflect.TypeFor[schema.Text]() {
			t.Errorf("%s: the words of a %s are not checked", path, f.Type)
		}
	})
}

// TestFormsAreRules writes something that obeys no rule into a field of each form:
// a form that is not known would let it pass.
func TestFormsAreRules(t *testing.T) {
	forms := map[string]string{}
	eachField(func(path string, f schema.Field) {
		if f.Form == "" {
			return
		}
		forms[f.Form] = path
		typ := element(f)
		if typ != reflect.TypeFor[schema.Str]() && typ != reflect.TypeFor[schema.Text]() && typ != reflect.TypeFor[schema.TextList]() {
			t.Errorf("%s: the form of a %s is not checked", path, f.Type)
		}
	})
	for form, path := range forms {
		dst := reflect.New(reflect.StructOf([]reflect.StructField{
			{Name: "X", Type: reflect.TypeFor[schema.Str](), Tag: reflect.StructTag(`key:"x" form:"` + form + `"`)},
		})).Interface()
		root, _ := tree.YAML("a.md", []byte(`x: "§ § \\ .."`), 1)
		d := schema.NewDecoder(nil, both, dst)
		d.Add(root, "")
		if ds := d.Finish(diag.Pos{}); len(ds) != 1 {
			t.Errorf("%s: form:%q is no rule", path, form)
		}
	}
	if len(forms) < 6 {
		t.Errorf("only %d forms were seen", len(forms))
	}
}

func TestNoKeyStandsTwiceInAStruct(t *testing.T) {
	check := func(path string, typ reflect.Type) {
		seen := map[string]bool{}
		for _, f := range schema.Fields(typ) {
			if seen[f.Key] {
				t.Errorf("%s: two fields %q", path, f.Key)
			}
			seen[f.Key] = true
		}
	}
	for _, s := range structs {
		check(reflect.TypeOf(s).Name(), reflect.TypeOf(s))
	}
	eachField(func(path string, f schema.Field) {
		if typ := element(f); typ.Kind() == reflect.Struct {
			check(path, typ)
		}
	})
}
