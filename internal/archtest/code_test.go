package archtest

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// imports checks a room's imports against the table and against what only some
// rooms may use.
func imports(r *room) []finding {
	var found []finding
	report := func(rule, path string) { found = append(found, finding{rule, r.name, path, "imports"}) }
	for _, path := range r.imps {
		switch {
		case strings.HasPrefix(path, module):
			if !slices.Contains(strings.Fields(allowed[r.name]), roomName(path)) {
				report(ruleImport, roomName(path))
			}
		case path == "sync" || path == "sync/atomic":
			if !parallel(r.name) {
				report(ruleParallel, path)
			}
		case path == "net" || path == "crypto/tls" || strings.HasPrefix(path, "net/http"):
			if r.name != "serve" && r.name != "outside" {
				report(ruleNetwork, path)
			}
		case path == "os/exec":
			if r.name != "source" && r.name != "cmd/dossier" {
				report(ruleProcesses, path)
			}
		case path == "math/rand" || path == "math/rand/v2" || path == "crypto/rand":
			if slices.Contains(pure, r.name) {
				report(ruleSurround, path)
			}
		}
	}
	return found
}

// parallel rooms may start goroutines and lock.
func parallel(name string) bool {
	return slices.Contains([]string{"build", "memo", "watch", "serve", "outside"}, name)
}

// surroundings are what a pure room may not ask for.
var surroundings = []string{
	"time.Now", "time.Since", "time.Until", "time.Local", "os.Getenv", "os.LookupEnv", "os.Environ",
	"os.Hostname", "os.Getwd", "runtime.NumCPU", "runtime.GOMAXPROCS",
}

// code checks what a room's functions do.
func (h *house) code(r *room) []finding {
	var found []finding
	for _, file := range r.files {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				found = append(found, h.uses(r, decl, "a package variable")...)
				continue
			}
			if f.Recv == nil && f.Name.Name == "init" {
				found = append(found, finding{ruleInit, r.name, "init", h.at(f.Pos())})
			}
			found = append(found, h.uses(r, f, f.Name.Name)...)
			found = append(found, h.order(r, f)...)
		}
	}
	return found
}

// uses finds goroutines, the clock and the environment, and package variables
// that change.
func (h *house) uses(r *room, in ast.Node, function string) []finding {
	var found []finding
	report := func(rule, what string, n ast.Node) {
		found = append(found, finding{rule, r.name, what, h.at(n.Pos())})
	}
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			if !parallel(r.name) {
				report(ruleParallel, function, n)
			}
		case *ast.SelectorExpr:
			if name := r.callee(n); slices.Contains(pure, r.name) && slices.Contains(surroundings, name) {
				report(ruleSurround, name, n)
			}
		}
		if slices.Contains(frozen, r.name) {
			for _, target := range written(n) {
				if v := r.packageVariable(target); v != "" {
					report(ruleVariable, v, n)
				}
			}
		}
		return true
	})
	return found
}

// written are the places that a statement changes.
func written(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return n.Lhs
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return []ast.Expr{n.Key, n.Value}
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return []ast.Expr{n.X}
		}
	case *ast.CallExpr:
		if id, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"delete", "clear", "copy"}, id.Name) {
			return n.Args[:1]
		}
	}
	return nil
}

// packageVariable is the name of the package variable that an expression reaches
// into; empty when it is none of this room's.
func (r *room) packageVariable(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := r.info.Uses[e].(*types.Var); ok && v.Parent() == r.pkg.Scope() {
			return v.Name()
		}
	case *ast.ParenExpr:
		return r.packageVariable(e.X)
	case *ast.IndexExpr:
		return r.packageVariable(e.X)
	case *ast.SelectorExpr:
		return r.packageVariable(e.X)
	case *ast.StarExpr:
		return r.packageVariable(e.X)
	case *ast.SliceExpr:
		return r.packageVariable(e.X)
	}
	return ""
}

// order finds loops over maps. In view and render there are none; in plan and in
// the linked site a sort follows in the same function.
func (h *house) order(r *room, f *ast.FuncDecl) []finding {
	strict := r.name == "view" || strings.HasPrefix(r.name, "render")
	if !strict && r.name != "plan" && r.name != "dossier" {
		return nil
	}
	var loops []token.Pos
	sorted := token.NoPos // the last sort
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if name := r.callee(n.Fun); strings.HasPrefix(name, "slices.Sort") || strings.HasPrefix(name, "sort.") {
				sorted = n.Pos()
			}
		case *ast.RangeStmt:
			if r.unordered(n.X) {
				loops = append(loops, n.Pos())
			}
		}
		return true
	})
	var found []finding
	for _, loop := range loops {
		if strict || loop > sorted {
			found = append(found, finding{ruleMapOrder, r.name, f.Name.Name, h.at(loop)})
		}
	}
	return found
}

// unordered holds for maps and for the iterators that package maps makes of them.
func (r *room) unordered(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && slices.Contains([]string{"maps.Keys", "maps.Values", "maps.All"}, r.callee(call.Fun)) {
		return true
	}
	_, isMap := r.info.TypeOf(e).Underlying().(*types.Map)
	return isMap
}
