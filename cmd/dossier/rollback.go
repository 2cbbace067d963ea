package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/publish"
)

func (a *app) rollbackCommand() *cobra.Command {
	out := "public"
	c := &cobra.Command{
		Use: "rollback", Short: a.t("rollback.short"), Long: a.t("rollback.long"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.rollback(out) },
	}
	c.Flags().StringVarP(&out, "out", "o", out, a.t("flag.out"))
	return c
}

// rollback is a command and no flag of build: it builds nothing, and no other flag
// of build would mean anything with it.
func (a *app) rollback(out string) error {
	o := build.Options{Root: a.dir, Out: a.within(out)}
	if err := a.checkTarget(o); err != nil {
		return err
	}
	p, err := publish.Rollback(publish.Target{Dir: o.Out, State: filepath.Join(o.Root, ".dossier")})
	if err != nil {
		return err
	}
	if !a.quiet {
		fmt.Fprintf(a.out, a.t("rollback.done")+"\n", p.Signed.Format("2006-01-02 15:04:05 -07:00"), p.Pages, p.Files-p.Pages, out)
	}
	return nil
}
