package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/internal/build"
)

func (a *app) mergeCommand() *cobra.Command {
	out, format := "public", formatText
	c := &cobra.Command{
		Use: "merge FOLDER…", Short: a.t("merge.short"), Long: a.t("merge.long"), Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, folders []string) error { return a.merge(out, format, folders) },
	}
	c.Flags().StringVarP(&out, "out", "o", out, a.t("flag.out"))
	c.Flags().StringVar(&format, "format", format, a.t("flag.format"))
	return c
}

// merge joins the folders of “build --shard” and publishes the whole.
func (a *app) merge(out, format string, folders []string) error {
	start := time.Now()
	if err := a.checkFormat(format); err != nil {
		return err
	}
	o := build.Options{Root: a.dir, Out: a.within(out)}
	if err := a.checkTarget(o); err != nil {
		return err
	}
	m, err := build.Merge(o, folders)
	if err != nil {
		return err
	}
	if err := a.print(m.Diags, format, nil); err != nil {
		return err
	}
	if m.Failed {
		a.code = exitContent
		if a.talks(format) {
			fmt.Fprintln(a.err, a.t("build.not-published"))
		}
		return nil
	}
	if a.talks(format) {
		fmt.Fprintf(a.out, a.t("merge.done")+"\n", len(folders), m.Files, seconds(time.Since(start)), out)
	}
	return nil
}

// within is a path as it is meant: below the site's folder unless it is absolute.
func (a *app) within(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(a.dir, path)
}

// shard reads --shard: 2/4 is the second part of four.
func (a *app) shard(flag string) (build.Shard, error) {
	if flag == "" {
		return build.Shard{}, nil
	}
	part, of, _ := strings.Cut(flag, "/")
	i, wrong := strconv.Atoi(part)
	n, wrong2 := strconv.Atoi(of)
	if wrong != nil || wrong2 != nil || i < 1 || i > n {
		return build.Shard{}, a.usage("usage.shard", flag)
	}
	return build.Shard{I: i, N: n}, nil
}

// verify compares what was published with a build from nothing.
func (a *app) verify(o build.Options) error {
	differ, err := build.Verify(o)
	if err != nil {
		return err
	}
	if len(differ) == 0 {
		if !a.quiet {
			fmt.Fprintln(a.out, a.t("verify.same"))
		}
		return nil
	}
	a.code = exitBroken
	for _, path := range differ[:min(len(differ), maxShown)] {
		fmt.Fprintf(a.err, "%s\n", path)
	}
	fmt.Fprintf(a.err, a.t("verify.differ")+"\n", len(differ))
	return nil
}

// explainParts words what is wrong with the folders of a merge.
func (a *app) explainParts(e error) (string, bool) {
	var parts build.PartsError
	var none build.NotPartError
	switch {
	case errors.As(e, &none):
		return fmt.Sprintf(a.t("error.not-part"), none.Dir), true
	case !errors.As(e, &parts):
		return "", false
	case parts.Reason == "missing":
		return fmt.Sprintf(a.t("error.part-missing"), parts.Shard, parts.Of), true
	case parts.Reason == "twice":
		return fmt.Sprintf(a.t("error.part-twice"), parts.Dir, parts.Shard, parts.Of), true
	case parts.Reason == "other-site":
		return fmt.Sprintf(a.t("error.part-other"), parts.Dir), true
	}
	return fmt.Sprintf(a.t("error.part-damaged"), parts.Dir, parts.Path), true
}
