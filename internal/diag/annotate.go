package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// GitHub writes the diagnostics as workflow commands, which GitHub Actions shows
// beside the lines of a pull request.
func GitHub(w io.Writer, ds []Diagnostic, lang Lang) error {
	for _, d := range Sort(slices.Clone(ds)) {
		var props []string
		if d.Pos.File != "" {
			props = append(props, "file="+property(d.Pos.File))
		}
		if d.Pos.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", d.Pos.Line), fmt.Sprintf("col=%d", max(d.Pos.Col, 1)))
		}
		if d.Pos.EndCol > 0 {
			props = append(props, fmt.Sprintf("endColumn=%d", d.Pos.EndCol))
		}
		props = append(props, "title="+property(d.ID))
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", d.Severity, strings.Join(props, ","), data(visible(d.sentence(lang)))); err != nil {
			return err
		}
	}
	return nil
}

// sentence is the message with its hint and its second places.
func (d Diagnostic) sentence(lang Lang) string {
	text := d.Message.In(lang)
	if hint := d.Hint.In(lang); hint != "" {
		text += " – " + hint
	}
	for _, r := range d.Related {
		text += " – " + place(r.Pos) + " " + r.Message.In(lang)
	}
	return text
}

// data escapes the text of a workflow command, property one of its values.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

// issue is an entry of a Code Quality report.
type issue struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// wholeSite is the file that stands for a problem of no file where a report must
// name one.
const wholeSite = "site.toml"

// GitLab writes the diagnostics as a Code Quality report, which GitLab shows in
// merge requests.
func GitLab(w io.Writer, ds []Diagnostic, lang Lang) error {
	issues := []issue{}
	ds = Sort(slices.Clone(ds))
	marks := fingerprints(ds)
	for n, d := range ds {
		i := issue{Description: d.sentence(lang), CheckName: d.ID, Fingerprint: marks[n], Severity: "major"}
		if d.Severity == Warning {
			i.Severity = "minor"
		}
		i.Location.Path = cmp.Or(d.Pos.File, wholeSite)
		i.Location.Lines.Begin = max(d.Pos.Line, 1)
		issues = append(issues, i)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(issues)
}

// fingerprints tell findings apart from one run to the next: two of a run are
// never the same. They hold neither line nor language, so that a finding that
// moves, or is told in Italian, stays the same one.
func fingerprints(ds []Diagnostic) []string {
	marks := make([]string, len(ds))
	seen := map[string]int{}
	for i, d := range ds {
		text := d.Pos.File + "\x00" + d.ID + "\x00" + d.Message.In(English)
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", text, seen[text]))
		seen[text]++
		marks[i] = hex.EncodeToString(sum[:16])
	}
	return marks
}
