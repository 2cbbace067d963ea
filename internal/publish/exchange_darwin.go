package publish

import "golang.org/x/sys/unix"

// exchange makes two folders change places in one step (renamex_np(2), APFS).
func exchange(back, front string) error {
	return unix.RenamexNp(back, front, unix.RENAME_SWAP)
}
