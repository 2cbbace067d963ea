package render

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/view"
)

func TestRulesOfHosts(t *testing.T) {
	v := &view.HostRules{
		Base: "/sub/",
		Redirects: []view.HostRedirect{
			{From: "/sub/it/vecchio/", To: "/sub/it/nuovo/"},
			{From: "/sub/it/perché/", To: "/sub/it/a%20b.pdf"},
			{From: "/sub/a.pdf", To: "/sub/it/nuovo/"},
		},
		Gone: []string{"/sub/it/scaduto/", "/sub/a%20b.pdf"},
	}
	for _, tt := range []struct {
		host string
		got  []byte
		want string
	}{
		{"_redirects", redirects(v), `# old address, new address, status
/sub/it/vecchio/ /sub/it/nuovo/ 301
/sub/it/perch%C3%A9/ /sub/it/a%20b.pdf 301
/sub/a.pdf /sub/it/nuovo/ 301
`},
		{"_redirects of Netlify", netlify(v), `# old address, new address, status
/sub/it/vecchio/ /sub/it/nuovo/ 301
/sub/it/perch%C3%A9/ /sub/it/a%20b.pdf 301
/sub/a.pdf /sub/it/nuovo/ 301
/sub/it/scaduto/ /sub/404.html 410
/sub/a%20b.pdf /sub/404.html 410
`},
		{"nginx", nginx(v), `# include this in the server block of nginx
location = "/sub/it/vecchio/" { return 301 "/sub/it/nuovo/"; }
location = "/sub/it/perché/" { return 301 "/sub/it/a%20b.pdf"; }
location = "/sub/a.pdf" { return 301 "/sub/it/nuovo/"; }
location = "/sub/it/scaduto/" { return 410; }
location = "/sub/a b.pdf" { return 410; }
`},
		{"Apache", apache(v), `# include this in the configuration of Apache
RedirectMatch 301 "^/sub/it/vecchio/$" "/sub/it/nuovo/"
RedirectMatch 301 "^/sub/it/perché/$" "/sub/it/a b.pdf"
RedirectMatch 301 "^/sub/a\.pdf$" "/sub/it/nuovo/"
RedirectMatch gone "^/sub/it/scaduto/$"
RedirectMatch gone "^/sub/a\x20b\.pdf$"
`},
	} {
		if diff := cmp.Diff(tt.want, string(tt.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.host, diff)
		}
	}
}

// forms are what a line of each file may look like at all: no address can end its
// line or its field, or mean anything to the server.
var forms = map[string]*regexp.Regexp{
	"_redirects": regexp.MustCompile(`^([A-Za-z0-9/._~%-]+ [A-Za-z0-9/._~%-]+ (301|410)|#.*)$`),
	"nginx":      regexp.MustCompile(`^(location = "([^"\\\x00-\x1f]|\\["\\])+" \{ return (301 "[A-Za-z0-9/._~%-]+"|410); \}|#.*)$`),
	"Apache":     regexp.MustCompile(`^(RedirectMatch (301|gone) "\^(?:[A-Za-z0-9/_~-]|[^\x00-\x7f]|\\\.|\\x[0-9a-f]{2})+\$"( "([A-Za-z0-9/._~% -]|[^\x00-\x7f])+")?|#.*)$`),
}

func TestNoAddressEscapesFromItsRule(t *testing.T) {
	for _, bad := range []string{
		"/a\n/* /evil 301", "/a\t/evil\t301", "/*", "/:splat", `/a"; } location / { return 301 "/evil`, `/a\`, `/a\"`, "/$uri", "/${HOME}%{ENV:PATH}",
		"/a%0a/b", "/a%22%3b", "/a$1&", "/a#b", "/a;b{c}", "/a%", "/a\x00b", "/(a|b)*[c]?+^", "/a\r\nRedirect / /evil", "/%zz",
	} {
		v := &view.HostRules{Base: "/", Redirects: []view.HostRedirect{{From: bad, To: bad}}, Gone: []string{bad}}
		for host, made := range map[string][]byte{"_redirects": netlify(v), "nginx": nginx(v), "Apache": apache(v)} {
			lines := strings.Split(strings.TrimSuffix(string(made), "\n"), "\n")
			if len(lines) != 3 {
				t.Errorf("%s: %q makes %d lines: %q", host, bad, len(lines), made)
			}
			for _, line := range lines {
				if !forms[host].MatchString(line) {
					t.Errorf("%s: %q gives %q", host, bad, line)
				}
			}
		}
	}
}
