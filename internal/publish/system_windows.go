//go:build windows

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock takes the lock if nobody holds it.
func tryLock(f *os.File) (bool, error) {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// cannotMove reports whether a move failed because of where the folders lie:
// Windows has no exchange, and renames no folder to another volume.
func cannotMove(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) ||
		errors.Is(err, windows.ERROR_NOT_SAME_DEVICE) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// foldersTell: FAT keeps the time at which a folder was made.
const foldersTell = false

// isLinkOnTheWay is never the case: stepwise looks for links itself.
func isLinkOnTheWay(error) bool { return false }
