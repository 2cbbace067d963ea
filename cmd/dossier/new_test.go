package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// emptySite makes a site with one organisation and nothing else.
func emptySite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.toml": `[site]
base_url = "https://example.org/"
title = { it = "Prova", en = "Trial" }
owner = "ente"
[[language]]
code = "it"
label = "Italiano"
[[language]]
code = "en"
label = "English"
`,
		"content/partners/ente.md": "---\nname: Ente\ncountry: IT\nkind: association\n---\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// command runs a command line on a site.
func command(dir string, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(append([]string{"-C", dir, "--ui", "en"}, args...), &out, &err)
	return code, out.String(), err.String()
}

func TestNewPrintsTheFilesThatItMakes(t *testing.T) {
	dir := emptySite(t)
	code, out, _ := command(dir, "new", "projects", "masp")
	want := "content/projects/masp/index.md\ncontent/projects/masp/index.it.md\ncontent/projects/masp/index.en.md\n"
	if diff := cmp.Diff(want, out); diff != "" || code != exitFine {
		t.Errorf("exit code %d (-want +got):\n%s", code, diff)
	}
	for _, name := range strings.Fields(out) {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestNewMakesTheLanguagesAskedForInTheSitesOrder(t *testing.T) {
	dir := emptySite(t)
	for _, c := range []struct{ langs, want string }{
		{"en", "content/pages/p1.en.md\n"},
		{"en,it", "content/pages/p2.it.md\ncontent/pages/p2.en.md\n"},
	} {
		id := strings.TrimPrefix(c.want, "content/pages/")[:2]
		if _, out, _ := command(dir, "new", "page", id, "--lang", c.langs); out != c.want {
			t.Errorf("--lang %s makes %q", c.langs, out)
		}
	}
}

func TestNewDatesANewsItemByTheClock(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1600000000")
	_, out, _ := command(emptySite(t), "new", "news", "avviso", "--lang", "it")
	if want := "content/news/2020-09-13-avviso.md\ncontent/news/2020-09-13-avviso.it.md\n"; out != want {
		t.Errorf("made %q", out)
	}
}

func TestNewRefusesWithWhatToDo(t *testing.T) {
	dir := emptySite(t)
	command(dir, "new", "guide", "masp")
	command(dir, "new", "kit", "kit-a")
	before, err := os.ReadFile(filepath.Join(dir, "content/guides/masp/index.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ line, want string }{
		{"new projetc x", `there is no type "projetc": did you mean "project"?`},
		{"new section x", `there is no type "section": choose one of project, partner,`},
		{"new guide masp", "content/guides/masp/index.en.md exists: nothing was created"},
		{"new project Masp", `"Masp" cannot be an id: did you mean "masp"?`},
		{"new project index", `"index" cannot be an id: use small letters`},
		{"new chapter rights", "a chapter belongs to a guide: write chapter GUIDE/ID"},
		{"new chapter maps/rights", `there is no guide "maps": did you mean "masp"?`},
		{"new sheets other/leave", `there is no kit "other": create it first`},
		{"new sheet kit-b/leave", `there is no kit "kit-b": did you mean "kit-a"?`},
		{"new project x --lang fr", `the site has no language "fr": it has it, en`},
		{"new project", "usage: dossier new TYPE ID"},
	} {
		code, out, stderr := command(dir, strings.Fields(c.line)...)
		if code != exitUsage || out != "" || !strings.Contains(stderr, c.want) {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q", c.line, code, out, stderr)
		}
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "content/guides/masp/index.md")); !bytes.Equal(before, after) {
		t.Error("an existing file was changed")
	}
}

func TestNewNeedsASite(t *testing.T) {
	code, _, stderr := command(t.TempDir(), "new", "project", "masp")
	if code != exitUsage || !strings.Contains(stderr, "there is no site.toml in") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	dir := emptySite(t)
	if err := os.WriteFile(filepath.Join(dir, "site.toml"), []byte("[site]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, _, stderr = command(dir, "new", "project", "masp")
	if code != exitUsage || !strings.Contains(stderr, "site.toml: error: the site has no language [missing-field]") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}

func TestBuildWithDraftsAsksForTheFieldsOfANewRecord(t *testing.T) {
	dir := emptySite(t)
	command(dir, "new", "territory", "milano")
	code, _, stderr := command(dir, "build", "--drafts", "--no-cache")
	if code != exitContent || !strings.Contains(stderr, `error: field "kind" is empty [missing-field]`) {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if !strings.Contains(stderr, "1 error\n") {
		t.Errorf("not one error: %s", stderr)
	}
}

func TestBuildIsNotHeldUpByNewRecords(t *testing.T) {
	dir := emptySite(t)
	for _, line := range []string{
		"new project a", "new partner b", "new event c", "new news d", "new programme e", "new territory f",
		"new guide g", "new chapter g/h", "new kit i", "new sheet i/j", "new page k",
	} {
		if code, _, stderr := command(dir, strings.Fields(line)...); code != exitFine {
			t.Fatalf("%s: exit code %d: %s", line, code, stderr)
		}
	}
	if code, _, stderr := command(dir, "build", "--no-cache"); code != exitFine {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	code, _, stderr := command(dir, "build", "--drafts", "--no-cache")
	toFill := strings.Count(stderr, "[missing-field]") + strings.Count(stderr, "[no-funding]")
	if all := strings.Count(stderr, ": error: "); code != exitContent || all == 0 || all != toFill {
		t.Errorf("exit code %d, %d errors, %d fields to fill in: %s", code, all, toFill, stderr)
	}
}
