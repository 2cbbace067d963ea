package build

import (
	"encoding/json"
	"os"
	"path/filepath"

	"dossier/internal/plan"
)

// logFile holds what the last build knew of each output, for "dossier explain".
const logFile = "last-build.json"

// LogEntry is what a build knew of one output.
type LogEntry struct {
	Parts    map[string]string `json:"parts"` // ingredient of the key → its digest
	Rendered bool              `json:"rendered"`
	Why      []string          `json:"why,omitempty"` // ingredients that had changed
}

// Log is a build's entries by path.
type Log map[string]LogEntry

// ReadLog reads the log of the last build; nil when there is none.
func ReadLog(root string) Log {
	b, err := os.ReadFile(filepath.Join(root, cacheFolder, logFile))
	if err != nil {
		return nil
	}
	var l Log
	if json.Unmarshal(b, &l) != nil {
		return nil
	}
	return l
}

// saveLog writes this build's log; nothing when it rendered nothing new.
func (r *Result) saveLog(o Options) error {
	last := ReadLog(o.Root)
	rendered := map[string]bool{}
	for _, m := range r.Rendered {
		rendered[m.Path] = true
	}
	next := Log{}
	for _, out := range r.Outputs {
		next[out.Path] = last.entry(out, rendered[out.Path])
	}
	b, err := json.MarshalIndent(next, "", " ")
	if err != nil {
		return err
	}
	file := o.cacheFile(logFile)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(file+".new", b, 0o644); err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}

// entry compares an output with what the last build knew of it.
func (l Log) entry(o plan.Output, rendered bool) LogEntry {
	e := LogEntry{Parts: map[string]string{}, Rendered: rendered, Why: l.Changed(o)}
	for _, p := range o.Parts {
		e.Parts[p.Name] = p.Key.String()[:16]
	}
	return e
}

// Changed returns the ingredients of an output's key that differ from those of
// the logged build; nil for an output that it did not have.
func (l Log) Changed(o plan.Output) []string {
	before, known := l[o.Path]
	if !known {
		return nil
	}
	var changed []string
	for _, p := range o.Parts {
		if before.Parts[p.Name] != p.Key.String()[:16] {
			changed = append(changed, p.Name)
		}
	}
	return changed
}
