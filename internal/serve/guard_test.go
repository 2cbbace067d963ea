package serve

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"
)

// raw sends a request as it stands and returns the status of the answer.
func (w writer) raw(text string) (int, http.Header) {
	w.Helper()
	c, err := net.Dial("tcp", net.JoinHostPort("127.0.0.1", w.port))
	w.must(err)
	defer c.Close()
	w.must(c.SetDeadline(time.Now().Add(5 * time.Second)))
	_, err = c.Write([]byte(text))
	w.must(err)
	r, err := http.ReadResponse(bufio.NewReader(c), nil)
	w.must(err)
	defer r.Body.Close()
	return r.StatusCode, r.Header
}

func TestHostileRequestsAreRefused(t *testing.T) {
	w := edit(t, nil)
	get := func(path string, headers ...string) string {
		return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + w.port + "\r\n" + strings.Join(append(headers, "", ""), "\r\n")
	}
	from := func(host string, headers ...string) string {
		return "GET /it/ HTTP/1.1\r\nHost: " + host + "\r\n" + strings.Join(append(headers, "", ""), "\r\n")
	}
	known := "token=" + w.token
	tests := []struct {
		name    string
		request string
		status  int
	}{
		{"a name that leads here", from("evil.example:" + w.port), 403},
		{"a name that begins like ours", from("localhost.evil.example:" + w.port), 403},
		{"a name that ends like ours", from("evil-localhost:" + w.port), 403},
		{"another port", from("127.0.0.1:1"), 403},
		{"no port", from("127.0.0.1"), 403},
		{"any address", from("0.0.0.0:" + w.port), 403},
		{"a user in the host", from("127.0.0.1:" + w.port + "@evil.example"), 400},
		{"an empty host", from(""), 403},
		{"a name rebound to this machine", from("127.0.0.1.nip.example:" + w.port), 403},
		{"a name with a dot at its end", from("localhost.:" + w.port), 403},
		{"IPv6 without brackets", from("::1:" + w.port), 403},
		{"IPv4 written as IPv6", from("[::ffff:127.0.0.1]:" + w.port), 403},
		{"any IPv6 address", from("[::]:" + w.port), 403},
		{"an IPv6 zone", from("[::1%25lo]:" + w.port), 403},
		{"this machine as one number", from("2130706433:" + w.port), 403},
		{"this machine in short", from("127.1:" + w.port), 403},
		{"this machine in octal", from("0177.0.0.1:" + w.port), 403},
		{"two hosts in one", from("127.0.0.1:" + w.port + ", evil.example"), 400},
		{"two hosts", from("127.0.0.1:"+w.port, "Host: evil.example"), 400},
		{"no host in HTTP/1.1", "GET /it/ HTTP/1.1\r\n\r\n", 400},
		{"no host", "GET /it/ HTTP/1.0\r\n\r\n", 403},
		{"another host behind the standard's header", from("evil.example", "Forwarded: host=127.0.0.1:"+w.port), 403},
		{"another host behind a rewriting header", from("evil.example", "X-Original-URL: /it/", "X-Host: 127.0.0.1:"+w.port), 403},
		{"another host behind a proxy's header", from("evil.example", "X-Forwarded-Host: 127.0.0.1:"+w.port), 403},
		{"another origin", get("/it/", "Origin: https://evil.example"), 403},
		{"our name on another port", get("/it/", "Origin: http://127.0.0.1:1"), 403},
		{"our other name", get("/it/", "Origin: http://localhost:"+w.port), 403},
		{"the encrypted namesake", get("/it/", "Origin: https://127.0.0.1:"+w.port), 403},
		{"no origin to speak of", get("/it/", "Origin: null"), 403},
		{"two origins", get("/it/", "Origin: http://127.0.0.1:"+w.port, "Origin: https://evil.example"), 403},
		{"a script of another site", get(reloadPath, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"), 403},
		{"a frame of another port", get("/it/", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"), 403},
		{"an image of another site", get("/it/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"), 403},
		{"a frame of another site", get("/_pair/it/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"), 403},
		{"a request for data by another site", get(pagesPath, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"), 403},
		{"an unknown kind of site", get("/it/", "Sec-Fetch-Site: elsewhere"), 403},
		{"events without a token", get(eventsPath), 403},
		{"events with an empty token", get(eventsPath + "?token="), 403},
		{"events with two tokens, the wrong one first", get(eventsPath + "?token=x&" + known), 403},
		{"events of no page", get(eventsPath + "?" + known), 400},
		{"events of a page elsewhere", get(eventsPath + "?" + known + "&page=//evil.example/"), 400},
		{"events with a wrong token", get(eventsPath + "?token=" + strings.Repeat("A", 26)), 403},
		{"events for another origin", get(eventsPath+"?token="+w.token, "Origin: https://evil.example"), 403},
		{"a source without a token", get(sourcePath + "?path=site.toml"), 403},
		{"a source with a wrong token", get(sourcePath + "?path=site.toml&token=" + strings.Repeat("A", 26)), 403},
		{"a source for another origin", get(sourcePath+"?path=site.toml&"+known, "Origin: https://evil.example"), 403},
		{"a source for a script of another site", get(sourcePath+"?path=site.toml&"+known, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"), 403},
		{"a file of the system as a source", get(sourcePath + "?path=/etc/passwd&" + known), 404},
		{"a file above the site as a source", get(sourcePath + "?path=../../../etc/passwd&" + known), 404},
		{"a hidden file as a source", get(sourcePath + "?path=.git/config&" + known), 404},
		{"an address as a source", get(sourcePath + "?path=file:///etc/passwd&" + known), 404},
		{"a source with NUL", get(sourcePath + "?path=site.toml%00&" + known), 404},
		{"a pair elsewhere", get("/_pair//evil.example/"), 400},
		{"a pair of a whole address", get("/_pair/http://evil.example/"), 400},
		{"a pair by a backslash", get(`/_pair/\evil.example/`), 400},
		{"a pair above", get("/_pair/../site.toml"), 400},
		{"a part of ours that is no page", get("/_dossier/assets/frame.html"), 404},
		{"our folder itself", get("/_dossier/"), 404},
		{"posting", strings.Replace(get("/it/"), "GET", "POST", 1), 405},
		{"putting", strings.Replace(get("/it/"), "GET", "PUT", 1), 405},
		{"asking for options", strings.Replace(get("/it/", "Origin: http://127.0.0.1:"+w.port), "GET", "OPTIONS", 1), 405},
		{"tracing", strings.Replace(get("/it/"), "GET", "TRACE", 1), 405},
		{"deleting", strings.Replace(get("/it/"), "GET", "DELETE", 1), 405},
		{"a verb of WebDAV", strings.Replace(get("/it/"), "GET", "PROPFIND", 1), 405},
		{"a verb of its own", strings.Replace(get("/it/"), "GET", "get", 1), 405},
		{"posting a form of ours", strings.Replace(get(pagesPath, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 3"), "GET", "POST", 1) + "q=a", 405},
		{"pretending another verb", strings.Replace(get("/it/", "X-HTTP-Method-Override: GET"), "GET", "POST", 1), 405},
		{"both lengths of a body", get("/it/", "Content-Length: 3", "Transfer-Encoding: chunked") + "0\r\n\r\n", 400},
		{"two lengths of a body", get("/it/", "Content-Length: 0", "Content-Length: 3") + "abc", 400},
		{"a body", get("/it/", "Content-Length: 3") + "abc", 400},
		{"a body in chunks", get("/it/", "Transfer-Encoding: chunked") + "0\r\n\r\n", 400},
		{"up", get("/../site.toml"), 400},
		{"up, in the middle", get("/it/../../site.toml"), 400},
		{"up, encoded", get("/%2e%2e/site.toml"), 400},
		{"up, half encoded", get("/.%2E/site.toml"), 400},
		{"up, encoded twice", get("/%252e%252e/site.toml"), 400},
		{"up, with an encoded slash", get("/..%2fsite.toml"), 400},
		{"up, with a parameter", get("/..;/site.toml"), 400},
		{"here", get("/./it/"), 400},
		{"a backslash", get(`/it\index.html`), 400},
		{"an encoded backslash", get("/it%5c..%5csite.toml"), 400},
		{"NUL", get("/it/%00"), 400},
		{"a control character", get("/it/%0d%0aX:1"), 400},
		{"no UTF-8", get("/it/%ff"), 400},
		{"an overlong dot", get("/%c0%ae%c0%ae/site.toml"), 400},
		{"another host as a path", get("//evil.example/it/progetti"), 400},
		{"two slashes inside", get("/it//progetti/"), 400},
		{"a whole address", get("http://evil.example/it/"), 403},
		{"our whole address", get("http://127.0.0.1:" + w.port + "/it/"), 400},
		{"a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n", 403},
		{"a long address", get("/" + strings.Repeat("a", 3000)), 400},
		{"a long query", get("/it/?" + strings.Repeat("a", 3000)), 400},
		{"a fragment", get("/it/#/../site.toml"), 400},
		{"a tunnel to us", "CONNECT 127.0.0.1:" + w.port + " HTTP/1.1\r\nHost: 127.0.0.1:" + w.port + "\r\n\r\n", 405},
		{"every option", "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:" + w.port + "\r\n\r\n", 405},
		{"a space in a header's name", get("/it/", "X : 1"), 400},
		{"a line that is no header", get("/it/", "nonsense"), 400},
		{"no HTTP", "nonsense\r\n\r\n", 400},
		{"HTTP of the future", "GET /it/ HTTP/3.0\r\nHost: 127.0.0.1:" + w.port + "\r\n\r\n", 505},
		{"a range behind the end", get("/table.csv", "Range: bytes=100000-"), 416},
		{"many headers", get("/it/", strings.Split(strings.Repeat("X: 1234567890\n", 4000), "\n")[:3999]...), 431},
		{"long headers", get("/it/", "X: "+strings.Repeat("a", 64<<10)), 431},
		{"a source", get("/site.toml"), 404},
		{"the manifest", get("/.dossier.json"), 404},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, header := w.raw(test.request)
			if status != test.status {
				t.Errorf("%d, want %d", status, test.status)
			}
			for name := range header {
				if strings.HasPrefix(name, "Access-Control-") || name == "Location" {
					t.Errorf("header %s: %s", name, header.Get(name))
				}
			}
		})
	}
}

// What is no business of ours is not done, without a refusal of the page.
func TestRequestsToDoMoreAreNotFollowed(t *testing.T) {
	w := edit(t, nil)
	tests := []struct{ name, headers string }{
		{"a web socket", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"},
		{"HTTP/2 without encryption", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"},
		{"ranges without end", "Range: bytes=" + strings.Repeat("0-,", 500) + "0-\r\n"},
		{"another language of ours", "Accept-Language: <script>\r\nReferer: https://evil.example/\r\nCookie: a=<script>\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, header := w.raw("GET /it/ HTTP/1.1\r\nHost: 127.0.0.1:" + w.port + "\r\n" + test.headers + "\r\n")
			if status != 200 && status != 206 || header.Get("Upgrade") != "" || header.Get("Set-Cookie") != "" {
				t.Errorf("%d %v", status, header)
			}
		})
	}
}

// A client that sends its headers a byte at a time is left alone.
func TestSlowHeadersEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a time-out")
	}
	w := edit(t, nil)
	c, err := net.Dial("tcp", net.JoinHostPort("127.0.0.1", w.port))
	w.must(err)
	defer c.Close()
	_, err = c.Write([]byte("GET /it/ HTTP/1.1\r\nHost: "))
	w.must(err)
	w.must(c.SetDeadline(time.Now().Add(20 * time.Second)))
	if n, err := c.Read(make([]byte, 1)); n != 0 || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// Whatever stands in an address comes back as text, if at all.
func TestAddressesAreNotEchoedAsMarkup(t *testing.T) {
	w := edit(t, nil)
	const attack = `"><script>alert(1)</script><b x='`
	q := url.QueryEscape(attack)
	paths := []string{
		pagesPath + "?q=" + q, problemsPath + "?q=" + q,
		sourcePath + "?token=" + q, sourcePath + "?token=" + w.token + "&path=" + q,
		sourcePath + "?token=" + w.token + "&path=site.toml&line=" + q,
		"/_pair/" + url.PathEscape(attack), "/_pair" + pagePath + "?dossier=" + q, "/_pair" + pagePath + "?" + q,
		pagePath + "?dossier=" + q, "/" + url.PathEscape(attack) + "/", "/it?" + q,
		eventsPath + "?token=" + q, eventsPath + "?token=" + w.token + "&page=" + q,
	}
	check := func() {
		for _, path := range paths {
			if status, header, page := w.get(path); strings.Contains(page, "<script>alert") || strings.Contains(page, "<b x=") || status >= 500 ||
				strings.Contains(header.Get("Location"), "<") {
				t.Errorf("%s: %d %v\n%s", path, status, header, page)
			}
		}
	}
	check()
	w.replace(pageFile, "summary:", "sumary:")
	w.soon(pagePath, 200, errorPage)
	check()
}

func TestOurOwnRequestsAreAnswered(t *testing.T) {
	w := edit(t, nil)
	tests := []struct {
		name, host string
		headers    []string
	}{
		{"by number", "127.0.0.1", nil},
		{"by name", "localhost", nil},
		{"by name in capitals", "LOCALHOST", nil},
		{"by IPv6 number", "[::1]", nil},
		{"from our page", "127.0.0.1", []string{"Origin: http://127.0.0.1:" + w.port, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"}},
		{"typed", "localhost", []string{"Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}},
		{"through a link elsewhere", "localhost", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}},
		{"with a proxy's header, which is not read", "127.0.0.1", []string{"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			head := fmt.Sprintf("GET /it/ HTTP/1.1\r\nHost: %s:%s\r\n", test.host, w.port)
			status, _ := w.raw(head + strings.Join(append(test.headers, "", ""), "\r\n"))
			if status != 200 {
				t.Errorf("%d", status)
			}
		})
	}
}

func TestOnlyThisMachineIsListenedTo(t *testing.T) {
	for _, host := range []string{"0.0.0.0", "::", "192.168.1.10", "example.org", "127.0.0.1.example.org", "*", "127.0.0.1:80"} {
		if s, err := New(Options{Root: "testdata/tiny", Host: host}); err != ErrNotLocal {
			t.Errorf("%s: %v, %v", host, s, err)
		}
	}
	for _, host := range []string{"127.0.0.1", "127.1.2.3", "::1", "localhost"} {
		if !local(host) {
			t.Errorf("%s is refused", host)
		}
	}
}
