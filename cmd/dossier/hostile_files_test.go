package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"net"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"
)

// fileCase is a site with something hostile in it. What is told first is told of
// file; an empty id means that nothing is.
type fileCase struct {
	name string
	make func(t *testing.T, dir string)
	code int
	id   string
	file string // below the site, perhaps with line and column
	say  string // a piece of the message or the remedy
}

const (
	caseFile = "content/pages/caso.it.md"
	atImage  = caseFile + ":7:13"
	atLink   = caseFile + ":7:5"
)

// What each case may take. The limits are those of a small machine of a CI; time
// is generous where other tests run beside this one.
const (
	mostTime   = 20 * time.Second
	mostMemory = 512 << 20
)

var fileCases = []fileCase{
	// Sizes.
	{"body of 2 MB", body(strings.Repeat("a ", 1<<20)), exitContent, "too-large", caseFile, "1024 KB"},
	{"body of one line", body(strings.Repeat("a", 1_040_000)), exitFine, "", "", ""},
	{"front matter of 86 kB", wholeSite("---\ntitle: a\nsummary: b\n" + strings.Repeat("x_abcdefg: 1\n", 7000) + "---\n"), exitContent, "too-large", caseFile + ":1:1", "64 KB"},
	{"settings of 200 kB", file("site.toml", "#"+strings.Repeat("x", 200_000)), exitUsage, "too-large", "site.toml", "128 KB"},
	{"many fields", wholeSite("---\ntitle: a\nsummary: b\n" + numbered("x_%: 1\n", 5000) + "---\n"), exitFine, "untranslated", "content", ""},
	{"many fields in TOML", wholeSite("+++\ntitle = \"a\"\nsummary = \"b\"\n" + numbered("x_%=1\n", 5000) + "+++\n"), exitFine, "untranslated", "content", ""},

	// Depth and number of marks.
	{"quotations", body(strings.Repeat(">", 500_000) + "a"), exitContent, "too-deep", caseFile + ":7:51", "split"},
	{"lists", body(strings.Repeat("- ", 400_000) + "a"), exitContent, "too-deep", caseFile + ":7:101", "split"},
	{"emphasis", body(strings.Repeat("*a **b ", 140_000)), exitContent, "too-deep", caseFile + ":7:7001", "split"},
	{"brackets", body(strings.Repeat("[", 500_000)), exitContent, "too-deep", caseFile + ":7:101", "split"},
	{"headings", body(strings.Repeat("## a\n\n", 170_000)), exitContent, "too-deep", caseFile + ":4007:1", "several pages"},
	{"table of many columns", body("|" + strings.Repeat("a|", 60_000) + "\n|" + strings.Repeat("-|", 60_000) + "\n"), exitContent, "too-deep", caseFile + ":7:1", "split"},
	{"table of many rows", body("|a|b|\n|-|-|\n" + strings.Repeat("|a|b|\n", 170_000)), exitContent, "too-deep", caseFile + ":7:1", "split"},
	{"link definitions", body(numbered("[a%]: http://a.example\n", 30_000)), exitContent, "too-deep", caseFile + ":7:1", "split"},
	{"notes", body(numbered("a[^%] ", 30_000) + "\n\n" + numbered("[^%]: n\n\n", 30_000)), exitContent, "unknown-footnote", caseFile, ""},
	{"dead links", body(strings.Repeat("[a](@/projects/zz) ", 50_000)), exitContent, "broken-link", caseFile + ":7:5", "create it"},
	{"dead files", body(numbered("[a](zz%.txt) ", 60_000)), exitContent, "missing-file", caseFile + ":7:5", "put the file there"},
	{"dead anchors", body(numbered("[a](#zz%) ", 60_000)), exitContent, "broken-anchor", caseFile + ":7:5", "no headings"},
	{"good links", body(strings.Repeat("[a](@/projects/alfa) ", 45_000)), exitFine, "", "", ""},
	{"raw HTML", body(strings.Repeat("<b>", 300_000)), exitFine, "raw-html", caseFile + ":7:1", "Markdown"},

	// Structures of data.
	{"YAML within itself", wholeSite("---\ntitle: a\nx_a: " + strings.Repeat("{a: ", 10_000) + strings.Repeat("}", 10_000) + "\n---\n"), exitContent, "bad-yaml", caseFile + ":3:34", "fewer levels"},
	{"YAML brackets", wholeSite("---\ntitle: a\nx_a: " + strings.Repeat("[", 30_000) + "\n---\n"), exitContent, "bad-yaml", caseFile, "close it"},
	{"YAML aliases", wholeSite("---\ntitle: a\nx_a: &a [x, x]\n---\n"), exitContent, "bad-yaml", caseFile + ":3:6", "in full"},
	{"TOML brackets", wholeSite("+++\ntitle = \"a\"\nx_a = " + strings.Repeat("[", 30_000) + "\n+++\n"), exitContent, "bad-toml", caseFile, ""},
	{"TOML dots", wholeSite("+++\ntitle = \"a\"\nx_a" + strings.Repeat(".a", 25_000) + " = 1\n+++\n"), exitContent, "bad-toml", caseFile, "fewer levels"},

	// Photographs.
	{"21 MB", photo("foto.png", append(pngOf(10, 10, 8, nil), make([]byte, 21<<20)...)), exitContent, "too-large", "content/pages/foto.png", "20480 KB"},
	{"PNG of 3600 Mpx", photo("foto.png", pngOf(60_000, 60_000, 8, nil)), exitContent, "too-large", atImage, "50 million"},
	{"PNG of 49 Mpx in 16 bits", photo("foto.png", pngOf(7000, 7000, 16, nil)), exitContent, "too-large", atImage, "25 million"},
	{"PNG of one line", photo("foto.png", pngOf(6_000_000, 1, 8, nil)), exitContent, "too-large", atImage, "20000 to a side"},
	{"PNG of 2^31 points to a side", photo("foto.png", pngOf(1<<31-1, 1<<31-1, 8, nil)), exitContent, "image-unreadable", atImage, "save it again"},
	{"PNG without points", photo("foto.png", pngOf(0, 0, 8, nil)), exitContent, "image-unreadable", atImage, "save it again"},
	{"PNG whose header lies", photo("foto.png", pngOf(4000, 4000, 8, make([]byte, 10))), exitContent, "image-unreadable", "content/pages/foto.png", "save it again"},
	{"PNG cut off", photo("foto.png", pngOf(10, 10, 8, make([]byte, 310))[:50]), exitContent, "image-unreadable", atImage, "save it again"},
	{"empty PNG", photo("foto.png", nil), exitContent, "image-unreadable", atImage, "save it again"},
	{"text as PNG", photo("foto.png", []byte("ciao")), exitContent, "image-unreadable", atImage, "save it again"},
	{"PNG as JPEG", photo("foto.jpg", pngOf(2, 2, 8, make([]byte, 14))), exitContent, "image-unreadable", atImage, ".png"},
	{"JPEG cut off", photo("foto.jpg", []byte("\xff\xd8\xff\xc0\x00\x11\x08\x01\x90\x02\x58\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01")), exitContent, "image-unreadable", atImage, "save it again"},
	{"GIF of 4294 Mpx", photo("foto.gif", []byte("GIF89a\xff\xff\xff\xff\x00\x00\x00;")), exitContent, "too-large", atImage, "50 million"},
	{"WebP of 268 Mpx", photo("foto.webp", []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\xff\xff\xff\x0f\x00\x00\x00\x00\x00\x00\x00\x00\x00")), exitContent, "too-large", atImage, "50 million"},
	{"text as WebP", photo("foto.webp", []byte("ciao")), exitContent, "image-unreadable", atImage, "save it again"},
	{"AVIF", photo("foto.avif", []byte("ciao")), exitContent, "image-unreadable", atImage, "JPEG or PNG"},
	{"TIFF", photo("foto.tif", []byte("II*\x00")), exitContent, "image-unreadable", atImage, "JPEG or PNG"},

	// Drawings.
	{"SVG with a script", drawing("<script>1</script>"), exitContent, "image-unreadable", atImage, "without scripts"},
	{"SVG with a handler", drawing(`<rect onclick="a"/>`), exitContent, "image-unreadable", atImage, "without scripts"},
	{"SVG with HTML", drawing("<foreignObject/>"), exitContent, "image-unreadable", atImage, "without scripts"},
	{"SVG that loads", drawing(`<image href="http://a.example/x.png"/>`), exitContent, "image-unreadable", atImage, "links to other files"},
	{"SVG with entities", photo("foto.svg", []byte(`<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 9 9">&b;</svg>`)), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"SVG within itself", drawing(strings.Repeat("<g>", 100_000) + strings.Repeat("</g>", 100_000)), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"SVG that doubles itself", drawing(doubling(60)), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"SVG that uses itself", drawing(`<g id="a"><use href="#a"/></g><use href="#a"/>`), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"SVG pattern of itself", drawing(`<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>`), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"SVG of a size without end", photo("foto.svg", []byte(`<svg viewBox="0 0 1e9 1e9"/>`)), exitContent, "image-unreadable", atImage, "viewBox"},
	{"SVG cut off", photo("foto.svg", []byte(`<svg viewBox="0 0 9 9"><g>`)), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"empty SVG", photo("foto.svg", nil), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"PNG as SVG", photo("foto.svg", pngOf(2, 2, 8, nil)), exitContent, "image-unreadable", atImage, "plain SVG"},
	{"SVG with a long path", drawing(`<path d="` + strings.Repeat("M0 0L1 1", 600_000) + `"/>`), exitFine, "", "", ""},

	// Downloads.
	{"empty PDF", download("x.pdf", ""), exitFine, "damaged-file", atLink, "export"},
	{"PDF that is a page", download("x.pdf", "<html><script>1</script>"), exitFine, "damaged-file", atLink, "export"},
	{"PDF cut off", download("x.pdf", "%PDF-1.7\n1 0 obj"), exitFine, "damaged-file", atLink, "export"},
	{"ZIP that is none", download("x.zip", "ciao"), exitFine, "damaged-file", atLink, "export"},
	{"empty text", download("x.txt", ""), exitFine, "damaged-file", atLink, "export"},
	{"page of HTML", download("x.html", "<script>1</script>"), exitContent, "bad-path", atLink, "PDF or ZIP"},
	{"page of XHTML", download("x.xhtml", "<html/>"), exitContent, "bad-path", atLink, "PDF or ZIP"},
	{"program for browsers", download("x.js", "alert(1)"), exitContent, "bad-path", atLink, "PDF or ZIP"},
	{"program for Windows", download("x.exe", "MZ"), exitContent, "bad-path", atLink, "PDF or ZIP"},
	{"packed drawing", download("x.svgz", "\x1f\x8b"), exitContent, "bad-path", atLink, "PDF or ZIP"},

	// Things that are no files, and files elsewhere.
	{"link to a file", link("about.it.md", caseFile), exitContent, "not-regular-file", caseFile, "copy of the file"},
	{"link to a folder", link("../projects", "content/pages/altro"), exitContent, "not-regular-file", "content/pages/altro", "copy of the file"},
	{"link to nothing", link("nulla", caseFile), exitContent, "not-regular-file", caseFile, "copy of the file"},
	{"link to itself", link("caso.it.md", caseFile), exitContent, "not-regular-file", caseFile, "copy of the file"},
	{"link to a file of the system", link("/etc/passwd", "content/pages/x.txt"), exitContent, "not-regular-file", "content/pages/x.txt", "copy of the file"},
	{"link in static", link("/etc/passwd", "static/x.txt"), exitContent, "not-regular-file", "static/x.txt", "copy of the file"},
	{"link to a folder in static", link("/etc", "static/etc"), exitContent, "not-regular-file", "static/etc", "copy of the file"},
	{"link as a theme", link("/etc", "themes/civic"), exitContent, "not-regular-file", "themes/civic", "copy of the file"},
	{"link in a theme", link("/etc/passwd", "themes/civic/layouts/base.html"), exitContent, "not-regular-file", "themes/civic/layouts/base.html", "copy of the file"},
	{"link as messages", link("/etc/passwd", "i18n/it.toml"), exitContent, "not-regular-file", "i18n/it.toml", "copy of the file"},
	{"link as settings", instead("site.toml", func(t *testing.T, dir string) { link("x.toml", "site.toml")(t, dir) }), exitUsage, "not-regular-file", "site.toml", "copy of the file"},
	{"pipe", pipe(caseFile), exitContent, "not-regular-file", caseFile, "copy of the file"},
	{"socket", socket("content/pages/s"), exitContent, "not-regular-file", "content/pages/s", "copy of the file"},
	{"folder with the name of a text", folder("content/pages/x.it.md"), exitContent, "not-regular-file", "content/pages/x.it.md", "take .md off"},
	{"folder with the name of a file", both(folder("content/pages/x.pdf"), body("[a](x.pdf)")), exitContent, "missing-file", atLink, "put the file there"},

	// Names.
	{"con.md", file("content/pages/con.md", "x"), exitContent, "bad-path", "content/pages/con.md", "another name"},
	{"aux", file("content/pages/aux", "x"), exitContent, "bad-path", "content/pages/aux", "another name"},
	{"nul.it.md", file("content/pages/nul.it.md", "x"), exitContent, "bad-path", "content/pages/nul.it.md", "another name"},
	{"folder aux", file("content/pages/aux/index.it.md", "x"), exitContent, "bad-path", "content/pages/aux", "another name"},
	{"com with a small one", file("static/com¹.txt", "x"), exitContent, "bad-path", "static/com¹.txt", "another name"},
	{"console", file("static/CONIN$", "x"), exitContent, "bad-path", "static/CONIN$", "another name"},
	{"point at the end", file("static/x.", "x"), exitContent, "bad-path", "static/x.", "take it away"},
	{"space at the end", file("static/x ", "x"), exitContent, "bad-path", "static/x ", "take it away"},
	{"colon", file("static/a:b.txt", "x"), exitContent, "bad-path", "static/a:b.txt", "letters, digits"},
	{"line end", file("static/a\nb.txt", "x"), exitContent, "bad-path", "static/a\nb.txt", "letters, digits"},
	{"escape sequence", file("static/a\x1b[31m.txt", "x"), exitContent, "bad-path", "static/a\x1b[31m.txt", "letters, digits"},
	{"reading backwards", file("static/a\u202etxt.exe", "x"), exitContent, "bad-path", "static/a\u202etxt.exe", "letters, digits"},
	{"no text at all", file("static/a\xff.txt", "x"), exitContent, "bad-path", "static/a\ufffd.txt", "letters, digits"},
	{"255 bytes", file("content/pages/"+strings.Repeat("a", 249)+".it.md", "x"), exitContent, "bad-path", "content/pages/" + strings.Repeat("a", 249) + ".it.md", "shorten"},
	{"path of 220 bytes", file("static/"+strings.Repeat("a", 105)+"/"+strings.Repeat("b", 105), "x"), exitContent, "bad-path", "static/" + strings.Repeat("a", 105) + "/" + strings.Repeat("b", 105), "shorten"},
	{"capitals", both(file("static/Logo.svg", "x"), file("static/logo.svg", "x")), exitContent, "bad-path", "static/logo.svg", "rename one"},
	{"accents", both(file("static/caf\u00e9.txt", "x"), file("static/cafe\u0301.txt", "x")), exitContent, "bad-path", "static/caf\u00e9.txt", "keep one"},
	{"picture in a name", file("content/pages/\U0001f600.it.md", "x"), exitContent, "bad-path", "content/pages/\U0001f600.it.md", "small letters"},
	{"hidden file", file("static/.env", "x"), exitContent, "bad-path", "static/.env", "another name"},
	{"repository in static", file("static/.git/config", "x"), exitContent, "bad-path", "static/.git", "another name"},
	{"hidden file in .well-known", file("static/.well-known/.env", "x"), exitContent, "bad-path", "static/.well-known/.env", "another name"},
	{".well-known", file("static/.well-known/security.txt", "x"), exitFine, "", "", ""},

	// Places that are taken.
	{"a second home page", file("static/index.html", "x"), exitContent, "url-collision", "static/index.html", ""},
	{"a second page", file("static/it/index.html", "x"), exitContent, "url-collision", "static/it/index.html", ""},
	{"a second robots.txt", file("static/robots.txt", "x"), exitContent, "url-collision", "static/robots.txt", ""},
	{"headers of one's own", file("static/_headers", "x"), exitContent, "url-collision", "static/_headers", ""},
	{"a file where pages need a folder", file("static/it", "x"), exitContent, "url-collision", "static/it", "another name"},
}

func TestHostileFilesAreToldWithinBoundedTimeAndMemory(t *testing.T) {
	for _, c := range some(fileCases) {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := unpack(tinySite, dir); err != nil {
				t.Fatal(err)
			}
			c.make(t, dir)
			start := time.Now()
			stop := watchMemory()
			code, found := checked(t, dir, "en")
			if most := stop(); most > mostMemory {
				t.Errorf("took %d MB", most>>20)
			}
			if took := time.Since(start); took > mostTime {
				t.Errorf("took %v", took)
			}
			if code != c.code {
				t.Errorf("exit code %d, not %d", code, c.code)
			}
			c.judge(t, found)
		})
	}
}

