package outside

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// answers are remembered verdicts, by address. Only those are kept that were
// answered with a page: whatever is wrong is asked for again by every check, so
// that a mended link is seen at once.
type answers map[string]answer

type answer struct {
	verdict
	At time.Time
}

// readCache reads the answers of earlier checks; none where the file is missing or
// damaged.
func readCache(file string) answers {
	known := answers{}
	if b, err := os.ReadFile(file); file != "" && err == nil && json.Unmarshal(b, &known) != nil {
		return answers{}
	}
	return known
}

// fresh returns a remembered verdict that still holds.
func (a answers) fresh(address string, o Options) (verdict, bool) {
	known, ok := a[address]
	age := o.Now().Sub(known.At)
	known.at = known.At
	return known.verdict, ok && lasts(known.verdict) && age >= 0 && age < o.Age
}

// lasts reports whether a verdict is remembered.
func lasts(v verdict) bool { return v.Kind == good || v.Kind == gone || v.Kind == insecure }

// write puts the answers for the given addresses into the file: what is no longer
// linked to is forgotten.
func write(file string, links []Link, verdicts []verdict, now time.Time) error {
	if file == "" {
		return nil
	}
	kept := answers{}
	for i, l := range links {
		if v := verdicts[i]; lasts(v) {
			if v.at.IsZero() {
				v.at = now
			}
			kept[l.URL] = answer{v, v.at.UTC().Truncate(time.Second)}
		}
	}
	b, err := json.MarshalIndent(kept, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	aside := file + ".new"
	if err := os.WriteFile(aside, append(b, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(aside, file)
}
