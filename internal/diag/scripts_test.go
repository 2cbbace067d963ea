package diag

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// unscripted are sentences that no script shows, with the reason.
var unscripted = map[string]string{
	"theme-missing.unreadable": "needs a file that the person who runs the tests cannot read",
	"document-structure.own":   "needs a fault of ours in a document",
	"hint.our-fault":           "likewise",
}

var placeholder = regexp.MustCompile(`%(\.\d)?\[\d\][a-z]`)

// pattern matches the sentence with whatever arguments.
func pattern(sentence string) *regexp.Regexp {
	parts := placeholder.Split(sentence, -1)
	for i, part := range parts {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile(strings.Join(parts, ".*"))
}

func TestEverySentenceStandsInAScript(t *testing.T) {
	files, err := filepath.Glob("../../testdata/script/diag_*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	said := all.String()
	for key, e := range catalogue {
		if strings.HasPrefix(key, "see.") {
			continue
		}
		for _, sentence := range []string{e.en, e.it} {
			shown := pattern(sentence).MatchString(said)
			switch reason := unscripted[key]; {
			case shown && reason != "":
				t.Errorf("%s is shown although it is listed as %q", key, reason)
			case !shown && reason == "":
				t.Errorf("%s: no script shows %q", key, sentence)
			}
		}
	}
}
