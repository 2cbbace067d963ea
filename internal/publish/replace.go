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
// files that stay as they are, and says that there are others; the complete one is the last to be renamed. A run
// that was killed thus leaves a folder that is known as ours, and the next run
// believes just the files that were never touched and finishes the others. It
// lies in the front and not in the state so that a claim to a folder can only be
// made by a file in that folder.
func replace(dir, from string, content map[string]entry, needed map[string]bool, each func(n int, f func(i int))) (Report, error) {
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return Report{}, err
	}
	r, err := openReplacement(dir, from, content, needed)
	if err != nil {
		return Report{}, err
	}
	defer r.close()
	if err := errors.Join(r.disk.root.RemoveAll(stagingName), r.survey(each)); err != nil {
		return Report{}, fmt.Errorf("reading %s: %w", dir, err)
	}
	report := r.compare()
	if err := r.stage(); err != nil {
		return Report{}, errors.Join(fmt.Errorf("writing %s: %w", dir, err), r.disk.root.RemoveAll(stagingName))
	}
	if err := r.settle(); err != nil {
		return Report{}, UnfinishedError{Dir: dir, Err: err}
	}
	return report, nil
}

// replacement is a front that is being rewritten in place.
type replacement struct {
	*buffer
	from    *disk // the finished back
	content map[string]entry
	needed  map[string]bool

	write          []string // missing or different
	kept           map[string]entry
	files, folders []string // what the new site does not have
}

func openReplacement(dir, from string, content map[string]entry, needed map[string]bool) (*replacement, error) {
	back, err := openDisk(from)
	if err != nil {
		return nil, err
	}
	front, err := openBuffer(dir)
	if err != nil {
		back.close()
		return nil, err
	}
	return &replacement{buffer: front, from: back, content: content, needed: needed, kept: map[string]entry{}}, nil
}

func (r *replacement) close() {
	r.buffer.close()
	r.from.close()
}

// compare needs a survey.
func (r *replacement) compare() Report {
	report := Report{Fallback: true}
	for name, e := range r.content {
		if _, ok := r.holds(name, e.digest); ok {
			r.kept[name] = e
			continue
		}
		r.write = append(r.write, name)
		report.Bytes += e.size
	}
	slices.Sort(r.write)
	r.files, r.folders = r.obsolete(r.content, r.needed)
	report.Written, report.Unchanged, report.Removed = len(r.write), len(r.kept), len(r.files)
	return report
}

// stage writes the new files beside the site. A folder that carries no manifest
// yet gets one before anything else, so that it stays ours if the run dies.
func (r *replacement) stage() error {
	if r.signed == nil {
		if err := r.replaceManifest(encodePartial(nil)); err != nil {
			return err
		}
	}
	for _, name := range r.write {
		data, err := r.from.root.ReadFile(name)
		if err != nil {
			return err
		}
		if err := r.add(path.Join(stagingName, name), data); err != nil {
			return err
		}
	}
	return flush(r.disk.root, inFolder(stagingName, r.write))
}

// add writes a file into a folder that may not be there yet.
func (b *buffer) add(name string, data []byte) error {
	if err := b.makeFolders(parent(name)); err != nil {
		return err
	}
	return b.disk.create(name, data)
}

// settle moves the staged files to their places.
func (r *replacement) settle() error {
	if err := r.replaceManifest(encodePartial(r.kept)); err != nil {
		return err
	}
	before, after := split(slices.Concat(r.files, r.folders), r.blocking())
	if err := r.remove(before); err != nil {
		return err
	}
	if err := r.moveIn(r.write); err != nil {
		return err
	}
	if err := r.remove(after); err != nil {
		return err
	}
	if err := r.replaceManifest(encodeManifest(r.content, r.signed)); err != nil {
		return err
	}
	return r.disk.root.RemoveAll(stagingName)
}

// replaceManifest replaces the manifest in one step.
func (r *replacement) replaceManifest(data []byte) error {
	staged := path.Join(stagingName, manifestName)
	if err := r.add(staged, data); err != nil {
		return err
	}
	if err := flush(r.disk.root, []string{staged}); err != nil {
		return err
	}
	return r.disk.root.Rename(staged, manifestName)
}

func (r *replacement) moveIn(names []string) error {
	ordered := slices.Clone(names)
	slices.SortStableFunc(ordered, func(a, b string) int { return rank(a) - rank(b) })
	for _, name := range ordered {
		if err := r.makeFolders(parent(name)); err != nil {
			return err
		}
		if err := r.disk.root.Rename(path.Join(stagingName, name), name); err != nil {
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
	case strings.HasPrefix(base, "sitemap") || base == "feed.xml" || base == "calendar.ics" || strings.HasPrefix(base, "_redirects"):
		return 2
	case path.Ext(base) == ".html":
		return 1
	}
	return 0
}

// blocking returns a test for what is to be deleted before the new files move
// in: whatever stands, or lies in a folder that stands, where the new site has a name
// of another kind or in other letters. Where the file system ignores case that
// name is the new file's own, and deleting it later would delete the new file.
func (r *replacement) blocking() func(name string) bool {
	folded := make(map[string]bool, len(r.content)+len(r.needed))
	for name := range r.content {
		folded[strings.ToLower(name)] = true
	}
	for name := range r.needed {
		folded[strings.ToLower(name)] = true
	}
	return func(name string) bool {
		for at := name; at != "."; at = path.Dir(at) {
			if (at == name || !r.needed[at]) && folded[strings.ToLower(at)] {
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
