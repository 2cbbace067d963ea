package build

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dossier/internal/memo"
)

// compiled links a small program and returns the key of its code.
func compiled(t *testing.T, dir, name, code string) memo.Key {
	t.Helper()
	source, file := filepath.Join(dir, name+".go"), filepath.Join(dir, name)
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() { println("+code+") }\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w -buildid=", "-o", file, source)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "CGO_ENABLED=0", "GO111MODULE=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	key, err := versionOf(file)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// Programs are often linked without a build id, to be the same on every machine:
// their keys must differ all the same when their code does.
func TestProgramsWithoutABuildIDAreToldApart(t *testing.T) {
	dir := t.TempDir()
	if compiled(t, dir, "one", "1") == compiled(t, dir, "two", "2") {
		t.Error("two programs have the same key")
	}
}
