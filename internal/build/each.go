package build

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls f for 0 to n-1, on several goroutines. Results go by index, so that
// the number of workers cannot show in them. It is the only worker pool.
func each(n, workers int, f func(i int)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		}()
	}
	wg.Wait()
}
