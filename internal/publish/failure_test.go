package publish

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// tooLong are paths that every check lets through and no disk accepts: writing
// fails in the middle of a build, whoever runs the test.
func tooLong() map[string]string {
	long := strings.Repeat("x", 300)
	return map[string]string{"file": "it/progetti/" + long, "folder": "it/progetti/" + long + "/index.html"}
}

func TestFailureInTheMiddleLeavesTheOldSite(t *testing.T) {
	for mode, w := range modes() {
		for kind, name := range tooLong() {
			t.Run(mode+"/"+kind, func(t *testing.T) {
				target := newTarget(t)
				publish(t, w, target, sample())
				publish(t, w, target, sample().with("it/index.html", "nuova"))
				next := sample().with("index.html", "").with("assets/site.css", "p{}")
				if _, err := w.write(target, next.with(name, "x").files()); !errors.Is(err, syscall.ENAMETOOLONG) {
					t.Fatalf("error %v", err)
				}
				expect(t, target.Dir, sample().with("it/index.html", "nuova"))
				publish(t, w, target, next)
				expect(t, target.Dir, next)
			})
		}
	}
}

// finished returns a folder that holds a site, and what it holds.
func finished(t *testing.T, s site) (dir string, content map[string]entry) {
	t.Helper()
	target, content := newTarget(t), map[string]entry{}
	publish(t, here, target, s)
	for _, f := range s.files() {
		content[f.Path] = entry{f.Digest, int64(len(f.Data))}
	}
	return target.Dir, content
}

func replaceBy(t *testing.T, dir string, s site) (Report, error) {
	t.Helper()
	from, content := finished(t, s)
	return replace(dir, from, content, foldersOf(content), inOrder)
}

func TestFailureWhileStagingLeavesTheOldSite(t *testing.T) {
	dir := t.TempDir()
	_, err := replaceBy(t, dir, sample())
	mustDo(t, err)
	from, content := finished(t, sample().with("index.html", "").with("it/index.html", "nuova"))
	content["it/progetti/zz/index.html"] = entry{size: 1}
	if _, err := replace(dir, from, content, foldersOf(content), inOrder); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("error %v", err)
	}
	expect(t, dir, sample())
}

func TestAnExchangeThatFailsForAnotherReasonIsAnError(t *testing.T) {
	target := newTarget(t)
	publish(t, modes()["exchange"], target, sample())
	broken := system{exchange: func(_, _ string) error { return syscall.EIO }}
	_, err := broken.write(target, sample().with("it/index.html", "nuova").files())
	if !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), target.Dir) {
		t.Errorf("error %v, want EIO with the folder's name", err)
	}
	expect(t, target.Dir, sample())
}

func TestReasonsToRewriteFileByFile(t *testing.T) {
	for reason, want := range map[error]bool{
		errors.ErrUnsupported: true, syscall.EXDEV: true, syscall.EBUSY: true, syscall.EINVAL: true,
		syscall.ENOSYS: true, syscall.EPERM: true, syscall.EACCES: true,
		syscall.ENOSPC: false, syscall.EROFS: false, syscall.EIO: false, syscall.ENOENT: false,
	} {
		target := newTarget(t)
		w := system{exchange: func(_, _ string) error { return reason }}
		publish(t, modes()["exchange"], target, sample())
		next := sample().with("it/index.html", "nuova")
		report, err := w.write(target, next.files())
		if got := err == nil; got != want || report.Fallback != want {
			t.Errorf("%v: error %v, report %+v", reason, err, report)
		}
		if want {
			expect(t, target.Dir, next)
		} else {
			expect(t, target.Dir, sample())
		}
	}
}

func TestInterruptedFallbackBelievesOnlyWhatItNeverTouched(t *testing.T) {
	dir := t.TempDir()
	_, err := replaceBy(t, dir, sample())
	mustDo(t, err)
	_, was := finished(t, sample())
	next := sample().with("en/index.html", "HOME").with("it/index.html", "CASA")
	from, content := finished(t, next)

	r, err := openReplacement(dir, from, content, foldersOf(content))
	mustDo(t, err)
	defer r.close()
	mustDo(t, r.survey(inOrder))
	r.compare()
	mustDo(t, r.stage())
	mustDo(t, r.replaceManifest(encodePartial(r.kept)))
	mustDo(t, r.moveIn(r.write[:1]))

	for _, site := range []map[string]entry{was, content} {
		b, err := openBuffer(dir)
		mustDo(t, err)
		defer b.close()
		if b.isSite(site) {
			t.Error("half a site counts as a whole one")
		}
	}
	report, err := replaceBy(t, dir, next)
	mustDo(t, err)
	if report.Written != 2 || report.Unchanged != 5 {
		t.Errorf("finished with %+v, want the two files in flight and no other", report)
	}
	expect(t, dir, next)
}

func TestFallbackMovesAssetsThenPagesThenLists(t *testing.T) {
	order := []string{
		"assets/site.css", "it/masp/masp-it.pdf",
		"404.html", "it/masp/index.html",
		"_redirects", "index.html", "it/index.html", "it/feed.xml", "it/calendar.ics", "sitemap.xml", "sitemap-it.xml",
	}
	last := 0
	for _, name := range order {
		if rank(name) < last {
			t.Errorf("%s is moved before its turn", name)
		}
		last = rank(name)
	}
	if rank(order[0]) == rank("404.html") || rank("404.html") == rank("index.html") {
		t.Error("the three groups are not told apart")
	}
}

func TestDigestsAreWhatWasWritten(t *testing.T) {
	for name, w := range modes() {
		target := newTarget(t)
		publish(t, w, target, sample())
		manifest, err := Manifest(target.Dir)
		mustDo(t, err)
		for path, digest := range manifest {
			data, err := os.ReadFile(filepath.Join(target.Dir, filepath.FromSlash(path)))
			mustDo(t, err)
			if sha256.Sum256(data) != digest {
				t.Errorf("%s: %s has another digest", name, path)
			}
		}
	}
}
