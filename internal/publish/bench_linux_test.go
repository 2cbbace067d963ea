package publish

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// bigSite returns 10 000 pages of 15 kB, each in a folder of its own.
func bigSite(version string) []File {
	files := make([]File, 10_000)
	body := strings.Repeat("x", 15_000)
	for i := range files {
		data := fmt.Appendf(nil, "%s %d %s", version, i, body)
		path := fmt.Sprintf("it/progetti/progetto-%05d/index.html", i)
		files[i] = File{Path: path, Digest: sha256.Sum256(data), Data: data}
	}
	return files
}

// timeCPU adds to the figures of a benchmark what it took of the processors,
// whatever else they have to do. It returns the function that ends it.
func timeCPU(b *testing.B) (end func()) {
	begin := usedCPU(b)
	return func() { b.ReportMetric(float64((usedCPU(b)-begin).Microseconds())/1000/float64(b.N), "cpu-ms/op") }
}

func usedCPU(b *testing.B) time.Duration {
	b.Helper()
	var used unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// memoryTarget is in memory where the system has a folder for that: the disk is
// not what is measured.
func memoryTarget(b *testing.B) Target {
	b.Helper()
	at := "/dev/shm"
	if _, err := os.Stat(at); err != nil {
		at = b.TempDir()
	}
	dir, err := os.MkdirTemp(at, "publish")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return Target{Dir: filepath.Join(dir, "public"), State: filepath.Join(dir, ".dossier")}
}

func putAll(b *testing.B, t Target, files []File) {
	b.Helper()
	if err := here.inParallel(t, files); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkPublish(b *testing.B) {
	one, two, three := bigSite("one"), bigSite("two"), bigSite("three")
	for _, bench := range []struct {
		name  string
		sites [][]File // published in turn
		first int      // how many are published before
	}{
		{"nothing changed", [][]File{one}, 2},
		{"a page changed", [][]File{one, with(one, two[0]), with(one, three[0])}, 3},
		{"all changed", [][]File{one, two, three}, 3},
	} {
		b.Run(bench.name, func(b *testing.B) {
			t := memoryTarget(b)
			putAll(b, t, two)
			for i := range bench.first {
				putAll(b, t, bench.sites[i%len(bench.sites)])
			}
			defer timeCPU(b)()
			for i := bench.first; b.Loop(); i++ {
				putAll(b, t, bench.sites[i%len(bench.sites)])
			}
		})
	}
	b.Run("new", func(b *testing.B) {
		used := time.Duration(0)
		for b.Loop() {
			t := memoryTarget(b)
			begin := usedCPU(b)
			putAll(b, t, one)
			used += usedCPU(b) - begin
			os.RemoveAll(filepath.Dir(t.Dir))
		}
		b.ReportMetric(float64(used.Microseconds())/1000/float64(b.N), "cpu-ms/op")
	})
}

// with returns a site with another first page.
func with(files []File, page File) []File {
	return append([]File{page}, files[1:]...)
}

func BenchmarkSurvey(b *testing.B) {
	t := memoryTarget(b)
	putAll(b, t, bigSite("one"))
	defer timeCPU(b)()
	for b.Loop() {
		front, err := openBuffer(t.Dir)
		if err != nil {
			b.Fatal(err)
		}
		if err := front.survey(twoAtATime); err != nil || !front.isWhole() {
			b.Fatal("survey:", err)
		}
		front.close()
	}
}

func BenchmarkManifest(b *testing.B) {
	content := map[string]entry{}
	for _, f := range bigSite("one") {
		content[f.Path] = entry{f.Digest, int64(len(f.Data))}
	}
	data := encodeManifest(content, nil)
	m, _ := decodeManifest(data)
	b.Run("encode", func(b *testing.B) {
		defer timeCPU(b)()
		for b.Loop() {
			encodeManifest(content, m)
		}
	})
	b.Run("decode", func(b *testing.B) {
		defer timeCPU(b)()
		for b.Loop() {
			if _, ok := scanManifest(data); !ok {
				b.Fatal("not read")
			}
		}
	})
}
