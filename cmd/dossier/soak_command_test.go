//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What the test inside is told in its environment.
const (
	programOf = "DOSSIER_SOAK_PROGRAM"
	siteOf    = "DOSSIER_SOAK_SITE"
	bareOf    = "DOSSIER_SOAK_BARE" // not in a name space of its own
)

func inside() bool { return os.Getenv(programOf) != "" }

// soakCommand makes the program as it is released, the site, and the command that
// puts the one under fire with the other.
func soakCommand(t *testing.T) *exec.Cmd {
	t.Helper()
	dir := t.TempDir()
	program, site := filepath.Join(dir, "dossier"), tinySite
	must(t, exec.Command("go", "build", "-trimpath", "-o", program, "."))
	if *long {
		must(t, exec.Command("go", "run", repository+"/bench/corpus", "-pages", "1000", "-o", filepath.Join(dir, "corpus")))
		site = filepath.Join(dir, "corpus", "dossier")
	}
	site, err := filepath.Abs(site)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestPublishingUnderFire$", "-test.timeout=0", fmt.Sprint("-test.short=", testing.Short()), fmt.Sprint("-long=", *long), fmt.Sprint("-seed=", *seed))
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr // a long run shows how far it is
	cmd.Env = append(os.Environ(), programOf+"="+program, siteOf+"="+site)
	return cmd
}

func must(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, out)
	}
}
