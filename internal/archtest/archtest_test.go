// Package archtest holds the program to its plan: which room may import which,
// where goroutines may live, and what keeps a page a function of its view. The
// rules are read off the code itself; what is exempt is listed with its reason.
package archtest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// allowed says which rooms a room may import. Imports point down the flow from
// files to the published site; a new room, or a new arrow, is a decision that is
// taken here.
var allowed = map[string]string{
	"cmd/dossier": "serve scaffold build ledger check outside publish forget plan dossier content config i18n diag",
	"serve":       "build watch publish plan view dossier content memo config pattern i18n diag",
	"scaffold":    "content schema pattern i18n diag",
	"build": "themes publish check check/ua render render/jsonld plan plan/labels theme view dossier content ledger source config " +
		"schema markdown pdf/face pdf/line pdf/svg i18n memo diag",
	"ledger":   "i18n diag",
	"watch":    "source",
	"publish":  "",
	"forget":   "check/ua",
	"check":    "check/ua diag",
	"check/ua": "",
	"outside":  "diag",

	"render":          "render/html render/document render/epub render/jsonld pdf/line theme view media",
	"render/html":     "theme view",
	"render/jsonld":   "view",
	"render/document": "pdf pdf/face pdf/line pdf/layout pdf/svg view markdown",
	"render/epub":     "render/document view markdown", // its list of pages is that of the printed guide
	"theme":           "theme/compile themes view memo schema tree pattern pdf/face i18n diag",
	"theme/compile":   "",
	"themes":          "",

	"pdf/layout": "pdf/line pdf/svg pdf/face pdf",
	"pdf/line":   "pdf/face pdf",
	"pdf/svg":    "pdf",
	"pdf":        "pdf/face media",
	"pdf/face":   "",

	"plan":        "view dossier content schema markdown memo i18n diag",
	"plan/labels": "i18n",
	"view":        "markdown",

	"dossier":  "content config source schema markdown media memo i18n diag",
	"content":  "source schema tree markdown memo i18n diag",
	"config":   "schema tree i18n diag",
	"schema":   "tree pattern i18n diag",
	"tree":     "pattern diag",
	"pattern":  "",
	"markdown": "pattern i18n diag",
	"i18n":     "diag",
	"source":   "memo diag",
	"media":    "pattern",
	"memo":     "",
	"diag":     "docs",
	"docs":     "", // pages that the program shows

	"internal/docs": "", // tests only: keeps the reference pages current

	"cmd/release": "",

	"bench/corpus":  "",
	"bench/compare": "",
	"bench/same":    "",
}

// exemption is a place that may break a rule.
type exemption struct {
	rule, room, what string // what: a function of the room, or what it uses
	why              string
}

var exemptions = []exemption{
	{ruleParallel, "cmd/dossier", "browse", "waits for the browser that it has started; nothing depends on it"},
	{ruleParallel, "publish", "sync", "its writer takes files from several goroutines at once; it starts none"},
	{ruleParallel, "publish", "sync/atomic", "likewise"},
	{ruleParallel, "theme/compile", "sync", "a page is written in the room that another has left; it starts none"},
	{ruleParallel, "pattern", "sync", "an expression is compiled once, by whoever asks first; it starts none"},
	{ruleNetwork, "bench/compare", "net", "asks the development servers for pages, as a browser does"},
	{ruleNetwork, "bench/compare", "net/http", "likewise"},
	{ruleProcesses, "cmd/release", "os/exec", "runs the Go toolchain"},
	{ruleProcesses, "bench/compare", "os/exec", "runs the programs that it compares"},
	{ruleMapOrder, "dossier", "isRefused", "asks whether any file is of the record: the order does not matter"},
}

// The rules by name.
const (
	ruleImport    = "import"
	ruleParallel  = "parallel"
	ruleInit      = "init"
	ruleVariable  = "variable"
	ruleSurround  = "surroundings"
	ruleMapOrder  = "map order"
	ruleNetwork   = "network"
	ruleProcesses = "processes"
)

// pure are the rooms in which the same input gives the same bytes.
var pure = []string{"plan", "plan/labels", "view", "render", "render/html", "render/jsonld", "render/document", "render/epub", "pdf", "pdf/face", "pdf/line", "pdf/layout", "pdf/svg", "dossier", "content", "markdown", "i18n"}

