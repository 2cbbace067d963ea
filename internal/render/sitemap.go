package render

import "dossier/internal/view"

// sitemap writes a site map as sitemaps.org 0.9 defines it, with the translations
// of each page as search engines read them.
func sitemap(v *view.URLSet) []byte {
	w := newXML()
	w.open("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml", "http://www.w3.org/1999/xhtml")
	w.WriteString("\n")
	for _, u := range v.URLs {
		w.open("url")
		w.WriteString("\n")
		w.text("loc", u.Loc)
		w.text("lastmod", u.LastMod)
		for _, a := range u.Alternates {
			w.empty("xhtml:link", "rel", "alternate", "hreflang", a.HrefLang, "href", a.URL)
		}
		w.close("url")
	}
	w.close("urlset")
	return w.Bytes()
}

// robots writes robots.txt (RFC 9309).
func robots(v *view.Robots) []byte {
	if v.Disallow {
		return []byte("User-agent: *\nDisallow: /\n")
	}
	return []byte("User-agent: *\nAllow: /\n\nSitemap: " + v.SiteMap + "\n")
}
