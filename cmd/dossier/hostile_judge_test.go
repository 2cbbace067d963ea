package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// judgeSite reads every file of a finished site as the programs of its readers do,
// and reports whatever could run, load or steer there.
func judgeSite(t *testing.T, dir string) {
	t.Helper()
	pages := 0
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		at, _ := filepath.Rel(dir, name)
		if filepath.Ext(name) == ".html" {
			pages++
		}
		for _, bad := range judgeFile(at, data) {
			t.Errorf("%s: %s", at, bad)
		}
		return err
	})
	if err != nil || pages < 20 {
		t.Errorf("%d pages judged, %v", pages, err)
	}
}

func judgeFile(name string, data []byte) []string {
	switch filepath.Ext(name) {
	case ".html":
		return judgePage(data)
	case ".xml", ".svg", ".xhtml", ".opf", ".ncx":
		return judgeXML(data)
	case ".json":
		if !json.Valid(data) {
			return []string{"no JSON"}
		}
	case ".csv":
		return judgeCSV(data)
	case ".ics":
		return judgeCalendar(data)
	case ".epub", ".zip":
		return judgeArchive(data)
	case "":
		return judgeHostFile(data)
	}
	return nil
}

// ours are the scripts and the policy of the theme.
var (
	ourScript  = regexp.MustCompile(`^/assets/[a-z]+\.[0-9a-f]{8}\.js$`)
	ourRefresh = regexp.MustCompile(`^0; ?url=(/|https://prova\.example\.it/)[^/]`)
)

// judgePage reads a page as a browser does.
func judgePage(data []byte) []string {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	var bad []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			bad = append(bad, judgeElement(n)...)
		}
	}
	return bad
}

func judgeElement(n *html.Node) []string {
	attrs := map[string]string{}
	var bad []string
	for _, a := range n.Attr {
		attrs[a.Key] = a.Val
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", a.Key == "formaction", a.Key == "ping":
			bad = append(bad, n.Data+" has "+a.Key+"="+a.Val)
		case slices.Contains([]string{"href", "src", "srcset", "action", "poster", "data", "cite", "background"}, a.Key) && !runsNothing(a.Val):
			bad = append(bad, n.Data+" has "+a.Key+"="+a.Val)
		}
	}
	switch n.Data {
	case "style", "iframe", "frame", "object", "embed", "base", "applet", "form", "math", "svg", "template", "noscript":
		bad = append(bad, "element "+n.Data)
	case "script":
		if attrs["type"] == "application/ld+json" {
			if n.FirstChild == nil || !json.Valid([]byte(n.FirstChild.Data)) {
				bad = append(bad, "linked data that is none")
			}
		} else if !ourScript.MatchString(attrs["src"]) || n.FirstChild != nil {
			bad = append(bad, "script "+attrs["src"])
		}
	case "meta":
		if strings.EqualFold(attrs["http-equiv"], "refresh") && !ourRefresh.MatchString(attrs["content"]) {
			bad = append(bad, "meta refresh "+attrs["content"])
		}
	}
	return bad
}

