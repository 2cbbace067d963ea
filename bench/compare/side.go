package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// day is the day for which both build.
const day = "2026-11-22"

// side is one of the two programs with its corpus and output.
type side struct {
	name    string
	command string
	build   []string                // arguments of a build
	serve   func(port int) []string // arguments of a server
	fresh   []string                // what a cold build must not find
	body    string                  // the file whose body changes
	partner []string                // the files that hold the partner's name
	key     string                  // of that name
	layout  string                  // the layout around all pages
	skip    string                  // a place in the layout that every page shows
}

// ours is our side; dir holds the corpus.
func ours(s settings, dir string, c corpus) (side, error) {
	site, out := filepath.Join(dir, "dossier"), filepath.Join(dir, "out-dossier")
	layout := filepath.Join(site, "themes", "civic", "layouts", "base.html")
	data, err := os.ReadFile(filepath.Join("themes", "civic", "layouts", "base.html"))
	if err != nil {
		return side{}, fmt.Errorf("the theme's layout is wanted; run this in the root of the repository: %w", err)
	}
	return side{
		name: "dossier", command: s.dossier,
		build: []string{"build", "-C", site, "-o", out, "--clock", day},
		serve: func(port int) []string {
			return []string{"serve", "-C", site, "--port", strconv.Itoa(port), "--clock", day}
		},
		fresh:   []string{out, filepath.Join(site, ".cache"), filepath.Join(site, ".dossier")},
		body:    filepath.Join(site, "content", c.Body+".it.md"),
		partner: []string{filepath.Join(site, "content", "partners", c.Partner+".md")}, key: "name",
		layout: layout, skip: `{{t "frame.skip"}}</a>`,
	}, write(layout, string(data))
}

// hugo is the other side; its templates are copied, since one of them changes.
func hugo(s settings, dir string, c corpus) (side, error) {
	source, content, cache := filepath.Join(dir, "hugo-site"), filepath.Join(dir, "hugo", "content"), filepath.Join(dir, "hugo-cache")
	if err := os.CopyFS(source, os.DirFS(filepath.Join("bench", "hugo"))); err != nil {
		return side{}, err
	}
	out := filepath.Join(dir, "out-hugo")
	common := []string{"--source", source, "--contentDir", content, "--cacheDir", cache, "--noBuildLock"}
	return side{
		name: "hugo", command: s.hugo,
		build: append([]string{"--destination", out, "--minify"}, common...),
		serve: func(port int) []string {
			return append([]string{"server", "--renderToMemory", "--disableLiveReload", "--bind", "127.0.0.1", "--port", strconv.Itoa(port)}, common...)
		},
		fresh:   []string{out, cache},
		body:    filepath.Join(content, c.Body+".it.md"),
		partner: []string{filepath.Join(content, "partners", c.Partner+".it.md"), filepath.Join(content, "partners", c.Partner+".en.md")}, key: "title",
		layout: filepath.Join(source, "layouts", "baseof.html"), skip: `{{ T "frame-skip" }}</a>`,
	}, nil
}

// clean removes what a cold build must not find.
func (p side) clean() error {
	for _, path := range p.fresh {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// edit puts the words into a file, in a place that depends on the kind of change.
type edit func(p side, words string) error

// editBody begins the body with a paragraph.
func editBody(p side, words string) error {
	return change(p.body, func(text string) (string, bool) {
		const end = "\n---\n\n"
		at := strings.Index(text, end)
		if at < 0 {
			return "", false
		}
		head, body := text[:at+len(end)], text[at+len(end):]
		if strings.HasPrefix(body, mark) {
			_, body, _ = strings.Cut(body, "\n\n")
		}
		return head + words + "\n\n" + body, true
	})
}

// mark begins every paragraph that editBody puts in.
const mark = "Mark"

// editPartner puts the words behind the organisation's name.
func editPartner(p side, words string) error {
	for _, file := range p.partner {
		err := change(file, func(text string) (string, bool) {
			before, rest, ok := strings.Cut(text, p.key+`: "`)
			name, after, ends := strings.Cut(rest, `"`)
			name, _, _ = strings.Cut(name, " "+mark)
			return before + p.key + `: "` + name + " " + words + `"` + after, ok && ends
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// editTheme adds a character to what every page shows, or changes it.
func editTheme(p side, words string) error {
	words = words[len(words)-1:]
	open := strings.TrimSuffix(p.skip, "</a>")
	return change(p.layout, func(text string) (string, bool) {
		before, rest, ok := strings.Cut(text, open)
		_, after, ends := strings.Cut(rest, "</a>")
		return before + open + words + "</a>" + after, ok && ends
	})
}

func change(file string, to func(text string) (string, bool)) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text, ok := to(string(data))
	if !ok {
		return fmt.Errorf("%s does not look as it was generated", file)
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

func write(file, text string) error {
	return errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644))
}
