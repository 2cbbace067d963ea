package diag

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reference reads docs/diagnostics.md into sections by heading, in their order.
func reference(t *testing.T) (ids []string, sections map[string]string) {
	t.Helper()
	text, err := os.ReadFile("../../docs/diagnostics.md")
	if err != nil {
		t.Fatal(err)
	}
	sections = map[string]string{}
	for _, section := range strings.Split(string(text), "\n## ")[1:] {
		id, body, _ := strings.Cut(section, "\n")
		ids = append(ids, id)
		sections[id] = body
	}
	return ids, sections
}

func TestReferenceHasOneSectionPerDiagnostic(t *testing.T) {
	ids, _ := reference(t)
	if diff := cmp.Diff(IDs(), ids); diff != "" {
		t.Errorf("docs/diagnostics.md (-catalogue +sections):\n%s", diff)
	}
}

func TestReferenceGivesSeverityAndExample(t *testing.T) {
	_, sections := reference(t)
	for id, body := range sections {
		line, _, _ := strings.Cut(strings.TrimSpace(body), "\n")
		if !strings.HasPrefix(line, "Severity: ") {
			t.Errorf("%s: begins with %q, not with its severity", id, line)
		}
		for _, s := range []Severity{Error, Warning} {
			if said, is := strings.Contains(line, s.String()), slices.Contains(severities(id), s); said != is {
				t.Errorf("%s: %q, but that it can be %v: %v", id, line, s, is)
			}
		}
		if !strings.Contains(body, "\n- Wrong: ") || !strings.Contains(body, "\n- Right: ") {
			t.Errorf("%s: no example", id)
		}
	}
}

// severities are those of the id's sentences.
func severities(id string) []Severity {
	var all []Severity
	for key, e := range catalogue {
		if of, _, _ := strings.Cut(key, "."); of == id {
			all = append(all, e.severity)
		}
	}
	return all
}
