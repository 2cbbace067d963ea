package archtest

import (
	"slices"
	"strings"
	"testing"
)

// outward are the packages by which a program reaches the network, starts other
// programs or takes in code.
var outward = []string{"net", "net/http", "os/exec", "plugin", "net/rpc", "syscall/js"}

// reaching are the rooms from which such a package can be reached, themselves or
// through libraries, with the first step of the way and the reason.
var reaching = []struct{ room, first, target, why string }{
	{"serve", "net", "net", "the development server"},
	{"serve", "net/http", "net/http", "likewise"},
	{"outside", "net", "net", "asks other sites for what check --external is to follow"},
	{"outside", "net/http", "net/http", "likewise"},
	{"source", "os/exec", "os/exec", "asks git for dates, with all that could run switched off"},
	{"schema", "net/mail", "net", "reads an e-mail address; resolves no name"},
	{"theme", "github.com/tdewolff/minify/v2", "net", "the minifier has a middleware for servers, which is not used"},
	{"theme", "github.com/tdewolff/minify/v2", "net/http", "likewise"},
	{"theme", "github.com/tdewolff/minify/v2", "os/exec", "the minifier can call other programs, which are never set"},
	{"cmd/dossier", "github.com/spf13/pflag", "net", "flags may be addresses of machines; none of ours is"},
	{"cmd/dossier", "os/exec", "os/exec", "opens the browser for serve --open"},
	{"cmd/release", "os/exec", "os/exec", "runs the compiler"},
	{"bench/compare", "net", "net", "asks the development servers for pages, as a browser does"},
	{"bench/compare", "net/http", "net/http", "likewise"},
	{"bench/compare", "os/exec", "os/exec", "runs the programs that it compares"},
}

// way is how a package is reached from a room through the packages of others: by
// the shortest chain of imports. Rooms on the way answer for themselves.
func (h *house) way(from, target string) []string {
	before := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, next := range h.graph[queue[0]] {
			if _, seen := before[next]; seen || strings.HasPrefix(next, module) {
				continue
			}
			before[next] = queue[0]
			if next != target {
				queue = append(queue, next)
				continue
			}
			chain := []string{next}
			for at := queue[0]; at != ""; at = before[at] {
				chain = append(chain, at)
			}
			slices.Reverse(chain)
			return chain
		}
	}
	return nil
}

// testReach looks at the whole graph of imports, libraries included.
func (h *house) testReach(t *testing.T) {
	used := map[int]bool{}
	for _, name := range h.names {
		for _, target := range outward {
			way := h.way(h.path(name), target)
			if way == nil {
				continue
			}
			at := slices.IndexFunc(reaching, func(e struct{ room, first, target, why string }) bool {
				return e.room == name && e.target == target && e.first == way[1]
			})
			if at < 0 {
				t.Errorf("%s reaches %s: %s", name, target, strings.Join(way, " → "))
			}
			used[at] = true
		}
	}
	for i, e := range reaching {
		if !used[i] || e.why == "" {
			t.Errorf("%s no longer reaches %s by %s, or without a reason", e.room, e.target, e.first)
		}
	}
}

// TestAWayThroughALibraryIsSeen shows that the test above can fail.
func TestAWayThroughALibraryIsSeen(t *testing.T) {
	h := &house{graph: map[string][]string{
		"dossier/internal/view":  {"fmt", "example.org/a", "dossier/internal/serve"},
		"example.org/a":          {"example.org/b"},
		"example.org/b":          {"os/exec"},
		"dossier/internal/serve": {"net"},
	}}
	want := []string{"dossier/internal/view", "example.org/a", "example.org/b", "os/exec"}
	if got := h.way("dossier/internal/view", "os/exec"); !slices.Equal(got, want) {
		t.Errorf("found %q", got)
	}
	if got := h.way("dossier/internal/view", "net"); got != nil {
		t.Errorf("a room answers for itself: %q", got)
	}
}

// path is a room's import path.
func (h *house) path(name string) string {
	for _, p := range []string{module + name, module + "internal/" + name} {
		if _, is := h.graph[p]; is {
			return p
		}
	}
	return name
}
