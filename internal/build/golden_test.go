package build_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const goldenFolder = repository + "/testdata/golden"

// golden compares a text with a file, or rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join(goldenFolder, filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; -update writes it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got); -update accepts the change:\n%s", name, diff)
	}
}

// TestTheAddressesOfTheDemonstrationSite holds the list of what is published. A
// change of it moves pages that readers may have kept.
func TestTheAddressesOfTheDemonstrationSite(t *testing.T) {
	var paths []string
	for _, f := range demonstration(t).fresh().Files {
		paths = append(paths, withoutFingerprint(f.Path)+"\n")
	}
	slices.Sort(paths)
	golden(t, "paths.txt", strings.Join(paths, ""))
}

// withoutFingerprint drops the digest from the name of an asset.
func withoutFingerprint(path string) string {
	if !strings.HasPrefix(path, "assets/") {
		return path
	}
	parts := strings.Split(path, ".")
	if len(parts) < 3 {
		return path
	}
	return strings.Join(append(parts[:len(parts)-2], "*", parts[len(parts)-1]), ".")
}

func TestMainPartsOfTheSiteInSixLanguages(t *testing.T) {
	r := june(t)
	for name, path := range map[string]string{
		"home.nb":     "nb/index.html",
		"project.el":  "el/erga/filikotera-oraria/index.html",
		"event.nb":    "nb/arrangementer/2026/apning/index.html",
		"partners.nb": "nb/partnere/index.html",
		"sheet.it":    "it/kit/famiglie/asilo/index.html",
		"project.bg":  "bg/proekti/po-blagopriyatno-rabotno-vreme/index.html",
		"sheet.pl":    "pl/zestawy/rodziny/miejsce-w-przedszkolu/index.html",
		"chapter.en":  "en/guides/week/time/index.html",
	} {
		t.Run(name, func(t *testing.T) { golden(t, "europe/"+name+".html", lines(mainOf(t, file(t, r, path)))) })
	}
}

// lines puts every element on a line of its own, so that a difference can be
// read.
func lines(html string) string { return strings.ReplaceAll(html, "><", ">\n<") + "\n" }
