package forget_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/forget"
)

func person(t testing.TB, name string) forget.Person {
	t.Helper()
	p, ok := forget.New(name)
	if !ok {
		t.Fatalf("%q is no name", name)
	}
	return p
}

func TestANameIsFoundHoweverItIsWritten(t *testing.T) {
	for _, tt := range []struct {
		name, file, text string
		want             bool
	}{
		{"Anna Verdi", "a.md", "Scrivi ad Anna Verdi.", true},
		{"Anna Verdi", "a.md", "ANNA VERDI", true},
		{"Anna Verdi", "a.md", "Verdi, Anna", true},
		{"Anna Verdi", "a.md", "Anna **Verdi**", true},
		{"Anna Verdi", "a.md", "anna-verdi", true},
		{"Anna Verdi", "a.md", "anna.verdi@example.org", true},
		{"Anna Verdi", "a.md", "Anna\nVerdi", true},
		{"Anna Verdi", "a.md", "An\u00adna Verdi", true},
		{"Anna Verdi", "a.md", "Anna Verdini", false},
		{"Anna Verdi", "a.md", "Marianna Verdi", false},
		{"Anna Verdi", "a.md", "Anna Maria Verdi", false},
		{"Anna Verdi", "a.md", "Anna; una pausa; Verdi", false},
		{"Verdi", "a.md", "Anna Verdi", true},
		{"Nicolò D’Àvila", "a.md", "Nicolo' D'Avila", true},
		{"Nicolo D'Avila", "a.md", "Nicolo\u0300 D’A\u0300vila", true},
		{"Jürgen Weiß", "a.md", "JURGEN WEISS", true},
		{"Søren Łęcki", "a.md", "soren lecki", true},
		{"Γιώργος Αβέρωφ", "a.md", "ΓΙΩΡΓΟΣ ΑΒΕΡΩΦ", true},
		{"Anna Maria Verdi", "a.md", "Verdi Anna Maria", true},
		{"Anna Maria Verdi", "a.md", "Maria Anna Verdi", false},
		{"Anna Anna Verdi", "a.md", "Anna Anna Anna Verdi", true},
		{"Anna Verdi", "content/anna-verdi.md", "", true},
		{"Anna Verdi", "a.html", "<b>Anna</b> <i>Verdi</i>", true},
		{"Anna Verdi", "a.html", "Anna&nbsp;Verdi", true},
		{"Zoë Verdi", "a.html", "<p title='Zo&#235; Verdi'>", true},
		{"Anna Verdi", "a.html", "<p>Ann<wbr>a Verdi</p>", true},
		{"Zoë Verdi", "a.json", `"Zo\u00eb Verdi"`, true},
		{"Anna Verdi", "a.ics", "SUMMARY:con An\r\n na Verdi", true},
		{"Anna Verdi", "a.bin", "\x00\x01Anna Verdi\x00", true},
	} {
		if got := len(person(t, tt.name).Find(tt.file, []byte(tt.text))) > 0; got != tt.want {
			t.Errorf("%q in %s %q: %v", tt.name, tt.file, tt.text, got)
		}
	}
}

func TestWhatHasNoLetterIsNoName(t *testing.T) {
	for _, name := range []string{"", " ", "…", "\u00ad"} {
		if _, ok := forget.New(name); ok {
			t.Errorf("%q is a name", name)
		}
	}
}

func TestPlacesHaveLineAndColumnInCharacters(t *testing.T) {
	text := "prima\n\nÈ qui: Anna Verdi, e Verdi Anna.\nAnna\nVerdi\n" + strings.Repeat("lungo ", 40) + "anna verdi\n"
	got := person(t, "anna verdi").Find("a.md", []byte(text))
	want := []forget.Place{
		{File: "a.md", Line: 3, Column: 8, Text: "È qui: Anna Verdi, e Verdi Anna."},
		{File: "a.md", Line: 3, Column: 22, Text: "È qui: Anna Verdi, e Verdi Anna."},
		{File: "a.md", Line: 4, Column: 1, Text: "Anna"},
		{File: "a.md", Line: 6, Column: 241, Text: "ngo lungo lungo lungo lungo lungo lungo anna verdi"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// archive returns a ZIP file of names and texts.
func archive(t testing.TB, method uint16, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: members[i], Method: method})
		if err == nil {
			_, err = f.Write([]byte(members[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsPackedIsFound(t *testing.T) {
	long := strings.Repeat("parole ", 200)
	for _, method := range []uint16{zip.Store, zip.Deflate} {
		inner := archive(t, method, "uno.txt", long, "due.xhtml", long+"<b>Anna</b> <i>Verdi</i>")
		outer := archive(t, method, "tre.txt", long, "libro.epub", string(inner), "quattro.txt", long)
		other := archive(t, method, "cinque.txt", long, "sei.txt", long+"Anna Verdi")
		pack := bytes.Join([][]byte{[]byte("a cache\x00"), inner, []byte("more\x00"), other, []byte("PK\x03\x04 broken")}, nil)
		for name, data := range map[string][]byte{"inner": inner, "outer": outer, "pack": pack} {
			var within []string
			for _, p := range person(t, "Anna Verdi").Find(name, data) {
				if p.Within != "" {
					within = append(within, p.Within)
				}
			}
			want := map[string][]string{
				"inner": {"due.xhtml"}, "outer": {"libro.epub: due.xhtml"}, "pack": {"due.xhtml", "sei.txt"},
			}[name]
			if diff := cmp.Diff(want, within); diff != "" {
				t.Errorf("method %d, %s (-want +got):\n%s", method, name, diff)
			}
		}
	}
}

func TestTheNameOfAMemberIsFound(t *testing.T) {
	places := person(t, "Anna Verdi").Find("kit.zip", archive(t, zip.Deflate, "anna-verdi.txt", "niente"))
	if len(places) == 0 {
		t.Error("not found")
	}
}

func FuzzFind(f *testing.F) {
	f.Add([]byte("Anna Verdi"))
	f.Add(archive(f, zip.Deflate, "a.txt", "Anna Verdi"))
	f.Add([]byte("%PDF-1.7\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := person(t, "Anna Verdi")
		for _, name := range []string{"a.md", "a.html", "a.ics", "a.json", "a.zip"} {
			for _, place := range p.Find(name, data) {
				if place.Line > 0 && place.Column < 1 {
					t.Errorf("%+v", place)
				}
			}
			if found := p.Find(name, append(bytes.Clone(data), " Anna Verdi "...)); len(found) == 0 {
				t.Errorf("%s: not found behind %q", name, data)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	page := []byte(strings.Repeat("<p>Le parole di una pagina, città e società.</p>\n", 300))
	p, _ := forget.New("Anna Verdi")
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if len(p.Find("a.html", page)) > 0 {
			b.Fatal("found")
		}
	}
}