// runsNothing reads an address as browsers do: controls and spaces before it go,
// tabs and line ends go anywhere.
func runsNothing(v string) bool {
	v = strings.TrimLeftFunc(v, func(r rune) bool { return r <= ' ' })
	v = strings.ToLower(strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(v))
	scheme, _, has := strings.Cut(v, ":")
	if !has || strings.ContainsAny(scheme, "/?#") {
		return !strings.HasPrefix(v, "//") && !strings.HasPrefix(v, `\`)
	}
	return slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme)
}

// judgeXML reads feeds, the list of pages and drawings.
func judgeXML(data []byte) []string {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Entity = xml.HTMLEntity
	var bad []string
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return bad
		}
		if err != nil {
			return append(bad, err.Error())
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		name := strings.ToLower(e.Name.Local)
		if slices.Contains([]string{"script", "iframe", "object", "embed", "foreignobject", "handler", "form", "base"}, name) {
			bad = append(bad, "element "+name)
		}
		for _, a := range e.Attr {
			if key := strings.ToLower(a.Name.Local); strings.HasPrefix(key, "on") || (key == "href" || key == "src") && !runsNothing(a.Value) {
				bad = append(bad, name+" has "+key+"="+a.Value)
			}
		}
	}
}

// judgeCSV looks for cells that spreadsheets would compute.
func judgeCSV(data []byte) []string {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return []string{err.Error()}
	}
	var bad []string
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				bad = append(bad, "a formula: "+cell)
			}
		}
	}
	return bad
}

// contentLine is a property of a calendar that we write.
var contentLine = regexp.MustCompile(`^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|X-WR-CALNAME|TZID|DTSTART|DTEND|TZOFFSETFROM|TZOFFSETTO|TZNAME|UID|DTSTAMP|SUMMARY|DESCRIPTION|LOCATION|URL|STATUS|GEO|LAST-MODIFIED|SEQUENCE)[;:]`)

// judgeCalendar reads lines as RFC 5545, 3.1 has them: CRLF, 75 octets, none that
// a text has made.
func judgeCalendar(data []byte) []string {
	var bad []string
	if !bytes.HasSuffix(data, []byte("\r\n")) || bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) || bytes.Count(data, []byte("\r")) != bytes.Count(data, []byte("\n")) {
		bad = append(bad, "lines do not end in CRLF")
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 {
			bad = append(bad, "a line of more than 75 octets: "+line)
		}
		if !strings.HasPrefix(line, " ") && !contentLine.MatchString(line) {
			bad = append(bad, "a line of its own: "+line)
		}
	}
	return bad
}

// judgeArchive reads what a book or a parcel holds.
func judgeArchive(data []byte) []string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []string{err.Error()}
	}
	var bad []string
	for _, f := range z.File {
		if !filepath.IsLocal(f.Name) || strings.Contains(f.Name, `\`) {
			bad = append(bad, "leaves its folder: "+f.Name)
		}
		r, err := f.Open()
		if err != nil {
			return append(bad, err.Error())
		}
		inside, err := io.ReadAll(r)
		if err != nil {
			return append(bad, err.Error())
		}
		if strings.Contains(f.Name, ".") {
			for _, b := range judgeFile(f.Name, inside) {
				bad = append(bad, f.Name+": "+b)
			}
		}
	}
	return bad
}

// judgeHostFile looks for lines in the files of hosts that a text has made.
func judgeHostFile(data []byte) []string {
	var bad []string
	for _, line := range strings.Split(string(data), "\n") {
		if strings.Contains(line, "\r") || strings.Contains(line, "alert") || strings.HasPrefix(line, "X-B") {
			bad = append(bad, "a line of its own: "+line)
		}
	}
	return bad
}

// TestTheJudgeOfHostileSitesSeesThem shows that the tests above can fail.
func TestTheJudgeOfHostileSitesSeesThem(t *testing.T) {
	for name, data := range map[string]string{
		"1.html": "<p><script>1</script>", "2.html": `<a href="java&#9;script:x">a</a>`, "3.html": `<p onclick=x>`, "4.html": `<p style=x>`,
		"5.html": `<iframe></iframe>`, "6.html": `<meta http-equiv=refresh content="0;url=https://evil.example/">`, "7.html": `<script src="/x.js"></script>`,
		"8.html": `<script type="application/ld+json">{</script>`, "9.html": `<img src="data:x">`, "10.html": `<base href=x>`, "11.html": `<a href=//evil.example>`,
		"1.svg": `<svg><script/></svg>`, "2.xml": `<a onload="x"/>`, "3.xml": `<a>`, "4.xml": `<a href="javascript:x"/>`,
		"1.csv": "a,=1\n", "1.ics": "BEGIN:VCALENDAR\n", "2.ics": "X-B: c\r\n", "3.ics": "SUMMARY:" + strings.Repeat("x", 80) + "\r\n", "1.json": "{", "1.zip": "x", "_headers": "X-B: c",
	} {
		if len(judgeFile(name, []byte(data))) == 0 {
			t.Errorf("%s: %s passes", name, data)
		}
	}
}
