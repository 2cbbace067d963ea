package docs

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the reference pages")

// root is where the sources and the pages are, as seen from this package.
const root = "../.."

func TestThemeContractIsCurrent(t *testing.T) {
	current(t, "docs/theme-contract.md", themeContract(t))
}

func TestContentReferenceIsCurrent(t *testing.T) {
	current(t, "docs/content-reference.md", contentReference(t))
}

// current compares a page with what the code says now, or rewrites it.
func current(t *testing.T, name, want string) {
	t.Helper()
	path := filepath.Join(root, name)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("%s is stale, run “go test ./internal/docs -update” (-code +page):\n%s", name, diff)
	}
}
