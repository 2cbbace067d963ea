package archtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// module is the import path before every room of ours.
const module = "dossier/"

// room is one package of the program, without its tests.
type room struct {
	name  string // render/html; cmd/dossier; themes
	imps  []string
	files []*ast.File
	info  *types.Info
	pkg   *types.Package
}

// house is all rooms, by name.
type house struct {
	fset  *token.FileSet
	rooms map[string]*room
	names []string            // in the order of go list: sorted
	graph map[string][]string // what every package imports, those of others included
	imp   types.Importer
}

// listed is what go list says of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
	DepOnly                 bool
}

// load reads and type-checks the program's packages. What they import is taken
// from the compiler's export data.
func load(t *testing.T) *house {
	t.Helper()
	packages := list(t)
	exports := map[string]string{}
	for _, p := range packages {
		exports[p.ImportPath] = p.Export
	}
	h := &house{fset: token.NewFileSet(), rooms: map[string]*room{}, graph: map[string][]string{}}
	for _, p := range packages {
		h.graph[p.ImportPath] = p.Imports
	}
	h.imp = importer.ForCompiler(h.fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("%s does not compile", path)
		}
		return os.Open(exports[path])
	})
	for _, p := range packages {
		if p.DepOnly || len(p.GoFiles) == 0 {
			continue
		}
		r, err := h.read(p)
		if err != nil {
			t.Fatal(err)
		}
		h.rooms[r.name] = r
		h.names = append(h.names, r.name)
	}
	if len(h.names) < 20 {
		t.Fatalf("only %d packages found", len(h.names))
	}
	return h
}

// list asks the go command. It keeps a test's result for as long as what the test
// has opened is the same: the walk makes new files count.
func list(t *testing.T) []listed {
	t.Helper()
	for _, top := range []string{"cmd", "internal", "themes", "docs"} {
		folder := filepath.Join("..", "..", top)
		if err := filepath.WalkDir(folder, func(_ string, _ fs.DirEntry, err error) error { return err }); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Imports,DepOnly", "./...")
	cmd.Dir = filepath.Join("..", "..")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func (h *house) read(p listed) (*room, error) {
	r := &room{name: roomName(p.ImportPath), imps: p.Imports}
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(h.fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		r.files = append(r.files, f)
	}
	return r, h.check(r)
}

func (h *house) check(r *room) error {
	r.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: h.imp}
	var err error
	r.pkg, err = conf.Check(r.name, h.fset, r.files, r.info)
	return err
}

// plant makes a room of one file's text. Its imports must be among those of the
// program.
func (h *house) plant(t *testing.T, name, text string) *room {
	t.Helper()
	f, err := parser.ParseFile(h.fset, "planted.go", text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	r := &room{name: name, files: []*ast.File{f}}
	for _, spec := range f.Imports {
		r.imps = append(r.imps, strings.Trim(spec.Path.Value, `"`))
	}
	if err := h.check(r); err != nil {
		t.Fatal(err)
	}
	return r
}

// roomName is a package's import path without what all have in front.
func roomName(path string) string {
	if path == module+"internal/docs" {
		return "internal/docs" // docs is the room of the pages themselves
	}
	return strings.TrimPrefix(strings.TrimPrefix(path, module), "internal/")
}

// at is where something stands, as file:line below the room's folder.
func (h *house) at(p token.Pos) string {
	pos := h.fset.Position(p)
	return fmt.Sprintf("%s:%d", filepath.Base(pos.Filename), pos.Line)
}

// callee is the function that a call or selector means, as “time.Now”; empty when
// it is none of a package's.
func (r *room) callee(e ast.Expr) string {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		id = e.Sel
	case *ast.Ident:
		id = e
	case *ast.IndexExpr:
		return r.callee(e.X)
	default:
		return ""
	}
	obj := r.info.Uses[id]
	if obj == nil || obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() {
		return ""
	}
	return obj.Pkg().Path() + "." + obj.Name()
}
