package build_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
)

// divided is the site that is built in parts: with documents, unless setting them
// takes too long.
func divided(t *testing.T) testSite {
	t.Helper()
	site := europe(t)
	if underRace {
		site.paperless()
	}
	return site
}

// inParts builds a site in n parts, each with nothing but the shared cache from
// the others, and returns the folders.
func inParts(t *testing.T, site testSite, n int) []string {
	t.Helper()
	top := t.TempDir()
	var dirs []string
	for i := 1; i <= n; i++ {
		dir := filepath.Join(top, fmt.Sprint("part", i))
		mustBuild(t, build.Options{
			Root: site.dir, Today: clock(), Out: dir, Cache: filepath.Join(top, "cache"), Shard: build.Shard{I: i, N: n},
		})
		dirs = append(dirs, dir)
	}
	return dirs
}

func TestThePartsOfASiteAreTheWhole(t *testing.T) {
	site := divided(t)
	dirs := inParts(t, site, 4)
	seen := map[string]string{}
	for _, dir := range dirs {
		files := 0
		for path := range folder(t, dir) {
			if path == ".dossier-part.json" {
				continue
			}
			if other, twice := seen[path]; twice {
				t.Errorf("%s is in %s and in %s", path, other, dir)
			}
			seen[path] = dir
			files++
		}
		if files < 20 {
			t.Errorf("%s has only %d files: the parts are not even", dir, files)
		}
	}
	merged, whole := filepath.Join(t.TempDir(), "merged"), filepath.Join(t.TempDir(), "whole")
	m, err := build.Merge(build.Options{Root: site.dir, Out: merged}, dirs)
	if err != nil || m.Failed {
		t.Fatal(err, m)
	}
	mustBuild(t, build.Options{Root: site.dir, Today: clock(), Out: whole, NoCache: true})
	if diff := cmp.Diff(folder(t, whole), folder(t, merged)); diff != "" {
		t.Errorf("the merged site is not the one of a single build: %s", diff[:min(len(diff), 2000)])
	}
}

func TestPartsThatDoNotMakeASiteAreRefused(t *testing.T) {
	site, other := europe(t), europe(t)
	site.paperless()
	other.paperless()
	dirs := inParts(t, site, 3)
	other.replace("content/index.en.md", "Read what", "Read all that")
	foreign := inParts(t, other, 3)
	damaged := filepath.Join(t.TempDir(), "damaged")
	if err := os.CopyFS(damaged, os.DirFS(dirs[2])); err != nil {
		t.Fatal(err)
	}
	for path := range folder(t, damaged) {
		if strings.HasSuffix(path, ".html") {
			if err := os.WriteFile(filepath.Join(damaged, path), []byte("<p>"), 0o644); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	for _, tt := range []struct {
		name   string
		dirs   []string
		reason string
	}{
		{"one is missing", dirs[:2], "missing"},
		{"one is there twice", []string{dirs[0], dirs[1], dirs[1]}, "twice"},
		{"one is of another state", []string{dirs[0], dirs[1], foreign[2]}, "other-site"},
		{"one was changed", []string{dirs[0], dirs[1], damaged}, "damaged"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			public := filepath.Join(t.TempDir(), "public")
			_, err := build.Merge(build.Options{Root: site.dir, Out: public}, tt.dirs)
			var parts build.PartsError
			if !errors.As(err, &parts) || parts.Reason != tt.reason {
				t.Errorf("the error is %v, want %q", err, tt.reason)
			}
			if _, err := os.Stat(public); err == nil {
				t.Error("something was published")
			}
		})
	}
	var none build.NotPartError
	if _, err := build.Merge(build.Options{Root: site.dir, Out: filepath.Join(t.TempDir(), "public")}, []string{t.TempDir()}); !errors.As(err, &none) {
		t.Errorf("an empty folder was taken for a part: %v", err)
	}
}

func TestAPartIsNotWrittenOverOtherFiles(t *testing.T) {
	site := europe(t)
	site.paperless()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thesis.odt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	o := build.Options{Root: site.dir, Today: clock(), Out: dir, NoCache: true, Shard: build.Shard{I: 1, N: 2}}
	var none build.NotPartError
	if _, err := build.Run(o); !errors.As(err, &none) {
		t.Errorf("the error is %v", err)
	}
	if diff := cmp.Diff(map[string]string{"thesis.odt": "x"}, folder(t, dir)); diff != "" {
		t.Error(diff)
	}
}
