package memo

import "sync"

// Table remembers the results of a pure function by its arguments, for as long as
// the process lives. It is safe for concurrent use; values handed in or out are
// shared and must not be changed. When it has taken in a given number of entries
// it begins anew: what is in use comes back at once, what is not is forgotten.
type Table[K comparable, V any] struct {
	mu   sync.RWMutex
	held map[K]V
	most int
}

// NewTable returns a table that holds at most so many entries.
func NewTable[K comparable, V any](most int) *Table[K, V] {
	return &Table[K, V]{held: map[K]V{}, most: most}
}

// Get returns what is remembered under the key.
func (t *Table[K, V]) Get(key K) (V, bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	v, ok := t.held[key]
	return v, ok
}

// Put remembers a value.
func (t *Table[K, V]) Put(key K, value V) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.held) >= t.most {
		clear(t.held)
	}
	t.held[key] = value
}
