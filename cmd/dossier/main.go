// Command dossier builds multilingual project dossiers: from Markdown files with
// front matter to a complete static site.
//
// This package turns flags into calls and results into lines on the terminal;
// everything else is in internal/.
//
// Exit codes: 0 fine; 1 the content has errors, or warnings under --strict, or
// more of them than --max-warnings, or it still names whom it is to forget; 2
// wrong usage or an error in site.toml; 3 the disk, or a defect of dossier.
package main

import (
	"os"
	"runtime"
	_ "time/tzdata" // the same time zones on every machine
)

func main() {
	// Short runs would spend a tenth of their time collecting a few megabytes again
	// and again: the collector begins at twice this size, which is never touched and
	// so takes no memory.
	floor := make([]byte, 32<<20)
	code := run(os.Args[1:], os.Stdout, os.Stderr)
	runtime.KeepAlive(floor)
	os.Exit(code)
}
