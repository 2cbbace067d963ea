// Command dossier builds multilingual project dossiers: from Markdown files with
// front matter to a complete static site.
//
// This package turns flags into calls and results into lines on the terminal;
// everything else is in internal/.
//
// Exit codes: 0 fine; 1 the content has errors, or warnings under --strict; 2
// wrong usage or an error in site.toml; 3 the disk, or a defect of dossier.
package main

import (
	"os"
	_ "time/tzdata" // the same time zones on every machine
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
