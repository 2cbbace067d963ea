package render

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"dossier/internal/view"
)

// The rules of each host are written so that no address can end its line or its
// field, whatever characters an editor has put into it.

// redirects writes _redirects, which Netlify, Cloudflare and GitLab Pages read, a
// rule a line. It says nothing of what is gone: of these hosts Netlify alone knows
// status 410, and Cloudflare may refuse the whole site over a status that it does
// not know.
func redirects(v *view.HostRules) []byte {
	var b bytes.Buffer
	b.WriteString("# old address, new address, status\n")
	for _, r := range v.Redirects {
		fmt.Fprintf(&b, "%s %s 301\n", encoded(r.From), encoded(r.To))
	}
	return b.Bytes()
}

// netlify writes what Netlify reads as _redirects, with what is gone.
func netlify(v *view.HostRules) []byte {
	b := bytes.NewBuffer(redirects(v))
	for _, address := range v.Gone {
		fmt.Fprintf(b, "%s %s404.html 410\n", encoded(address), v.Base)
	}
	return b.Bytes()
}

// nginx writes exact locations, to be included in a server block. nginx compares
// them with the decoded path, and takes variables in what it returns but not in
// the name of a location.
func nginx(v *view.HostRules) []byte {
	var b bytes.Buffer
	b.WriteString("# include this in the server block of nginx\n")
	for _, r := range v.Redirects {
		fmt.Fprintf(&b, "location = %s { return 301 %s; }\n", inQuotes(decoded(r.From)), inQuotes(encoded(r.To)))
	}
	for _, address := range v.Gone {
		fmt.Fprintf(&b, "location = %s { return 410; }\n", inQuotes(decoded(address)))
	}
	return b.Bytes()
}

// apache writes directives of mod_alias, for the configuration of a site or a file
// .htaccess. Redirect would take all addresses that begin alike: the pattern is
// anchored. Apache compares it with the decoded path, and encodes the new address
// itself.
func apache(v *view.HostRules) []byte {
	var b bytes.Buffer
	b.WriteString("# include this in the configuration of Apache\n")
	for _, r := range v.Redirects {
		fmt.Fprintf(&b, "RedirectMatch 301 \"^%s$\" %s\n", pattern(decoded(r.From)), inQuotes(spelt(decoded(r.To))))
	}
	for _, address := range v.Gone {
		fmt.Fprintf(&b, "RedirectMatch gone \"^%s$\"\n", pattern(decoded(address)))
	}
	return b.Bytes()
}

// plain are the characters that mean nothing but themselves in an address (RFC
// 3986, 2.3), in the rules of all hosts, and in a pattern but for the full stop.
const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~./"

// encoded writes an address with everything percent-encoded that is not plain;
// what is encoded already stays.
func encoded(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; strings.IndexByte(plain, c) >= 0 || c == '%' && isEncoded(address[i:]) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// spelt writes an address for a server that encodes it: what could mean something
// else there, and what no address of ours has, is percent-encoded all the same.
func spelt(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; strings.IndexByte(plain, c) >= 0 || c >= 0x80 || c == ' ' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// isEncoded reports whether a text begins with a percent sign and two digits.
func isEncoded(s string) bool {
	_, err := url.PathUnescape(s[:min(3, len(s))])
	return err == nil
}

// decoded is an address as servers compare it.
func decoded(address string) string {
	if path, err := url.PathUnescape(address); err == nil {
		return path
	}
	return address
}

// inQuotes writes a text in the quotes of a configuration file. Control characters,
// which no file can have in its name, become question marks.
func inQuotes(text string) string {
	clean := strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return '?'
		}
		return c
	}, text)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(clean) + `"`
}

// pattern writes a text as a regular expression for itself, in which no character
// means anything to the configuration file either.
func pattern(text string) string {
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case c == '.':
			b.WriteString(`\.`)
		case strings.IndexByte(plain, c) >= 0 || c >= 0x80:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, `\x%02x`, c)
		}
	}
	return b.String()
}
