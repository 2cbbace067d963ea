package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

const (
	pollEvery = time.Millisecond
	startsIn  = 10 * time.Minute // a server's first build
	servedIn  = 2 * time.Minute  // a change
)

// saved measures from the moment a body is saved until a request for its page
// brings the new words, under both servers one after the other.
func (s *stage) saved() (pairs, error) {
	var out pairs
	for _, p := range []side{s.ours, s.hugo} {
		fmt.Fprintf(os.Stderr, "%d pages: %s serves\n", s.size, p.name)
		times, err := s.underServer(p)
		if err != nil {
			return out, fmt.Errorf("%s: %w", p.name, err)
		}
		for _, t := range times {
			out.add(p.name, cost{wall: t})
		}
	}
	return out, nil
}

func (s *stage) underServer(p side) ([]time.Duration, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	stop, err := start(p.command, p.serve(port)...)
	if err != nil {
		return nil, err
	}
	defer stop()
	client := &http.Client{Timeout: 30 * time.Second}
	page := fmt.Sprintf("http://127.0.0.1:%d%s", port, s.corpus.BodyPage)
	if _, err := until(client, page, "</html>", startsIn); err != nil {
		return nil, err
	}
	var times []time.Duration
	for i := range s.saves {
		// Servers gather changes at intervals: saves fall into them at different places.
		time.Sleep(settle + time.Duration(i*137%500)*time.Millisecond)
		words := fmt.Sprintf("%s served %d.", mark, i)
		began := time.Now()
		if err := editBody(p, words); err != nil {
			return nil, err
		}
		if _, err := until(client, page, words, servedIn); err != nil {
			return nil, err
		}
		times = append(times, time.Since(began))
	}
	return times, nil
}

// until asks for a page again and again until it holds the words.
func until(client *http.Client, page, words string, within time.Duration) (time.Duration, error) {
	began := time.Now()
	for time.Since(began) < within {
		if text, err := get(client, page); err == nil && strings.Contains(text, words) {
			return time.Since(began), nil
		}
		time.Sleep(pollEvery)
	}
	return 0, fmt.Errorf("%s does not show %q within %v", page, words, within)
}

func get(client *http.Client, page string) (string, error) {
	response, err := client.Get(page)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return string(body), err
}

// start runs a server; stop ends it, and it alone.
func start(command string, args ...string) (stop func(), err error) {
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, command, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGINT) }
	cmd.WaitDelay = 20 * time.Second
	cmd.Stdout, cmd.Stderr = io.Discard, os.Stderr
	if err := cmd.Start(); err != nil {
		cancel()
		return nil, err
	}
	return func() {
		cancel()
		_ = cmd.Wait() // it was told to end: how it does is of no interest
	}, nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
