package publish

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDifferenceIsWhatReadersFindChanged(t *testing.T) {
	target := newTarget(t)
	publish(t, here, target, sample())
	publish(t, here, target, sample().with("en/index.html", ""))
	w := begin(t, here, target)
	next := sample().with("it/index.html", "nuova").with("it/feed.xml", "")
	for _, f := range next.files() {
		mustDo(t, w.Put(f))
	}
	for _, when := range []string{"before", "after"} {
		if changed, gone := w.Difference(); changed != 2 || gone != 1 {
			t.Errorf("%s Commit: changed %d, gone %d; want the page that is other, the one that is new, and the feed", when, changed, gone)
		}
		if when == "before" {
			commit(t, w)
		}
	}
}

func TestIntactTellsAWholeSiteFromADamagedOne(t *testing.T) {
	target := newTarget(t)
	if _, _, ok, err := Intact(target.Dir, Options{}); ok || err != nil {
		t.Errorf("nothing is a whole site (%v)", err)
	}
	publish(t, here, target, sample())
	for _, o := range []Options{{}, {Each: twoAtATime}} {
		files, site, ok, err := Intact(target.Dir, o)
		if err != nil || !ok || site != Site(files) {
			t.Errorf("intact: %v, %v", ok, err)
		}
		found := map[string][32]byte{}
		for _, f := range files {
			found[f.Path] = f.Digest
		}
		if diff := cmp.Diff(sample().digests(), found); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	_, before, _, _ := Intact(target.Dir, Options{})
	mustDo(t, os.Truncate(filepath.Join(target.Dir, "it", "index.html"), 1))
	if _, _, ok, err := Intact(target.Dir, Options{}); ok || err != nil {
		t.Errorf("a damaged site is whole (%v)", err)
	}
	publish(t, here, target, sample().with("it/index.html", "nuova"))
	if _, after, ok, _ := Intact(target.Dir, Options{}); !ok || after == before {
		t.Error("another site has the same identity")
	}
}

func TestReadTellsWhatTheFilesHold(t *testing.T) {
	target := newTarget(t)
	if _, err := Read(target.Dir); err == nil {
		t.Error("a folder that is not there was read")
	}
	publish(t, here, target, sample())
	mustDo(t, os.WriteFile(filepath.Join(target.Dir, "it", "index.html"), []byte("cosa"), 0o644))
	found, err := Read(target.Dir)
	mustDo(t, err)
	if diff := cmp.Diff(sample().with("it/index.html", "cosa").digests(), found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
