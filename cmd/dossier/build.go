package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/config"
	"dossier/internal/i18n"
	"dossier/internal/publish"
)

// buildFlags are shared by build, check, list, show, explain and serve.
type buildFlags struct {
	out, baseURL, clock, format     string
	cache, shard                    string
	drafts, future, strict, noCache bool
	noIndex, timings, verify        bool
	workers                         int
	maxWarnings                     limit
}

func (a *app) addContentFlags(c *cobra.Command, f *buildFlags) {
	c.Flags().StringVar(&f.baseURL, "base-url", "", a.t("flag.base-url"))
	c.Flags().BoolVar(&f.drafts, "drafts", false, a.t("flag.drafts"))
	c.Flags().BoolVar(&f.future, "future", false, a.t("flag.future"))
	c.Flags().StringVar(&f.clock, "clock", "", a.t("flag.clock"))
	c.Flags().IntVarP(&f.workers, "jobs", "j", 0, a.t("flag.jobs"))
}

func (a *app) addReportFlags(c *cobra.Command, f *buildFlags) {
	c.Flags().BoolVar(&f.strict, "strict", false, a.t("flag.strict"))
	c.Flags().Var(&f.maxWarnings, "max-warnings", a.t("flag.max-warnings"))
	c.Flags().StringVar(&f.format, "format", formatText, a.t("flag.format"))
}

func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use: "build", Short: a.t("build.short"), Long: a.t("build.long"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.build(f) },
	}
	c.Flags().StringVarP(&f.out, "out", "o", "public", a.t("flag.out"))
	a.addContentFlags(c, &f)
	a.addReportFlags(c, &f)
	c.Flags().BoolVar(&f.noCache, "no-cache", false, a.t("flag.no-cache"))
	c.Flags().BoolVar(&f.noIndex, "no-index", false, a.t("flag.no-index"))
	c.Flags().BoolVar(&f.timings, "timings", false, a.t("flag.timings"))
	c.Flags().BoolVar(&f.verify, "verify", false, a.t("flag.verify"))
	c.Flags().StringVar(&f.shard, "shard", "", a.t("flag.shard"))
	c.Flags().StringVar(&f.cache, "cache", "", a.t("flag.cache"))
	return c
}

// options turns flags into what the build understands.
func (a *app) options(f buildFlags) (build.Options, error) {
	o := build.Options{
		Root: a.dir, BaseURL: f.baseURL, Drafts: f.drafts, Future: f.future, Strict: f.strict,
		MaxWarnings: f.maxWarnings.n, NoCache: f.noCache, NoIndex: f.noIndex, Workers: f.workers,
	}
	if err := a.checkFormat(f.format); err != nil {
		return o, err
	}
	if f.baseURL != "" && !strings.Contains(f.baseURL, "://") {
		return o, a.usage("usage.base-url", f.baseURL)
	}
	today, err := a.clock(f.clock)
	o.Today = today
	return o, err
}

