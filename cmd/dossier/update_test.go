package main

import "flag"

// update is shared by all tests of this package that compare with files: goldens
// of scripts, and docs/cli.md. It is declared once, here.
var update = flag.Bool("update", false, "rewrite the golden files and docs/cli.md")
