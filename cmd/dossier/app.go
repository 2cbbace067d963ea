package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/publish"
)

// Exit codes.
const (
	exitFine    = 0
	exitContent = 1
	exitUsage   = 2
	exitBroken  = 3
)

// app is what all commands share: where to write, and the global flags.
type app struct {
	out, err io.Writer
	ui       diag.Lang
	speaks   string // --ui as it was given
	dir      string
	color    string
	quiet    bool
	verbose  bool
	code     int // exit code of the command that ran
}

// run runs one command line and returns its exit code.
func run(args []string, out, err io.Writer) int {
	a := &app{out: out, err: err, ui: interfaceLanguage(args)}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(err)
	if e := root.Execute(); e != nil {
		return a.fail(a.wrongCommand(root, e))
	}
	return a.code
}

// fail prints an error that no diagnostic stands for.
func (a *app) fail(e error) int {
	fmt.Fprintf(a.err, "dossier: %s\n", a.explainError(e))
	var wrong usageError
	var overlap publish.OverlapError
	var notOurs publish.NotOursError
	var notFolder publish.NotFolderError
	var notPart build.NotPartError
	var parts build.PartsError
	var none publish.NoPreviousError
	if errors.As(e, &none) || errors.As(e, &parts) && parts.Reason != "damaged" || errors.As(e, &notPart) || errors.As(e, &wrong) || errors.As(e, &overlap) || errors.As(e, &notOurs) || errors.As(e, &notFolder) {
		return exitUsage
	}
	return exitBroken
}

func (a *app) usage(key string, args ...any) error {
	return usageError{fmt.Sprintf(a.t(key), args...)}
}

// interfaceLanguage is --ui, else the language of the environment.
func interfaceLanguage(args []string) diag.Lang {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--ui=")
		if arg == "--ui" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if found && value == string(diag.Italian) {
			return diag.Italian
		}
		if found {
			return diag.English
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "it") {
				return diag.Italian
			}
			return diag.English
		}
	}
	return diag.English
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "dossier", Short: a.t("short"), Long: a.t("long"),
		SilenceUsage: true, SilenceErrors: true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.checkGlobals() },
	}
	f := root.PersistentFlags()
	f.StringVarP(&a.dir, "dir", "C", ".", a.t("flag.dir"))
	f.BoolVarP(&a.quiet, "quiet", "q", false, a.t("flag.quiet"))
	f.BoolVarP(&a.verbose, "verbose", "v", false, a.t("flag.verbose"))
	f.StringVar(&a.color, "color", "auto", a.t("flag.color"))
	f.StringVar(&a.speaks, "ui", string(a.ui), a.t("flag.ui"))
	root.AddCommand(a.buildCommand(), a.mergeCommand(), a.rollbackCommand(), a.checkCommand(), a.serveCommand(), a.newCommand(),
		a.listCommand(), a.showCommand(), a.explainCommand(), a.urlsCommand(), a.forgetCommand(), a.versionCommand())
	a.localise(root)
	a.wordUsage(root)
	return root
}

func (a *app) checkGlobals() error {
	switch a.color {
	case "auto", "always", "never":
	default:
		return a.usage("usage.color", a.color)
	}
	if a.speaks != string(a.ui) {
		return a.usage("usage.ui", a.speaks)
	}
	info, err := os.Stat(a.dir)
	if err != nil || !info.IsDir() {
		return a.usage("usage.dir", a.dir)
	}
	return nil
}

// colored reports whether diagnostics are shown in colour.
func (a *app) colored() bool {
	if a.color != "auto" {
		return a.color == "always"
	}
	f, ok := a.err.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" {
		return false
	}
	return isTerminal(f)
}
