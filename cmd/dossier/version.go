package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// The linker sets these for a release (-X main.version=v1.0.0); see cmd/release.
var version, commit string

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "version", Short: a.t("version.short"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.version(asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.t("flag.json"))
	return c
}

// edition is what this program calls itself. A program that was not released has
// what the toolchain noted of the repository, if anything.
type edition struct {
	Version  string `json:"version"`
	Commit   string `json:"commit,omitempty"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func thisEdition() edition {
	e := edition{Version: version, Commit: commit, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "(devel)" {
			e.Version = cmp.Or(e.Version, info.Main.Version)
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				e.Commit = cmp.Or(e.Commit, s.Value)
			}
		}
	}
	e.Version = cmp.Or(e.Version, "devel")
	return e
}

func (a *app) version(asJSON bool) error {
	e := thisEdition()
	if asJSON {
		return a.printJSON(e)
	}
	about := e.Go + ", " + e.Platform
	if e.Commit != "" {
		about = e.Commit[:min(len(e.Commit), 12)] + ", " + about
	}
	fmt.Fprintf(a.out, "dossier %s (%s)\n", e.Version, about)
	return nil
}
