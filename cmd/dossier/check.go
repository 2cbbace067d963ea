package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/check"
	"dossier/internal/diag"
)

// checkFlags are those of check alone.
type checkFlags struct {
	only              []string
	external, private bool
	days              int
}

func (a *app) checkCommand() *cobra.Command {
	var f buildFlags
	var own checkFlags
	c := &cobra.Command{
		Use: "check", Short: a.t("check.short"), Long: a.t("check.long"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.check(f, own) },
	}
	a.addContentFlags(c, &f)
	a.addReportFlags(c, &f)
	c.Flags().StringSliceVar(&own.only, "only", nil, a.t("flag.only"))
	c.Flags().BoolVar(&own.external, "external", false, a.t("flag.external"))
	c.Flags().IntVar(&own.days, "external-age", 7, a.t("flag.external-age"))
	c.Flags().BoolVar(&own.private, "external-private", false, a.t("flag.external-private"))
	return c
}

// check builds in memory and reads the pages again with an independent parser.
func (a *app) check(f buildFlags, own checkFlags) error {
	o, err := a.options(f)
	if err != nil {
		return err
	}
	for _, group := range own.only {
		if !slices.Contains(check.Groups(), group) {
			return a.usage("usage.only", strings.Join(check.Groups(), ", "), group)
		}
	}
	limits := o
	o.Strict, o.MaxWarnings = false, nil // what is left out must not stop the pages
	r, err := build.Run(o)
	if err != nil {
		return err
	}
	r.Diags = check.Only(own.only, r.Diags)
	if !r.Failed && len(r.Files) > 0 {
		found := slices.DeleteFunc(r.Accepted(finished(r).Check()), func(d diag.Diagnostic) bool { return !check.Chosen(own.only, d.ID) })
		r.Diags = diag.Sort(append(r.Diags, found...))
	}
	if r.Site != nil && own.external && !diag.HasErrors(r.Diags) {
		if err := a.external(r, f, own); err != nil {
			return err
		}
	}
	r.Failed = limits.Stops(r.Diags)
	if err := a.report(r, f.format, f.maxWarnings.n); err != nil {
		return err
	}
	if a.code == exitFine && a.talks(f.format) {
		fmt.Fprintln(a.out, fmt.Sprintf(a.t("check.fine"), r.Totals.Records, r.Totals.Pages))
	}
	return nil
}

// finished is what a build has made, for an outsider to judge.
func finished(r *build.Result) check.Finished {
	f := check.Finished{
		Files: map[string][]byte{}, Own: map[string][]byte{}, Attached: map[string][]byte{}, Static: map[string]bool{},
		Base: r.Config.Base, Origin: r.Config.Origin, Owed: r.Owed(), Source: r.Origin,
	}
	for i, file := range r.Files {
		f.Files[file.Path] = file.Data
		switch o := r.Outputs[i]; {
		case o.PDF():
			f.Own[file.Path] = file.Data
		case o.Renderer == "static" && filepath.Ext(file.Path) == ".pdf":
			f.Attached[o.Sources[0]] = file.Data
		case o.Renderer == "static" && filepath.Ext(file.Path) == ".html":
			f.Static[file.Path] = true
		}
	}
	return f
}
