package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/internal/build"
)

const outputsCache = ".cache/outputs.pack"

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
		{"of another version", func() { site.write(outputsCache, strings.Replace(good, "dossier", "Dossier", 1)) }},
		{"of another program", func() { site.write(outputsCache, "PK\x03\x04 something else entirely") }},
		{"gone", func() { site.remove(".cache") }},
		{"the state is garbage", func() { site.write(".cache/last", "x"); site.write(".cache/state", "{\"it/index.html\": [") }},
		{"the state is empty", func() { site.write(".cache/last", ""); site.write(".cache/state", "") }},
		{"the sources are garbage", func() { site.write(".cache/sources", "null") }},
		{"there is the state alone", func() { site.remove(outputsCache); site.remove(".cache/last") }},
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
			log := build.ReadLog(site.dir)
			for _, out := range r.Outputs {
				if known, _, _ := log.Rendered(out.Path); !known {
					t.Errorf("the log of the last build does not know %s", out.Path)
				}
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
	for n := range 25 {
		site.replace("content/index.en.md", "Read what", strings.Repeat("Much more ", 50)+"Read what")
		mustBuild(t, o)
		site.replace("content/index.en.md", strings.Repeat("Much more ", 50), "")
		mustBuild(t, o)
		if size := len(site.read(outputsCache)); size > 2*first+16<<20 {
			t.Fatalf("after %d rounds the cache has %d bytes, %d at first", n+1, size, first)
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
	if _, anew, why := log.Rendered("en/projects/fjord/index.html"); !anew || strings.Join(why, " ") != "view.Body" {
		t.Errorf("the page was rendered: %v, because of %v", anew, why)
	}
	if _, anew, why := log.Rendered("it/progetti/fjord/index.html"); anew || len(why) > 0 {
		t.Errorf("the other language was rendered: %v, because of %v", anew, why)
	}
}
