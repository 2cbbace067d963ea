package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"time"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/outside"
)

// external asks other sites whether the addresses that the site links to are
// still there. Ctrl-C ends the asking and tells what was found by then.
func (a *app) external(r *build.Result, f buildFlags, own checkFlags) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	o := outside.Polite()
	o.Age, o.Private = time.Duration(own.days)*24*time.Hour, own.private
	o.Agent = "dossier-link-check/1.0 (+" + r.Config.Origin + r.Config.Base + ")"
	o.Cache = filepath.Join(a.dir, ".cache", "links")
	for _, skip := range r.Config.Check.Skip {
		o.Skip = append(o.Skip, skip.Value)
	}
	bar := a.newProgress()
	if bar != nil {
		o.Done = bar.show
	}
	found, err := outside.Check(ctx, links(r), o)
	bar.clear()
	if err != nil {
		return err
	}
	r.Diags = diag.Sort(append(r.Diags, r.Accepted(found.Diags)...))
	if a.talks(f.format) {
		fmt.Fprintf(a.out, a.t("check.external")+"\n", found.Asked, found.Known, found.Skipped)
	}
	return nil
}

// links are the addresses of other sites, sorted.
func links(r *build.Result) []outside.Link {
	places := r.Outside()
	var all []outside.Link
	for _, address := range slices.Sorted(maps.Keys(places)) {
		all = append(all, outside.Link{URL: address, Places: places[address]})
	}
	return all
}
