package main

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dossier/internal/diag"
)

// What the scripts and the demonstration site are, seen from this package.
const (
	repository = "../.."
	scripts    = repository + "/testdata/script"
	tinySite   = repository + "/testdata/sites/tiny"
)

// TestMain lets the scripts run this very program as “dossier”.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dossier": main})
}

// TestScripts runs testdata/script. Beside the usual commands a script may use:
//
//	site                 unpack testdata/sites/tiny; files of the script win
//	edit FILE OLD NEW    replace the one place where FILE says OLD; \n, \t, \0,
//	                     \xff and \ufeff stand for those bytes
//	exits CODE COMMAND…  run a command, which must end with that exit code
//	host NAME ANSWER     set NAME to the address of a host on this machine that
//	                     answers everything with a status, and behind a space a
//	                     Location or what Retry-After says
func TestScripts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(scripts, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	testscript.Run(t, testscript.Params{
		Files:         some(files),
		UpdateScripts: *update,
		Setup:         prepare,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"site": site, "edit": edit, "exits": exits, "host": host,
		},
		RequireUniqueNames: true,
	})
}

// some is one case in seven of a long table in a short run, as under the race
// detector, which costs ten times the time: the cases take the same way through the
// program. Else it is the table.
func some[T any](table []T) []T {
	if !testing.Short() {
		return table
	}
	var out []T
	for i := 0; i < len(table); i += 7 {
		out = append(out, table[i])
	}
	return out
}

// prepare fixes the day of the build, and keeps git from finding a repository
// around the folder of the test.
func prepare(e *testscript.Env) error {
	e.Setenv("SOURCE_DATE_EPOCH", "1795305600") // 2026-11-22
	e.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(e.WorkDir))
	return nil
}

func site(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: site")
	}
	ts.Check(unpack(tinySite, ts.MkAbs(".")))
}

// unpack copies a folder without replacing what is there.
func unpack(from, to string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if _, err := os.Lstat(target); err == nil {
			return nil
		}
		if e.IsDir() {
			return os.Mkdir(target, 0o755)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// escapes are the bytes that an edit can name.
var escapes = strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\0`, "\x00", `\xff`, "\xff", `\ufeff`, "\ufeff")

func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text, old := ts.ReadFile(args[0]), escapes.Replace(args[1])
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%s says %q %d times", args[0], old, n)
	}
	text = strings.Replace(text, old, escapes.Replace(args[2]), 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var ended *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &ended):
		code = ended.ExitCode()
	default:
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, not %d", code, want)
	}
}

func host(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: host NAME ANSWER")
	}
	status, header, _ := strings.Cut(args[1], " ")
	code, err := strconv.Atoi(status)
	ts.Check(err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/new" {
			return
		}
		w.Header().Set("Location", header)
		w.Header().Set("Retry-After", header)
		w.WriteHeader(code)
	}))
	ts.Defer(server.Close)
	ts.Setenv(args[0], server.URL)
}

// unscripted are diagnostics that no command can be made to show, with the
// reason.
var unscripted = map[string]string{}

func TestEveryDiagnosticHasAScript(t *testing.T) {
	known := map[string]bool{}
	for _, id := range diag.IDs() {
		known[id] = true
		name := filepath.Join(scripts, "diag_"+id+".txtar")
		text, err := os.ReadFile(name)
		switch reason := unscripted[id]; {
		case err == nil && reason != "":
			t.Errorf("%s has a script although it is listed as %q", id, reason)
		case err != nil && reason == "":
			t.Errorf("%s has no script", id)
		case err == nil && !strings.Contains(string(text), "["+id+"]"):
			t.Errorf("%s does not show [%s]", name, id)
		}
	}
	files, err := filepath.Glob(filepath.Join(scripts, "diag_*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		id := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "diag_"), ".txtar")
		if !known[id] {
			t.Errorf("%s: there is no diagnostic %q", file, id)
		}
	}
}
