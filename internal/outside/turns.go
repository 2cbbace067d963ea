package outside

import (
	"context"
	"sync"
	"time"
)

// turns lets one request at a time go to a host, with a pause between the end of
// one and the beginning of the next.
type turns struct {
	mu    sync.Mutex
	hosts map[string]*turn
}

type turn struct {
	mu  sync.Mutex
	end time.Time // of the last request
}

// begin waits for the host's turn. The function that it returns ends the turn.
func (t *turns) begin(ctx context.Context, host string, pause time.Duration) (end func()) {
	t.mu.Lock()
	if t.hosts == nil {
		t.hosts = map[string]*turn{}
	}
	one := t.hosts[host]
	if one == nil {
		one = &turn{}
		t.hosts[host] = one
	}
	t.mu.Unlock()
	one.mu.Lock()
	if !one.end.IsZero() {
		sleep(ctx, pause-time.Since(one.end))
	}
	return func() {
		one.end = time.Now()
		one.mu.Unlock()
	}
}

// sleep waits, and reports whether ctx let it.
func sleep(ctx context.Context, wait time.Duration) bool {
	if wait <= 0 {
		return ctx.Err() == nil
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
