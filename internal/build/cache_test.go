package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/internal/build"
)

const (
	outputsCache = ".cache/outputs"
	lastBuild    = ".cache/last-build.json"
)

func TestADamagedCacheChangesNothing(t *testing.T) {
	site := europe(t)
	public := filepath.Join(t.TempDir(), "public")
	o := build.Options{Root: site.dir, Today: clock(), Out: public}
	want := mustBuild(t, o)
	good := site.read(outputsCache)
	if warm := mustBuild(t, o); len(warm.Rendered) > 0 {
		t.Fatalf("the cache is whole, but %d outputs were made again", len(warm.Rendered))
	}
	for _, tt := range []struct {
		name   string
		damage func()
	}{
		{"empty", func() { site.write(outputsCache, "") }},
		{"cut in the first line", func() { site.write(outputsCache, good[:7]) }},
		{"cut in the middle", func() { site.write(outputsCache, good[:len(good)/2]) }},
		{"one bit turned", func() {
			b := []byte(good)
			b[len(b)/2] ^= 1
			site.write(outputsCache, string(b))
		}},
		{"of another version", func() { site.write(outputsCache, strings.Replace(good, "dossier cache 1\n", "dossier cache 0\n", 1)) }},
		{"of another program", func() { site.write(outputsCache, "PK\x03\x04 something else entirely") }},
		{"gone", func() { site.remove(".cache") }},
		{"the log is garbage", func() { site.write(lastBuild, "{\"it/index.html\": [") }},
		{"the log is something else", func() { site.write(lastBuild, "[1, 2, 3]") }},
		{"the log is null", func() { site.write(lastBuild, "null") }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.damage()
			r := mustBuild(t, o)
			sameFiles(t, tt.name, want, r)
			if r.Report.Written > 0 {
				t.Errorf("%d files were written anew", r.Report.Written)
			}
			if again := mustBuild(t, o); len(again.Rendered) > 0 {
				t.Errorf("the cache did not heal: %d outputs were made again", len(again.Rendered))
			}
			if log := build.ReadLog(site.dir); len(log) != len(r.Outputs) {
				t.Errorf("the log of the last build knows %d outputs of %d", len(log), len(r.Outputs))
			}
		})
	}
}

func TestACacheThatCannotBeWrittenIsNoReasonToFail(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	site := europe(t)
	site.write(outputsCache, "")
	if err := os.Chmod(site.path(".cache"), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(site.path(".cache"), 0o755) })
	mustBuild(t, build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")})
}

func TestTheCacheForgetsWhatTheSiteNoLongerHas(t *testing.T) {
	site := europe(t)
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	mustBuild(t, o)
	first := len(site.read(outputsCache))
	for n := range 5 {
		site.replace("content/index.en.md", "Read what", strings.Repeat("Much more ", 50)+"Read what")
		mustBuild(t, o)
		site.replace("content/index.en.md", strings.Repeat("Much more ", 50), "")
		mustBuild(t, o)
		if size := len(site.read(outputsCache)); size != first {
			t.Fatalf("after %d rounds the cache has %d bytes instead of %d", n+1, size, first)
		}
	}
}

func TestTheLogSaysWhyAPageWasRendered(t *testing.T) {
	site := europe(t)
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	mustBuild(t, o)
	site.replace("content/projects/fjord/index.en.md", "they can foresee", "they can plan")
	mustBuild(t, o)
	log := build.ReadLog(site.dir)
	e := log["en/projects/fjord/index.html"]
	if !e.Rendered || strings.Join(e.Why, " ") != "view.Body" {
		t.Errorf("the page was rendered: %v, because of %v", e.Rendered, e.Why)
	}
	if e := log["it/progetti/fjord/index.html"]; e.Rendered || len(e.Why) > 0 {
		t.Errorf("the other language was rendered: %v, because of %v", e.Rendered, e.Why)
	}
}
