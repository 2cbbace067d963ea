package build

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// then calls step for 0 to n-1 as each does, and after for each of them in order, one
// at a time, once its step has run. Steps need not wait for it.
func (o Options) then(n int, step, after func(i int)) {
	var one sync.Mutex
	ran, next := make([]bool, n), 0
	o.each(n, func(i int) {
		step(i)
		one.Lock()
		defer one.Unlock()
		for ran[i] = true; next < n && ran[next]; next++ {
			after(next)
		}
	})
}

// each calls f for 0 to n-1, on several goroutines: one more than there are processors,
// for when one waits for the disk or for another. Results go by index, so that the
// number of workers cannot show in them. A panic in f is raised again here,
// where the caller can catch it. It is the only worker pool: what one
// goroutine does beside it, begin says.
func (o Options) each(n int, f func(i int)) {
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0) + 1
	}
	var next atomic.Int64
	var failure atomic.Value
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if p := recover(); p != nil {
					failure.CompareAndSwap(nil, fmt.Sprintf("%v\n%s", p, debug.Stack()))
				}
			}()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		}()
	}
	wg.Wait()
	if p := failure.Load(); p != nil {
		panic(p)
	}
}
