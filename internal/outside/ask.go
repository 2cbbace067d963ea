package outside

import (
	"context"
	"crypto/tls"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// asker asks for addresses.
type asker struct {
	Options
	client *http.Client
	hosts  turns
}

// maxHops is how many redirections are followed; browsers give up at twenty.
const maxHops = 10

func newAsker(o Options) *asker {
	if o.Workers == 0 {
		o.Workers = 8
	}
	if o.Dial == nil {
		o.Dial = guarded(o.Private)
	}
	transport := &http.Transport{
		DialContext: o.Dial, TLSClientConfig: &tls.Config{RootCAs: o.Roots, MinVersion: tls.VersionTLS12}, TLSHandshakeTimeout: o.Timeout, ResponseHeaderTimeout: o.Timeout,
		MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second, MaxResponseHeaderBytes: 1 << 16,
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &asker{Options: o, client: &http.Client{Transport: transport, CheckRedirect: stay, Timeout: o.Timeout}}
}

// ask finds out what is at an address, with further tries where the host is busy.
func (a *asker) ask(ctx context.Context, address string) verdict {
	v := a.follow(ctx, address)
	for try := 0; try < a.Retries && v.Kind == busy && v.wait <= a.Longest; try++ {
		wait := max(v.wait, a.Pause<<(try+1))
		if !sleep(ctx, wait) {
			return verdict{}
		}
		v = a.follow(ctx, address)
	}
	if ctx.Err() != nil {
		return verdict{}
	}
	if secure, plain := strings.CutPrefix(address, "http://"); plain && v.Kind == good {
		if a.follow(ctx, "https://"+secure).Kind == good {
			v = verdict{Kind: insecure, New: "https://" + secure}
		}
	}
	return v
}

// follow asks for an address and goes where it is sent. What moved for good is
// remembered up to the first step that did not.
func (a *asker) follow(ctx context.Context, address string) verdict {
	at, moved, lasting := address, "", true
	for range maxHops {
		status, header, err := a.request(ctx, at)
		if err != nil {
			return failed(err)
		}
		if status < 300 || status > 399 || header.Get("Location") == "" {
			return a.judge(status, header, moved)
		}
		next, err := resolve(at, header.Get("Location"))
		if err != nil {
			return verdict{Kind: lost, Reason: "redirect"}
		}
		lasting = lasting && (status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect)
		if lasting {
			moved = next
		}
		at = next
	}
	return verdict{Kind: lost, Reason: "loop"}
}

// resolve is where a redirection leads. Only the web is followed.
func resolve(at, location string) (string, error) {
	base, err := url.Parse(at)
	if err != nil {
		return "", err
	}
	next, err := base.Parse(location)
	if err != nil {
		return "", err
	}
	if next.Scheme != "http" && next.Scheme != "https" {
		return "", errors.New("not of the web: " + next.Scheme)
	}
	next.Fragment = ""
	return next.String(), nil
}

// request asks with HEAD, and with GET where that is answered by a refusal: many
// servers know no HEAD.
func (a *asker) request(ctx context.Context, address string) (int, http.Header, error) {
	status, header, err := a.once(ctx, http.MethodHead, address)
	if err == nil && status >= 400 && status < 500 && status != http.StatusTooManyRequests || status == http.StatusNotImplemented {
		return a.once(ctx, http.MethodGet, address)
	}
	return status, header, err
}

// once makes one request when it is the host's turn. The body is not read.
func (a *asker) once(ctx context.Context, method, address string) (int, http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, method, address, http.NoBody)
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("User-Agent", a.Agent)
	req.Header.Set("Accept", "*/*")
	end := a.hosts.begin(ctx, req.URL.Host, a.Pause)
	defer end()
	resp, err := a.client.Do(req)
	if err != nil {
		return 0, nil, err
	}
	return resp.StatusCode, resp.Header, resp.Body.Close()
}

// judge reads an answer that is no redirection.
func (a *asker) judge(status int, header http.Header, moved string) verdict {
	v := verdict{Status: status}
	switch {
	case status < 400 && moved != "":
		v.Kind, v.New = gone, moved
	case status < 400:
		v.Kind = good
	case status == http.StatusNotFound || status == http.StatusGone:
		v.Kind = dead
	case status == http.StatusTooManyRequests || status >= 500 && status < 600:
		v.Kind, v.wait = busy, retryAfter(header.Get("Retry-After"), a.Now())
	default:
		v.Kind = refused
	}
	return v
}

// retryAfter reads the header of that name: seconds, or a date (RFC 9110, 10.2.3).
func retryAfter(value string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(value); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, 1<<20)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}
