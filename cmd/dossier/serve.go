package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"dossier/internal/diag"
	"dossier/internal/serve"
)

// serveFlags are those of serve beside the ones it shares with build.
type serveFlags struct {
	buildFlags
	host, editor string
	port         int
	open, poll   bool
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use: "serve", Short: a.t("serve.short"), Long: a.t("serve.long"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.serve(f) },
	}
	c.Flags().IntVarP(&f.port, "port", "p", 1313, a.t("flag.port"))
	c.Flags().StringVar(&f.host, "host", "127.0.0.1", a.t("flag.host"))
	c.Flags().BoolVar(&f.open, "open", false, a.t("flag.open"))
	c.Flags().StringVar(&f.editor, "editor", string(serve.VSCode), a.t("flag.editor"))
	c.Flags().BoolVar(&f.poll, "poll", false, a.t("flag.poll"))
	c.Flags().BoolVar(&f.drafts, "drafts", true, a.t("flag.drafts"))
	c.Flags().BoolVar(&f.future, "future", true, a.t("flag.future"))
	c.Flags().StringVar(&f.clock, "clock", "", a.t("flag.clock"))
	c.Flags().IntVarP(&f.workers, "jobs", "j", 0, a.t("flag.jobs"))
	return c
}

// serve shows the site until it is interrupted, which is how it is meant to end.
func (a *app) serve(f serveFlags) error {
	if f.port < 1 || f.port > 65535 {
		return a.usage("usage.port", f.port)
	}
	if !serve.KnownEditor(f.editor) {
		return a.usage("usage.editor", strings.Join(serve.Editors(), ", "), f.editor)
	}
	today, err := a.clock(f.clock)
	if err != nil {
		return err
	}
	s, err := serve.New(serve.Options{
		Root: a.dir, Host: f.host, Port: f.port, Today: today,
		Drafts: f.drafts, Future: f.future, Workers: f.workers, Lang: a.ui, Built: a.rebuilt,
		Editor: serve.Editor(f.editor), Poll: f.poll,
	})
	if errors.Is(err, serve.ErrNotLocal) {
		return a.usage("usage.host", f.host)
	}
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends at once
	if !a.quiet {
		fmt.Fprintf(a.out, a.t("serve.ready")+"\n", s.URL())
	}
	if f.open {
		a.browse(s.URL())
	}
	return s.Run(ctx)
}

// rebuilt prints what a build did in one line, after what it found wrong if that
// has not been said already.
func (a *app) rebuilt(b serve.Build) {
	if b.Err != nil {
		fmt.Fprintf(a.err, "dossier: %s\n", a.explainError(b.Err))
	} else if b.News {
		p := diag.Printer{Lang: a.ui, Color: a.colored(), Source: a.lines(b.Result)}
		p.Text(a.err, b.Result.Diags, maxShown)
		errs, warnings := diag.Count(b.Result.Diags)
		p.Summary(a.err, errs, warnings)
	}
	switch {
	case a.quiet:
	case b.Failed:
		fmt.Fprintln(a.out, a.t("serve.failed"))
	default:
		fmt.Fprintf(a.out, a.t("serve.built")+"\n", len(b.Result.Rendered), b.Changed, b.Removed, b.Took.Milliseconds())
	}
}

// browse opens an address in the browser. Where there is none, the address has
// been printed.
func (a *app) browse(url string) {
	var c *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		c = exec.Command("open", url)
	case "windows":
		c = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	default:
		c = exec.Command("xdg-open", url)
	}
	if err := c.Start(); err != nil {
		fmt.Fprintf(a.err, a.t("serve.no-browser")+"\n", url)
		return
	}
	go func() { _ = c.Wait() }()
}
