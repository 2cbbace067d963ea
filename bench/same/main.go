// Command same compares what two programs made of one corpus.
//
// Input: the folder with our output and the one with the other's. Output: a
// Markdown table with a row for each kind of page, which says how many there
// are, how many bytes, words and links they have, and whether they name their
// translations and hold structured data. It fails when the two do not do equal
// work: pages that only one has, or a kind without hreflang or JSON-LD, or bytes
// that differ by more than the tolerance in the median over all kinds.
package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

// tolerance is how far bytes a page may lie apart, in the median over kinds.
const tolerance = 0.2

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "same:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 2 {
		return errors.New("name two output folders")
	}
	a, err := read(args[0])
	if err != nil {
		return err
	}
	b, err := read(args[1])
	if err != nil {
		return err
	}
	if len(a.pages) == 0 || len(b.pages) == 0 {
		return errors.New("an output has no pages")
	}
	kinds := pair(a, b)
	fmt.Fprintln(out, "| kind | pages | pages of the other | median bytes | of the other | ratio | words | links in common | hreflang | JSON-LD |")
	fmt.Fprintln(out, "|---|---|---|---|---|---|---|---|---|---|")
	for _, k := range kinds {
		fmt.Fprintln(out, k.row())
	}
	fmt.Fprintf(out, "\nPages: %d and %d; bytes of pages: %d and %d; other files: %d and %d bytes.\n", len(a.pages), len(b.pages), a.bytes, b.bytes, a.others, b.others)
	alone := append(missing(a, b), missing(b, a)...)
	for _, name := range alone[:min(len(alone), 10)] {
		fmt.Fprintln(out, "only in one:", name)
	}
	ratio := spread(kinds)
	fmt.Fprintf(out, "Bytes of the other to ours, median over kinds: %.2f\n", ratio)
	return verdict(kinds, len(alone), ratio)
}

func verdict(kinds []kind, alone int, ratio float64) error {
	if alone > 0 {
		return fmt.Errorf("%d pages are in one output only", alone)
	}
	for _, k := range kinds {
		if !k.fair() {
			return fmt.Errorf("pages of kind %s lack hreflang or structured data on one side", k.name)
		}
	}
	if ratio < 1-tolerance || ratio > 1+tolerance {
		return fmt.Errorf("bytes a page differ by more than %.0f %%", 100*tolerance)
	}
	return nil
}

// missing are the pages of a that b does not have.
func missing(a, b output) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(a.pages)) {
		if _, ok := b.pages[name]; !ok {
			out = append(out, name)
		}
	}
	return out
}
