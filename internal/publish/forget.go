package publish

import (
	"os"
	"path/filepath"
)

// Back is where a state keeps the second buffer.
func Back(state string) string { return filepath.Join(state, backName) }

// Forget deletes the second buffer: the site of the build before, and all that it
// says. It takes the lock as Begin does.
func Forget(state string) error { return here.forget(state) }

func (s system) forget(state string) error {
	state, err := filepath.Abs(state)
	if err != nil {
		return err
	}
	lock, err := acquire(state, s.wait)
	if err != nil {
		return err
	}
	defer lock.Close()
	root, err := os.OpenRoot(state)
	if err != nil {
		return err
	}
	defer root.Close()
	return root.RemoveAll(backName)
}
