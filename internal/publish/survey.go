package publish

import (
	"cmp"
	"io/fs"
)

// surveyor looks at a buffer level by level, so that the folders on the way to a
// name are known to be folders, and not links, when its turn comes.
//
// Each file of the manifest is looked at. A folder is listed only when its time
// stamp is not older than the manifest: adding or removing a name changes the
// stamp, so an older folder holds what the manifest says, or less.
type surveyor struct {
	*buffer
	*layout
	real []bool // by folder: it is one
}

// sighting is what a surveyor finds in some of the folders.
type sighting struct {
	strays []string // folders that no file of the manifest lies in
	loose  []string // files, links and pipes that the manifest does not list
	err    error
}

// chunk is how many folders a step of a survey looks at, or files a step copies.
const chunk = 128

func chunks(n int) int { return (n + chunk - 1) / chunk }

// survey finds out what the buffer holds.
func (b *buffer) survey(each func(n int, f func(i int))) error {
	switch {
	case b.disk == nil:
		return nil
	case b.signed == nil:
		var f sighting
		f.err = f.stray(b.disk, ".")
		return b.note(f)
	}
	l := newLayout(b.signed.names)
	b.state = make([]fileState, len(b.signed.names))
	b.folders = make(map[string]bool, len(l.folders))
	s := surveyor{b, l, make([]bool, len(l.folders))}
	for _, level := range l.levels {
		if err := s.level(level, each); err != nil {
			return err
		}
	}
	return nil
}

func (s surveyor) level(folders []int32, each func(n int, f func(i int))) error {
	found := make([]sighting, chunks(len(folders)))
	each(len(found), func(i int) {
		for _, at := range folders[i*chunk : min((i+1)*chunk, len(folders))] {
			if found[i].err == nil {
				found[i].err = found[i].folder(s, at)
			}
		}
	})
	for _, at := range folders {
		if s.real[at] && at != 0 {
			s.buffer.folders[s.layout.folders[at].name] = true
		}
	}
	var err error
	for _, f := range found {
		err = cmp.Or(err, s.note(f))
	}
	return err
}

func (b *buffer) note(f sighting) error {
	for _, name := range f.strays {
		b.folders[name] = true
	}
	for _, name := range f.loose {
		b.loose[name] = true
	}
	b.strays += len(f.strays)
	return f.err
}

func (f *sighting) folder(s surveyor, at int32) error {
	folder := s.layout.folders[at]
	if at > 0 && !s.real[folder.up] {
		return nil
	}
	found, err := s.disk.glance(folder.name)
	switch {
	case err != nil && isNothing(err):
		return nil
	case err != nil:
		return err
	case !found.kind.IsDir():
		f.loose = append(f.loose, folder.name)
		return nil
	}
	s.real[at] = true
	for i := folder.first; i >= 0; i = s.next[i] {
		if err := f.file(s, i); err != nil {
			return err
		}
	}
	if found.changed < s.signed.stamp && !s.signed.partial {
		return nil
	}
	return f.list(s, folder.name)
}

func (f *sighting) file(s surveyor, i int32) error {
	name := s.signed.names[i]
	found, err := s.disk.glance(name)
	switch {
	case err != nil && isNothing(err):
		return nil
	case err != nil:
		return err
	case found.kind.IsDir():
		return f.stray(s.disk, name)
	case found.isUntouched(s.signed.entries[i], s.signed.stamp):
		s.state[i] = fileKept
	default:
		s.state[i] = fileTouched
	}
	return nil
}

// list looks in a folder for what the manifest does not have.
func (f *sighting) list(s surveyor, folder string) error {
	entries, err := s.disk.names(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if folder != "." {
			name = folder + "/" + name
		}
		if err := f.entry(s, name, e); err != nil {
			return err
		}
	}
	return nil
}

// entry leaves alone what is looked at under its own name.
func (f *sighting) entry(s surveyor, name string, e fs.DirEntry) error {
	_, file := s.signed.find(name)
	_, folder := s.index[name]
	switch {
	case file || folder || name == manifestName:
		return nil
	case e.IsDir():
		return f.stray(s.disk, name)
	}
	f.loose = append(f.loose, name)
	return nil
}

// stray notes all that lies in a folder of which the manifest knows nothing.
func (f *sighting) stray(d *disk, folder string) error {
	folders, others, err := d.tree(folder)
	f.strays, f.loose = append(f.strays, folders...), append(f.loose, others...)
	return err
}
