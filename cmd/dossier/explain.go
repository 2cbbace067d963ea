package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/plan"
)

func (a *app) explainCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use: "explain ADDRESS|NAME", Short: a.t("explain.short"), Long: a.t("explain.long"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(f, args[0]) },
	}
	a.addContentFlags(c, &f)
	return c
}

// nameForm is how diagnostics are called. Outputs have a slash or a point in their
// path.
var nameForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// articleWidth is how long the lines of an article are, in characters.
const articleWidth = 78

// explain says what a diagnostic means, by its name, or where an output comes
// from, by its address.
func (a *app) explain(f buildFlags, of string) error {
	name := strings.Trim(of, "[]") // as it stands behind a message
	if article, ok := diag.Explain(name, a.ui); ok {
		fmt.Fprint(a.out, article.Text(articleWidth))
		if !slices.Contains(diag.Severities(name), diag.Warning) {
			fmt.Fprint(a.out, "\n"+a.t("explain.error")+"\n")
		}
		return nil
	}
	if !nameForm.MatchString(name) {
		return a.explainOutput(f, of)
	}
	if near, ok := diag.Nearest(name, diag.IDs()); ok {
		return a.usage("usage.name-near", name, near)
	}
	return a.usage("usage.name", name)
}

// explainOutput says from which files an output comes and why the last build rendered
// it, or the next one will.
func (a *app) explainOutput(f buildFlags, url string) error {
	r, err := a.linked(f)
	if r == nil {
		return err
	}
	path := outputPath(url, r.Config.Origin, r.Config.Base)
	at := slices.IndexFunc(r.Outputs, func(o plan.Output) bool { return o.Path == path })
	if at < 0 {
		return a.usage("usage.no-output", url)
	}
	o := r.Outputs[at]
	fmt.Fprintf(a.out, "%s\n", o.Path)
	fmt.Fprintf(a.out, a.t("explain.made")+"\n", strings.TrimSpace(o.Renderer+" "+o.Template), o.Key.String()[:16])
	fmt.Fprintln(a.out, a.t("explain.files"))
	for _, file := range o.Sources {
		fmt.Fprintf(a.out, "  %s\n", file)
	}
	a.explainState(build.ReadLog(a.dir), o)
	return nil
}

func (a *app) explainState(log build.Log, o plan.Output) {
	known, anew, why := log.Rendered(o.Path)
	changed := log.Changed(o)
	switch {
	case !known:
		fmt.Fprintln(a.out, a.t("explain.new"))
	case len(changed) > 0:
		fmt.Fprintf(a.out, a.t("explain.will")+"\n", strings.Join(changed, ", "))
	case anew && len(why) > 0:
		fmt.Fprintf(a.out, a.t("explain.did")+"\n", strings.Join(why, ", "))
	case anew:
		fmt.Fprintln(a.out, a.t("explain.first"))
	default:
		fmt.Fprintln(a.out, a.t("explain.kept"))
	}
}

// outputPath turns an address, whole or not, into the path of an output.
func outputPath(url, origin, base string) string {
	p := strings.TrimPrefix(url, origin)
	p = strings.TrimPrefix(p, base)
	p = strings.TrimPrefix(p, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}
