package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// begin starts a build that ends with the test at the latest.
func begin(t *testing.T, s system, target Target) *Writer {
	t.Helper()
	w, err := s.begin(target, Options{Each: twoAtATime})
	mustDo(t, err)
	t.Cleanup(func() { mustDo(t, w.Abort()) })
	return w
}

func commit(t *testing.T, w *Writer) Report {
	t.Helper()
	report, err := w.Commit()
	mustDo(t, err)
	return report
}

// withoutData puts files that the writer must already have.
func withoutData(t *testing.T, w *Writer, s site) {
	t.Helper()
	for _, f := range s.files() {
		if !w.Has(f.Path, f.Digest) {
			t.Errorf("%s is not there", f.Path)
		}
		mustDo(t, w.Put(File{Path: f.Path, Digest: f.Digest}))
	}
}

func (s site) file(name string) File {
	return site{name: s[name]}.files()[0]
}

func back(target Target) string { return filepath.Join(target.State, backName) }

func TestFilesComeFromSeveralGoroutines(t *testing.T) {
	sites := crashSites()
	for name, s := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			for i := range 4 {
				mustDo(t, s.inParallel(target, sites[i%2].files()))
				expect(t, target.Dir, sites[i%2])
			}
		})
	}
}

func TestUnchangedSiteNeedsNoDataAndIsNotWritten(t *testing.T) {
	for name, s := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			now := sample().with("it/index.html", "nuova")
			publish(t, s, target, sample())
			publish(t, s, target, now)
			before := stamps(t, filepath.Dir(target.Dir))
			w := begin(t, s, target)
			withoutData(t, w, now)
			if report, want := commit(t, w), (Report{Unchanged: 7, NothingToDo: true}); report != want {
				t.Errorf("report: %+v, want %+v", report, want)
			}
			if diff := cmp.Diff(before, stamps(t, filepath.Dir(target.Dir))); diff != "" {
				t.Errorf("something was touched:\n%s", diff)
			}
		})
	}
}

func TestWhatOnlyTheFrontHasIsCopied(t *testing.T) {
	for name, s := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			publish(t, s, target, sample())
			publish(t, s, target, sample().with("it/index.html", "nuova").with("it/altre/index.html", "altre"))
			now := sample().with("it/index.html", "nuova").with("it/altre/index.html", "altre").with("index.html", "scelta")
			w := begin(t, s, target)
			mustDo(t, w.Put(now.file("index.html")))
			withoutData(t, w, now.with("index.html", ""))
			report := commit(t, w)
			expect(t, target.Dir, now)
			if want := (Report{Written: 3, Bytes: 16, Unchanged: 5, Exchanged: true}); name == "exchange" && report != want {
				t.Errorf("report: %+v, want %+v", report, want)
			}
		})
	}
}

func TestBuildsInOrderAndInParallelAreTheSame(t *testing.T) {
	target := newTarget(t)
	for i, o := range []Options{{}, {Each: twoAtATime}, {}} {
		w, err := Begin(target, o)
		mustDo(t, err)
		next := sample().with("index.html", fmt.Sprint("lingue ", i))
		for _, f := range next.files() {
			mustDo(t, w.Put(f))
		}
		commit(t, w)
		expect(t, target.Dir, next)
	}
}

func TestASecondBuildCopiesAll(t *testing.T) {
	target := newTarget(t)
	sites := crashSites()
	publish(t, here, target, sites[0])
	w := begin(t, here, target)
	withoutData(t, w, sites[0])
	mustDo(t, w.Put(File{Path: "neu", Data: []byte("x")}))
	report := commit(t, w)
	if report.Written != len(sites[0])+1 || report.Unchanged != 0 {
		t.Errorf("report: %+v", report)
	}
	if found := read(t, target.Dir); found["neu"] != "x" || found["assets/a1.css"] != sites[0]["assets/a1.css"] {
		t.Error("not all was copied")
	}
}

func TestATouchedFileIsNotTrusted(t *testing.T) {
	later := time.Now().Add(time.Hour)
	for name, damage := range map[string]func(name string) error{
		"other size": func(name string) error { return os.Truncate(name, 2) },
		"younger":    func(name string) error { return os.Chtimes(name, later, later) },
		"gone":       os.Remove,
		"a link": func(name string) error {
			return errors.Join(os.Rename(name, name+"~"), os.Symlink("index.html~", name))
		},
		"a folder": func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o755)) },
		"behind a link": func(name string) error {
			dir := filepath.Dir(name)
			return errors.Join(os.Rename(dir, dir+"~"), os.Symlink("en~", dir))
		},
	} {
		for _, where := range []string{"front", "back"} {
			t.Run(where+"/"+name, func(t *testing.T) {
				target := newTarget(t)
				old, now := sample(), sample().with("en/index.html", "new home")
				publish(t, here, target, old)
				publish(t, here, target, now)
				dir, f := target.Dir, now.file("en/index.html")
				if where == "back" {
					dir, f = back(target), old.file("en/index.html")
				}
				mustDo(t, damage(filepath.Join(dir, "en", "index.html")))
				w := begin(t, here, target)
				if w.Has(f.Path, f.Digest) {
					t.Error("it was trusted")
				}
				for _, f := range sample().with("en/index.html", string(f.Data)).files() {
					mustDo(t, w.Put(f))
				}
				commit(t, w)
				expect(t, target.Dir, sample().with("en/index.html", string(f.Data)))
				publish(t, here, target, old)
				publish(t, here, target, now)
				expect(t, target.Dir, now)
				expect(t, back(target), old)
			})
		}
	}
}

