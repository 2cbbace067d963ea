package serve

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
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
		{"no host", "GET /it/ HTTP/1.0\r\n\r\n", 403},
		{"another host behind a proxy's header", from("evil.example", "X-Forwarded-Host: 127.0.0.1:"+w.port), 403},
		{"another origin", get("/it/", "Origin: https://evil.example"), 403},
		{"our name on another port", get("/it/", "Origin: http://127.0.0.1:1"), 403},
		{"our other name", get("/it/", "Origin: http://localhost:"+w.port), 403},
		{"the encrypted namesake", get("/it/", "Origin: https://127.0.0.1:"+w.port), 403},
		{"no origin to speak of", get("/it/", "Origin: null"), 403},
		{"two origins", get("/it/", "Origin: http://127.0.0.1:"+w.port, "Origin: https://evil.example"), 403},
		{"a script of another site", get(reloadPath, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"), 403},
		{"a frame of another port", get("/it/", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"), 403},
		{"events without a token", get(eventsPath), 403},
		{"events with a wrong token", get(eventsPath + "?token=" + strings.Repeat("A", 26)), 403},
		{"events for another origin", get(eventsPath+"?token="+w.token, "Origin: https://evil.example"), 403},
		{"posting", strings.Replace(get("/it/"), "GET", "POST", 1), 405},
		{"putting", strings.Replace(get("/it/"), "GET", "PUT", 1), 405},
		{"asking for options", strings.Replace(get("/it/", "Origin: http://127.0.0.1:"+w.port), "GET", "OPTIONS", 1), 405},
		{"tracing", strings.Replace(get("/it/"), "GET", "TRACE", 1), 405},
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
