package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const repository = "../.."

// needed are the modules that the command is made of on a system.
func needed(t *testing.T, system string) []string {
	t.Helper()
	return listed(t, system, "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}")
}

// listed is what a form gives for the packages that the command is made of, each
// once, sorted.
func listed(t *testing.T, system, form string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-f", form, "./cmd/dossier")
	cmd.Dir, cmd.Env = repository, append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(string(out))
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEveryModuleHasItsLicence(t *testing.T) {
	used := map[string]bool{}
	for _, p := range platforms {
		if p.arch != "amd64" {
			continue
		}
		for _, name := range needed(t, p.os) {
			used[name] = true
			if licences[name] == "" {
				t.Errorf("%s: state its licence in licences.go", name)
			}
		}
	}
	for name := range licences {
		if !used[name] {
			t.Errorf("%s is in no program", name)
		}
	}
}

func TestDataOfOthersComesWithItsLicence(t *testing.T) {
	for _, d := range data {
		text, err := os.ReadFile(filepath.Join(repository, d.text))
		if err != nil || len(text) < 1000 {
			t.Errorf("%s: %d bytes of licence, %v", d.name, len(text), err)
		}
	}
	fonts, err := filepath.Glob(filepath.Join(repository, "themes", "*", "fonts", "*.ttf"))
	if err != nil || len(fonts) == 0 {
		t.Fatal("no fonts found")
	}
	for _, font := range fonts {
		family, _, _ := strings.Cut(filepath.Base(font), "-")
		if !slices.ContainsFunc(data, func(d thirdParty) bool { return strings.Contains(d.text, family) }) {
			t.Errorf("%s is not listed in licences.go", font)
		}
	}
}

func TestTheBillNamesEverythingAndIsAlwaysTheSame(t *testing.T) {
	r := release{sources: repository, version: "v1.2.0", commit: "abc"}
	mods := []module{{"golang.org/x/net", "v0.1.0", "h1:x"}, {"rsc.io/qr", "v0.2.0", "h1:y"}}
	bill := r.bill(mods, "go1.26.8")
	if !bytes.Equal(bill, r.bill(mods, "go1.26.8")) {
		t.Error("made again, it differs")
	}
	var read bom
	if err := json.Unmarshal(bill, &read); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range read.Components {
		names = append(names, c.Name+" "+c.Version+" "+c.Licences[0].Expression)
	}
	want := []string{
		"std go1.26.8 BSD-3-Clause", "golang.org/x/net v0.1.0 BSD-3-Clause", "rsc.io/qr v0.2.0 BSD-3-Clause",
		"Unicode CLDR 48.0 Unicode-3.0", "Source Sans 3  OFL-1.1", "Ubuntu  Ubuntu-font-1.0",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("components (-want +got):\n%s", diff)
	}
	if got := read.Metadata.Component; got.Version != "v1.2.0" || read.Metadata.Timestamp != "" || len(read.Dependencies[0].DependsOn) != len(want) {
		t.Errorf("metadata %+v, %d dependencies", read.Metadata, len(read.Dependencies[0].DependsOn))
	}
}

func TestTheTimeIsThatOfTheSources(t *testing.T) {
	if got, err := sourceTime("1795305600"); err != nil || got != "2026-11-22T00:00:00Z" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := sourceTime("yesterday"); err == nil {
		t.Error("a word is taken for a time")
	}
}

func TestNoticesHaveEveryTextWhole(t *testing.T) {
	r := release{sources: repository}
	text, err := r.notices(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"EUROPEAN UNION PUBLIC LICENCE", "UNICODE LICENSE V3", "SIL Open Font License", "UBUNTU FONT LICENCE", "The Go Authors"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("nothing of %s", part)
		}
	}
	if _, err := r.notices([]module{{"example.org/unknown", "v1.0.0", ""}}); err == nil {
		t.Error("a module without a known licence is released")
	}
}

func TestFilesThatDifferAreNamed(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	for name, texts := range map[string][2]string{"same": {"x", "x"}, "other": {"x", "y"}, "first": {"x", ""}, "second": {"", "x"}} {
		for i, dir := range []string{a, b} {
			if texts[i] == "" {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(texts[i]), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	differ, _, err := compare(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"first", "other", "second"}, differ); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSumsAreAsTheToolReadsThem(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b", "a"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("abc"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sums, err := sumsOf(dir, []string{"b", "a"})
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-4
	if want := abc + "  a\n" + abc + "  b\n"; err != nil || string(sums) != want {
		t.Errorf("%q, %v", sums, err)
	}
}

func TestAllSourcesAreCopied(t *testing.T) {
	for _, name := range listed(t, "linux", "{{with .Module}}{{if .Main}}{{$.ImportPath}}{{end}}{{end}}") {
		_, inside, _ := strings.Cut(name, "/")
		folder, _, _ := strings.Cut(inside, "/")
		if !slices.Contains(sourceFolders, folder) {
			t.Errorf("%s is part of the command, and %s/ is not copied to verify a release", name, folder)
		}
	}
}