func TestAFileThatChangesDuringTheBuildStopsIt(t *testing.T) {
	target := newTarget(t)
	publish(t, here, target, sample())
	w := begin(t, here, target)
	withoutData(t, w, sample())
	mustDo(t, w.Put(File{Path: "neu", Data: []byte("x")}))
	mustDo(t, os.Truncate(filepath.Join(target.Dir, "it", "index.html"), 1))
	if _, err := w.Commit(); err == nil || !strings.Contains(err.Error(), "it/index.html was changed") {
		t.Errorf("error %v", err)
	}
	expectFiles(t, target.Dir, sample().with("it/index.html", "c"))
	publish(t, here, target, sample())
	expect(t, target.Dir, sample())
}

func TestAddedNamesAreNoticedAndRemoved(t *testing.T) {
	additions := map[string]func(dir string) error{
		"file":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "x"), nil, 0o644) },
		"folder": func(dir string) error { return os.MkdirAll(filepath.Join(dir, "x", "y"), 0o755) },
		"full folder": func(dir string) error {
			deep := filepath.Join(dir, "x", "y", "z")
			return errors.Join(os.MkdirAll(deep, 0o755), os.WriteFile(filepath.Join(deep, "index.html"), nil, 0o644))
		},
		"link":             func(dir string) error { return os.Symlink("/etc", filepath.Join(dir, "x")) },
		"another manifest": func(dir string) error { return os.WriteFile(filepath.Join(dir, "x"+manifestName), nil, 0o644) },
	}
	for name, add := range additions {
		for _, folder := range []string{".", "it", "it/progetti", "it/progetti/masp"} {
			t.Run(name+" in "+folder, func(t *testing.T) {
				target := newTarget(t)
				old, now := sample().with("index.html", "prima"), sample()
				publish(t, here, target, old)
				publish(t, here, target, now)
				mustDo(t, add(filepath.Join(target.Dir, folder)))
				if report := publish(t, here, target, now); report.NothingToDo {
					t.Error("not noticed in the front")
				}
				expect(t, target.Dir, now)
				publish(t, here, target, old)
				expect(t, target.Dir, old)
				mustDo(t, add(filepath.Join(back(target), folder)))
				publish(t, here, target, now)
				expect(t, target.Dir, now)
			})
		}
	}
}

func TestAbortLeavesATrueManifest(t *testing.T) {
	for name, s := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			publish(t, s, target, sample())
			publish(t, s, target, sample().with("it/index.html", "nuova"))
			if name == "exchange" {
				mustDo(t, os.WriteFile(filepath.Join(back(target), "it", "stray"), nil, 0o644))
				mustDo(t, os.Truncate(filepath.Join(back(target), "en", "index.html"), 1))
			}
			had := read(t, back(target))
			w := begin(t, s, target)
			mustDo(t, w.Put(File{Path: "assets/site.css", Digest: [32]byte{1}, Data: []byte("p{}")}))
			mustDo(t, w.Put(File{Path: "de/index.html", Digest: [32]byte{2}, Data: []byte("zuhause")}))
			mustDo(t, w.Abort())
			expect(t, target.Dir, sample().with("it/index.html", "nuova"))

			found := read(t, back(target))
			manifest, err := Manifest(back(target))
			mustDo(t, err)
			if manifest["assets/site.css"] != [32]byte{1} || manifest["de/index.html"] != [32]byte{2} {
				t.Error("what was put is not listed")
			}
			for file := range manifest {
				if found[file] == "" {
					t.Errorf("%s is listed and not there", file)
				}
			}
			for file, text := range found {
				if _, listed := manifest[file]; !listed && !strings.HasSuffix(file, "/") {
					t.Errorf("%s (%q) is there and not listed", file, text)
				}
			}
			if name == "exchange" && (len(found) != len(had)-1-2+2 || found["index.html"] == "") {
				t.Errorf("before %v, now %v", had, found)
			}

			next := begin(t, s, target)
			if !next.Has("de/index.html", [32]byte{2}) || !next.Has("assets/site.css", [32]byte{1}) {
				t.Error("what the build before had written is not believed")
			}
			mustDo(t, next.Abort())
			publish(t, s, target, sample())
			expect(t, target.Dir, sample())
		})
	}
}

