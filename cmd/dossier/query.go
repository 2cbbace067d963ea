package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/internal/build"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/dossier"
)

// record is what list and show print of a record.
type record struct {
	Type      string            `json:"type"`
	ID        string            `json:"id"`
	Title     string            `json:"title"`
	Languages []string          `json:"languages"`
	Updated   string            `json:"updated,omitempty"`
	Draft     bool              `json:"draft,omitempty"`
	URLs      map[string]string `json:"urls"`
	Files     []string          `json:"files"`
}

func (a *app) listCommand() *cobra.Command {
	var f buildFlags
	var asJSON, asCSV bool
	c := &cobra.Command{
		Use: "list TYPE", Short: a.t("list.short"), Long: a.t("list.long"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.list(f, args[0], asJSON, asCSV) },
	}
	a.addContentFlags(c, &f)
	c.Flags().BoolVar(&asJSON, "json", false, a.t("flag.json"))
	c.Flags().BoolVar(&asCSV, "csv", false, a.t("flag.csv"))
	return c
}

// linked runs a build that publishes nothing and returns its result, even when
// the content has errors, as long as there is a site to speak of.
func (a *app) linked(f buildFlags) (*build.Result, error) {
	o, err := a.options(f)
	if err != nil {
		return nil, err
	}
	r, err := build.Run(o)
	if err != nil {
		return nil, err
	}
	if r.Site == nil {
		return nil, a.report(r, formatText, nil)
	}
	return r, nil
}

func (a *app) list(f buildFlags, kind string, asJSON, asCSV bool) error {
	folder, ok := folderOf(kind)
	if !ok {
		if near, found := diag.Nearest(kind, content.Folders()); found {
			return a.usage("usage.type-near", kind, near)
		}
		return a.usage("usage.type", kind, strings.Join(content.Folders(), ", "))
	}
	r, err := a.linked(f)
	if r == nil {
		return err
	}
	records := []record{}
	for _, e := range r.Site.Entries {
		if e.Kind.Folder() == folder {
			records = append(records, a.record(r.Site, e))
		}
	}
	switch {
	case asJSON:
		return a.printJSON(records)
	case asCSV:
		return a.printCSV(records)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, rec := range records {
		fmt.Fprintf(w, "%s\t%s\t%s\n", rec.ID, strings.Join(rec.Languages, " "), rec.Title)
	}
	return w.Flush()
}

// folderOf accepts the folder's name and the singular.
func folderOf(kind string) (string, bool) {
	if slices.Contains(content.Folders(), kind) {
		return kind, true
	}
	folder := content.Kind(kind).Folder()
	return folder, folder != ""
}

func (a *app) record(s *dossier.Site, e *dossier.Entry) record {
	rec := record{Type: string(e.Kind), ID: e.ID, Title: s.Name(e, e.Lang(string(a.ui))), Languages: e.Langs, Draft: e.Draft, URLs: map[string]string{}}
	if !e.Updated.IsZero() {
		rec.Updated = e.Updated.String()
	}
	for _, lang := range e.Langs {
		rec.URLs[lang] = e.URL(lang)
	}
	for _, p := range e.Parts {
		rec.Files = append(rec.Files, p.Path)
	}
	return rec
}

func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (a *app) printCSV(records []record) error {
	w := csv.NewWriter(a.out)
	rows := [][]string{{"type", "id", "title", "languages", "updated"}}
	for _, r := range records {
		rows = append(rows, []string{r.Type, r.ID, r.Title, strings.Join(r.Languages, " "), r.Updated})
	}
	return w.WriteAll(rows)
}

func (a *app) showCommand() *cobra.Command {
	var f buildFlags
	var asJSON bool
	c := &cobra.Command{
		Use: "show ID", Short: a.t("show.short"), Long: a.t("show.long"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.show(f, args[0], asJSON) },
	}
	a.addContentFlags(c, &f)
	c.Flags().BoolVar(&asJSON, "json", false, a.t("flag.json"))
	return c
}

func (a *app) show(f buildFlags, id string, asJSON bool) error {
	r, err := a.linked(f)
	if r == nil {
		return err
	}
	found := matching(r.Site, id)
	if len(found) == 0 {
		return a.usage("usage.no-record", id)
	}
	var records []record
	for _, e := range found {
		records = append(records, a.record(r.Site, e))
	}
	if asJSON {
		return a.printJSON(records)
	}
	for _, rec := range records {
		fmt.Fprintf(a.out, "%s %s\n  %s\n", rec.Type, rec.ID, rec.Title)
		for _, lang := range rec.Languages {
			fmt.Fprintf(a.out, "  %s  %s\n", lang, rec.URLs[lang])
		}
		for _, file := range rec.Files {
			fmt.Fprintf(a.out, "  %s\n", file)
		}
	}
	return nil
}

// matching finds records by id, with or without their folder in either number.
func matching(s *dossier.Site, id string) []*dossier.Entry {
	id = strings.TrimPrefix(id, "@/")
	if kind, rest, ok := strings.Cut(id, "/"); ok {
		if folder, known := folderOf(kind); known {
			id = folder + "/" + rest
		}
	}
	var out []*dossier.Entry
	for _, e := range s.Entries {
		if e.ID == id || e.Address() == id {
			out = append(out, e)
		}
	}
	return out
}
