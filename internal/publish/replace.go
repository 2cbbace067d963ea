package publish

import (
	"errors"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
)

// stagingName is a folder inside the front, so that renaming out of it stays on
// one file system. It exists only while replace runs or after replace was killed.
const stagingName = ".dossier.new"

// UnfinishedError reports a fallback that failed after the first file had moved:
// the front holds a mixture of the old site and the new one. The next Write that
// succeeds finishes it.
type UnfinishedError struct {
	Dir string
	Err error
}

func (e UnfinishedError) Error() string {
	return fmt.Sprintf("%s is only partly rewritten: %v", e.Dir, e.Err)
}

func (e UnfinishedError) Unwrap() error { return e.Err }

// replace rewrites the front in place, for where folders cannot be exchanged.
//
// Everything new is staged first: a full disk shows before any file of the site
// has changed. Then each file is renamed into its place in an order in which a
// visitor meets no page whose assets are missing and no list naming pages that
// are not there yet; what is gone goes last.
//
// The journal is the front's own manifest. For the duration it lists only the
// files that stay as they are; the complete one is the last to be renamed. A run
// that was killed thus leaves a folder that is known as ours, and the next run
// believes just the files that were never touched and finishes the others. It
// lies in the front and not in the state so that a claim to a folder can only be
// made by a file in that folder.
func replace(dir string, p plan) (Report, error) {
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return Report{}, err
	}
	b, err := openBuffer(dir)
	if err != nil {
		return Report{}, err
	}
	defer b.root.Close()
	if err := errors.Join(b.root.RemoveAll(stagingName), b.survey()); err != nil {
		return Report{}, fmt.Errorf("reading %s: %w", dir, err)
	}
	d := b.compare(p)
	if err := b.stage(d); err != nil {
		return Report{}, errors.Join(fmt.Errorf("writing %s: %w", dir, err), b.root.RemoveAll(stagingName))
	}
	if err := b.settle(d, p); err != nil {
		return Report{}, UnfinishedError{Dir: dir, Err: err}
	}
	report := d.report()
	report.Fallback = true
	return report, nil
}

// stage writes the new files beside the site. A folder that carries no manifest
// yet gets one before anything else, so that it stays ours if the run dies.
func (b *buffer) stage(d diff) error {
	if b.signed == nil {
		if err := b.sign(nil); err != nil {
			return err
		}
	}
	for _, f := range d.write {
		if err := b.create(path.Join(stagingName, f.Path), f.Data); err != nil {
			return err
		}
	}
	return flush(b.root, d.writtenTo(stagingName))
}

// settle moves the staged files to their places.
func (b *buffer) settle(d diff, p plan) error {
	if err := b.sign(d.kept); err != nil {
		return err
	}
	before, after := split(d.obsolete(), p.blocking())
	if err := b.remove(before); err != nil {
		return err
	}
	if err := b.moveIn(d.write); err != nil {
		return err
	}
	if err := b.remove(after); err != nil {
		return err
	}
	if err := b.sign(p.digests()); err != nil {
		return err
	}
	return b.root.RemoveAll(stagingName)
}

// sign replaces the manifest in one step.
func (b *buffer) sign(files map[string][32]byte) error {
	staged := path.Join(stagingName, manifestName)
	if err := b.create(staged, encodeManifest(files)); err != nil {
		return err
	}
	if err := flush(b.root, []string{staged}); err != nil {
		return err
	}
	return b.root.Rename(staged, manifestName)
}

func (b *buffer) moveIn(files []File) error {
	ordered := slices.Clone(files)
	slices.SortStableFunc(ordered, func(a, b File) int { return rank(a.Path) - rank(b.Path) })
	for _, f := range ordered {
		if err := b.makeFolders(path.Dir(f.Path)); err != nil {
			return err
		}
		if err := b.root.Rename(path.Join(stagingName, f.Path), f.Path); err != nil {
			return err
		}
	}
	return nil
}

// rank orders the renaming: assets, then pages, then what leads visitors and
// machines to the pages.
func rank(name string) int {
	base := path.Base(name)
	switch {
	case base == "index.html" && strings.Count(name, "/") <= 1:
		return 2 // the language chooser and the home pages
	case strings.HasPrefix(base, "sitemap") || base == "feed.xml" || base == "calendar.ics" || base == "_redirects":
		return 2
	case path.Ext(base) == ".html":
		return 1
	}
	return 0
}

// blocking returns a test for what is to be deleted before the new files move
// in: whatever stands, or lies in a folder that stands, where the plan has a name
// of another kind or in other letters. Where the file system ignores case that
// name is the new file's own, and deleting it later would delete the new file.
func (p plan) blocking() func(name string) bool {
	folded := make(map[string]bool, len(p.files)+len(p.folders))
	for _, f := range p.files {
		folded[strings.ToLower(f.Path)] = true
	}
	for name := range p.folders {
		folded[strings.ToLower(name)] = true
	}
	return func(name string) bool {
		for at := name; at != "."; at = path.Dir(at) {
			if (at == name || !p.folders[at]) && folded[strings.ToLower(at)] {
				return true
			}
		}
		return false
	}
}

// split parts names by a test and keeps their order.
func split(names []string, test func(string) bool) (yes, no []string) {
	for _, name := range names {
		if test(name) {
			yes = append(yes, name)
		} else {
			no = append(no, name)
		}
	}
	return yes, no
}
