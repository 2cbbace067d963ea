package epub

import (
	"bytes"
	"fmt"
	"strings"

	"dossier/internal/view"
)

// page wraps the content of a file.
func (b *book) page(title, content string) []byte {
	p := &b.v.Paper
	return []byte(fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%[1]s" xml:lang="%[1]s">
<head><title>%[2]s</title><link rel="stylesheet" href="%[3]s"/></head>
<body>%[4]s</body>
</html>
`, escape(p.Lang), escape(title), styleName, content))
}

// style is plain: reading systems bring their own faces and sizes.
func (b *book) style() string {
	look := &b.v.Paper.Look
	return strings.NewReplacer("ACCENT", look.Accent, "SOFT", look.Soft, "RULE", look.Rule, "MUTED", look.Muted).Replace(
		`body{margin:0 5%;line-height:1.5}
h1,h2,h3,h4{line-height:1.2;text-align:left;break-after:avoid}
h1{color:ACCENT}
table{border-collapse:collapse}
th,td{border:1px solid RULE;padding:.3em .5em;text-align:left;vertical-align:top}
.notice{border-left:.3em solid ACCENT;background:SOFT;padding:.1em 1em;margin:1em 0}
.notice-title{font-weight:bold}
figure{margin:1em 0}
img{max-width:100%;height:auto}
figcaption,.note{color:MUTED;font-size:.9em}
.cover{text-align:center}
.cover img{height:95vh}
.emblem img{width:5em}
dt{font-weight:bold}
dd{margin:0 0 .6em}
`)
}

// cover adds the picture that libraries show, and the page that shows it.
func (b *book) cover() {
	p := &b.v.Paper
	b.add(item{id: "cover-picture", name: coverPicture, media: "image/svg+xml", properties: "cover-image", data: []byte(b.coverPicture())})
	content := fmt.Sprintf(`<section epub:type="cover" class="cover"><img src="%s" role="doc-cover" alt="%s"/></section>`, coverPicture, escape(p.Title))
	b.add(item{id: "cover", name: coverName, media: xhtmlType, spine: true, data: b.page(p.Labels.Cover, content)})
}

// coverPicture is drawn from the title, in the theme's colours.
func (b *book) coverPicture() string {
	p := &b.v.Paper
	var s strings.Builder
	fmt.Fprintf(&s, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 840" xml:lang="%s"><title>%s</title>`, escape(p.Lang), escape(p.Title))
	fmt.Fprintf(&s, `<rect width="600" height="840" fill="#ffffff"/><rect width="24" height="840" fill="%s"/>`, p.Look.Accent)
	y := 250
	line := func(text string, size int, weight, colour string) {
		fmt.Fprintf(&s, `<text x="72" y="%d" font-family="sans-serif" font-size="%d" font-weight="%s" fill="%s">%s</text>`, y, size, weight, colour, escape(text))
	}
	line(b.v.Kind, 24, "bold", p.Look.Accent)
	y += 70
	for _, text := range wrapped(p.Title, 21) {
		line(text, 50, "bold", p.Look.Text)
		y += 58
	}
	y = 780
	line(p.Author, 22, "normal", p.Look.Muted)
	s.WriteString("</svg>")
	return s.String()
}

