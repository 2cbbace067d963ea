//go:build unix

package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

var (
	long = flag.Bool("long", false, "publish under fire for an hour")
	seed = flag.Uint64("seed", 0, "of the moments at which builds are struck; 0: another one each time")
)

// trial is a way to spoil a build.
type trial struct {
	name  string
	few   int // times in an ordinary run
	many  int // times in a long one
	lossy bool
	// prepare makes the place ready, and gives it back at the end; nil: nothing to do.
	prepare func(s *soak)
	// strike builds the next state of the site and spoils that; false when the
	// build had ended before, so that nothing was spoiled.
	strike func(s *soak) bool
}

// trials: only where folders cannot be exchanged may a killed build leave some
// files old and some new, until the next one ends.
var trials = []trial{
	{name: "SIGKILL", few: 12, many: 500, strike: func(s *soak) bool { return s.signal(syscall.SIGKILL) }},
	{name: "SIGTERM", few: 1, many: 50, strike: func(s *soak) bool { return s.signal(syscall.SIGTERM) }},
	{name: "SIGINT", few: 1, many: 50, strike: func(s *soak) bool { return s.signal(syscall.SIGINT) }},
	{name: "a page fails", few: 1, many: 20, strike: (*soak).failingPage},
	{name: "two builds at once", few: 1, many: 50, strike: (*soak).twoAtOnce},
	{name: "two at once, one killed", few: 1, many: 50, strike: (*soak).twoAtOnceOneKilled},
	{name: "disk full", few: 2, many: 100, prepare: (*soak).onSmallDisk, strike: (*soak).fullDisk},
	{name: "disk read-only", few: 1, many: 10, prepare: (*soak).onSmallDisk, strike: (*soak).readOnlyDisk},
	{name: "output read-only", few: 1, many: 10, prepare: mounted("public"), strike: (*soak).readOnlyOutput},
	{name: "cache read-only", few: 1, many: 10, prepare: mounted(".cache"), strike: (*soak).readOnlyCache},
	{name: "cache full", few: 1, many: 10, prepare: mounted(".cache"), strike: (*soak).fullCache},
	{name: "SIGKILL, no exchange", few: 2, many: 100, lossy: true, prepare: mounted("public"), strike: func(s *soak) bool { return s.signal(syscall.SIGKILL) }},
}

// soak is a site that is built over and over, by the command as it is released.
type soak struct {
	*testing.T
	program string
	states  []stage // the site in turn; see stage
	now     int     // the state that the content is in
	took    time.Duration
	enough  float64 // free bytes with which a build has ended well; zero: not known
	root    string
	random  *rand.Rand
}

// TestPublishingUnderFire builds a site, in the long run one of a thousand pages,
// kills and starves the build at random moments, and reads the published folder
// whole after each: it must be the old site or the new one, and the next build
// must make it the new one and leave nothing else behind.
func TestPublishingUnderFire(t *testing.T) {
	if !inside() {
		enter(t)
		return
	}
	s := begin(t)
	const line = "%-24s%10v%10v%10v%10v%10v%10v%10v\n"
	fmt.Printf(line, "kind", "moments", "old site", "new site", "mixed", "torn", "missing", "healed")
	for _, trial := range trials {
		t.Run(trial.name, func(t *testing.T) {
			own := *s
			own.T = t
			n := own.run(trial)
			fmt.Printf(line, trial.name, n.moments, n.old, n.new, n.mixed, n.torn, n.missing, n.healed)
			if trial.prepare == nil {
				s.now, s.took = own.now, own.took
			}
		})
	}
}

// begin makes the states of the site and says which moments will be struck.
func begin(t *testing.T) *soak {
	number := *seed
	if number == 0 {
		number = uint64(time.Now().UnixNano())
	}
	fmt.Printf("seed %d\n", number)
	s := &soak{
		T: t, program: os.Getenv(programOf), root: filepath.Join(t.TempDir(), "site"),
		random: rand.New(rand.NewPCG(number, 0)),
	}
	if *long { // in memory: a real disk would be written for hours, and kills do not care
		s.mount(s.root)
	}
	s.must(copyOver(s.root, os.Getenv(siteOf)))
	s.makeStates()
	s.measure()
	return s
}

// run does a trial as often as it wants; one that needs disks of its own gets a
// copy of the site.
func (s *soak) run(trial trial) (n tally) {
	times := trial.few
	switch {
	case *long:
		times = trial.many
	case testing.Short():
		times = 1
	}
	if trial.prepare != nil {
		from := s.root
		s.root = filepath.Join(s.TempDir(), "site")
		trial.prepare(s)
		s.must(copyOver(s.root, from))
		s.must(os.RemoveAll(filepath.Join(s.root, ".dossier")))
		s.measure()
	}
	for n.moments < times {
		before := s.states[s.now]
		s.advance()
		if struck := trial.strike(s); struck {
			n.add(s.look(before, s.states[s.now]))
			n.moments++
			n.healed += s.heal()
			if n.moments%100 == 0 {
				fmt.Printf("%s, %d moments: %+v\n", trial.name, n.moments, n)
			}
		}
	}
	if n.torn+n.missing > 0 || n.mixed > 0 && !trial.lossy || n.healed < n.moments {
		s.Errorf("%+v", n)
	}
	return n
}

// measure builds each state once, so that both buffers and the cache are as they
// are every day, and notes how long that takes.
func (s *soak) measure() {
	for range s.states {
		s.advance()
		start := time.Now()
		s.must(s.build().Run())
		s.took = time.Since(start)
	}
}

// build is the command line that every build has.
func (s *soak) build(more ...string) *exec.Cmd {
	return exec.Command(s.program, append([]string{"build", "-C", s.root, "--clock", soakDay, "-q"}, more...)...)
}

// signal ends a build at a moment that is drawn from all that it takes.
func (s *soak) signal(with syscall.Signal) bool {
	cmd := s.build()
	s.must(cmd.Start())
	return s.end(cmd, with)
}

func (s *soak) end(cmd *exec.Cmd, with syscall.Signal) bool {
	start := time.Now()
	moment := time.Duration(s.random.Float64() * float64(s.took))
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		s.must(err)
		s.took = min(s.took, time.Since(start)) // the machine is faster than it was
		return false
	case <-time.After(moment):
	}
	_ = cmd.Process.Signal(with) // it may have ended in this instant
	<-ended
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled()
}

// heal builds in peace and returns 1 if that leaves what a build from nothing
// makes, byte for byte, and nothing in the state but the lock and a whole site.
func (s *soak) heal() int {
	start := time.Now()
	if out, err := s.build().CombinedOutput(); err != nil {
		s.Errorf("the next build fails: %v\n%s", err, out)
		return 0
	}
	s.took = max(s.took*9/10, min(s.took*11/10, time.Since(start)))
	if problem := s.remains(s.states[s.now]); problem != "" {
		s.Errorf("after the next build: %s", problem)
		return 0
	}
	return 1
}

func (s *soak) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}