func TestANextBuildWritesWhatAnAbortedOneHasNot(t *testing.T) {
	target := newTarget(t)
	sites := crashSites()
	publish(t, here, target, sites[0])
	publish(t, here, target, sites[0].with("index.html", "x"))
	w := begin(t, here, target)
	for i := range 200 {
		mustDo(t, w.Put(sites[1].file(fmt.Sprintf("it/progetti/p%d/index.html", i))))
	}
	mustDo(t, w.Abort())
	report := publish(t, here, target, sites[1])
	expect(t, target.Dir, sites[1])
	if report.Unchanged != 225 || report.Written != 85 || report.Removed != 25 {
		t.Errorf("report: %+v", report)
	}
}

func TestAbortOfABuildThatPutNothingNewChangesNothing(t *testing.T) {
	target := newTarget(t)
	publish(t, here, target, sample())
	publish(t, here, target, sample().with("it/index.html", "nuova"))
	before := stamps(t, filepath.Dir(target.Dir))
	w := begin(t, here, target)
	withoutData(t, w, sample())
	mustDo(t, w.Abort())
	if diff := cmp.Diff(before, stamps(t, filepath.Dir(target.Dir))); diff != "" {
		t.Errorf("something was touched:\n%s", diff)
	}
}

func TestAfterAFailedPutNothingIsPublished(t *testing.T) {
	for kind, name := range tooLong() {
		t.Run(kind, func(t *testing.T) {
			target := newTarget(t)
			publish(t, here, target, sample())
			w := begin(t, here, target)
			mustDo(t, w.Put(File{Path: "neu", Data: []byte("x")}))
			if err := w.Put(File{Path: name, Data: []byte("x")}); !errors.Is(err, syscall.ENAMETOOLONG) {
				t.Errorf("error %v", err)
			}
			if _, err := w.Commit(); !errors.Is(err, syscall.ENAMETOOLONG) {
				t.Errorf("error of Commit %v", err)
			}
			expect(t, target.Dir, sample())
			if _, err := Manifest(back(target)); err == nil {
				t.Error("the back says that it knows what it holds")
			}
		})
	}
}

func TestOnlyAnEmptyFileMayComeWithoutData(t *testing.T) {
	target := newTarget(t)
	w := begin(t, here, target)
	empty := site{".nojekyll": ""}
	f := empty.files()[0]
	f.Data = nil
	mustDo(t, w.Put(f))
	var wrong PlanError
	if err := w.Put(File{Path: "a", Digest: [32]byte{1}}); !errors.As(err, &wrong) || wrong.Path != "a" {
		t.Errorf("error %v, want PlanError", err)
	}
	mustDo(t, w.Abort())
	publish(t, here, target, empty)
	expect(t, target.Dir, empty)
}

func TestAWriterEndsOnce(t *testing.T) {
	target := newTarget(t)
	w := begin(t, here, target)
	for _, f := range sample().files() {
		mustDo(t, w.Put(f))
	}
	commit(t, w)
	mustDo(t, w.Abort())
	expect(t, target.Dir, sample())
	if _, err := w.Commit(); err == nil {
		t.Error("committed twice")
	}
	if err := w.Put(File{Path: "a", Data: []byte("a")}); err == nil {
		t.Error("put after the end")
	}
	publish(t, here, target, sample().with("en/index.html", ""))
}

func TestASiteOfVersionOneIsOursAndWrittenAnew(t *testing.T) {
	for name, s := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			publish(t, s, target, sample())
			var lines []string
			for path, digest := range sample().digests() {
				lines = append(lines, fmt.Sprintf("%q: \"%x\"", path, digest))
			}
			text := `{"version": 1, "files": {` + strings.Join(lines, ",") + `}}`
			mustDo(t, os.WriteFile(filepath.Join(target.Dir, manifestName), []byte(text), 0o644))
			expect(t, target.Dir, sample())
			report := publish(t, s, target, sample())
			expect(t, target.Dir, sample())
			if report.Written != 7 || report.Unchanged != 0 {
				t.Errorf("report: %+v", report)
			}
		})
	}
}

func TestTheCallerMayUseItsMemoryAgain(t *testing.T) {
	target := newTarget(t)
	for range 2 { // so that both buffers hold the folder
		_, err := Write(target, site{"a/index.html": "below"}.files())
		mustDo(t, err)
		_, err = Write(target, site{"a/index.html": "below", "b": "more"}.files())
		mustDo(t, err)
	}
	w := begin(t, here, target)
	memory := []byte("in its place")
	f := site{"a": string(memory)}.files()[0]
	f.Data = memory
	mustDo(t, w.Put(f))
	copy(memory, "other things")
	commit(t, w)
	expect(t, target.Dir, site{"a": "in its place"})
}
