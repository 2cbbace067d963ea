//go:build !linux

package source

import "io/fs"

func stampOf(info fs.FileInfo) stamp { return stamp{Modified: info.ModTime().UnixNano()} }
