package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The skeleton that Parse leaves is the one that the text alone gives, and filled
// twice it is the same HTML twice.
func TestASkeletonIsFilledLikeTheText(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := Parse(Source{File: file, Text: text, FirstLine: 1, Lang: "it"})
		want := asHTML(text, "it", resolve(d))
		for range 2 {
			if got, ok := Fill(nil, d.Skeleton(), resolve(d)); !ok || string(got) != want {
				t.Errorf("%s: filled %v:\n%s\nwant:\n%s", file, ok, got, want)
			}
		}
		if d.Light().Skeleton() != nil {
			t.Errorf("%s: a light Doc has a skeleton", file)
		}
	}
}

// A damaged skeleton is told and stops nothing.
func FuzzSkeleton(f *testing.F) {
	d := parse("## A\n\n[x](@/y) [](#z) ![i](a.jpg)[^1] [s]{#t}\n\n> [!NOTE]\n> n\n\n|a|\n|-|\n|b|\n\n[^1]: n\n")
	f.Add([]byte(d.Skeleton()))
	f.Add([]byte{byte(holeLinkEnd)})
	f.Add([]byte{byte(holeNone), 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, s []byte) {
		html, ok := Fill(nil, s, resolve(d))
		if again, same := Fill(nil, s, resolve(d)); !bytes.Equal(again, html) || same != ok {
			t.Error("filled differently")
		}
	})
}
