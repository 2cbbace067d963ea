package docs

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sources are the files of a package, tests aside, in the order of their names.
type sources struct {
	fset  *token.FileSet
	files []*ast.File
}

// structType is a struct as its source describes it.
type structType struct {
	name    string
	doc     string
	fields  []structField
	methods []structField // type is the result
}

type structField struct {
	name, typ, doc string
}

func readSources(t *testing.T, dir string) sources {
	t.Helper()
	dir = filepath.Join(root, dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := sources{fset: token.NewFileSet()}
	for _, e := range entries {
		name, isGo := strings.CutSuffix(e.Name(), ".go")
		if !isGo || strings.HasSuffix(name, "_test") {
			continue
		}
		tree, err := parser.ParseFile(s.fset, filepath.Join(dir, e.Name()), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		s.files = append(s.files, tree)
	}
	return s
}

// packageDoc is the comment on the package clause.
func (s sources) packageDoc() string {
	for _, f := range s.files {
		if f.Doc != nil {
			return f.Doc.Text()
		}
	}
	return ""
}

// structs returns the exported structs.
func (s sources) structs() []structType {
	methods := s.methods()
	var all []structType
	for _, f := range s.files {
		for _, d := range f.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.TYPE {
				continue
			}
			for _, spec := range decl.Specs {
				named := spec.(*ast.TypeSpec)
				body, ok := named.Type.(*ast.StructType)
				if !ok || !named.Name.IsExported() {
					continue
				}
				all = append(all, structType{
					name: named.Name.Name, doc: oneLine(decl.Doc.Text()),
					fields: s.fields(body), methods: methods[named.Name.Name],
				})
			}
		}
	}
	return all
}

// fields lists the named fields; a comment above a field or behind it is its
// meaning.
func (s sources) fields(body *ast.StructType) []structField {
	var all []structField
	for _, f := range body.Fields.List {
		for _, name := range f.Names {
			all = append(all, structField{name.Name, s.text(f.Type), oneLine(f.Doc.Text() + " " + f.Comment.Text())})
		}
	}
	return all
}

// methods are the exported methods without arguments, by receiver.
func (s sources) methods() map[string][]structField {
	all := map[string][]structField{}
	for _, f := range s.files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || !fn.Name.IsExported() || len(fn.Type.Params.List) > 0 {
				continue
			}
			receiver := strings.TrimPrefix(s.text(fn.Recv.List[0].Type), "*")
			result := s.text(fn.Type.Results.List[0].Type)
			all[receiver] = append(all[receiver], structField{fn.Name.Name, result, oneLine(fn.Doc.Text())})
		}
	}
	return all
}

// literal returns the composite literals given to a name: of a variable, or
// returned by a function.
func (s sources) literal(t *testing.T, name string) *ast.CompositeLit {
	t.Helper()
	var found *ast.CompositeLit
	for _, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if n.Names[0].Name == name && len(n.Values) == 1 {
					found, _ = n.Values[0].(*ast.CompositeLit)
				}
			case *ast.FuncDecl:
				if n.Name.Name == name {
					found = returned(n)
				}
			}
			return true
		})
	}
	if found == nil {
		t.Fatalf("%s is not a table any more", name)
	}
	return found
}

func returned(fn *ast.FuncDecl) *ast.CompositeLit {
	last, ok := fn.Body.List[len(fn.Body.List)-1].(*ast.ReturnStmt)
	if !ok || len(last.Results) != 1 {
		return nil
	}
	table, _ := last.Results[0].(*ast.CompositeLit)
	return table
}

// constants are the string constants of a package.
func (s sources) constants() map[string]string {
	all := map[string]string{}
	for _, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if ok && len(spec.Values) == 1 {
				if text, ok := unquoted(spec.Values[0]); ok {
					all[spec.Names[0].Name] = text
				}
			}
			return true
		})
	}
	return all
}

func (s sources) text(n ast.Node) string {
	var b strings.Builder
	if err := printer.Fprint(&b, s.fset, n); err != nil {
		return err.Error()
	}
	return b.String()
}

func unquoted(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
