//go:build unix

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// tryLock takes the lock if nobody holds it.
func tryLock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, unix.EWOULDBLOCK) || errors.Is(err, unix.EINTR):
		return false, nil
	}
	return false, err
}

// cannotMove reports whether an exchange failed because of where the folders
// lie, so that rewriting the front file by file may still succeed: another file
// system, a mount point, a system or file system without the call, or a parent
// folder that belongs to someone else.
func cannotMove(err error) bool {
	for _, reason := range []error{
		errors.ErrUnsupported, unix.EXDEV, unix.EBUSY, unix.EINVAL, unix.EPERM, unix.EACCES,
	} {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}

// foldersTell: a folder's time stamp changes when a name is added or removed, as
// POSIX has it for open, mkdir, rename and unlink.
const foldersTell = true

// isLinkOnTheWay reports whether a path was not followed because of a link, or a
// file, where a folder should be.
func isLinkOnTheWay(err error) bool {
	return errors.Is(err, unix.ELOOP) || errors.Is(err, unix.ENOTDIR)
}