// clock is the day of the build: --clock, else SOURCE_DATE_EPOCH (seconds since
// 1970, as reproducible-builds.org defines it), else nothing: today.
func (a *app) clock(flag string) (i18n.Date, error) {
	if flag != "" {
		day, ok := i18n.ParseDate(flag)
		if !ok || day.Day == 0 {
			return day, a.usage("usage.clock", flag)
		}
		return day, nil
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return i18n.Date{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return i18n.Date{}, a.usage("usage.epoch", epoch)
	}
	return i18n.DateOf(time.Unix(seconds, 0).UTC()), nil
}

func (a *app) build(f buildFlags) error {
	start := time.Now()
	o, err := a.options(f)
	if err != nil {
		return err
	}
	o.Out, o.Cache = a.within(f.out), f.cache
	if o.Shard, err = a.shard(f.shard); err != nil {
		return err
	}
	if o.Shard.Given() && f.verify {
		return a.usage("usage.shard-verify")
	}
	if err := a.checkTarget(o); err != nil {
		return err
	}
	bar := a.newProgress()
	if bar != nil {
		o.Progress = bar.show
	}
	r, err := build.Run(o)
	bar.clear()
	if err != nil {
		return err
	}
	if err := a.report(r, f.format, f.maxWarnings.n); err != nil {
		return err
	}
	if f.timings {
		a.timings(r)
	}
	if a.code != exitFine {
		if a.talks(f.format) {
			fmt.Fprintln(a.err, a.t("build.not-published"))
		}
		return nil
	}
	if a.talks(f.format) {
		a.summary(r, f.out, time.Since(start))
	}
	if f.verify {
		return a.verify(o)
	}
	return nil
}

// checkTarget refuses an output folder that is, holds or lies in part of the site.
func (a *app) checkTarget(o build.Options) error {
	var inputs []string
	for _, name := range []string{config.File, "content", "themes", "i18n", "static"} {
		input := filepath.Join(o.Root, name)
		if rel, err := filepath.Rel(input, o.Out); err == nil && filepath.IsLocal(rel) {
			return publish.OverlapError{Dir: o.Out, Input: input}
		}
		inputs = append(inputs, input)
	}
	return publish.Check(publish.Target{Dir: o.Out, State: filepath.Join(o.Root, ".dossier")}, inputs)
}

// summary is the last line of a build.
func (a *app) summary(r *build.Result, out string, took time.Duration) {
	w := io.Writer(a.out)
	n := r.Totals
	fmt.Fprintf(w, a.t("summary.built")+"\n", n.Pages, n.Documents, n.Others, n.Languages, seconds(took), out)
	switch {
	case r.Report.NothingToDo:
		fmt.Fprintln(w, a.t("summary.nothing"))
	default:
		fmt.Fprintf(w, a.t("summary.changed")+"\n", len(r.Rendered), r.Changed, r.Gone)
	}
	if r.Report.Fallback {
		fmt.Fprintln(w, a.t("summary.fallback"))
	}
	if !n.Next.IsZero() {
		fmt.Fprintf(w, a.t("summary.next")+"\n", n.Next.String())
	}
}

func seconds(d time.Duration) string {
	return strconv.FormatFloat(d.Seconds(), 'f', 2, 64)
}

// timings prints the phases and the slowest outputs.
func (a *app) timings(r *build.Result) {
	for _, p := range r.Phases {
		fmt.Fprintf(a.err, "%-8s %9.1f ms  %d\n", p.Name, float64(p.Took.Microseconds())/1000, p.N)
	}
	for _, k := range kindsOf(r.Rendered) {
		fmt.Fprintf(a.err, "%-16s %9.1f ms  %d\n", k.name, float64(k.took.Microseconds())/1000, k.n)
	}
	slowest := slices.Clone(r.Rendered)
	slices.SortFunc(slowest, func(x, y build.Rendered) int { return int(y.Took - x.Took) })
	for _, m := range slowest[:min(10, len(slowest))] {
		fmt.Fprintf(a.err, "%9.1f ms  %s\n", float64(m.Took.Microseconds())/1000, m.Path)
	}
	if a.verbose {
		for _, m := range r.Rendered {
			fmt.Fprintf(a.err, "rendered %s\n", m.Path)
		}
	}
}

// kind is what the outputs of one kind took together.
type kind struct {
	name string
	took time.Duration
	n    int
}

// kindsOf adds up what was rendered, the slowest kind first.
func kindsOf(rendered []build.Rendered) []kind {
	var kinds []kind
	at := map[string]int{}
	for _, m := range rendered {
		i, known := at[m.Kind]
		if !known {
			i = len(kinds)
			at[m.Kind], kinds = i, append(kinds, kind{name: m.Kind})
		}
		kinds[i].took += m.Took
		kinds[i].n++
	}
	slices.SortStableFunc(kinds, func(x, y kind) int { return int(y.took - x.took) })
	return kinds
}

// explainError words the errors that publishing knows.
func (a *app) explainError(e error) string {
	var notOurs publish.NotOursError
	var overlap publish.OverlapError
	var notFolder publish.NotFolderError
	var busy publish.BusyError
	var none publish.NoPreviousError
	if text, ok := a.explainParts(e); ok {
		return text
	}
	switch {
	case errors.As(e, &notFolder):
		return fmt.Sprintf(a.t("error.no-folder"), notFolder.Path)
	case errors.As(e, &notOurs):
		return fmt.Sprintf(a.t("error.not-ours"), notOurs.Dir, notOurs.Found)
	case errors.As(e, &overlap):
		return fmt.Sprintf(a.t("error.overlap"), overlap.Dir, overlap.Input)
	case errors.As(e, &none):
		return strings.TrimSpace(fmt.Sprintf(a.t("error.previous-"+none.Reason), none.Path))
	case errors.As(e, &busy):
		return a.t("error.busy")
	}
	return e.Error()
}
