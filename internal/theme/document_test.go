package theme

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/themes"
)

// font is a face of the built-in theme.
func font(t testing.TB, name string) string {
	t.Helper()
	builtin, _ := themes.Builtin("civic")
	data, err := fs.ReadFile(builtin, "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestDocumentsLookAsTheThemeSays(t *testing.T) {
	o := options(t, small(
		"theme.toml", "[document]\nsize = 12\ntext = \"#111\"\nregular = [\"fonts/a.ttf\"]\nemblem = \"assets/emblem.svg\"\n",
		"fonts/a.ttf", font(t, "SourceSans3-Regular.ttf"),
	))
	o.Accent = "#7a1f1f"
	th := load(t, o)
	look := th.Look()
	if look.Size != 12 || look.LargeSize != 17 || look.Text != "#111" || look.Accent != "#7a1f1f" {
		t.Errorf("%+v", look)
	}
	if look.Regular[0].Name != "fonts/a.ttf" || look.Bold[0] != look.Regular[0] || look.Emblem.Name != "assets/emblem.svg" {
		t.Errorf("faces %+v, emblem %+v", look.Regular, look.Emblem)
	}
	if th.Face("fonts/a.ttf") == nil || th.Face("fonts/b.ttf") != nil {
		t.Error("a face is known by the name that the look gives it, and by no other")
	}
	if data, ok := th.File("assets/emblem.svg"); !ok || !strings.Contains(string(data), "<svg") {
		t.Error("the emblem is not at hand")
	}
	for r, want := range map[rune]bool{'à': true, 'Ж': true, 'ω': true, 'ł': true, '漢': false, '📞': false} {
		if th.Covers(r) != want {
			t.Errorf("covers %c: %v", r, !want)
		}
	}
}

func TestASiteBringsItsOwnFace(t *testing.T) {
	o := options(t, small(
		"theme.toml", "[document]\nregular = [\"fonts/a.ttf\"]\n",
		"fonts/a.ttf", font(t, "SourceSans3-Regular.ttf"),
	))
	built := load(t, o).Look().Regular[0]
	o.Site = fstest.MapFS{"fonts/a.ttf": {Data: []byte(font(t, "Ubuntu-Regular.ttf"))}}
	own := load(t, o)
	if own.Look().Regular[0].Digest == built.Digest {
		t.Error("the look, and with it every document's key, is that of the theme's own face")
	}
	if name := own.Face("fonts/a.ttf").Name(); !strings.Contains(name, "Ubuntu") {
		t.Errorf("face %q", name)
	}
}

func TestAThemeWithoutFacesMakesNoDocuments(t *testing.T) {
	if look := load(t, options(t, small())).Look(); len(look.Regular) != 0 {
		t.Errorf("%+v", look)
	}
}

func TestMistakesInTheLookOfDocumentsAreToldInTheirPlace(t *testing.T) {
	base := small("fonts/a.ttf", font(t, "SourceSans3-Regular.ttf"), "fonts/b.ttf", "no font")
	for _, tt := range []struct{ text, want string }{
		{"size = 40", `themes/small/theme.toml:2:8-10 document-style: text of 40 points: this size must be between 9 and 14`},
		{"large = 10", `themes/small/theme.toml:2:9-11 document-style: text of 10 points: this size must be between 16 and 24`},
		{`muted = "#ccc"`, `themes/small/theme.toml:2:9-15 low-contrast: the colour #ccc of documents has a contrast of 1.60:1 with white; text needs 4.5:1 | the nearest that passes is "#767676" (4.54:1)`},
		{`regular = ["fonts/aa.ttf"]`, `themes/small/theme.toml:2:12-26 document-style: the theme has no file "fonts/aa.ttf" | did you mean "fonts/a.ttf"?`},
		{`sizes = 11`, `themes/small/theme.toml:2:1-6 unknown-field: unknown field "sizes" | did you mean "size"?`},
	} {
		o := options(t, base)
		o.Site = fstest.MapFS{"theme.toml": {Data: []byte("[document]\n" + tt.text + "\n")}}
		_, ds := Load(o)
		var got []string
		for _, d := range ds {
			got = append(got, line(d))
		}
		if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestAFileThatIsNoFontIsToldInItsPlace(t *testing.T) {
	o := options(t, small("theme.toml", "[document]\nregular = [\"fonts/b.ttf\"]\n"))
	o.Site = fileTree("fonts/b.ttf", "no font")
	o.Once = sync.OnceFunc
	_, ds := Load(o)
	if len(ds) != 1 || ds[0].ID != "document-style" || ds[0].Pos != (diag.Pos{File: "themes/small/theme.toml", Line: 2, Col: 12, EndCol: 25}) {
		t.Errorf("%v", ds)
	}
}
