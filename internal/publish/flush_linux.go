package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// flush makes the files written to a buffer durable, so that a power failure
// right after the exchange finds no empty pages. One call for the file system
// costs less than one per file.
func flush(root *os.Root, _ []string) error {
	f, err := root.Open(".")
	if err != nil {
		return err
	}
	defer f.Close()
	return os.NewSyscallError("syncfs", unix.Syncfs(int(f.Fd())))
}
