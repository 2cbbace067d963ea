// Package publish puts the finished outputs of a build into the published
// folder, whole or not at all.
//
// Input: every output of the site with its digest, one by one while the site is
// rendered, and two folders: the published one (the front) and the site's own
// .dossier folder (the state), which holds a second buffer (the back) and the
// lock. What a buffer holds already need not come with its bytes.
//
// Output: the front holds exactly the given files and a manifest, .dossier.json.
//
// Invariants:
//   - The new site is completed in the back, then front and back change places
//     in one system call. A build that dies at any moment leaves the front as
//     the old site or as the new one.
//   - A buffer is believed only as far as its manifest goes: the manifest is
//     taken away before the first change and written after the last. A kept file
//     must also have the expected size and be no younger than the manifest.
//   - A folder older than the manifest has had no name added or removed since,
//     so it is not listed. On Linux the stamp that is compared cannot be set by
//     hand; on macOS an added file stays unnoticed when it is.
//   - Nothing is written to the back before something is put that neither buffer
//     holds, or Commit knows that the front is not the new site.
//   - Only a folder that is empty or carries the manifest is ever written to,
//     and no link in it is followed out of it.
//   - After an exchange the back is the site of the build before: an editor can
//     still copy it, and the next build rewrites only what differs from it.
//
// A new file needs its room while the old site still has its own in both
// buffers: what the new site does not have goes at Commit. A build that finds the
// disk full leaves a back that the next one empties first.
//
// Where folders cannot be exchanged (a mount point, another file system,
// Windows) the files are staged inside the front and renamed one by one; see
// replace. Callers learn that from Report.Fallback.
package publish

import "path/filepath"

// File is one finished output. Path is relative, with forward slashes; Digest is
// the SHA-256 of Data, and is believed. Data may be nil where Writer.Has holds.
type File struct {
	Path   string
	Digest [32]byte
	Data   []byte
}

// Target says where a site is published.
type Target struct {
	Dir   string // the published folder, such as /site/public
	State string // the site's .dossier folder, if possible on the file system of Dir
}

// Options say how to work; the result is the same with any.
type Options struct {
	// Each runs f(0) to f(n-1), several at a time if it likes, and returns when
	// all have ended. Nil runs them one after the other.
	Each func(n int, f func(i int))
}

// Report counts what a build did to the buffer it wrote: after an exchange the
// back, which is one build older than the site that was visible.
type Report struct {
	Written   int   // files created or rewritten
	Removed   int   // files that the new site does not have
	Unchanged int   // files left as they were
	Bytes     int64 // the size of the files written

	Exchanged   bool // front and back changed places
	Fallback    bool // the front was rewritten file by file
	NothingToDo bool // the front already was the new site; nothing was written
}

// absolute returns t with absolute paths, so that a later change of the working
// directory means nothing.
func (t Target) absolute() (Target, error) {
	dir, err := filepath.Abs(t.Dir)
	if err != nil {
		return Target{}, err
	}
	state, err := filepath.Abs(t.State)
	return Target{Dir: dir, State: state}, err
}
