package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found are diagnostics of every shape: with and without a file, a line, a second
// place, a corrected line; with everything in the text that has a meaning in SARIF.
func found() []Diagnostic {
	return []Diagnostic{
		At(Pos{}, "shallow-history").WithHint("hint.full-clone"),
		At(Pos{File: "content"}, "untranslated", Term("lang.en"), Joined([]Counted{{3, "news"}})),
		At(Pos{File: "content/a b/è#1.md", Line: 2, Col: 1, EndCol: 2}, "duplicate-key", "a").
			WithHint("hint.delete-one").Also(Pos{File: "content/a b/è#1.md", Line: 1, Col: 1, EndCol: 2}, "see.first").WithFix("b: 2"),
		At(Pos{File: "content/b.it.md", Line: 4, Col: 3}, "missing-alt.body", "hall.jpg").WithHint("hint.alt-in-body", "hall.jpg"),
		At(Pos{File: "i18n/it.toml", Line: 4, Col: 3}, "message-syntax.placeholder", "x", "{{.count").WithHint("hint.message-placeholder"),
		At(Pos{File: "i18n/it.toml", Line: 9, Col: 3}, "message-syntax.placeholder", "x", "{{.count").WithHint("hint.message-placeholder"),
	}
}

func sarif(t *testing.T, lang Lang, ds []Diagnostic) (text string, log sarifLog) {
	t.Helper()
	var b strings.Builder
	if err := SARIF(&b, ds, lang, "1.2.3"); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	return b.String(), log
}

func TestSARIFObeysTheSchema(t *testing.T) {
	s := readSchema(t, "testdata/sarif-schema-2.1.0.json")
	var all []Diagnostic
	for _, id := range IDs() {
		all = append(all, Diagnostic{ID: id, Severity: gravest(id), Pos: Pos{File: "a.md", Line: 1, Col: 1}, Message: Message{Key: id}})
	}
	for _, lang := range []Lang{English, Italian} {
		for name, ds := range map[string][]Diagnostic{"nothing": nil, "something": found(), "every rule": all} {
			text, _ := sarif(t, lang, ds)
			for _, fault := range s.judge(text) {
				t.Errorf("%s, %s: %s", lang, name, fault)
			}
		}
	}
}

func TestTheSchemaFindsFaults(t *testing.T) {
	s := readSchema(t, "testdata/sarif-schema-2.1.0.json")
	good, _ := sarif(t, English, found())
	for _, edit := range [][2]string{
		{`"version": "2.1.0"`, `"version": "2.2.0"`},
		{`"ruleIndex": 0`, `"ruleIndex": -2`},
		{`"ruleIndex": 0`, `"ruleIndex": "0"`},
		{`"level": "error"`, `"level": "grave"`},
		{`"startLine": 2`, `"startLine": 0`},
		{`"startLine": 2`, `"line": 2`},
		{`"uri": "content/a%20b/%C3%A8%231.md"`, `"uri": "content/a b/è.md"`},
		{`"name": "dossier",`, ``},
		{`"columnKind": "unicodeCodePoints"`, `"columnKind": "bytes"`},
	} {
		bad := strings.Replace(good, edit[0], edit[1], 1)
		if bad == good || len(s.judge(bad)) == 0 {
			t.Errorf("%q instead of %q is no fault", edit[1], edit[0])
		}
	}
}

func TestSARIFTellsPlaceRemedyAndCorrection(t *testing.T) {
	_, log := sarif(t, Italian, found())
	run := log.Runs[0]
	var repeated sarifResult
	for _, r := range run.Results {
		if rule := run.Tool.Driver.Rules[r.RuleIndex]; rule.ID != r.RuleID {
			t.Errorf("result %s points at rule %s", r.RuleID, rule.ID)
		}
		if r.RuleID == "duplicate-key" {
			repeated = r
		}
	}
	one := 1
	want := sarifResult{
		RuleID: "duplicate-key", RuleIndex: repeated.RuleIndex, Level: "error",
		Message:   sarifText{Text: `il campo "a" è scritto due volte – togli uno dei due – content/a b/è#1.md:1:1: scritto qui la prima volta`},
		Locations: []sarifLocation{{Physical: sarifPhysical{sarifArtifact{"content/a%20b/%C3%A8%231.md", "SRCROOT"}, &sarifRegion{2, 1, 2}}}},
		Related: []sarifLocation{{
			&one,
			sarifPhysical{sarifArtifact{"content/a%20b/%C3%A8%231.md", "SRCROOT"}, &sarifRegion{1, 1, 2}},
			&sarifText{Text: "scritto qui la prima volta"},
		}},
		Fingerprints: repeated.Fingerprints,
		Fixes: []sarifFix{{[]sarifChange{{
			sarifArtifact{"content/a%20b/%C3%A8%231.md", "SRCROOT"},
			[]sarifReplacement{{sarifRegion{Line: 2}, sarifText{Text: "b: 2"}}},
		}}}},
	}
	if diff := cmp.Diff(want, repeated); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSARIFTextsAreNeitherPlaceholdersNorLinks(t *testing.T) {
	_, log := sarif(t, English, found())
	for _, r := range log.Runs[0].Results {
		text := r.Message.Text
		for _, pair := range []string{"{{", "}}"} {
			text = strings.ReplaceAll(text, pair, "")
		}
		if strings.ContainsAny(text, "{}") || strings.Contains(strings.ReplaceAll(text, `\](`, ""), "](") {
			t.Errorf("%s: %s", r.RuleID, r.Message.Text)
		}
	}
}

func TestFingerprintsHoldNeitherLineNorLanguage(t *testing.T) {
	marks := func(lang Lang, ds []Diagnostic) []string {
		_, log := sarif(t, lang, ds)
		var all []string
		for _, r := range log.Runs[0].Results {
			all = append(all, r.Fingerprints[fingerprintName])
		}
		return all
	}
	moved := found()
	for i := range moved {
		if moved[i].Pos.Line > 0 {
			moved[i].Pos.Line += 7
		}
	}
	want := marks(English, found())
	if diff := cmp.Diff(want, marks(Italian, moved)); diff != "" {
		t.Errorf("(-before +moved):\n%s", diff)
	}
	seen := map[string]bool{}
	for _, mark := range want {
		if seen[mark] {
			t.Errorf("%s stands for two findings", mark)
		}
		seen[mark] = true
	}
}

func TestReportsOfASiteInAFolderNameFilesOfTheRepository(t *testing.T) {
	ds := found()
	_, log := sarif(t, English, Below("sites/uno", ds))
	var uris []string
	for _, r := range log.Runs[0].Results {
		for _, l := range append(r.Locations, r.Related...) {
			uris = append(uris, l.Physical.Artifact.URI)
		}
	}
	for _, uri := range uris {
		if !strings.HasPrefix(uri, "sites/uno/") {
			t.Errorf("%s is not in the site's folder", uri)
		}
	}
	if len(uris) != 6 || ds[1].Pos.File != "content" {
		t.Errorf("%d places; the first place is now %q", len(uris), ds[1].Pos.File)
	}
}
