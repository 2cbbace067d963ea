package pattern

import (
	"sync"
	"testing"
)

func TestAPatternIsCompiledWhenItIsFirstAsked(t *testing.T) {
	New("(") // which never is
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression was asked without a word")
		}
	}()
	New("(").MatchString("")
}

func TestManyMayAskAPatternAtOnce(t *testing.T) {
	year := New(`^(\d{4})-\d\d$`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if m := year.FindStringSubmatch("2026-11"); len(m) != 2 || m[1] != "2026" {
				t.Errorf("%q", m)
			}
		})
	}
	all.Wait()
}