// judge looks for what is due, which must be there once where it is about a file
// as a whole.
func (c fileCase) judge(t *testing.T, found []report) {
	t.Helper()
	times := 0
	for _, r := range found {
		at := r.place()
		if r.ID != c.id || !strings.HasPrefix(at, c.file+":") && !strings.HasPrefix(at, c.file+" ") {
			continue
		}
		if times++; times == 1 && (!strings.Contains(r.Message+r.Hint, c.say) || r.Message == "") {
			t.Errorf("%q, %q do not say %q", r.Message, r.Hint, c.say)
		}
	}
	switch {
	case c.id == "" && len(found) > 0:
		t.Errorf("told %v", found[0].place())
	case c.id != "" && times == 0:
		t.Errorf("%s of %s is not told: %v", c.id, c.file, found)
	case c.id != "" && times < len(found) && len(found) < 10:
		t.Errorf("told more than that: %v", found)
	}
}

// watchMemory notes the largest heap until it is stopped.
func watchMemory() (stop func() uint64) {
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		top := uint64(0)
		for {
			metrics.Read(sample)
			top = max(top, sample[0].Value.Uint64())
			select {
			case <-done:
				most <- top
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 {
		close(done)
		return <-most
	}
}

// The makers of cases.

type maker = func(t *testing.T, dir string)

func file(name, text string) maker {
	return func(t *testing.T, dir string) { writeFile(t, filepath.Join(dir, name), text) }
}

func wholeSite(all string) maker { return file(caseFile, all) }
func body(words string) maker    { return wholeSite(before + words + "\n") }

func both(a, b maker) maker {
	return func(t *testing.T, dir string) { a(t, dir); b(t, dir) }
}

func photo(name string, data []byte) maker {
	return both(file("content/pages/"+name, string(data)), body("![una foto]("+name+")"))
}

func drawing(inside string) maker {
	return photo("foto.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">`+inside+"</svg>"))
}

func download(name, data string) maker {
	return both(file("content/pages/"+name, data), body("[a]("+name+")"))
}

func instead(name string, m maker) maker {
	return func(t *testing.T, dir string) {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		m(t, dir)
	}
}

func folder(name string) maker {
	return func(t *testing.T, dir string) {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func link(to, name string) maker {
	return func(t *testing.T, dir string) {
		folder(filepath.Dir(name))(t, dir)
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
}

func socket(name string) maker {
	return func(t *testing.T, dir string) {
		t.Chdir(dir) // paths of sockets are short
		l, err := net.Listen("unix", name)
		if err != nil {
			t.Skip(err)
		}
		t.Cleanup(func() { l.Close() })
	}
}

// numbered repeats a text with a number for each %.
func numbered(text string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "%", strconv.Itoa(i)))
	}
	return b.String()
}

// doubling is a drawing in which each part uses the next one twice.
func doubling(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`<g id="a` + strconv.Itoa(i) + `">` + strings.Repeat(`<use href="#a`+strconv.Itoa(i+1)+`"/>`, 2) + "</g>")
	}
	return b.String() + `<rect id="a` + strconv.Itoa(n) + `" width="1" height="1"/><use href="#a0"/>`
}

// pngOf is a PNG in RGB with a header and whatever pixels (PNG, third edition, 11).
func pngOf(w, h uint32, bits byte, pixels []byte) []byte {
	header := binary.BigEndian.AppendUint32(nil, w)
	header = binary.BigEndian.AppendUint32(header, h)
	header = append(header, bits, 2, 0, 0, 0)
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(pixels)
	_ = z.Close()
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		name string
		data []byte
	}{{"IHDR", header}, {"IDAT", packed.Bytes()}, {"IEND", nil}} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c.data)))
		named := append([]byte(c.name), c.data...)
		out = append(out, named...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(named))
	}
	return out
}
