package memo

import (
	"slices"
	"sync"
)

// flights are full buffers on their way into the pack. They are written without the
// lock of the store, which would hold all others up.
type flights struct {
	list    []*flight
	free    []byte       // a buffer to be used again
	writing sync.RWMutex // held for reading while a flight is written
}

// flight is a buffer that belongs at a place in the pack.
type flight struct {
	at    uint64
	bytes []byte
	err   error // of writing it; its bytes then stay where they are
}

// depart takes the buffer away once it is full, for fly to write it; nil when it is not.
func (w *writer) depart() *flight {
	if w.err != nil || len(w.buf) < bufferSize {
		return nil
	}
	if w.err = w.open(); w.err != nil {
		return nil
	}
	f := &flight{at: w.start, bytes: w.buf}
	w.list = append(w.list, f)
	w.start += uint64(len(w.buf))
	w.buf, w.free = w.free[:0], nil
	w.writing.RLock()
	return f
}

// fly writes a buffer. It needs no lock.
func (w *writer) fly(f *flight) {
	defer w.writing.RUnlock()
	_, f.err = w.pack.WriteAt(f.bytes, int64(f.at))
}

// arrive takes back what flew.
func (w *writer) arrive(f *flight) {
	if f.err != nil {
		w.err = f.err
		return
	}
	if i := slices.Index(w.list, f); i >= 0 {
		w.list = slices.Delete(w.list, i, i+1)
	}
	if cap(f.bytes) <= mostBuffered {
		w.free = f.bytes[:0]
	}
}

// aloft returns the bytes of an entry that may not be in the pack yet.
func (w *writer) aloft(e entry) ([]byte, bool) {
	for _, f := range w.list {
		if e.offset >= f.at && e.offset < f.at+uint64(len(f.bytes)) {
			return f.bytes[e.offset-f.at:][:e.length], true
		}
	}
	return nil, false
}

// settled waits for all flights and returns what kept one from being written.
func (w *writer) settled() error {
	w.writing.Lock()
	defer w.writing.Unlock()
	for _, f := range w.list {
		if f.err != nil {
			return f.err
		}
	}
	return nil
}
