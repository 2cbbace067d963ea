package face

import (
	"testing"
)

// small returns a font of a few kilobytes with every table that is read.
func small(t testing.TB) []byte {
	parts := partsOf(t, fileOf(t, subsetOf(t, load(t, "Ubuntu-Regular.ttf"), "Aàÿй.fi")))
	whole := partsOf(t, fontFile(t, "Ubuntu-Regular.ttf"))
	for _, tag := range []string{"OS/2", "cmap", "name", "GSUB", "post"} {
		parts[tag] = whole[tag]
	}
	parts["post"] = parts["post"][:postLength]
	parts["GDEF"] = partsOf(t, fontFile(t, "SourceSans3-Regular.ttf"))["GDEF"]
	parts["GPOS"] = layoutTable("kern", lookup{1, words(1, 8, 4, 0xFFF0, 1, 1, 1)})
	parts["kern"] = words(0, 1, 0, 20, 1, 1, 6, 0, 0, 1, 2, 9)
	return parts.file()
}

func FuzzLoad(f *testing.F) {
	seed := small(f)
	for length := 0; length < len(seed); length += len(seed)/16 + 1 {
		f.Add(seed[:length])
	}
	f.Add(seed)
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Load(data)
		if err != nil {
			return
		}
		sub := face.NewSubset()
		for _, g := range face.NewShaper().Shape("AVà ffi q\u0303 дй α1", "bg") {
			if g.Text == "" || int(g.ID) >= face.glyphs {
				t.Fatalf("glyph %+v of %d", g, face.glyphs)
			}
			sub.Add(g.ID, g.Text)
		}
		cut, err := sub.Bytes()
		if err != nil {
			return
		}
		again, err := Load(cut)
		if err != nil {
			t.Fatalf("the subset cannot be loaded: %v", err)
		}
		for cid, used := range sub.CIDs() {
			if again.Advance(GID(cid)) != used.Advance {
				t.Fatalf("CID %d is %v wide in the file, %v as used", cid, again.Advance(GID(cid)), used.Advance)
			}
		}
	})
}
