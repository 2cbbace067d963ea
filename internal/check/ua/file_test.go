package ua_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"dossier/internal/check/ua"
)

func TestAFileThatCannotBeReadIsRefusedInWords(t *testing.T) {
	whole := string(tiny(t).classic())
	packed := string(tiny(t).packed())
	head, _, _ := strings.Cut(whole, "xref\n")
	end := func(xref string) string { return head + xref + fmt.Sprintf("startxref\n%d\n%%%%EOF\n", len(head)) }
	for _, test := range []struct{ name, data, want string }{
		{"nothing", "", "no PDF file"},
		{"a web page", "<!doctype html><title>x</title>", "no PDF file"},
		{"cut off", whole[:len(whole)/2], "cut off"},
		{"cut off in the last line", whole[:len(whole)-6], "cut off"},
		{"encrypted", strings.Replace(whole, "/Size", "/Encrypt << >> /Size", 1), "encrypted"},
		{"startxref without a number", strings.Replace(whole, "startxref\n", "startxref\nx ", 1), "gives no offset"},
		{"startxref beyond the end", strings.Replace(whole, "startxref\n", "startxref\n9", 1), "lies outside of the file"},
		{"startxref elsewhere", strings.Replace(whole, "startxref\n", "startxref\n15 %", 1), "there is none at offset 15"},
		{"startxref at another object", strings.Replace(whole, "startxref\n", fmt.Sprintf("startxref\n%d %%", strings.Index(whole, "1 0 obj")), 1), "there is none at offset"},
		{"no trailer", strings.Replace(whole, "trailer\n", "trailer 1\n", 1), "there is no trailer"},
		{"a trailer without a dictionary", end("xref\ntrailer\n"), "there is no trailer"},
		{"a head in letters", end("xref\nx y\n"), "a subsection has no head"},
		{"an entry in letters", end("xref\n0 1\nx y z\n"), "the entry of object 0 is malformed"},
		{"an object outside", end("xref\n1 1\n9999999999 00000 n \n"), "object 1 lies outside of the file"},
		{"more objects than any file", end("xref\n1048576 1\n0000000010 00000 n \n"), "more than 1048576 objects"},
		{"sections in a circle", end(fmt.Sprintf("xref\n0 1\n0000000000 65535 f \ntrailer << /Prev %d >>\n", len(head))), "in a circle"},
		{"rows without widths", strings.Replace(packed, "/W [1 3 1]", "/W [1 3]  ", 1), "no widths"},
		{"rows with wide fields", strings.Replace(packed, "/W [1 3 1]", "/W [1 9 1]", 1), "no widths"},
		{"rows of no width", strings.Replace(packed, "/W [1 3 1]", "/W [0 0 0]", 1), "no widths"},
		{"index without end", strings.Replace(packed, "/W [1 3 1]", "/W [1 3 1] /Index [0 999]", 1), "index does not fit"},
		{"predictor that is unknown", strings.Replace(packed, "/Predictor 12", "/Predictor 02", 1), "cannot be decoded"},
		{"predictor of other rows", strings.Replace(packed, "/Columns 5", "/Columns 7", 1), "cannot be decoded"},
		{"predictor of endless rows", strings.Replace(packed, "/Columns 5", "/Columns 999999999", 1), "cannot be decoded"},
		{"no catalogue", strings.Replace(whole, "/Root 1 0 R", "/Root 9 0 R", 1), "no catalogue with pages"},
		{"no pages", strings.Replace(whole, "/Kids [3 0 R", "/Kids [1 0 R", 1), ""},
		{"pages without kids", strings.Replace(whole, "/Kids ", "/Kidz ", 1), "no catalogue with pages"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := ua.Check([]byte(test.data))
			if test.want == "" {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestWhatIsWrongInTheBytesIsFound(t *testing.T) {
	for _, test := range []struct{ name, old, with, rules string }{
		{"data after the end", "%%EOF\n", "%%EOF\nmore", "A2 6.1.3-3"},
		{"a line end after the end", "%%EOF\n", "%%EOF\r\n", ""},
		{"xref in a line with its head", "xref\n0", "xref 0", "A2 6.1.4-2"},
		{"two spaces before obj", "1 0 obj\n<< /Type /Catalog", "1 0  obj\n<< /Type /Catalog", "A2 6.1.9-1"},
		{"object in a line with another", "endobj\n2 0 obj\n", "endobj 2 0 obj\n", "A2 6.1.9-1"},
		{"endobj in the line of its object", "(Ada, Bob)", "(Ada, Bob)", ""},
		{"no endobj", "endobj\n2 0 obj", "endo\n2 0 obj", "PDF 7.3.10"},
		{"length too short", "re f\nendstream", "re f 0 0 1 1 re f\nendstream", "A2 6.1.7.1-1"},
		{"no line end before endstream", "0 0 5 5 re f\nendstream", "0 0 5 5 re f endstream", "A2 6.1.7.1-1"},
		{"endstream at once", "0 0 5 5 re f\nendstream", "0 0 5 5 re fendstream", "A2 6.1.7.1-2"},
		{"no line end after stream", " >>\nstream\n0 0 5", " >>\nstream 0 0 5", "A2 6.1.7.1-1, A2 6.1.7.1-2"},
		{"a long line end after stream", " >>\nstream\n0 0 5", " >>\nstream\r\n0 0 5", ""},
		{"cross-reference to nowhere", "0000000000 65535 f \n0", "0000000000 65535 f \n1", "*"},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := string(shifted(t, tiny(t).classic(), test.old, test.with))
			r, err := ua.Check([]byte(data))
			if test.rules == "*" {
				if err == nil {
					t.Error("no error")
				}
				return
			}
			if got := rules(r.Findings); err != nil || got != test.rules {
				t.Errorf("found %q (%v), want %q: %v", got, err, test.rules, r.Findings)
			}
		})
	}
}

// shifted replaces a piece of a file with a cross-reference table and corrects
// the offsets of what follows.
func shifted(t *testing.T, data []byte, old, with string) []byte {
	t.Helper()
	at := bytes.Index(data, []byte(old))
	if at < 0 {
		t.Fatalf("no %q", old)
	}
	var out bytes.Buffer
	move := func(offset int) int {
		if offset > at {
			return offset + len(with) - len(old)
		}
		return offset
	}
	inTable := false
	for line := range bytes.Lines(bytes.Replace(data, []byte(old), []byte(with), 1)) {
		var offset int
		switch {
		case bytes.HasPrefix(line, []byte("xref")):
			inTable = true
		case inTable && bytes.HasSuffix(line, []byte(" n \n")):
			_, _ = fmt.Sscanf(string(line), "%d", &offset)
			line = []byte(fmt.Sprintf("%010d 00000 n \n", move(offset)))
		case inTable && len(line) > 1 && bytes.IndexFunc(line[:len(line)-1], func(r rune) bool { return r < '0' || r > '9' }) < 0:
			_, _ = fmt.Sscanf(string(line), "%d", &offset)
			line = []byte(fmt.Sprintf("%d\n", move(offset)))
		}
		out.Write(line)
	}
	return out.Bytes()
}

func TestALaterRevisionReplacesObjects(t *testing.T) {
	data := tiny(t).classic()
	prev := bytes.LastIndex(data, []byte("xref\n0"))
	var out bytes.Buffer
	out.Write(data)
	at := out.Len()
	fmt.Fprintf(&out, "%d 0 obj\n<< /Title (Another) >>\nendobj\n", info)
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 99 %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n", info, at, tiny(t).trailer, prev, xref)
	r := check(t, out.Bytes())
	if got := rules(r.Findings); got != "A2 6.6.3" || r.Elements != len(tinyElements) {
		t.Errorf("found %q, %d elements", got, r.Elements)
	}
}

func TestACrossReferenceThatLeadsElsewhereIsFound(t *testing.T) {
	data := tiny(t).classic()
	at := func(num int) []byte {
		return fmt.Appendf(nil, "%010d 00000 n", bytes.Index(data, fmt.Appendf(nil, "\n%d 0 obj", num))+1)
	}
	r := check(t, bytes.Replace(data, at(outlines), at(info), 1))
	if got := rules(r.Findings); got != "PDF 7.5.4" {
		t.Errorf("found %q", got)
	}
}

func TestHostileFilesAreBounded(t *testing.T) {
	bomb := deflate(make([]byte, 64<<20))
	nested := func(text string, n int) string { return strings.Repeat(text, n) }
	for _, test := range []struct {
		name, want string // the error, or else nothing
		plant      func(b *book)
	}{
		{"a stream that swells", "", func(b *book) { b.set(content2, "%s", stream("/Filter /FlateDecode", bomb)) }},
		{"many streams that swell", "more work", func(b *book) {
			part := deflate(bytes.Repeat([]byte("q Q "), 7<<20))
			b.set(content2, "%s", stream("/Filter /FlateDecode", part))
			b.swap(page2, "/Contents [", "/Contents ["+nested(refs(content2)+" ", 20))
		}},
		{"arrays in arrays", "", func(b *book) { b.add(nested("[", 100) + nested("]", 100)) }},
		{"states in states", "more work", func(b *book) { b.set(content2, "%s", stream("", []byte(nested("q ", 2000)))) }},
		{"marks in marks", "more work", func(b *book) { b.set(content2, "%s", stream("", []byte(nested("/P BMC ", 2000)))) }},
		{"operands without end", "more work", func(b *book) { b.set(content2, "%s", stream("", []byte(nested("0 ", 70000)))) }},
		{"forms that multiply", "more work", func(b *book) {
			b.swap(form, "/BBox", "/Resources << /XObject << /Fm1 "+refs(form)+" >> >> /BBox")
			b.swapIn(form, "re f", "re f "+nested("/Fm1 Do ", 40))
		}},
		{"a table without end", "more work", func(b *book) {
			b.swap(wide, "/ColSpan 2", "/ColSpan 1000 /RowSpan 1000")
		}},
		{"fonts with all codes", "more work", func(b *book) {
			var fonts, show strings.Builder
			for i := range 80 {
				num := b.add("%s", b.objects[fontA])
				fmt.Fprintf(&fonts, "/A%d %s ", i, refs(num))
				fmt.Fprintf(&show, "BT /A%d 12 Tf <FFFF> Tj ET ", i)
			}
			b.swap(page2, "/Font <<", "/Font << "+fonts.String())
			b.set(content2, "%s", stream("", []byte(show.String())))
		}},
		{"elements in elements", "deeper than any", func(b *book) {
			above := code
			for range 300 {
				num := b.add("<< /S /Div /P %d 0 R /K [] >>", above)
				b.swap(above, "/K [", "/K ["+refs(num)+" ")
				above = num
			}
		}},
		{"lengths that need each other", "", func(b *book) {
			for range 40 {
				next := len(b.objects) + 2
				b.add("<< /Length %d 0 R >>\nstream\nx\nendstream", next)
			}
		}},
		{"a parent tree in itself", "more work", func(b *book) { b.swap(parentTree, "/Kids [", "/Kids ["+nested(refs(parentTree)+" ", 3)) }},
		{"a reference to itself", "", func(b *book) {
			num := len(b.objects) + 1
			b.add(refs(num))
			b.swap(span, "(it-IT)", refs(num))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := tiny(t)
			test.plant(b)
			r, err := ua.Check(b.classic())
			switch {
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got %v, want %q", err, test.want)
			case test.want == "" && err != nil:
				t.Error(err)
			case err == nil && len(r.Findings) == 0:
				t.Error("nothing found")
			}
		})
	}
}

func TestFindingsAreBounded(t *testing.T) {
	b := tiny(t)
	var nothing strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&nothing, "/X%d gs ", i)
	}
	b.set(content2, "%s", stream("", []byte(nothing.String())))
	found := check(t, b.classic()).Findings
	if n := len(found); n != 1001 || !strings.Contains(found[n-1].What, "the rest is left out") {
		t.Errorf("%d findings, the last: %v", n, found[n-1])
	}
}
