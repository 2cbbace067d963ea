package render

import (
	"bytes"
	"fmt"

	"dossier/internal/view"
)

// year is how long a file may be cached whose name changes with its content, in
// seconds.
const year = 365 * 24 * 3600

// headers writes _headers, which Netlify and Cloudflare Pages read.
func headers(v *view.HostRules) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s*\n", v.Base)
	for _, line := range []string{
		"Content-Security-Policy: " + v.CSP,
		"X-Content-Type-Options: nosniff",
		"Referrer-Policy: strict-origin-when-cross-origin",
		"Permissions-Policy: camera=(), geolocation=(), microphone=()",
		"Cross-Origin-Opener-Policy: same-origin",
		"X-Frame-Options: DENY",
		"Strict-Transport-Security: max-age=31536000",
		"Cache-Control: public, max-age=0, must-revalidate",
	} {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	fmt.Fprintf(&b, "\n%sassets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=%d, immutable\n", v.Base, year)
	return b.Bytes()
}
