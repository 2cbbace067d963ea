package serve

import (
	"path"
	"strings"
)

// contentTypes are written out because those that Go's standard library finds
// depend on the machine. Feeds are told by their name below.
var contentTypes = map[string]string{
	".avif": "image/avif",
	".css":  "text/css; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".epub": "application/epub+zip",
	".gif":  "image/gif",
	".html": "text/html; charset=utf-8",
	".ico":  "image/vnd.microsoft.icon",
	".ics":  "text/calendar; charset=utf-8",
	".jpeg": "image/jpeg",
	".jpg":  "image/jpeg",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".mp3":  "audio/mpeg",
	".mp4":  "video/mp4",
	".odt":  "application/vnd.oasis.opendocument.text",
	".pdf":  "application/pdf",
	".png":  "image/png",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
	".vtt":  "text/vtt; charset=utf-8",
	".webm": "video/webm",
	".webp": "image/webp",
	".woff": "font/woff", ".woff2": "font/woff2",
	".webmanifest": "application/manifest+json",
	".xml":         "application/xml",
	".zip":         "application/zip",
}

// contentType is the media type of an output.
func contentType(name string) string {
	base := path.Base(name)
	switch base {
	case "feed.xml":
		return "application/atom+xml"
	case "_headers", "_redirects", "_redirects.netlify", "_redirects.nginx", "_redirects.apache":
		return contentTypes[".txt"]
	}
	if t, ok := contentTypes[strings.ToLower(path.Ext(base))]; ok {
		return t
	}
	return "application/octet-stream"
}
