package diag

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGitHubShowsDiagnosticsAsWorkflowCommands(t *testing.T) {
	ds := []Diagnostic{
		At(Pos{File: "content/a,b.md", Line: 7, Col: 3, EndCol: 9}, "unknown-field", "100%\ntitel").WithHint("hint.did-you-mean", "title"),
		At(Pos{File: "content"}, "raw-html", "<b>").Also(Pos{File: "it/index.html"}, "see.pages", 12),
	}
	var out strings.Builder
	if err := GitHub(&out, ds, English); err != nil {
		t.Fatal(err)
	}
	want := "::warning file=content,title=raw-html::" + data(ds[1].Message.In(English)) + " – it/index.html: on this page and on 12 more pages\n" +
		"::error file=content/a%2Cb.md,line=7,col=3,endColumn=9,title=unknown-field::" +
		data(ds[0].Message.In(English)) + " – did you mean \"title\"?\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	if lines := strings.Count(out.String(), "\n"); lines != 2 {
		t.Errorf("a line break in a message makes %d lines of 2 commands", lines)
	}
}

func TestGitHubValuesAreEscaped(t *testing.T) {
	ds := []Diagnostic{
		At(Pos{File: "a%b,c:d\r\ne.md", Line: 1, Col: 2}, "fact-differs.list", "x", "50% of\x1b[31m a,b:c"),
		At(Pos{}, "shallow-history"),
	}
	var out strings.Builder
	if err := GitHub(&out, ds, English); err != nil {
		t.Fatal(err)
	}
	want := "::warning title=shallow-history::" + ds[1].Message.In(English) + "\n" +
		"::error file=a%25b%2Cc%3Ad%0D%0Ae.md,line=1,col=2,title=fact-differs::" +
		"\"x\" is not the same here as in 50%25 of\uFFFD[31m a,b:c: facts are written once\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

// codeQuality are the members that GitLab documents for an entry of its report.
var codeQuality = []string{"check_name", "description", "fingerprint", "location", "severity"}

func TestGitLabReportHasTheDocumentedMembers(t *testing.T) {
	var out strings.Builder
	if err := GitLab(&out, found(), English); err != nil {
		t.Fatal(err)
	}
	var entries []map[string]any
	if err := json.Unmarshal([]byte(out.String()), &entries); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if diff := cmp.Diff(codeQuality, slices.Sorted(maps.Keys(e))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		place := e["location"].(map[string]any)
		file, line := place["path"].(string), place["lines"].(map[string]any)["begin"].(float64)
		if file == "" || strings.HasPrefix(file, "/") || strings.HasPrefix(file, "./") || line < 1 {
			t.Errorf("place %q, %v", file, line)
		}
		if severity := e["severity"].(string); !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, severity) {
			t.Errorf("severity %q", severity)
		}
		if mark := e["fingerprint"].(string); mark == "" || seen[mark] {
			t.Errorf("fingerprint %q is empty or there twice", mark)
		} else {
			seen[mark] = true
		}
	}
	if len(entries) != len(found()) {
		t.Errorf("%d entries of %d findings", len(entries), len(found()))
	}
}

func TestGitLabFingerprintsSurviveMovesAndTellRepetitionsApart(t *testing.T) {
	report := func(lines ...int) []issue {
		var ds []Diagnostic
		for _, line := range lines {
			ds = append(ds, At(Pos{File: "content/a.md", Line: line, Col: 1}, "unknown-field", "titel"))
		}
		var out strings.Builder
		if err := GitLab(&out, ds, Italian); err != nil {
			t.Fatal(err)
		}
		var issues []issue
		if err := json.Unmarshal([]byte(out.String()), &issues); err != nil {
			t.Fatal(err)
		}
		return issues
	}
	here, moved := report(4, 9), report(5, 10)
	if here[0].Fingerprint == here[1].Fingerprint {
		t.Error("two problems have one fingerprint")
	}
	for i := range here {
		if here[i].Fingerprint != moved[i].Fingerprint {
			t.Errorf("the fingerprint of problem %d changed with its line", i)
		}
	}
	if here[0].Severity != "major" || here[0].Location.Lines.Begin != 4 || here[0].CheckName != "unknown-field" {
		t.Errorf("wrong entry: %+v", here[0])
	}
	if got := report(); got == nil || len(got) != 0 {
		t.Errorf("no problems are %v, not an empty array", got)
	}
}
