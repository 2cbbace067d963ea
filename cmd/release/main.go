// Command release makes what is handed out: the command dossier for every
// platform, a bill of materials, the licences of what is in it, and check sums.
//
// Input: the repository in the working folder, a version and a commit. Output: a
// folder. Invariant: the same sources, toolchain, version and commit give the same
// bytes, in any folder and at any time; -verify shows it by making everything
// twice, from two copies of the sources.
//
// Exit codes: 0 fine; 1 the two differ, or something failed; 2 wrong usage.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// release says what is made and from what.
type release struct {
	sources string // the root of the repository
	out     string
	version string
	commit  string
	time    string // of the sources, as RFC 3339; empty: not known
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, err io.Writer) int {
	r := release{sources: "."}
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	flags.SetOutput(err)
	flags.StringVar(&r.out, "o", "dist/release", "folder to write")
	flags.StringVar(&r.version, "version", "devel", "version, such as v1.2.0")
	flags.StringVar(&r.commit, "commit", "", "commit of the sources")
	twice := flags.Bool("verify", false, "make everything twice, in two folders, and compare")
	if flags.Parse(args) != nil || flags.NArg() > 0 {
		return 2
	}
	var problem error
	if r.time, problem = sourceTime(os.Getenv("SOURCE_DATE_EPOCH")); problem == nil {
		if *twice {
			problem = r.verify(out)
		} else {
			problem = r.make(out)
		}
	}
	if problem != nil {
		fmt.Fprintln(err, "release:", problem)
		return 1
	}
	return 0
}

// sourceTime reads SOURCE_DATE_EPOCH, seconds since 1970, as
// reproducible-builds.org defines it.
func sourceTime(epoch string) (string, error) {
	if epoch == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return "", fmt.Errorf("SOURCE_DATE_EPOCH is a number of seconds, not %q", epoch)
	}
	return time.Unix(seconds, 0).UTC().Format(time.RFC3339), nil
}

// make writes the release.
func (r release) make(log io.Writer) error {
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	var names []string
	for _, p := range platforms {
		if err := r.compile(p); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		names = append(names, p.file())
	}
	mods, goVersion, err := modulesOf(r.out, names)
	if err != nil {
		return err
	}
	if err := r.write("dossier.cdx.json", r.bill(mods, goVersion)); err != nil {
		return err
	}
	notices, err := r.notices(mods)
	if err != nil {
		return err
	}
	if err := r.write("LICENCES.txt", notices); err != nil {
		return err
	}
	names = append(names, "dossier.cdx.json", "LICENCES.txt")
	sums, err := sumsOf(r.out, names)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%s", sums)
	return r.write("SHA256SUMS", sums)
}

func (r release) write(name string, data []byte) error {
	return os.WriteFile(filepath.Join(r.out, name), data, 0o644)
}
