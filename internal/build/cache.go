package build

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"

	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/source"
)

// The cache lies in the site’s root and is ignored by git: a pack of everything
// remembered under keys, how the sources stood, what the last build planned and
// made, and what it told.
const (
	usualCache  = ".cache"
	packName    = "outputs"
	sourcesFile = "sources"
)

// open makes the store ready.
func (r *run) open() (err error) {
	switch {
	case r.Store != nil:
		r.store = r.Store
	case r.NoCache, r.Out == "" && !r.hasCache(): // what publishes nothing writes nothing
		r.store = memo.NewStore()
	default:
		r.store, err = memo.Open(r.cacheFolder(), packName+r.Shard.suffix())
	}
	return err
}

// ownCache makes sure that what is written to the usual cache folder stays there:
// a link in its place, or in it, can come with somebody else's content and is told.
func (r *run) ownCache() (own bool, err error) {
	if r.Cache != "" || r.Store != nil || r.NoCache {
		return true, nil
	}
	entries, err := os.ReadDir(r.cacheFolder())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	names := []string{usualCache}
	for _, e := range entries {
		names = append(names, path.Join(usualCache, e.Name()))
	}
	for _, name := range names {
		info, err := os.Lstat(filepath.Join(r.Root, filepath.FromSlash(name)))
		if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
			r.tell([]diag.Diagnostic{diag.At(diag.Pos{File: name}, "not-regular-file.cache", name).WithHint("hint.delete-link")})
			return false, nil
		}
	}
	return true, nil
}

func (r *run) hasCache() bool {
	_, err := os.Stat(r.cacheFile(""))
	return err == nil
}

// close gives back what open took.
func (r *run) close() {
	if r.store != nil && r.Store == nil {
		_ = r.store.Close() // what matters has been saved
	}
}

// lastSources is how the last build found the sources; nil where that is not
// known.
func (r *run) lastSources() *source.Snapshot {
	switch {
	case r.Last != nil:
		return r.Last.Snapshot
	case r.Store != nil || r.NoCache:
		return nil
	}
	b, err := os.ReadFile(r.cacheFile(sourcesFile))
	if err != nil {
		return nil
	}
	snap, _ := source.Decode(b)
	return snap
}

// recall returns what the last build knew.
func (r *run) recall() known {
	switch {
	case r.Last != nil:
		return r.Last.known
	case r.Store != nil || r.NoCache || r.Out == "" || r.Shard.Given():
		return known{}
	}
	return readState(r.cacheFolder(), r.program, func() *memo.Store { return r.store })
}

// remember keeps what the next build can use, when this one has published. A cache that cannot be written is
// no reason to fail: the site is published and the next build is merely slower.
func (r *run) remember() error {
	r.quiet = len(r.Diags) == r.told
	r.keep()
	if r.NoCache || r.Store != nil || r.writer == nil {
		return nil
	}
	if err := r.save(); err != nil && !cannotHold(err) {
		return err
	}
	return nil
}

// cannotHold reports whether an error means that a folder takes no more files.
func cannotHold(err error) bool {
	return slices.ContainsFunc([]error{fs.ErrPermission, syscall.EROFS, syscall.ENOSPC, syscall.EDQUOT}, func(reason error) bool {
		return errors.Is(err, reason)
	})
}

func (r *run) save() error {
	if r.failed() { // what was decoded and rendered still holds
		return r.store.Save()
	}
	inputs := r.inputsOf(r.Snapshot, r.Config.Zone)
	state := r.state(inputs)
	return r.atOnce(
		func() error { return replace(r.cacheFile(stateFile), state) },
		r.store.Save, r.saveSources,
		func() error { return r.saveLast(inputs) },
	)
}

func (r *run) saveSources() error {
	return replace(r.cacheFile(sourcesFile), r.Snapshot.Encode())
}

func (o Options) cacheFolder() string {
	if o.Cache != "" {
		return o.Cache
	}
	return filepath.Join(o.Root, usualCache)
}

func (o Options) cacheFile(name string) string { return filepath.Join(o.cacheFolder(), name) }

// replace writes a file aside and then in place.
func replace(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(file+".new", data, 0o644); err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}

func removed(file string) error {
	if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}
