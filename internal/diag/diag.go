// Package diag says what went wrong, where, and how to mend it.
//
// It is the one form in which every phase reports anything that a user of
// dossier can cause: a mistake in a content file, in site.toml, in a theme, in
// the finished pages. A Diagnostic carries message keys and arguments rather
// than finished sentences; the sentence is made when it is printed, in the
// language of the person who reads it. Go's error stays for failures of the
// disk and for our own bugs.
//
// Lines and columns count from 1. A column counts Unicode code points, a tab is
// one, a byte-order mark is not counted.
package diag

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// Severity says whether a diagnostic stops the build.
type Severity uint8

// The two severities. Under --strict a warning stops the build as well.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Pos is a place in a file of the site. File is relative to the site's root,
// with forward slashes. Line 0 means the file as a whole; EndCol is the first
// column behind the marked text, 0 when only a point is meant.
type Pos struct {
	File              string
	Line, Col, EndCol int
}

// Message is a sentence to be: a key of the catalogue and its arguments.
type Message struct {
	Key  string
	Args []any
}

// Related is a second place that explains the first.
type Related struct {
	Pos     Pos
	Message Message
}

// Diagnostic is one problem.
type Diagnostic struct {
	ID       string
	Severity Severity
	Pos      Pos
	Message  Message
	Hint     Message // how to mend it; empty key: nothing to add
	Related  []Related
	Swap     Swap   // what should stand there instead, where that is known
	Fix      string // the corrected line, where it can be written
}

// At makes the diagnostic of the given catalogue key ("unknown-reference", or a
// variant such as "wrong-type.number": what stands before the first dot is its
// id). The severity is the catalogue's.
func At(pos Pos, key string, args ...any) Diagnostic {
	id, _, _ := strings.Cut(key, ".")
	return Diagnostic{
		ID:       id,
		Severity: catalogue[key].severity,
		Pos:      pos,
		Message:  Message{Key: key, Args: args},
	}
}

// WithHint adds what to do about it. Hint keys start with "hint.".
func (d Diagnostic) WithHint(key string, args ...any) Diagnostic {
	d.Hint = Message{Key: key, Args: args}
	return d
}

// WithFix adds the corrected line.
func (d Diagnostic) WithFix(line string) Diagnostic {
	d.Fix = line
	return d
}

// Also adds a second place. Its keys start with "see.".
func (d Diagnostic) Also(pos Pos, key string, args ...any) Diagnostic {
	d.Related = append(slices.Clip(d.Related), Related{Pos: pos, Message: Message{Key: key, Args: args}})
	return d
}

// Sort orders diagnostics by file, line, column, id and text, and drops exact
// repetitions, so that a run says the same thing however its work was spread.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, compare)
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Message.In(English), b.Message.In(English)),
	)
}

// Below puts a folder before every file, for reports that are read where the
// site is a folder of something larger, as a repository. The diagnostics given
// are not changed.
func Below(folder string, ds []Diagnostic) []Diagnostic {
	ds = slices.Clone(ds)
	for i, d := range ds {
		ds[i].Pos = d.Pos.below(folder)
		ds[i].Related = slices.Clone(d.Related)
		for j, r := range ds[i].Related {
			ds[i].Related[j].Pos = r.Pos.below(folder)
		}
	}
	return ds
}

func (p Pos) below(folder string) Pos {
	if p.File != "" {
		p.File = path.Join(folder, p.File)
	}
	return p
}

// Count returns how many errors and warnings there are.
func Count(ds []Diagnostic) (errors, warnings int) {
	for _, d := range ds {
		if d.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// HasErrors reports whether any diagnostic stops the build.
func HasErrors(ds []Diagnostic) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}
