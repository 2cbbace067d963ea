package compile

import (
	"errors"
	"sync"
)

// run is one execution of a program.
type run struct {
	out   []byte
	slots []slot // of all templates that are being executed
	base  int    // where those of the current one begin
	top   int    // where they end
	depth int
	jump  jump
	inner func([]byte) ([]byte, error)
	args  []any
	near  []byte // between two escapers
	far   []byte
}

// workspace is a run with the room that nearly every page is content with.
type workspace struct {
	run
	slots [48]slot
	near  [128]byte
	far   [128]byte
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// begin makes ready for a run.
func (w *workspace) begin(dst []byte, inner func([]byte) ([]byte, error)) *run {
	w.run = run{out: dst, inner: inner, slots: w.slots[:], near: w.near[:0], far: w.far[:0]}
	return &w.run
}

// end leaves the room empty for another run.
func (w *workspace) end() {
	w.run = run{}
	clear(w.slots[:])
	workspaces.Put(w)
}

// slot holds dot or a variable, in the member for its class.
type slot struct {
	place  place
	text   string
	list   list
	number int // or truth: 0, 1
}

// step is an action of a program.
type step func(*run)

// steps are done one after the other, until one of them leaves the loop.
type steps []step

func (s steps) do(r *run) {
	for _, step := range s {
		step(r)
		if r.jump != stay {
			return
		}
	}
}

// jump is how the body of a loop has ended.
type jump uint8

const (
	stay jump = iota
	leave
	again
)

// failure is what cannot be done with the values of a view. It is a panic, since
// it occurs inside of expressions; Append makes it an error.
type failure struct{ error }

func fail(reason string) { panic(failure{errors.New("compile: " + reason)}) }

// maxDepth is how deep templates may call themselves, as in text/template.
const maxDepth = 100000

// Append appends what the template shows of a struct, given as such or by a
// pointer. inner writes what stands in the place of the function that Hole made;
// it may be nil if the template does not call it. After an error dst is returned
// as it was.
func (p *Program) Append(dst []byte, dot any, inner func([]byte) ([]byte, error)) (out []byte, err error) {
	at, err := root(dot, p.dot)
	if err != nil {
		return dst, err
	}
	w := workspaces.Get().(*workspace)
	r := w.begin(dst, inner)
	defer func() {
		w.end()
		switch bad := recover().(type) {
		case nil:
		case failure:
			out, err = dst, bad.error
		default:
			panic(bad)
		}
	}()
	r.reserve(p.unit.slots)
	r.slots[0].place = at
	r.top = p.unit.slots
	p.unit.body.do(r)
	return r.out, nil
}

// reserve makes room for the slots of a template above the current ones.
func (r *run) reserve(n int) {
	for len(r.slots) < r.top+n {
		r.slots = append(r.slots, slot{})
	}
}

// call executes a template whose dot stands in its first slot, for which room
// was reserved.
func (r *run) call(u *unit) {
	if r.depth == maxDepth {
		fail("templates call each other without end")
	}
	base, top := r.base, r.top
	r.base, r.top = top, top+u.slots
	r.depth++
	u.body.do(r)
	r.depth--
	r.base, r.top = base, top
}

// write lets the caller write its part.
func (r *run) write() {
	if r.inner == nil {
		fail("there is nothing to put into this place")
	}
	out, err := r.inner(r.out)
	if err != nil {
		panic(failure{err})
	}
	r.out = out
}

func asNumber(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
