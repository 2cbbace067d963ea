package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// report gathers rows and prints them at the end.
type report struct {
	settings settings
	before   string // load average
	rows     []row
	growth   []point
}

// row is a line of the table.
type row struct {
	scene    string
	pages    int
	ours     string
	hugo     string
	wall     float64 // Hugo's to ours; NaN: not measured
	cpu      float64
	decisive float64 // the ratio that is held against the goal
	goal     goal
}

// point is a size with the CPU time of a cold build on it.
type point struct {
	pages      int
	ours, hugo float64
}

// size measures all scenes of one size.
func (r *report) size(s *stage) error {
	if s.wants("cold") {
		p, err := s.cold()
		if err != nil {
			return err
		}
		r.add("cold", s, p)
		r.rows = append(r.rows, row{
			scene: "memory", pages: s.corpus.Pages, ours: mib(middle(p.ours, peak)), hugo: mib(middle(p.hugo, peak)),
			wall: math.NaN(), cpu: math.NaN(), decisive: p.ratio(peak), goal: goals["memory"][s.size],
		})
		r.growth = append(r.growth, point{s.corpus.Pages, middle(p.ours, cpu), middle(p.hugo, cpu)})
	} else if !s.isLarge() {
		if _, err := s.again("building once", nil); err != nil {
			return err
		}
	}
	if s.isLarge() {
		return nil
	}
	for _, change := range []struct {
		scene string
		by    edit
	}{{"nothing", nil}, {"body", editBody}, {"partner", editPartner}, {"theme", editTheme}} {
		if !s.wants(change.scene) {
			continue
		}
		p, err := s.again(change.scene, change.by)
		if err != nil {
			return err
		}
		r.add(change.scene, s, p)
	}
	if s.wants("serve") {
		p, err := s.saved()
		if err != nil {
			return err
		}
		r.add("serve", s, p)
	}
	return nil
}

// add makes a row. The smaller one of the two ratios is held against the goal:
// neither idle processors nor busy ones shall flatter.
func (r *report) add(scene string, s *stage, p pairs) {
	out := row{
		scene: scene, pages: s.corpus.Pages, ours: seconds(middle(p.ours, wall)), hugo: seconds(middle(p.hugo, wall)),
		wall: p.ratio(wall), cpu: math.NaN(), goal: goals[scene][s.size],
	}
	out.decisive = out.wall
	out.ours, out.hugo = out.ours+rarely(p.ours), out.hugo+rarely(p.hugo)
	if used := middle(p.ours, cpu); used > 0 {
		out.cpu = p.ratio(cpu)
		out.ours += ", " + seconds(used)
		out.hugo += ", " + seconds(middle(p.hugo, cpu))
		out.decisive = min(out.wall, out.cpu)
	}
	r.rows = append(r.rows, out)
}

func (r *report) print(w io.Writer, work string) error {
	fmt.Fprintf(w, "%s · %s · %d processors · load %s before, %s after\n", time.Now().Format("2 January 2006, 15:04"), processor(), runtime.NumCPU(), r.before, load())
	fmt.Fprintf(w, "%s · %s · work in %s · medians of %d runs, %d saves\n", runtime.Version(), hugoVersion(r.settings.hugo), work, r.settings.runs, r.settings.saves)
	fmt.Fprintf(w, "`compare %s`\n\n", strings.Join(r.settings.args, " "))
	fmt.Fprintln(w, "| | pages | ours: wall, CPU | Hugo: wall, CPU | wall, Hugo/ours | CPU, Hugo/ours | must | aim | reached |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|---|---|---|")
	for _, row := range r.rows {
		fmt.Fprintf(w, "| %s | %d | %s | %s | %s | %s | %s | %s | %s |\n", labels[row.scene], row.pages, row.ours, row.hugo,
			times(row.wall), times(row.cpu), times(row.goal.must), times(row.goal.aim), row.goal.reached(row.decisive))
	}
	return r.printGrowth(w)
}

func (g goal) reached(ratio float64) string {
	return strings.TrimPrefix(g.verdict(ratio)+" ("+times(ratio)+")", " ")
}

// printGrowth says as which power of the number of pages CPU time grows.
func (r *report) printGrowth(w io.Writer) error {
	if len(r.growth) < 2 {
		return nil
	}
	first, last := r.growth[0], r.growth[len(r.growth)-1]
	ours := power(first.pages, last.pages, first.ours, last.ours)
	_, err := fmt.Fprintf(w, "\nCPU of a cold build, %d → %d pages: ours n^%.2f (must n^%.2f, aim n^%.2f: %s), Hugo n^%.2f.\n",
		first.pages, last.pages, ours, mustGrow, aimGrow, goal{-mustGrow, -aimGrow}.verdict(-ours), power(first.pages, last.pages, first.hugo, last.hugo))
	return err
}

func power(n1, n2 int, t1, t2 float64) float64 {
	return math.Log(t2/t1) / math.Log(float64(n2)/float64(n1))
}

func seconds(s float64) string {
	if s < 1 {
		return fmt.Sprintf("%.1f ms", 1000*s)
	}
	return fmt.Sprintf("%.2f s", s)
}

func mib(n float64) string { return fmt.Sprintf("%.0f MiB", n) }

// times is a ratio, or nothing.
func times(ratio float64) string {
	switch {
	case math.IsNaN(ratio) || ratio == 0:
		return ""
	case ratio < 10:
		return fmt.Sprintf("%.2f×", ratio)
	}
	return fmt.Sprintf("%.0f×", ratio)
}

// load is the load average over one minute.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(data), " ")
	return first
}

func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err == nil {
		for line := range strings.Lines(string(data)) {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				return strings.TrimSpace(value)
			}
		}
	}
	return runtime.GOARCH
}

func hugoVersion(command string) string {
	out, err := exec.Command(command, "version").Output()
	if err != nil {
		return "Hugo of unknown version"
	}
	return strings.TrimSpace(strings.ReplaceAll(string(out), "BuildDate=unknown", ""))
}
