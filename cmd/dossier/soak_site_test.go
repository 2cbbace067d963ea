//go:build unix

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// soakDay is the day of all builds.
const soakDay = "2026-11-22"

// stage is the site in one of three forms, and what a build from nothing makes of
// it: path to digest, the manifest among them. There are three because the buffer
// that a build writes holds the site before last: with two it would hold the new
// site already.
type stage struct {
	number int
	whole  map[string]string
}

// How states differ: the title is on every page, the heading on two; some pages
// are in one state alone.
var (
	titleOfSite = regexp.MustCompile(`(?m)^title +=.*$`)
	titleOfPage = regexp.MustCompile(`(?m)^title:.*$`)
)

const ownPages = 20

func (s *soak) makeStates() {
	for i := range 3 {
		s.states = append(s.states, stage{number: i})
		s.change(i)
		out := filepath.Join(s.root, "fresh")
		if text, err := s.build("--no-cache", "-o", out).CombinedOutput(); err != nil {
			s.Fatalf("the site cannot be built: %v\n%s", err, text)
		}
		s.states[i].whole, _ = s.read(out)
		s.must(os.RemoveAll(out))
		s.now = i
	}
	s.must(os.RemoveAll(filepath.Join(s.root, ".dossier")))
	s.must(os.RemoveAll(filepath.Join(s.root, ".cache")))
}

// advance brings the content into the next state.
func (s *soak) advance() {
	s.now = (s.now + 1) % len(s.states)
	s.change(s.now)
}

func (s *soak) change(to int) {
	s.replace("site.toml", titleOfSite, fmt.Sprintf(`title = { it = "Stato %d", en = "State %d" }`, to, to))
	s.replace("content/pages/about.en.md", titleOfPage, fmt.Sprintf("title: About state %d", to))
	old, err := filepath.Glob(filepath.Join(s.root, "content", "pages", "of-state-*"))
	s.must(err)
	for _, name := range old {
		s.must(os.Remove(name))
	}
	for i := range ownPages {
		for _, lang := range []string{"it", "en"} {
			name := filepath.Join(s.root, "content", "pages", fmt.Sprintf("of-state-%d-%d.%s.md", to, i, lang))
			text := fmt.Sprintf("---\ntitle: Page %d of %d\nsummary: A page of one state.\n---\n\n%s\n", i, to, strings.Repeat("Words. ", 400))
			s.must(os.WriteFile(name, []byte(text), 0o644))
		}
	}
}

func (s *soak) replace(name string, what *regexp.Regexp, with string) {
	file := filepath.Join(s.root, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	s.must(err)
	if !what.Match(text) {
		s.Fatalf("%s has no %s", name, what)
	}
	s.must(os.WriteFile(file, what.ReplaceAllLiteral(text, []byte(with)), 0o644))
}

// tally counts what was found after the builds of a trial.
type tally struct {
	moments, old, new    int
	mixed, torn, missing int
	healed               int
}

// add counts a folder.
func (n *tally) add(f finding) {
	switch {
	case f.torn > 0:
		n.torn++
	case f.missing > 0:
		n.missing++
	case f.isOld:
		n.old++
	case f.isNew:
		n.new++
	default:
		n.mixed++
	}
}

// finding is what a published folder is.
type finding struct {
	isOld, isNew  bool // exactly, manifest and all
	torn, missing int  // files that neither site has so; files of both that are not there
}

// look reads the published folder whole and compares it with the two sites that it
// may be.
func (s *soak) look(before, after stage) (f finding) {
	found, err := s.read(filepath.Join(s.root, "public"))
	s.must(err)
	f.isOld, f.isNew = maps.Equal(found, before.whole), maps.Equal(found, after.whole)
	for name, digest := range found {
		empty := digest == "folder" // on the way from one site to the other, which makes it a mixture
		if !empty && digest != before.whole[name] && digest != after.whole[name] && !strings.HasPrefix(name, ".dossier") {
			f.torn++
			s.Logf("torn: %s", name)
		}
	}
	for name := range before.whole {
		_, stays := after.whole[name]
		if _, there := found[name]; stays && !there {
			f.missing++
			s.Logf("missing: %s", name)
		}
	}
	if f.isOld || f.isNew {
		s.provesItself(found)
	}
	return f
}

// provesItself demands that the manifest of a whole folder says of each file what
// it holds.
func (s *soak) provesItself(found map[string]string) {
	data, err := os.ReadFile(filepath.Join(s.root, "public", ".dossier.json"))
	s.must(err)
	var manifest struct{ Files map[string]string }
	s.must(json.Unmarshal(data, &manifest))
	if len(manifest.Files) != len(found)-1 {
		s.Errorf("the manifest lists %d files of %d", len(manifest.Files), len(found)-1)
	}
	for name, entry := range manifest.Files {
		if digest, _, _ := strings.Cut(entry, " "); digest != found[name] {
			s.Errorf("the manifest is wrong about %s", name)
		}
	}
}

// remains says what is not as a build in peace leaves it: the published folder,
// and beside it the lock and one of the sites; "" when all is well.
func (s *soak) remains(want stage) string {
	found, err := s.read(filepath.Join(s.root, "public"))
	s.must(err)
	if !maps.Equal(found, want.whole) {
		return "the published folder is not what a build from nothing makes"
	}
	entries, err := os.ReadDir(filepath.Join(s.root, ".dossier"))
	s.must(err)
	for _, e := range entries {
		if e.Name() != "lock" && e.Name() != "back" {
			return "a stranger in .dossier: " + e.Name()
		}
	}
	back, err := s.read(filepath.Join(s.root, ".dossier", "back"))
	if errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	s.must(err)
	for _, state := range s.states {
		if maps.Equal(back, state.whole) {
			return ""
		}
	}
	return "the older buffer is none of the sites"
}

// read returns the digest of every file of a folder, and "folder" for every empty
// folder.
func (s *soak) read(dir string) (map[string]string, error) {
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		if e.IsDir() {
			inner, err := os.ReadDir(name)
			if len(inner) == 0 && rel != "." {
				found[rel] = "folder"
			}
			return err
		}
		data, err := os.ReadFile(name)
		digest := sha256.Sum256(data)
		found[rel] = hex.EncodeToString(digest[:])
		return err
	})
	return found, err
}

// copyOver copies a folder into one that may be there.
func copyOver(to, from string) error {
	return filepath.WalkDir(from, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(from, name)
		target := filepath.Join(to, rel)
		if e.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}
