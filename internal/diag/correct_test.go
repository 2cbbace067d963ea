package diag

import (
	"errors"
	"testing"
)

func TestCorrectWritesTheLineWhereItIsCertain(t *testing.T) {
	const file = "\ufefflead: comune-milano\r\nwebsite: \"www.example.org\"\na: b, b\n\tè: {x: EL}\nlong\n"
	tests := []struct {
		name         string
		pos          Pos
		wrong, right string
		want         string
	}{
		{"a value", at(1, 7, 20), "comune-milano", "comune-di-milano", "lead: comune-di-milano"},
		{"within quotes, which stay", at(2, 10, 27), "www.example.org", "https://www.example.org", `website: "https://www.example.org"`},
		{"behind a tab and an accent", at(4, 9, 11), "EL", "GR", "\tè: {x: GR}"},
		{"a key", at(5, 1, 5), "long", "short", "short"},
		{"twice in the marked text", at(3, 4, 8), "b", "c", ""},
		{"twice in the line, once in the marked text", at(3, 7, 8), "b", "c", "a: b, c"},
		{"not in the marked text", at(1, 1, 5), "comune-milano", "x", ""},
		{"a mark without an end", at(1, 7, 0), "comune-milano", "x", ""},
		{"a mark behind the end", at(1, 7, 99), "comune-milano", "x", ""},
		{"a line that is not there", at(9, 1, 5), "long", "x", ""},
		{"no line", at(0, 0, 0), "long", "x", ""},
		{"a file that cannot be read", Pos{File: "b.md", Line: 1, Col: 1, EndCol: 5}, "long", "x", ""},
	}
	source := func(name string) ([]byte, error) {
		if name != "a.md" {
			return nil, errors.New("no such file")
		}
		return []byte(file), nil
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ds := []Diagnostic{At(test.pos, "unknown-field", "x").WithSwap(test.wrong, test.right)}
			if Correct(ds, source); ds[0].Fix != test.want {
				t.Errorf("got %q, want %q", ds[0].Fix, test.want)
			}
		})
	}
	ds := []Diagnostic{At(at(1, 1, 5), "unknown-field", "x").WithSwap("lead", "load").WithFix("as it was")}
	if Correct(ds, source); ds[0].Fix != "as it was" {
		t.Errorf("a line that was there is now %q", ds[0].Fix)
	}
}