// wrapped cuts a text into lines of about n characters.
func wrapped(text string, n int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && len([]rune(lines[last]))+1+len([]rune(word)) <= n {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// titlePage says what the book is and who paid for it.
func (b *book) titlePage() error {
	p := &b.v.Paper
	var w bytes.Buffer
	fmt.Fprintf(&w, `<section epub:type="titlepage" id="titlepage">%s`, b.pageBreak(1, titleName))
	for i := range p.Funding {
		f := &p.Funding[i]
		if f.Emblem && i == 0 {
			if data, ok := b.in.File(p.Look.Emblem.Name); ok {
				b.add(item{id: "emblem", name: "images/emblem.svg", media: "image/svg+xml", data: data})
				fmt.Fprintf(&w, `<p class="emblem"><img src="images/emblem.svg" alt="%s"/></p>`, escape(p.Labels.Emblem))
			}
		}
		fmt.Fprintf(&w, `<p>%s</p>`, escape(join(f.Statement, f.Programme)))
	}
	fmt.Fprintf(&w, `<p class="note">%s</p><h1>%s</h1><p>%s</p>`, escape(join(b.v.Kind, b.v.Edition)), escape(p.Title), escape(p.Subject))
	if p.Author != "" {
		fmt.Fprintf(&w, `<p>%s</p>`, escape(p.Author))
	}
	w.WriteString(`</section>`)
	b.add(item{id: "title", name: titleName, media: xhtmlType, spine: true, title: p.Labels.Title, data: b.page(p.Labels.Title, w.String())})
	return nil
}

func join(parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, " – ")
}

// colophon is the last page.
func (b *book) colophon() {
	p := &b.v.Paper
	var w bytes.Buffer
	fmt.Fprintf(&w, `<section epub:type="colophon" role="doc-colophon">%s<h1>%s</h1><dl>`, b.pageBreak(b.breaks.Pages, colophonName), escape(p.Labels.Colophon))
	for _, f := range b.v.Facts {
		fmt.Fprintf(&w, "<dt>%s</dt><dd>%s</dd>", escape(f.Label), values(f))
	}
	fmt.Fprintf(&w, `<dt>%s</dt><dd>%s</dd><dt>%s</dt><dd><a href="%s">%s</a></dd></dl>`,
		escape(p.Labels.Licence), escape(p.Licence), escape(p.Labels.Web), escape(p.URL), escape(p.Address))
	if len(p.Funding) > 0 {
		fmt.Fprintf(&w, "<h2>%s</h2>", escape(p.Labels.Disclaimer))
	}
	for i := range p.Funding {
		for _, text := range []string{p.Funding[i].Sentence, p.Funding[i].Disclaimer} {
			if text != "" {
				fmt.Fprintf(&w, "<p>%s</p>", escape(text))
			}
		}
	}
	w.WriteString("</section>")
	b.add(item{id: "colophon", name: colophonName, media: xhtmlType, spine: true, title: p.Labels.Colophon, data: b.page(p.Labels.Colophon, w.String())})
}

func values(f view.Fact) string {
	var out []string
	for _, v := range f.Values {
		text := escape(v.Text)
		if v.Lang != "" {
			text = fmt.Sprintf(`<span%s>%s</span>`, langAttr(v.Lang), text)
		}
		if v.URL != "" {
			text = fmt.Sprintf(`<a href="%s">%s</a>`, escape(v.URL), text)
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// nav holds the contents, the landmarks and the list of printed pages.
func (b *book) nav() []byte {
	l := &b.v.Paper.Labels
	var w bytes.Buffer
	fmt.Fprintf(&w, `<nav epub:type="toc" role="doc-toc" id="toc"><h1>%s</h1><ol>`, escape(l.Contents))
	start := ""
	for _, i := range b.items {
		if i.title == "" {
			continue
		}
		if start == "" && i.name != titleName {
			start = i.name
		}
		fmt.Fprintf(&w, `<li><a href="%s">%s</a>`, escape(i.name), escape(i.title))
		if len(i.headings) > 0 {
			w.WriteString("<ol>")
			for _, h := range i.headings {
				fmt.Fprintf(&w, `<li><a href="%s#%s">%s</a></li>`, escape(i.name), escape(h.id), escape(h.text))
			}
			w.WriteString("</ol>")
		}
		w.WriteString("</li>")
	}
	fmt.Fprintf(&w, `</ol></nav><nav epub:type="landmarks" id="landmarks" hidden="hidden"><h2>%s</h2><ol>`, escape(l.Landmarks))
	landmark := func(kind, href, text string) {
		fmt.Fprintf(&w, `<li><a epub:type="%s" href="%s">%s</a></li>`, kind, escape(href), escape(text))
	}
	landmark("cover", coverName, l.Cover)
	landmark("titlepage", titleName, l.Title)
	landmark("toc", navName+"#toc", l.Contents)
	landmark("bodymatter", start, b.v.Paper.Title)
	fmt.Fprintf(&w, `</ol></nav><nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden"><h2>%s</h2><ol>`, escape(l.PageList))
	for _, p := range b.pages {
		fmt.Fprintf(&w, `<li><a href="%s">%d</a></li>`, escape(p.href), p.number)
	}
	w.WriteString("</ol></nav>")
	return b.page(l.Contents, w.String())
}

func langAttr(lang string) string {
	if lang == "" {
		return ""
	}
	return fmt.Sprintf(` lang="%[1]s" xml:lang="%[1]s"`, escape(lang))
}

// escape writes a text for XML; characters that XML cannot hold are dropped.
func escape(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s))
}
