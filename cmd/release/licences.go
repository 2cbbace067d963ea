package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// licences are those of the modules, as SPDX writes them; each was read in the
// module itself. A module that is not here stops the release.
var licences = map[string]string{
	"github.com/BurntSushi/toml":           "MIT",
	"github.com/adrg/frontmatter":          "MIT",
	"github.com/fsnotify/fsnotify":         "BSD-3-Clause",
	"github.com/go-text/typesetting":       "Unlicense OR BSD-3-Clause",
	"github.com/inconshreveable/mousetrap": "Apache-2.0",
	"github.com/klauspost/compress":        "BSD-3-Clause AND Apache-2.0 AND MIT",
	"github.com/nicksnyder/go-i18n/v2":     "MIT",
	"github.com/pelletier/go-toml/v2":      "MIT",
	"github.com/spf13/cobra":               "Apache-2.0",
	"github.com/spf13/pflag":               "BSD-3-Clause",
	"github.com/tdewolff/minify/v2":        "MIT",
	"github.com/tdewolff/parse/v2":         "MIT",
	"github.com/yuin/goldmark":             "MIT",
	"go.yaml.in/yaml/v4":                   "Apache-2.0",
	"golang.org/x/image":                   "BSD-3-Clause",
	"golang.org/x/net":                     "BSD-3-Clause",
	"golang.org/x/sys":                     "BSD-3-Clause",
	"golang.org/x/text":                    "BSD-3-Clause",
	"gopkg.in/yaml.v2":                     "Apache-2.0 AND MIT",
	"rsc.io/qr":                            "BSD-3-Clause",
}

// thirdParty is data of others inside the program.
type thirdParty struct{ name, version, licence, copyright, text string }

// data lists it; text is where the licence stands in the repository.
var data = []thirdParty{
	{"Unicode CLDR", "48.0", "Unicode-3.0", "© Unicode, Inc.", "internal/i18n/Unicode-LICENCE.txt"},
	{"Source Sans 3", "", "OFL-1.1", "© Adobe", "themes/civic/fonts/SourceSans3-LICENCE.md"},
	{"Ubuntu", "", "Ubuntu-font-1.0", "© Canonical Ltd.", "themes/civic/fonts/Ubuntu-LICENCE.txt"},
}

// notices are the licences of everything in the programs, one after the other, as
// most of them ask to be handed on.
func (r release) notices(mods []module) ([]byte, error) {
	var out []byte
	add := func(title string, texts ...string) error {
		out = fmt.Appendf(out, "%s\n%s\n%s\n\n", strings.Repeat("=", 79), title, strings.Repeat("=", 79))
		for _, name := range texts {
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			out = append(append(out, strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")...), "\n\n"...)
		}
		return nil
	}
	err := add("dossier (EUPL-1.2)", filepath.Join(r.sources, "LICENSE"))
	for _, d := range data {
		err = errors.Join(err, add(d.name+" ("+d.licence+")", filepath.Join(r.sources, d.text)))
	}
	library, failed := r.goLicence()
	err = errors.Join(err, failed, add("The Go standard library (BSD-3-Clause)", library))
	for _, m := range mods {
		texts, failed := r.textsOf(m)
		err = errors.Join(err, failed, add(m.path+" "+m.version+" ("+licences[m.path]+")", texts...))
	}
	return out, err
}

// textsOf returns the files of a module that state its licence.
func (r release) textsOf(m module) ([]string, error) {
	if licences[m.path] == "" {
		return nil, fmt.Errorf("%s: its licence is not listed in cmd/release/licences.go", m.path)
	}
	out, err := r.toolchain("mod", "download", "-json", m.path+"@"+m.version)
	if err != nil {
		return nil, err
	}
	var found struct{ Dir string }
	if err := json.Unmarshal(out, &found); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(found.Dir)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, e := range entries {
		if !e.IsDir() && isNotice(e.Name()) {
			texts = append(texts, filepath.Join(found.Dir, e.Name()))
		}
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s has no licence", m.path)
	}
	slices.Sort(texts)
	return texts, nil
}

func isNotice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	return slices.Contains([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS"}, stem)
}

// goLicence is beside the library, or, as systems package it, one folder above.
func (r release) goLicence() (string, error) {
	root, err := r.toolchain("env", "GOROOT")
	if err != nil {
		return "", err
	}
	dir := strings.TrimSpace(string(root))
	for _, name := range []string{filepath.Join(dir, "LICENSE"), filepath.Join(filepath.Dir(dir), "LICENSE")} {
		if _, err := os.Stat(name); err == nil {
			return name, nil
		}
	}
	return "", &fs.PathError{Op: "find", Path: filepath.Join(dir, "LICENSE"), Err: fs.ErrNotExist}
}

// toolchain asks Go something.
func (r release) toolchain(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = r.sources
	cmd.Stderr = os.Stderr
	return cmd.Output()
}
