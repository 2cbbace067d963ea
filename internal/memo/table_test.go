package memo_test

import (
	"sync"
	"testing"

	"dossier/internal/memo"
)

func TestATableRemembersAndStaysWithinItsBounds(t *testing.T) {
	table := memo.NewTable[int, string](3)
	if _, ok := table.Get(1); ok {
		t.Error("an empty table knows something")
	}
	for i := range 3 {
		table.Put(i, "x")
	}
	for i := range 3 {
		if v, ok := table.Get(i); !ok || v != "x" {
			t.Errorf("%d is forgotten", i)
		}
	}
	table.Put(3, "y")
	if _, ok := table.Get(0); ok {
		t.Error("the table grows without end")
	}
	if v, _ := table.Get(3); v != "y" {
		t.Error("the newest entry is forgotten")
	}
}

func TestATableMayBeUsedFromManyGoroutines(t *testing.T) {
	table := memo.NewTable[int, int](50)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 500 {
				table.Put(i%100, i%100)
				if v, ok := table.Get(i % 100); ok && v != i%100 {
					t.Errorf("%d under %d", v, i%100)
				}
			}
		})
	}
	wg.Wait()
}
