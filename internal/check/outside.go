package check

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// Outside returns the addresses of other sites that pages link to, as Plain writes
// them, each with the first page that does. origin is the site's own.
func Outside(files map[string][]byte, origin string) map[string]string {
	found := map[string]string{}
	for _, p := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(p) != ".html" {
			continue
		}
		for _, n := range parse(p, files[p]).elements {
			if n.DataAtom != atom.A && n.DataAtom != atom.Area {
				continue
			}
			address, web := Plain(attr(n, "href"))
			if _, known := found[address]; web && !known && !strings.HasPrefix(address, origin+"/") && address != origin {
				found[address] = p
			}
		}
	}
	return found
}

// Plain writes an address of the web as it is asked for: escaped, without the part
// that only browsers use. It is false for any other address.
func Plain(address string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	u.Fragment, u.RawFragment, u.Host = "", "", strings.ToLower(u.Host)
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String(), true
}
