package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// slip is what somebody does wrong, or does in an unusual way, in the site of
// testdata/sites/tiny, and what a build says to it.
type slip struct {
	name string
	// The first place where the file says old is replaced by new. Without old, new
	// is added at the end, and makes the file where there is none; whole puts new
	// in place of all that the file says.
	file, old, new string
	// want is what is reported: ids, each with its place: “id 3:8”, in another file
	// “id content/…:3:8”. Without one it is where the next mark of the text stands;
	// 0:0 is the file as a whole. A warning has a question mark: “id?”. Empty:
	// nothing is reported.
	want string
	// remedy is a part of what the first diagnostic says to do.
	remedy string
	// more are further edits: file, old and new in turn.
	more []string
}

// whole stands for all that a file says.
const whole = "*"

func TestEverySlipIsToldOnceInItsPlaceWithARemedy(t *testing.T) {
	tables := [][]slip{notationSlips, fieldSlips, valueSlips, recordSlips, referenceSlips, fileSlips, settingSlips, furtherSlips}
	for _, s := range some(slices.Concat(tables...)) {
		t.Run(s.name, s.run)
	}
}

func (s slip) run(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := unpack(tinySite, dir); err != nil {
		t.Fatal(err)
	}
	marks := s.plant(t, dir, s.file, s.old, s.new)
	for i := 0; i+2 < len(s.more); i += 3 {
		marks = append(marks, s.plant(t, dir, s.more[i], s.more[i+1], s.more[i+2])...)
	}
	want, wantCode := s.expected(t, marks)

	code, out, stderr := command(dir, "build", "--format", "json", "--clock", "2026-11-22")
	var found []report
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatalf("%v in %q; stderr: %s", err, out, stderr)
	}
	var got []string
	for _, r := range found {
		got = append(got, r.place())
		if r.Hint == "" && r.Fix == "" && s.remedy == "" {
			t.Errorf("%s: %q says nothing of a remedy", r.place(), r.Message)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-expected +reported):\n%s", diff)
	}
	if code != wantCode {
		t.Errorf("exit code %d, not %d", code, wantCode)
	}
	if s.remedy != "" && !strings.Contains(out, s.remedy) {
		t.Errorf("%q is not named", s.remedy)
	}
	for _, lang := range []string{"en", "it"} {
		if testing.Verbose() {
			_, _, said := command(dir, "build", "--ui", lang, "--clock", "2026-11-22")
			t.Log("\n" + said)
		}
	}
}

// plant makes an edit and returns the places of its marks.
func (s slip) plant(t *testing.T, dir, name, old, text string) (marks []string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	was, err := os.ReadFile(file)
	if err != nil && old != "" {
		t.Fatal(err)
	}
	at, end := len(was), len(was)
	switch {
	case old == whole:
		at = 0
	case old != "":
		if at = strings.Index(string(was), old); at < 0 {
			t.Fatalf("%s does not say %q", name, old)
		}
		end = at + len(old)
	}
	parts := strings.Split(string(was[:at])+text+string(was[end:]), mark)
	for i := range parts[1:] {
		head := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "").Replace(strings.Join(parts[:i+1], ""))
		line := head[strings.LastIndexByte(head, '\n')+1:]
		marks = append(marks, fmt.Sprintf("%s:%d:%d", name, strings.Count(head, "\n")+1, len([]rune(line))+1))
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Join(parts, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	return marks
}

// expected are the diagnostics that are due, and the exit code that goes with
// them.
func (s slip) expected(t *testing.T, marks []string) (want []string, code int) {
	t.Helper()
	for _, each := range strings.Split(s.want, ", ") {
		id, place, placed := strings.Cut(each, " ")
		id, warning := strings.CutSuffix(id, "?")
		switch {
		case id == "":
			continue
		case !placed && len(marks) > 0:
			place, marks = marks[0], marks[1:]
		case strings.Count(place, ":") == 1:
			place = s.file + ":" + place
		}
		want = append(want, place+" "+id)
		switch {
		case warning:
		case strings.HasPrefix(place, "site.toml:"):
			code = exitUsage
		default:
			code = max(code, exitContent)
		}
	}
	if len(marks) > 0 {
		t.Fatalf("%d marks too many", len(marks))
	}
	return want, code
}
