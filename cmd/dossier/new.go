package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/scaffold"
)

func (a *app) newCommand() *cobra.Command {
	var languages []string
	c := &cobra.Command{
		Use: "new TYPE ID", Short: a.t("new.short"), Long: a.t("new.long"), Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return a.create(args[0], args[1], languages) },
	}
	c.Flags().StringSliceVar(&languages, "lang", nil, a.t("flag.lang"))
	return c
}

// create makes the files of a new record and prints their names.
func (a *app) create(kindName, id string, languages []string) error {
	kind, err := a.newKind(kindName)
	if err != nil {
		return err
	}
	cfg, err := a.configuration()
	if cfg == nil {
		return err
	}
	if languages, err = a.chosen(languages, cfg.Codes()); err != nil {
		return err
	}
	today, err := a.clock("")
	if err != nil {
		return err
	}
	if today.IsZero() {
		today = i18n.DateOf(time.Now().In(cfg.Zone))
	}
	files, err := scaffold.Plan(os.DirFS(a.dir), scaffold.Record{
		Kind: kind, ID: id, Languages: languages, Site: cfg.Codes(), Today: today, Notes: a.ui,
	})
	if err != nil {
		return a.refused(err)
	}
	if err := scaffold.Write(a.dir, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(a.out, f.Path)
	}
	if !a.quiet {
		fmt.Fprintln(a.err, a.t("new.next"))
	}
	return nil
}

// newKind accepts a type in the singular and in the plural.
func (a *app) newKind(name string) (content.Kind, error) {
	var known []string
	for _, k := range scaffold.Kinds() {
		plural := k.Folder()
		if k == content.KindChapter || k == content.KindSheet {
			plural = string(k) + "s"
		}
		if name == string(k) || name == plural {
			return k, nil
		}
		known = append(known, string(k))
	}
	if near, ok := diag.Nearest(name, known); ok {
		return "", a.usage("usage.type-near", name, near)
	}
	return "", a.usage("usage.type", name, strings.Join(known, ", "))
}

// configuration reads site.toml; nil when it has errors, which are then printed.
func (a *app) configuration() (*config.Config, error) {
	text, err := os.ReadFile(filepath.Join(a.dir, config.File))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, a.usage("usage.no-site", a.dir)
	}
	if err != nil {
		return nil, err
	}
	cfg, diags := config.Parse(text)
	if !diag.HasErrors(diags) {
		return cfg, nil
	}
	p := diag.Printer{Lang: a.ui, Color: a.colored(), Source: func(string) ([]byte, bool) { return text, true }}
	p.Text(a.err, diags, maxShown)
	a.code = exitUsage
	return nil, nil
}

// chosen are the languages asked for, in the site's order; all without a choice.
func (a *app) chosen(asked, site []string) ([]string, error) {
	for _, code := range asked {
		if slices.Contains(site, code) {
			continue
		}
		return nil, a.usage("usage.language", code, strings.Join(site, ", "))
	}
	if len(asked) == 0 {
		return site, nil
	}
	return slices.DeleteFunc(slices.Clone(site), func(code string) bool { return !slices.Contains(asked, code) }), nil
}

// refused words what scaffold does not make.
func (a *app) refused(err error) error {
	var id scaffold.IDError
	var exists scaffold.ExistsError
	var parent scaffold.ParentError
	switch {
	case errors.As(err, &exists):
		return a.usage("usage.exists", exists.Path)
	case errors.As(err, &id) && id.Better != "":
		return a.usage("usage.id-near", id.ID, id.Better)
	case errors.As(err, &id):
		return a.usage("usage.id", id.ID)
	case errors.As(err, &parent):
		return a.orphan(parent)
	}
	return err
}

func (a *app) orphan(e scaffold.ParentError) error {
	key := "usage.no-" + e.Kind.Folder() // usage.no-guides, usage.no-kits
	switch {
	case e.ID == "":
		return a.usage(key + ".form")
	case e.Near != "":
		return a.usage(key+".near", e.ID, e.Near)
	}
	return a.usage(key, e.ID)
}
