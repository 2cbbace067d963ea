//go:build !linux

package publish

import (
	"errors"
	"os"
)

// flush makes the files written to a buffer durable, so that a power failure
// right after the exchange finds no empty pages.
func flush(root *os.Root, names []string) error {
	for _, name := range names {
		f, err := root.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}
