// Command compare measures this project's command beside Hugo on one corpus.
//
// Input: both programs, sizes and numbers of runs. It generates a corpus of each
// size, runs whole processes in turn, ours and Hugo's, and prints medians and
// ratios as a Markdown table beside the goals. What it measures never decides
// its exit code: only a program that fails, or a page that does not show what
// was saved, is an error.
//
// It is run in the root of the repository.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// scenes are the parts of the comparison that -only chooses from.
var scenes = []string{"cold", "nothing", "body", "partner", "theme", "serve"}

// settings are what the command line says.
type settings struct {
	sizes         []int
	runs, saves   int
	work          string
	dossier, hugo string
	corpus        []string // the generator and its first arguments
	only          []string
	args          []string // as they were given
}

func (s settings) wants(scene string) bool { return slices.Contains(s.only, scene) }

func parse(args []string) (settings, error) {
	s := settings{args: args}
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	sizes := flags.String("sizes", "1000,10000", "numbers of pages, from small to large")
	flags.IntVar(&s.runs, "n", 5, "how often each program runs for a figure; above 20 000 pages Hugo runs once")
	flags.IntVar(&s.saves, "saves", 15, "how often a file is saved under each server")
	flags.StringVar(&s.work, "work", "", "folder for corpora and outputs (default: a temporary one, in memory where there is room)")
	flags.StringVar(&s.dossier, "dossier", "bin/dossier", "our command")
	flags.StringVar(&s.hugo, "hugo", "hugo", "Hugo's command")
	corpus := flags.String("corpus", "go run dossier/bench/corpus", "the generator")
	only := flags.String("only", strings.Join(scenes, ","), "what to measure")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	for _, text := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return s, fmt.Errorf("%q is no number of pages", text)
		}
		s.sizes = append(s.sizes, n)
	}
	s.corpus, s.only = strings.Fields(*corpus), strings.Split(*only, ",")
	for _, scene := range s.only {
		if !slices.Contains(scenes, scene) {
			return s, fmt.Errorf("%q is not among %s", scene, strings.Join(scenes, ", "))
		}
	}
	if flags.NArg() > 0 || s.runs < 1 || s.saves < 1 {
		return s, fmt.Errorf("unexpected %q", flags.Args())
	}
	return s, nil
}

func run(args []string) error {
	s, err := parse(args)
	if err != nil {
		return err
	}
	work, remove, err := workFolder(s.work, slices.Max(s.sizes))
	if err != nil {
		return err
	}
	defer remove()
	for _, command := range []*string{&s.dossier, &s.hugo} {
		if *command, err = found(*command); err != nil {
			return err
		}
	}
	r := &report{settings: s, before: load()}
	for _, size := range s.sizes {
		if err = measure(s, size, filepath.Join(work, strconv.Itoa(size)), r); err != nil {
			break // what was measured before still counts
		}
	}
	return errors.Join(r.print(os.Stdout, work), err)
}
