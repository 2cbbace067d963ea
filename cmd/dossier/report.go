package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"dossier/internal/build"
	"dossier/internal/config"
	"dossier/internal/diag"
)

// maxShown is how many diagnostics a run prints; the rest is counted.
const maxShown = 50

// The forms of --format.
const (
	formatText   = "text"
	formatJSON   = "json"
	formatSARIF  = "sarif"
	formatGitHub = "github"
	formatGitLab = "gitlab"
)

// checkFormat refuses a form that there is not. An empty one is text.
func (a *app) checkFormat(format string) error {
	switch format {
	case "", formatText, formatJSON, formatSARIF, formatGitHub, formatGitLab:
		return nil
	}
	return a.usage("usage.format", format)
}

// talks reports whether there is room for sentences beside the diagnostics: not
// when another program reads them.
func (a *app) talks(format string) bool {
	return !a.quiet && format != formatJSON && format != formatSARIF && format != formatGitLab
}

// report prints the diagnostics of a build and sets the exit code. limit is how
// many warnings may remain, nil: any number.
func (a *app) report(r *build.Result, format string, limit *int) error {
	if r.Failed {
		a.code = exitCodeOf(r.Diags)
	}
	if err := a.print(r.Diags, format, a.lines(r)); err != nil {
		return err
	}
	_, warnings := diag.Count(r.Diags)
	if limit != nil && warnings > *limit && (format == formatText || format == formatGitHub) {
		fmt.Fprintf(a.err, a.t("report.too-many")+"\n", warnings, *limit)
	}
	if r.Failed && format == formatText && !a.quiet {
		fmt.Fprintf(a.err, a.t("report.more")+"\n", first(r.Diags).ID)
	}
	return nil
}

// first is the diagnostic to mend first: an error where there is one.
func first(ds []diag.Diagnostic) diag.Diagnostic {
	i := slices.IndexFunc(ds, func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
	return ds[max(i, 0)]
}

// exitCodeOf is that of a build which these diagnostics stop.
func exitCodeOf(ds []diag.Diagnostic) int {
	for _, d := range ds {
		if d.Severity == diag.Error && d.Pos.File == config.File {
			return exitUsage
		}
	}
	return exitContent
}

// print writes diagnostics in the form asked for: for people to the standard
// error, for programs to the standard output.
func (a *app) print(ds []diag.Diagnostic, format string, lines func(string) ([]byte, bool)) error {
	switch format {
	case formatJSON:
		return diag.JSON(a.out, ds, a.ui)
	case formatSARIF:
		return diag.SARIF(a.out, diag.Below(a.folder(), ds), a.ui, thisEdition().Version)
	case formatGitHub:
		return diag.GitHub(a.out, diag.Below(a.folder(), ds), a.ui)
	case formatGitLab:
		return diag.GitLab(a.out, diag.Below(a.folder(), ds), a.ui)
	}
	p := diag.Printer{Lang: a.ui, Color: a.colored(), Source: lines}
	p.Text(a.err, ds, maxShown)
	errs, warnings := diag.Count(ds)
	p.Summary(a.err, errs, warnings)
	return nil
}

// folder is the site's folder as seen from the one that the command runs in,
// which for the services that read reports is the repository. It is empty where
// the site lies elsewhere.
func (a *app) folder() string {
	dir := a.dir
	if filepath.IsAbs(dir) {
		here, err := os.Getwd()
		if err != nil {
			return ""
		}
		if dir, err = filepath.Rel(here, dir); err != nil {
			return ""
		}
	}
	if !filepath.IsLocal(dir) {
		return ""
	}
	return filepath.ToSlash(filepath.Clean(dir))
}

// lines gives the printer the files that it quotes.
func (a *app) lines(r *build.Result) func(string) ([]byte, bool) {
	return func(path string) ([]byte, bool) {
		data, err := r.Snapshot.Read(path)
		return data, err == nil
	}
}

// limit is the value of --max-warnings: a number from 0, or none.
type limit struct{ n *int }

var errLimit = errors.New("not a number from 0")

// Set is called with what was written behind the flag.
func (l *limit) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return errLimit
	}
	l.n = &n
	return nil
}

func (l *limit) String() string {
	if l.n == nil {
		return ""
	}
	return strconv.Itoa(*l.n)
}

// Type is how the help calls the value.
func (l *limit) Type() string { return "int" }
