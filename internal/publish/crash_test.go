package publish

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// crashMode, in the environment, makes the test binary publish two sites in turn
// until it is killed; crashDir is where.
const (
	crashMode = "PUBLISH_TEST_CRASH_MODE"
	crashDir  = "PUBLISH_TEST_CRASH_DIR"
)

func TestMain(m *testing.M) {
	if mode := os.Getenv(crashMode); mode != "" {
		publishForever(modes()[mode], crashTarget(os.Getenv(crashDir)))
	}
	os.Exit(m.Run())
}

func crashTarget(dir string) Target {
	return Target{Dir: filepath.Join(dir, "public"), State: filepath.Join(dir, ".dossier")}
}

// publishForever says "ready" when it is about to write for the first time.
func publishForever(w system, target Target) {
	sites := crashSites()
	plans := [][]File{sites[0].files(), sites[1].files()}
	fmt.Println("ready")
	for i := 0; ; i++ {
		err := w.inParallel(target, plans[i%2])
		if err == nil && i%3 == 0 {
			err = w.givenUp(target, plans[i/3%2])
		}
		if err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
	}
}

// inParallel publishes a site as a build does: two goroutines put, and what is
// there already comes without its bytes.
func (s system) inParallel(target Target, files []File) error {
	w, err := s.begin(target, Options{Each: twoAtATime})
	if err != nil {
		return err
	}
	if err := putInParallel(w, files); err != nil {
		return errors.Join(err, w.Abort())
	}
	_, err = w.Commit()
	return err
}

// givenUp puts half a site and then no more.
func (s system) givenUp(target Target, files []File) error {
	w, err := s.begin(target, Options{Each: twoAtATime})
	if err != nil {
		return err
	}
	return errors.Join(putInParallel(w, files[:len(files)/2]), w.Abort())
}

func putInParallel(w *Writer, files []File) error {
	errs := make([]error, len(files))
	twoAtATime(len(files), func(i int) {
		f := files[i]
		if w.Has(f.Path, f.Digest) {
			f.Data = nil
		}
		errs[i] = w.Put(f)
	})
	return errors.Join(errs...)
}

// twoAtATime is what a build passes for Each.
func twoAtATime(n int, f func(i int)) {
	var all sync.WaitGroup
	for first := range 2 {
		all.Go(func() {
			for i := first; i < n; i += 2 {
				f(i)
			}
		})
	}
	all.Wait()
}

// crashSites returns two sites of some 300 files: most files differ, some are
// the same, some are only in one of them.
func crashSites() [2]site {
	var sites [2]site
	for v := range sites {
		sites[v] = site{}
		for i := range 260 {
			sites[v][fmt.Sprintf("it/progetti/p%d/index.html", i)] = strings.Repeat(fmt.Sprintf("pagina %d versione %d\n", i, v), 80)
		}
		for i := range 25 {
			sites[v][fmt.Sprintf("assets/a%d.css", i)] = strings.Repeat("same\n", 40)
			sites[v][fmt.Sprintf("only%d/%d/index.html", v, i)] = "x"
		}
	}
	return sites
}

func TestKilledBuildsLeaveTheOldOrTheNewSite(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 10
	}
	dir, sites := t.TempDir(), crashSites()
	target := crashTarget(dir)
	took := timeOfWrite(t, modes()["exchange"], target, sites)
	random := rand.New(rand.NewPCG(1, 2))
	var seen [2]int
	done, midway := 0, 0
	for ; done < kills || (done < 8*kills && min(seen[0], seen[1], midway) == 0); done++ {
		killOnce(t, "exchange", dir, anyTime(random, took))
		seen[whichSite(t, target.Dir, sites)]++
		if _, err := Manifest(filepath.Join(target.State, backName)); err != nil {
			midway++
		}
	}
	t.Logf("%d kills: %d in the middle of writing, site 0 found %d times, site 1 %d times", done, midway, seen[0], seen[1])
	if min(seen[0], seen[1], midway) == 0 {
		t.Error("the kills all came at the same stage and prove nothing")
	}
	for _, s := range sites {
		publish(t, modes()["exchange"], target, s)
		expect(t, target.Dir, s)
	}
}

// anyTime is from a quarter of the time that a write takes to sixty-four times
// as long, each doubling as likely as the next: how busy this machine is at this
// moment must not decide the test.
func anyTime(random *rand.Rand, took time.Duration) time.Duration {
	return time.Duration(float64(took) * math.Pow(2, 8*random.Float64()-2))
}

// timeOfWrite publishes the sites in turn, the first one last, and returns the
// shortest time it took: what a machine with other work could do at best.
func timeOfWrite(t *testing.T, w system, target Target, sites [2]site) time.Duration {
	t.Helper()
	shortest := time.Hour
	for i := range 6 {
		start := time.Now()
		publish(t, w, target, sites[1-i%2])
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

// whichSite fails the test when the folder is neither site; a manifest that
// disagrees with the files counts as neither.
func whichSite(t *testing.T, dir string, sites [2]site) int {
	t.Helper()
	found := read(t, dir)
	maps.DeleteFunc(found, func(name, _ string) bool { return strings.HasSuffix(name, "/") })
	manifest, err := Manifest(dir)
	mustDo(t, err)
	for v, s := range sites {
		if maps.Equal(found, s) && maps.Equal(manifest, s.digests()) {
			return v
		}
	}
	t.Fatalf("after a kill the front is neither the old nor the new site (%d files)", len(found))
	return 0
}

func TestKilledFallbacksAreFinishedByTheNextBuild(t *testing.T) {
	kills := 10
	if testing.Short() {
		kills = 4
	}
	sites := crashSites()
	random := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	target := crashTarget(dir)
	took := timeOfWrite(t, modes()["fallback"], target, sites)
	for i := range kills {
		if i%3 == 0 {
			mustDo(t, os.RemoveAll(target.Dir))
			mustDo(t, os.MkdirAll(target.Dir, 0o755))
		}
		killOnce(t, "fallback", dir, time.Duration(random.Int64N(int64(3*took))))
		mode := []string{"fallback", "exchange"}[i/2%2]
		publish(t, modes()[mode], target, sites[i%2])
		expect(t, target.Dir, sites[i%2])
	}
}

// killOnce starts a process that publishes without end and kills it with
// SIGKILL some time after its first write began.
func killOnce(t *testing.T, mode, dir string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashMode+"="+mode, crashDir+"="+dir)
	out, err := cmd.StdoutPipe()
	mustDo(t, err)
	mustDo(t, cmd.Start())
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "ready" {
		t.Fatalf("the process said %q", lines.Text())
	}
	time.Sleep(after)
	mustDo(t, cmd.Process.Kill())
	if lines.Scan() {
		t.Errorf("the process said %q", lines.Text())
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Errorf("the process was not killed: %v", err)
	}
}
