package diag

import (
	"encoding/json"
	"io"
	"slices"
)

// record is a diagnostic for programs. What is not known is left out.
type record struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	located
	Message string   `json:"message"`
	Hint    string   `json:"hint,omitempty"`
	Fix     string   `json:"fix,omitempty"`
	Related []detail `json:"related,omitempty"`
}

type located struct {
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
}

type detail struct {
	located
	Message string `json:"message"`
}

// JSON writes the diagnostics in their order as one array. The severity is
// "error" or "warning" whatever the language of the sentences. The error is the
// writer's.
func JSON(w io.Writer, ds []Diagnostic, lang Lang) error {
	records := []record{}
	for _, d := range Sort(slices.Clone(ds)) {
		r := record{
			ID: d.ID, Severity: d.Severity.String(), located: locate(d.Pos),
			Message: d.Message.In(lang), Hint: d.Hint.In(lang), Fix: d.Fix,
		}
		for _, other := range d.Related {
			r.Related = append(r.Related, detail{locate(other.Pos), other.Message.In(lang)})
		}
		records = append(records, r)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(records)
}

func locate(p Pos) located {
	return located{File: p.File, Line: p.Line, Column: p.Col, EndColumn: p.EndCol}
}
