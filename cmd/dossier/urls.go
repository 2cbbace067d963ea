package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/ledger"
)

// published is what “urls list” prints of an address.
type published struct {
	Address string `json:"address"`
	State   string `json:"state"`
	Since   string `json:"since,omitempty"`
	File    string `json:"file,omitempty"`
}

func (a *app) urlsCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "urls", Short: a.t("urls.short"), Long: a.t("urls.long"), Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return a.noSubcommand(c, args[0])
		},
	}
	c.AddCommand(a.urlsListCommand(), a.urlsLockCommand(), a.urlsGoneCommand())
	return c
}

// noSubcommand words the error for a command that does not exist below another.
func (a *app) noSubcommand(c *cobra.Command, name string) error {
	var known []string
	for _, sub := range c.Commands() {
		known = append(known, sub.Name())
	}
	if near, ok := diag.Nearest(name, known); ok {
		return a.usage("usage.command-near", "urls "+name, "urls "+near)
	}
	return a.usage("usage.command", "urls "+name, strings.Join(known, ", "))
}

func (a *app) urlsListCommand() *cobra.Command {
	format := "text"
	c := &cobra.Command{
		Use: "list", Short: a.t("urls.list.short"), Long: a.t("urls.list.long"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.urlsList(format) },
	}
	c.Flags().StringVar(&format, "format", format, a.t("flag.list-format"))
	return c
}

func (a *app) urlsList(format string) error {
	if format != "text" && format != "json" {
		return a.usage("usage.list-format", format)
	}
	l, diags, err := build.ReadLedger(a.dir)
	switch {
	case err != nil:
		return err
	case l == nil:
		return a.usage("usage.no-ledger")
	case len(diags) > 0:
		a.code = exitContent
		a.ledgerProblems(diags)
	}
	if format == "json" {
		list := make([]published, len(l.Entries))
		for i, e := range l.Entries {
			list[i] = published{Address: e.Address, State: state(e), Since: e.Gone, File: e.Source}
		}
		return a.printJSON(list)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, e := range l.Entries {
		fmt.Fprintf(w, "%s\t%s\t%s\n", e.Address, strings.TrimSpace(state(e)+" "+e.Gone), e.Source)
	}
	return w.Flush()
}

// ledgerProblems prints what is wrong with the ledger, which is all that was read.
func (a *app) ledgerProblems(diags []diag.Diagnostic) {
	p := diag.Printer{Lang: a.ui, Color: a.colored(), Source: func(file string) ([]byte, bool) {
		data, err := os.ReadFile(filepath.Join(a.dir, file))
		return data, err == nil
	}}
	p.Text(a.err, diags, maxShown)
	errs, warnings := diag.Count(diags)
	p.Summary(a.err, errs, warnings)
}

func state(e ledger.Entry) string {
	if e.Gone == "" {
		return "live"
	}
	return "gone"
}

func (a *app) urlsLockCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use: "lock", Short: a.t("urls.lock.short"), Long: a.t("urls.lock.long"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.urlsLock(f) },
	}
	a.addDayFlags(c, &f)
	return c
}

// addDayFlags are those of commands for which only what is published counts.
func (a *app) addDayFlags(c *cobra.Command, f *buildFlags) {
	c.Flags().StringVar(&f.clock, "clock", "", a.t("flag.clock"))
	c.Flags().IntVarP(&f.workers, "jobs", "j", 0, a.t("flag.jobs"))
}

// urlsLock writes the ledger anew, unless the site has errors; a live address that
// would vanish is one.
func (a *app) urlsLock(f buildFlags) error {
	r, err := a.planned(f)
	if err != nil {
		return err
	}
	if err := a.report(r, "text", nil); err != nil {
		return err
	}
	if r.Failed {
		fmt.Fprintln(a.err, a.t("urls.not-locked"))
		return nil
	}
	old := ledger.Ledger{}
	if r.Ledger != nil {
		old = *r.Ledger
	}
	next, c := old.Renew(r.Now())
	if err := a.keep(r, next); err != nil || a.quiet {
		return err
	}
	if c == (ledger.Changes{}) {
		fmt.Fprintf(a.out, a.t("urls.same")+"\n", ledger.File, len(next.Entries))
		return nil
	}
	fmt.Fprintf(a.out, a.t("urls.locked")+"\n", ledger.File, len(next.Entries), c.Added, c.Gone, c.Back)
	return nil
}

// planned builds the site in memory.
func (a *app) planned(f buildFlags) (*build.Result, error) {
	o, err := a.options(f)
	if err != nil {
		return nil, err
	}
	return build.Run(o)
}

// keep writes the ledger where its bytes have changed.
func (a *app) keep(r *build.Result, l ledger.Ledger) error {
	if before, err := r.Snapshot.Read(ledger.File); err == nil && string(before) == string(l.Format()) {
		return nil
	}
	return build.WriteLedger(a.dir, l)
}

func (a *app) urlsGoneCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use: "gone URL…", Short: a.t("urls.gone.short"), Long: a.t("urls.gone.long"), Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.urlsGone(f, args) },
	}
	a.addDayFlags(c, &f)
	return c
}

// urlsGone gives addresses up, all of them or, when one cannot be, none. What
// makes builds fail until then, that addresses would vanish, is no obstacle.
func (a *app) urlsGone(f buildFlags, urls []string) error {
	r, err := a.planned(f)
	if err != nil {
		return err
	}
	r.Diags = slices.DeleteFunc(r.Diags, func(d diag.Diagnostic) bool { return d.ID == "vanished-address" })
	if r.Failed = diag.HasErrors(r.Diags); r.Failed {
		if err := a.report(r, "text", nil); err != nil {
			return err
		}
		fmt.Fprintln(a.err, a.t("urls.not-locked"))
		return nil
	}
	if r.Ledger == nil {
		return a.usage("usage.no-ledger")
	}
	next, now := *r.Ledger, r.Now()
	var said []string
	for _, url := range urls {
		e, err := a.givable(r, now, url)
		if err != nil {
			return err
		}
		var n int
		next, n = next.GiveUp(e.Address, now.Today, now.Published)
		said = append(said, a.gaveUp(next, e.Address, n))
	}
	if err := a.keep(r, next); err != nil || a.quiet {
		return err
	}
	fmt.Fprintln(a.out, strings.Join(said, "\n"))
	return nil
}

// givable finds the address that is meant, which must no longer be published.
func (a *app) givable(r *build.Result, now ledger.Now, url string) (ledger.Entry, error) {
	address := "/" + strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(url, r.Config.Origin), r.Config.Base), "/")
	e, known := r.Ledger.Find(address)
	if !known {
		e, known = r.Ledger.Find(address + "/")
	}
	if !known {
		if near, ok := diag.Nearest(address, r.Ledger.Addresses()); ok {
			return e, a.usage("usage.no-url-near", url, near)
		}
		return e, a.usage("usage.no-url", url)
	}
	if i := slices.IndexFunc(now.Published, func(p ledger.Page) bool { return p.Address == e.Address }); i >= 0 {
		return e, a.usage("usage.url-live", e.Address, now.Published[i].Source)
	}
	return e, nil
}

// gaveUp says what has become of an address; n counts it with its documents.
func (a *app) gaveUp(l ledger.Ledger, address string, n int) string {
	e, _ := l.Find(address)
	if n > 1 {
		return fmt.Sprintf(a.t("urls.gave-up-with"), address, e.Gone, n-1)
	}
	return fmt.Sprintf(a.t("urls.gave-up"), address, e.Gone)
}
