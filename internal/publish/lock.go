package publish

import (
	"fmt"
	"os"
	"time"
)

const (
	lockName  = "lock"
	lockPause = 20 * time.Millisecond
)

// BusyError reports that another build held the lock all the time we waited.
type BusyError struct {
	State  string        // the folder with the lock
	Waited time.Duration // how long
}

func (e BusyError) Error() string {
	return fmt.Sprintf("another build is running (%s is locked, waited %s)", e.State, e.Waited)
}

// acquire takes the site's lock; closing the file releases it. It is a lock of
// the kernel, so a killed build leaves none behind. The file itself stays for
// good: deleting it would let two builds lock two different files.
func acquire(state string, wait time.Duration) (*os.File, error) {
	f, err := openLock(state)
	if err != nil {
		return nil, err
	}
	for waited := time.Duration(0); ; waited += lockPause {
		locked, err := tryLock(f)
		switch {
		case err != nil:
			f.Close()
			return nil, &os.PathError{Op: "lock", Path: f.Name(), Err: err}
		case locked:
			return f, nil
		case waited >= wait:
			f.Close()
			return nil, BusyError{State: state, Waited: wait}
		}
		time.Sleep(lockPause)
	}
}

func openLock(state string) (*os.File, error) {
	if err := checkFolder(state); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(state, folderMode); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(state)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, fileMode)
}
