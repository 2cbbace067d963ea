package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// circumstances are all that may differ between two machines, or two days on one,
// without the site being another.
type circumstances struct {
	folder     string
	zone, lang string
	day        []string // flags that fix the day, or
	epoch      string   // a second of that day
	jobs       int
	age        time.Duration // of the files
	shuffled   uint64        // seed of the order in which the files were made
	built      int           // times before
}

var (
	zones   = []string{"UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Europe/Rome", "Asia/Kathmandu"}
	langs   = []string{"C", "tr_TR.UTF-8", "it_IT.UTF-8", "en_US.UTF-8"}
	folders = []string{"a", "a folder", "città", "a/b/c/d", strings.Repeat("long", 30)}
	epochs  = []string{"", "1795305600", "1795391999", "1795350000"} // of 2026-11-22, in UTC
)

// circumstance makes the i-th of them: lists of different lengths give no two alike
// among twenty.
func circumstance(i int) circumstances {
	c := circumstances{
		folder: folders[i%len(folders)], zone: zones[(i*3+i/5)%len(zones)], lang: langs[i%len(langs)],
		epoch: epochs[(i+i/4)%len(epochs)], jobs: []int{0, 1, 2, 3, 8, 64}[i%6],
		age: time.Duration(i*i) * 13 * time.Hour, shuffled: uint64(i), built: []int{0, 0, 1}[i%3],
	}
	if c.epoch == "" {
		c.day = []string{"--clock", "2026-11-22"}
	}
	return c
}

func TestTwentyBuildsGiveTheSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site twenty times")
	}
	var first map[string]string
	for i := range 20 {
		c := circumstance(i)
		found := c.build(t)
		if first == nil {
			first = found
			if len(first) < 100 {
				t.Fatalf("only %d files", len(first))
			}
		}
		if diff := cmp.Diff(first, found); diff != "" {
			t.Errorf("%+v is not as the first build (-want +got):\n%s", c, diff)
		}
	}
}

// build makes the site in a new folder and returns what was published: types and
// digests by path.
func (c circumstances) build(t *testing.T) map[string]string {
	t.Helper()
	site := filepath.Join(t.TempDir(), c.folder)
	c.unpack(t, site)
	for range c.built + 1 {
		cmd := exec.Command("dossier", append([]string{"build", "-q", "-j", fmt.Sprint(c.jobs)}, c.day...)...)
		cmd.Dir = site
		cmd.Env = append(os.Environ(), "TZ="+c.zone, "LANG="+c.lang, "LC_ALL="+c.lang, "SOURCE_DATE_EPOCH="+c.epoch)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%+v: %v\n%s", c, err, out)
		}
	}
	found := map[string]string{}
	public := os.DirFS(filepath.Join(site, "public"))
	err := fs.WalkDir(public, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(public, name)
		found[name] = fmt.Sprintf("%s %x", e.Type(), sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// unpack writes the files of the site in some order and makes them as old as they
// shall be.
func (c circumstances) unpack(t *testing.T, site string) {
	t.Helper()
	var names []string
	from := os.DirFS(tinySite)
	err := fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	})
	random := rand.New(rand.NewPCG(c.shuffled, 0))
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		if err == nil {
			err = c.place(from, name, filepath.Join(site, filepath.FromSlash(name)))
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (c circumstances) place(from fs.FS, name, file string) error {
	data, err := fs.ReadFile(from, name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		return err
	}
	then := time.Now().Add(-c.age)
	return os.Chtimes(file, then, then)
}
