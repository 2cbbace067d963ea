package diag

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// verb is an indexed verb as the catalogue writes it: %[1]q, %.2[2]f.
var verb = regexp.MustCompile(`%(?:\.\d+)?\[(\d+)\][a-z]`)

func verbs(format string) []string {
	found := verb.FindAllString(format, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEverySentenceStandsInBothLanguagesWithTheSameArguments(t *testing.T) {
	for key, e := range catalogue {
		if strings.TrimSpace(e.en) == "" || strings.TrimSpace(e.it) == "" {
			t.Errorf("%s: a language is missing", key)
		}
		if diff := cmp.Diff(verbs(e.en), verbs(e.it)); diff != "" {
			t.Errorf("%s: arguments differ (-en +it):\n%s", key, diff)
		}
		if rest := verb.ReplaceAllString(e.en+e.it, ""); strings.Contains(rest, "%") {
			t.Errorf("%s: a verb without an index in %q", key, rest)
		}
	}
	for _, table := range []map[Term]entry{terms, tomlTerms} {
		for term, e := range table {
			if e.en == "" || e.it == "" || strings.Contains(e.en+e.it, "%") {
				t.Errorf("term %q: %q, %q", term, e.en, e.it)
			}
		}
	}
}

// call is a use of a sentence whose key and arguments can be read off the code.
type call struct {
	at   string
	key  string
	args int // -1: unknown
}

// uses is what the program's code says of the catalogue.
type uses struct {
	calls    []call
	literals map[string]string // every string in the code, and where it stands
	prefixes map[string]bool   // what keys put together in the code may begin with
}

func TestEveryKeyInTheCodeHasASentence(t *testing.T) {
	code := readCode(t)
	ids := IDs()
	for _, c := range code.calls {
		e, ok := catalogue[c.key]
		if !ok {
			t.Errorf("%s: no sentence %q", c.at, c.key)
			continue
		}
		if most := arguments(e.en); c.args >= 0 && (c.args < most || c.args > 0 && most == 0) {
			t.Errorf("%s: %q is given %d arguments, its sentence is %q", c.at, c.key, c.args, e.en)
		}
	}
	for text, at := range code.literals {
		id, variant, dotted := strings.Cut(text, ".")
		if _, ok := catalogue[text]; ok || !dotted || variant == "" || !keyForm.MatchString(text) {
			continue
		}
		if id == "hint" || id == "see" || slices.Contains(ids, id) {
			t.Errorf("%s: no sentence %q", at, text)
		}
	}
}

func TestEverySentenceIsUsed(t *testing.T) {
	code := readCode(t)
	for _, key := range keys() {
		_, used := code.literals[key]
		for prefix := range code.prefixes {
			used = used || strings.HasPrefix(key, prefix)
		}
		if !used {
			t.Errorf("nothing reports %q", key)
		}
	}
}

func keys() []string {
	var all []string
	for key := range catalogue {
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}

// prefixForm is what a key that the code puts together begins with: "bad-path.".
var prefixForm = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*\.$`)

var keyForm = regexp.MustCompile(`^[a-z0-9-]+\.[a-z0-9-]+$`)

// arguments is the highest index among a sentence's verbs.
func arguments(format string) int {
	most := 0
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		n, _ := strconv.Atoi(m[1])
		most = max(most, n)
	}
	return most
}

// readCode reads the program's Go files: not its tests, and not the tables of
// sentences themselves.
func readCode(t *testing.T) *uses {
	t.Helper()
	u := &uses{literals: map[string]string{}, prefixes: map[string]bool{}}
	root := filepath.Join("..", "..")
	for _, top := range []string{"cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
				return err
			}
			if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(d.Name(), "messages_") {
				return nil
			}
			return u.file(path)
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if len(u.calls) < 100 {
		t.Fatalf("found only %d uses of sentences", len(u.calls))
	}
	return u
}

func (u *uses) file(path string) error {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	at := func(n ast.Node) string {
		p := files.Position(n.Pos())
		return fmt.Sprintf("%s:%d", p.Filename, p.Line)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch v := n.(type) {
		case *ast.BasicLit:
			if text, ok := literal(v); ok {
				u.literals[text] = at(v)
			}
		case *ast.BinaryExpr:
			if text, ok := literal(v.X); ok && prefixForm.MatchString(text) {
				u.prefixes[text] = true
			}
		case *ast.CallExpr:
			u.call(v, at(v))
		}
		return true
	})
	return nil
}

// keyAt says which argument of a call is the key.
var keyAt = map[string]int{"diag.At": 1, "WithHint": 0, "Also": 1}

func (u *uses) call(c *ast.CallExpr, at string) {
	selector, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	name := selector.Sel.Name
	if x, ok := selector.X.(*ast.Ident); ok && name == "At" {
		name = x.Name + "." + name
	}
	index, ok := keyAt[name]
	if !ok || index >= len(c.Args) {
		return
	}
	if key, ok := literal(c.Args[index]); ok {
		args := len(c.Args) - index - 1
		if c.Ellipsis.IsValid() {
			args = -1
		}
		u.calls = append(u.calls, call{at, key, args})
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}