// frozen are the rooms whose package variables never change.
var frozen = []string{"plan", "plan/labels", "view", "render", "render/html", "render/jsonld", "render/document", "render/epub", "pdf", "pdf/face", "pdf/line", "pdf/layout", "pdf/svg", "dossier", "content"}

// finding is a broken rule: where, and by what.
type finding struct{ rule, room, what, at string }

func TestArchitecture(t *testing.T) {
	h := load(t)
	t.Run("planted faults are found", func(t *testing.T) { h.testPlantedFaults(t) })
	t.Run("the network and other programs are out of reach", func(t *testing.T) { h.testReach(t) })
	t.Run("every room is in the table", func(t *testing.T) { h.testTable(t) })
	t.Run("the program keeps to its plan", func(t *testing.T) { h.testProgram(t) })
}

func (h *house) testProgram(t *testing.T) {
	var found []finding
	for _, name := range h.names {
		r := h.rooms[name]
		found = append(found, imports(r)...)
		found = append(found, h.code(r)...)
	}
	used := map[exemption]bool{}
	for _, f := range found {
		i := slices.IndexFunc(exemptions, func(e exemption) bool { return e.rule == f.rule && e.room == f.room && e.what == f.what })
		if i < 0 {
			t.Errorf("%s %s: %s: %s", f.room, f.at, f.rule, f.what)
			continue
		}
		used[exemptions[i]] = true
	}
	for _, e := range exemptions {
		if !used[e] || e.why == "" {
			t.Errorf("exemption %s %s %s: no longer needed, or without a reason", e.rule, e.room, e.what)
		}
	}
}

func (h *house) testTable(t *testing.T) {
	for _, name := range h.names {
		if _, known := allowed[name]; !known {
			t.Errorf("%s: say in the table what it may import", name)
		}
	}
	for name, list := range allowed {
		for _, other := range append(strings.Fields(list), name) {
			if h.rooms[other] == nil {
				t.Errorf("%s: there is no room %s", name, other)
			}
		}
	}
}

// planted breaks every rule once or more; its imports are those of the source.
const planted = `package plan

import (
	"crypto/rand"
	"maps"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"sync"
	"time"
)

var (
	table  = map[string]int{}
	list   = []int{1}
	record struct{ n int }
	zone   = time.Local
	lock   sync.Mutex
)

func init() {}

func changes() {
	table["a"] = 1
	list[0]++
	record.n = 2
	delete(table, "a")
	_ = &record
	table := map[string]int{}
	table["mine"] = 1
}

func surroundings() {
	_, _ = time.Now(), os.Getenv("HOME")
	_, _ = time.Unix(0, 0), url.PathEscape("")
	_, _, _ = rand.Reader, http.NoBody, exec.Command
	go changes()
}

func order() (keys []string) {
	for key := range table {
		keys = append(keys, key)
	}
	for key := range maps.Keys(table) {
		keys = append(keys, key)
	}
	return keys
}

func ordered() (keys []string) {
	for key := range table {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		keys = append(keys, key)
	}
	return keys
}
`

func (h *house) testPlantedFaults(t *testing.T) {
	r := h.plant(t, "plan", planted)
	var got []string
	for _, f := range append(imports(r), h.code(r)...) {
		got = append(got, f.at+" "+f.rule+": "+f.what)
	}
	slices.Sort(got)
	want := []string{
		"imports network: net/http", "imports parallel: sync", "imports processes: os/exec", "imports surroundings: crypto/rand",
		"planted.go:19 surroundings: time.Local",
		"planted.go:23 init: init",
		"planted.go:26 variable: table",
		"planted.go:27 variable: list",
		"planted.go:28 variable: record",
		"planted.go:29 variable: table",
		"planted.go:30 variable: record",
		"planted.go:36 surroundings: os.Getenv",
		"planted.go:36 surroundings: time.Now",
		"planted.go:39 parallel: surroundings",
		"planted.go:43 map order: order",
		"planted.go:46 map order: order",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestARoomMayNotImportWhatTheTableDoesNotSay(t *testing.T) {
	r := &room{name: "view", imps: []string{"strings", module + "internal/markdown", module + "internal/plan", module + "cmd/dossier"}}
	want := []finding{{ruleImport, "view", "plan", "imports"}, {ruleImport, "view", "cmd/dossier", "imports"}}
	if got := imports(r); !slices.Equal(got, want) {
		t.Errorf("found %v", got)
	}
}
