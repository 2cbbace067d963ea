package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
	"dossier/internal/i18n"
)

// generate writes a corpus of about so many pages.
func generate(t *testing.T, pages string) string {
	t.Helper()
	dir := t.TempDir()
	if err := run([]string{"-pages", pages, "-o", dir}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	return dir
}

// contents are the files of a folder by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheSameNumberGivesTheSameBytes(t *testing.T) {
	if diff := cmp.Diff(contents(t, generate(t, "100")), contents(t, generate(t, "100"))); diff != "" {
		t.Error(diff)
	}
}

func TestAFolderThatHoldsACorpusIsLeftAlone(t *testing.T) {
	dir := generate(t, "100")
	before := contents(t, dir)
	if err := run([]string{"-pages", "200", "-o", dir}, io.Discard, io.Discard); err == nil {
		t.Error("it was written into")
	}
	if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestTheNumberOfPagesIsNear(t *testing.T) {
	for _, pages := range []int{500, 1000, 10_000, 50_000} {
		if got := pagesOf(projectsFor(pages)); abs(got-pages) > pagesPerProject+1 {
			t.Errorf("asked for %d, get %d", pages, got)
		}
	}
}

// Both sides publish the same pages: what the site builds, without anything to
// say about it, has an address in Hugo's front matter, and the other way round.
func TestBothSitesHaveTheSamePages(t *testing.T) {
	dir, published := generate(t, "500"), t.TempDir()
	result, err := build.Run(build.Options{
		Root: filepath.Join(dir, "dossier"), Out: published, Today: i18n.Date{Year: 2026, Month: 11, Day: 22}, NoCache: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diags {
		t.Error(d.Pos.File, d.ID)
	}
	ours := map[string]bool{}
	for name := range contents(t, published) {
		if address, isPage := strings.CutSuffix(name, "index.html"); isPage && address != "" {
			ours["/"+address] = true
		}
	}
	theirs := map[string]bool{}
	address := regexp.MustCompile(`(?m)^url: "(/.*)"$`)
	for _, text := range contents(t, filepath.Join(dir, "hugo")) {
		if m := address.FindStringSubmatch(text); m != nil {
			theirs[m[1]] = true
		}
	}
	if diff := cmp.Diff(ours, theirs); diff != "" {
		t.Errorf("ours (-) and Hugo's (+):\n%s", diff)
	}
	if want := pagesOf(projectsFor(500)); abs(len(ours)-want) > want/20 {
		t.Errorf("%d pages, %d were expected", len(ours), want)
	}
}

func TestTheReportNamesAPageThatNamesThePartner(t *testing.T) {
	s := newSite(projectsFor(1000))
	partner, pages, page := s.known()
	if pages < 15 || pages > 25 {
		t.Errorf("%d pages in each language name it", pages)
	}
	for _, p := range s.projects {
		if p.url(it) != page {
			continue
		}
		for _, m := range p.members {
			if m.partner == partner {
				return
			}
		}
	}
	t.Errorf("%s does not name %s", page, s.partners[partner].id)
}
