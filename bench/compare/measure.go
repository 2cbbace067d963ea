package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// corpus is what the generator says of what it wrote.
type corpus struct {
	Pages    int    `json:"pages"`
	Partner  string `json:"partner"`
	Naming   int    `json:"partner_pages"`
	Body     string `json:"body"`
	BodyPage string `json:"body_page"`
}

// large is from how many pages on Hugo is run once only and nothing but cold
// builds are measured.
const large = 20_000

// settle is longer than the grain of any file system's time stamps: what is
// older cannot be mistaken for changed.
const settle = 2 * time.Second

// measure measures one size.
func measure(s settings, size int, dir string, r *report) error {
	defer os.RemoveAll(dir)
	fmt.Fprintf(os.Stderr, "%d pages: generating\n", size)
	command := append(slices.Clone(s.corpus), "-pages", strconv.Itoa(size), "-o", dir)
	if _, err := spend(command[0], command[1:]...); err != nil {
		return err
	}
	var c corpus
	data, err := os.ReadFile(filepath.Join(dir, "corpus.json"))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	a, err := ours(s, dir, c)
	if err != nil {
		return err
	}
	b, err := hugo(s, dir, c)
	if err != nil {
		return err
	}
	time.Sleep(settle)
	return r.size(&stage{settings: s, size: size, corpus: c, ours: a, hugo: b})
}

// stage is a corpus with both programs on it.
type stage struct {
	settings
	size       int
	corpus     corpus
	ours, hugo side
}

// isLarge holds where Hugo takes minutes.
func (s *stage) isLarge() bool { return s.size > large }

// cold builds into nothing. Where sizes are large each output is removed before
// the other program writes its own.
func (s *stage) cold() (pairs, error) {
	var out pairs
	for i := range s.runs {
		for _, p := range []side{s.ours, s.hugo} {
			if p.name == "hugo" && s.isLarge() && i > 0 {
				continue
			}
			if err := p.clean(); err != nil {
				return out, err
			}
			c, err := spend(p.command, p.build...)
			if err != nil {
				return out, err
			}
			out.add(p.name, c)
			if s.isLarge() {
				if err := p.clean(); err != nil {
					return out, err
				}
			}
		}
		s.tell("cold", i)
	}
	return out, nil
}

// again builds over what is there, after a change on both sides.
func (s *stage) again(what string, by edit) (pairs, error) {
	var out pairs
	for i := range s.runs {
		for _, p := range []side{s.ours, s.hugo} {
			if by != nil {
				if err := by(p, words(i)); err != nil {
					return out, err
				}
			}
			c, err := spend(p.command, p.build...)
			if err != nil {
				return out, err
			}
			out.add(p.name, c)
		}
		s.tell(what, i)
	}
	return out, nil
}

func (s *stage) tell(what string, run int) {
	fmt.Fprintf(os.Stderr, "%d pages: %s, run %d of %d\n", s.size, what, run+1, s.runs)
}

// words are other ones at each run; the last character differs for 26 runs.
func words(i int) string { return fmt.Sprintf("%s %d%c", mark, i, 'a'+rune(i%26)) }

// pairs are the runs of both programs, in turn.
type pairs struct{ ours, hugo []cost }

func (p *pairs) add(name string, c cost) {
	if name == "hugo" {
		p.hugo = append(p.hugo, c)
		return
	}
	p.ours = append(p.ours, c)
}

// What is taken of a cost, in seconds and MiB.
func wall(c cost) float64 { return c.wall.Seconds() }
func cpu(c cost) float64  { return c.cpu.Seconds() }
func peak(c cost) float64 { return c.peak }

// ratio is Hugo's to ours: the median over the pairs of runs, so that a machine
// that is busy for a while weighs on both sides of a pair.
func (p pairs) ratio(of func(cost) float64) float64 {
	var all []float64
	for i := range p.ours {
		all = append(all, of(p.hugo[min(i, len(p.hugo)-1)])/of(p.ours[i]))
	}
	return median(all)
}

func middle(costs []cost, of func(cost) float64) float64 {
	var all []float64
	for _, c := range costs {
		all = append(all, of(c))
	}
	return median(all)
}

// rarely is how long the slowest but one in a hundred take; nothing where fewer were
// measured.
func rarely(costs []cost) string {
	if len(costs) < 100 {
		return ""
	}
	var all []float64
	for _, c := range costs {
		all = append(all, wall(c))
	}
	slices.Sort(all)
	return " (99 %: " + seconds(all[len(all)*99/100-1]) + ")"
}

// median of an even number is the mean of the two in the middle.
func median(of []float64) float64 {
	if len(of) == 0 {
		return math.NaN()
	}
	of = slices.Sorted(slices.Values(of))
	half := len(of) / 2
	if len(of)%2 == 1 {
		return of[half]
	}
	return (of[half-1] + of[half]) / 2
}
