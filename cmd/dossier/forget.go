package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"dossier/internal/config"
	"dossier/internal/forget"
	"dossier/internal/publish"
)

// forgetFlags say what is looked through, and whether it is cleaned.
type forgetFlags struct {
	out, cache    string
	apply, asJSON bool
}

func (a *app) forgetCommand() *cobra.Command {
	var f forgetFlags
	c := &cobra.Command{
		Use: "forget NAME", Short: a.t("forget.short"), Long: a.t("forget.long"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.forget(f, args[0]) },
	}
	c.Flags().StringVarP(&f.out, "out", "o", "public", a.t("flag.out"))
	c.Flags().StringVar(&f.cache, "cache", ".cache", a.t("flag.cache"))
	c.Flags().BoolVar(&f.apply, "apply", false, a.t("flag.apply"))
	c.Flags().BoolVar(&f.asJSON, "json", false, a.t("flag.json"))
	return c
}

// named is where a person is named, by kind of place.
type named struct {
	Sources   []forget.Place `json:"sources"`
	Published []forget.Place `json:"published"`
	Before    []forget.Place `json:"before"` // in the site of the build before
	Cache     []forget.Place `json:"cache"`
}

func (n named) all() []forget.Place {
	return slices.Concat(n.Sources, n.Published, n.Before, n.Cache)
}

func (a *app) forget(f forgetFlags, name string) error {
	person, ok := forget.New(name)
	if !ok {
		return a.usage("usage.forget-name", name)
	}
	if _, err := os.Stat(filepath.Join(a.dir, config.File)); err != nil {
		return a.usage("usage.no-site", a.dir)
	}
	if f.apply {
		if err := a.forgetKept(f); err != nil {
			return err
		}
	}
	n, err := a.search(person, f)
	if err != nil {
		return err
	}
	if len(n.all()) > 0 {
		a.code = exitContent
	}
	if f.asJSON {
		return a.printJSON(n)
	}
	a.tellNamed(n, f, name)
	return nil
}

// forgetKept deletes what is kept of earlier builds, all of it: what a cache holds
// in compressed form might be overlooked.
func (a *app) forgetKept(f forgetFlags) error {
	if err := publish.Forget(filepath.Join(a.dir, ".dossier")); err != nil {
		return err
	}
	return clearCache(a.within(f.cache))
}

// cacheNames match the files of a cache. Nothing else is deleted, wherever --cache
// leads.
var cacheNames = []string{"outputs*.pack*", "outputs*.index*", "outputs*.lock", "sources*", "state*", "last*"}

func clearCache(dir string) error {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer root.Close()
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		ours := slices.ContainsFunc(cacheNames, func(pattern string) bool { ok, _ := path.Match(pattern, e.Name()); return ok })
		if ours && e.Type().IsRegular() {
			err = errors.Join(err, root.Remove(e.Name()))
		}
	}
	return err
}

// search looks through everything that is the site's.
func (a *app) search(person forget.Person, f forgetFlags) (n named, err error) {
	look := func(to *[]forget.Place, names ...string) {
		*to = []forget.Place{}
		for _, name := range names {
			found, failed := searchIn(person, a.dir, name)
			*to, err = append(*to, found...), errors.Join(err, failed)
		}
	}
	look(&n.Sources, config.File, "content", "i18n", "static", "themes")
	look(&n.Published, f.out)
	look(&n.Before, publish.Back(".dossier"))
	look(&n.Cache, f.cache)
	return n, err
}

// searchIn looks through a file, or all files of a folder; names are relative to
// the site's folder unless they are absolute. Links are not followed.
func searchIn(person forget.Person, site, name string) (places []forget.Place, err error) {
	top := name
	if !filepath.IsAbs(top) {
		top = filepath.Join(site, name)
	}
	err = filepath.WalkDir(top, func(at string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && at == top {
			return fs.SkipAll
		}
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(at)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(top, at)
		places = append(places, person.Find(filepath.ToSlash(filepath.Join(name, rel)), data)...)
		return err
	})
	return places, err
}

// tellNamed lists the places of the sources one by one, which a person has to
// change, and of the others the files.
func (a *app) tellNamed(n named, f forgetFlags, name string) {
	for _, p := range n.Sources {
		fmt.Fprintln(a.out, a.placeText(p))
	}
	var last string
	for _, p := range slices.Concat(n.Published, n.Before, n.Cache) {
		p.Line, p.Text = 0, ""
		if text := a.placeText(p); text != last {
			fmt.Fprintln(a.out, text)
			last = text
		}
	}
	if a.quiet {
		return
	}
	if f.apply {
		fmt.Fprintln(a.out, a.t("forget.applied"))
	}
	all := len(n.all())
	if all == 0 {
		fmt.Fprintf(a.out, a.t("forget.none")+"\n", name)
	} else {
		fmt.Fprintf(a.out, a.t("forget.sum")+"\n", all, len(n.Sources), len(n.Published), len(n.Before), len(n.Cache))
	}
	switch {
	case len(n.Sources) > 0:
		fmt.Fprintln(a.out, a.t("forget.then-sources"))
	case len(n.Published) > 0:
		fmt.Fprintln(a.out, a.t("forget.then-build"))
	case all > 0:
		fmt.Fprintln(a.out, a.t("forget.then-apply"))
	}
	fmt.Fprintln(a.out, a.t("forget.history"))
}

func (a *app) placeText(p forget.Place) string {
	text := p.File
	if p.Line > 0 {
		text += fmt.Sprintf(":%d:%d: %s", p.Line, p.Column, p.Text)
	}
	if p.Within != "" {
		text = fmt.Sprintf(a.t("forget.in"), text, p.Within)
	}
	return text
}
