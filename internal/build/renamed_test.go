package build_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shown is a line of front matter whose words other records show.
var shown = regexp.MustCompile(`(?m)^(title|name|summary): "?[\p{L}].+`)

// Every title, name and summary of a site is changed in turn, and the build that
// takes over what does not show it is compared with one that plans everything. The
// pages are taken from the same store: if the plans are alike, so are they.
func TestWhatShowsANameIsPlannedAnew(t *testing.T) {
	site := europe(t)
	if *long {
		site = demonstration(t)
	}
	r := site.resident()
	r.build()
	changed := 0
	for _, name := range site.records() {
		before := site.read(name)
		for _, at := range shown.FindAllStringIndex(before, -1) {
			line := before[at[0]:at[1]]
			end := strings.TrimSuffix(line, `"`)
			site.write(name, before[:at[0]]+end+" Zz"+line[len(end):]+before[at[1]:])
			o := site.options()
			o.Store = r.store
			planned := run(t, o)
			o.Last = r.last
			r.last = run(t, o)
			if told(r.last.Diags) != told(planned.Diags) {
				t.Errorf("%s: %s: built on, the site says\n%s\nanew it says\n%s", name, line, told(r.last.Diags), told(planned.Diags))
			}
			sameFiles(t, name+": "+line, planned, r.last)
			changed++
		}
		site.write(name, before)
	}
	if changed < 60 {
		t.Errorf("only %d texts were changed", changed)
	}
}

// records are the files of content that hold front matter, by path in the site.
func (s testSite) records() []string {
	s.t.Helper()
	var out []string
	err := filepath.WalkDir(s.path("content"), func(file string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(file) == ".md" {
			name, _ := filepath.Rel(s.dir, file)
			out = append(out, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}
