package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sample is a side whose files look as the generator writes them.
func sample(t *testing.T) side {
	t.Helper()
	dir := t.TempDir()
	p := side{
		body: filepath.Join(dir, "news.md"), partner: []string{filepath.Join(dir, "partner.md")}, key: "name",
		layout: filepath.Join(dir, "layouts", "base.html"), skip: `{{t "frame.skip"}}</a>`,
	}
	for file, text := range map[string]string{
		p.body:       "---\ntitle: \"News\"\n---\n\nFirst paragraph.\n",
		p.partner[0]: "---\nname: \"Rete – Cura 8\"\nlang: it\n---\n",
		p.layout:     "<a href=\"#main\">{{t \"frame.skip\"}}</a>\n",
	} {
		if err := write(file, text); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func TestEditsReplaceTheOneBefore(t *testing.T) {
	p := sample(t)
	for _, test := range []struct {
		name string
		by   edit
		file string
		want string
	}{
		{"body", editBody, p.body, "---\ntitle: \"News\"\n---\n\nMark 1b\n\nFirst paragraph.\n"},
		{"partner", editPartner, p.partner[0], "---\nname: \"Rete – Cura 8 Mark 1b\"\nlang: it\n---\n"},
		{"theme", editTheme, p.layout, "<a href=\"#main\">{{t \"frame.skip\"}}b</a>\n"},
	} {
		for i := range 2 {
			if err := test.by(p, words(i)); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(test.file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, string(got)); diff != "" {
			t.Errorf("%s:\n%s", test.name, diff)
		}
	}
}

func TestAnEditSaysWhenAFileIsOther(t *testing.T) {
	p := sample(t)
	if err := write(p.layout, "<html>"); err != nil {
		t.Fatal(err)
	}
	if err := editTheme(p, words(0)); err == nil {
		t.Error("a layout without the place was changed")
	}
}

func TestMedianOfPairs(t *testing.T) {
	second := func(n float64) cost { return cost{wall: time.Duration(n * float64(time.Second))} }
	p := pairs{ours: []cost{second(1), second(2), second(1)}, hugo: []cost{second(3), second(8), second(2)}}
	if got := p.ratio(wall); got != 3 {
		t.Errorf("median of 3, 4 and 2 is %v", got)
	}
	once := pairs{ours: []cost{second(1), second(2)}, hugo: []cost{second(8)}}
	if got := once.ratio(wall); got != 6 {
		t.Errorf("one run of Hugo stands for all: 8 and 4 give %v", got)
	}
	if got := median(nil); !math.IsNaN(got) {
		t.Errorf("median of nothing is %v", got)
	}
}

func TestVerdicts(t *testing.T) {
	for _, test := range []struct {
		goal  goal
		ratio float64
		want  string
	}{
		{goal{3, 4.5}, 2.9, "missed"}, {goal{3, 4.5}, 3, "must"}, {goal{3, 4.5}, 4.6, "aim"}, {goal{}, 9, ""},
	} {
		if got := test.goal.verdict(test.ratio); got != test.want {
			t.Errorf("%v of %v is %q, want %q", test.ratio, test.goal, got, test.want)
		}
	}
}

func TestGrowthIsAPower(t *testing.T) {
	if got := power(1000, 10_000, 2, 20); math.Abs(got-1) > 1e-9 {
		t.Errorf("ten times the time for ten times the pages is n^%v", got)
	}
}

func TestFlagsThatMakeNoSense(t *testing.T) {
	for _, args := range [][]string{{"-sizes", "many"}, {"-only", "hot"}, {"-n", "0"}, {"surplus"}} {
		if _, err := parse(args); err == nil {
			t.Errorf("%s was taken", strings.Join(args, " "))
		}
	}
}
