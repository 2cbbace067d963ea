package render

import "dossier/internal/view"

// feed writes an Atom feed (RFC 4287).
func feed(v *view.Feed, body func([]byte, view.Body) []byte) []byte {
	w := newXML()
	w.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", v.Lang)
	w.WriteString("\n")
	w.text("id", v.ID)
	w.text("title", v.Title)
	w.text("subtitle", v.Subtitle)
	w.text("updated", v.Updated)
	w.text("rights", v.Rights)
	w.empty("link", "rel", "self", "type", "application/atom+xml", "href", v.Self)
	w.empty("link", "rel", "alternate", "type", "text/html", "hreflang", v.Lang, "href", v.Home)
	if v.Author != "" {
		w.open("author")
		w.text("name", v.Author)
		w.close("author")
	}
	for _, e := range v.Entries {
		entry(w, e, body)
	}
	w.close("feed")
	return w.Bytes()
}

func entry(w *xmlWriter, e view.FeedEntry, body func([]byte, view.Body) []byte) {
	w.open("entry")
	w.WriteString("\n")
	w.text("id", e.ID)
	w.text("title", e.Title)
	w.empty("link", "rel", "alternate", "type", "text/html", "href", e.URL)
	w.text("published", e.Published)
	w.text("updated", e.Updated)
	if e.Category != "" {
		w.empty("category", "term", e.Category)
	}
	w.text("summary", e.Summary)
	if !e.Body.Empty() {
		w.text("content", string(body(nil, e.Body)), "type", "html", "xml:base", e.URL)
	}
	w.close("entry")
}
