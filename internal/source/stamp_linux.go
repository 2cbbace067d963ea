package source

import (
	"io/fs"
	"syscall"
)

// stampOf reads a file's stamp. No program can set the change time, as it can the
// time of modification.
func stampOf(info fs.FileInfo) stamp {
	s := stamp{Modified: info.ModTime().UnixNano()}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		s.Changed, s.Inode = syscall.TimespecToNsec(st.Ctim), st.Ino
	}
	return s
}
