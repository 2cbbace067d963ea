package build_test

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
	"dossier/internal/memo"
)

// inZone makes the test run as if on a machine of another place.
func inZone(t *testing.T, zone, lang string) {
	t.Helper()
	t.Setenv("TZ", zone)
	t.Setenv("LANG", lang)
	t.Setenv("LC_ALL", lang)
	location, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	before := time.Local
	time.Local = location
	t.Cleanup(func() { time.Local = before })
}

func TestTheSameContentGivesTheSameBytesEverywhere(t *testing.T) {
	site := demonstration(t)
	want := site.fresh()
	if len(want.Files) < 300 {
		t.Fatalf("only %d files: this is not the demonstration site", len(want.Files))
	}
	for _, tt := range []struct {
		name, zone, lang string
		workers          int
	}{
		{"far east, one worker", "Pacific/Kiritimati", "tr_TR.UTF-8", 1},
		{"far west, eight workers", "America/Los_Angeles", "C", 8},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inZone(t, tt.zone, tt.lang)
			elsewhere := demonstration(t)
			elsewhere.age()
			o := elsewhere.options()
			o.Workers = tt.workers
			sameFiles(t, tt.name, want, mustBuild(t, o))
		})
	}
	t.Run("remembered", func(t *testing.T) {
		o := site.options()
		o.Store = memo.NewStore()
		mustBuild(t, o)
		o.Workers = 3
		again := mustBuild(t, o)
		if len(again.Rendered) > 0 {
			t.Errorf("%d outputs were made again, first %s", len(again.Rendered), again.Rendered[0].Path)
		}
		sameFiles(t, "remembered", want, again)
	})
}

func TestDiagnosticsDoNotDependOnTheNumberOfWorkers(t *testing.T) {
	site := europe(t)
	site.replace("content/pages/about.en.md", "The site", "[no](@/projects/fjorden) ![no](gone.png) The site")
	site.replace("content/partners/aarhus.md", `country: "DK"`, `country: "DQ"`)
	site.replace("content/projects/fjord/index.md", "lead: alesund-kommune", "lead: alesund")
	var first string
	for _, workers := range []int{1, 8} {
		o := site.options()
		o.Workers = workers
		r := run(t, o)
		if !r.Failed {
			t.Fatal("a site with errors was built")
		}
		if text := told(r.Diags); first == "" {
			first = text
		} else if text != first {
			t.Error(cmp.Diff(first, text))
		}
	}
}

func TestPublishingTwiceGivesTheSameFolder(t *testing.T) {
	var first map[string]string
	for _, zone := range []string{"Pacific/Kiritimati", "America/Los_Angeles"} {
		inZone(t, zone, "C")
		site := europe(t)
		o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
		r := mustBuild(t, o)
		tree := folder(t, o.Out)
		if len(tree) != len(r.Files)+1 {
			t.Errorf("%d files were published besides the manifest, %d were made", len(tree)-1, len(r.Files))
		}
		for _, f := range r.Files {
			if sha256.Sum256([]byte(tree[f.Path])) != f.Digest {
				t.Errorf("%s was not published as it was made", f.Path)
			}
		}
		if first == nil {
			first = tree
		} else if diff := cmp.Diff(first, tree); diff != "" {
			t.Errorf("two machines published different folders: %s", diff[:min(len(diff), 2000)])
		}
		again := mustBuild(t, o)
		if again.Report.Written > 0 || again.Report.Removed > 0 || len(again.Rendered) > 0 {
			t.Errorf("nothing changed, but %d outputs were rendered, %d written, %d removed", len(again.Rendered), again.Report.Written, again.Report.Removed)
		}
	}
}

func TestPagesOfRemovedRecordsLeaveThePublishedFolder(t *testing.T) {
	site := europe(t)
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	mustBuild(t, o)
	const page = "en/events/2026/opening/index.html"
	if _, ok := folder(t, o.Out)[page]; !ok {
		t.Fatalf("%s was not published", page)
	}
	for _, name := range []string{"apning.md", "apning.it.md", "apning.en.md", "apning.nb.md", "apning.el.md", "apning.bg.md", "apning.pl.md"} {
		site.remove("content/events/" + name)
	}
	r := mustBuild(t, o)
	tree := folder(t, o.Out)
	if _, ok := tree[page]; ok {
		t.Errorf("%s is still published", page)
	}
	if len(tree) != len(r.Files)+1 {
		t.Errorf("%d files are published, %d were made", len(tree)-1, len(r.Files))
	}
}

// folder reads a folder into memory.
func folder(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, p)
		out[p] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOutputsAreSortedAndNamedOnce(t *testing.T) {
	r := demonstration(t).fresh()
	var paths []string
	for _, f := range r.Files {
		paths = append(paths, f.Path)
		if f.Digest != memo.Bytes(f.Data) {
			t.Errorf("the digest of %s is not that of its bytes", f.Path)
		}
	}
	if !slices.IsSorted(paths) || len(slices.Compact(slices.Clone(paths))) != len(paths) {
		t.Error("paths are out of order or repeated")
	}
}
