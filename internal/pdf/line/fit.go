package line

import "math"

// A fitter chooses where lines end: it finds the breaks for which the squares of
// what is left free at the ends of lines, with the penalties for breaking inside
// something, come to the least sum. The last line is free, unless lines are to be of like length.
//
// For every place where a line can end it looks back over the places where that
// line can have begun, which are as many as a line has opportunities: time is
// linear in the length of the text.
type fitter struct {
	stops  []stop
	first  float64 // width of the first line
	others float64 // width of the lines after it
	line   float64 // what every line costs by itself
	even   bool    // the last line is not free
}

// A stop is a place where a line can end. Stop 0 is the beginning of the text.
type stop struct {
	next   int     // the item with which the next line begins
	end    float64 // where the ink of a line that ends here ends, all on one line
	start  float64 // where the next line begins, likewise
	spaces int     // how many of the stops up to here are spaces
	opp    opp

	cost  float64 // of all lines up to here
	from  int     // the stop at which the line that ends here begins
	lines int     // up to here
}

// tolerance is what sums of many widths may be off by.
const tolerance = 1e-6

// precision is how exactly the width of balanced lines is found.
const precision = 0.25

// Costs are counted in squares of a line's width: 0.25 is a line half empty.
const (
	costLine    = 0.02
	costBalance = 100
	costRunt    = 0.15 // a last line of one short word
	costOver    = 1e6  // a line that is too wide
	runt        = 0.25 // what is short, in widths of a line
	longAddress = 0.6  // what is long enough to be broken at its marks, likewise
)

// penalties for breaking at an opportunity.
func penalty(o opp) float64 {
	switch o {
	case dash:
		return 0.03
	case soft:
		return 0.08
	case address:
		return 0.2
	case name:
		return 0.4
	case cluster:
		return 2
	}
	return 0
}

// collect finds the stops. Marks in an address are stops only when what would
// hold together without them is long.
func (f *fitter) collect(items []item, looks []look, narrow float64) {
	f.stops = append(f.stops[:0], stop{})
	x, ink, spaces := 0.0, 0.0, 0
	kept, begin := 1, 0.0 // of what holds together but for its address marks
	for i := range items {
		it := &items[i]
		l := &looks[it.look]
		x += it.piece.width * l.scale
		if !it.space {
			ink = x
		}
		if it.opp == never {
			continue
		}
		end := ink + l.hyphen(it.opp)
		hard := !it.opp.inAddress() && it.opp != cluster
		if hard {
			if end-begin <= longAddress*narrow {
				f.stops = f.stops[:kept]
			}
			begin = x
		}
		if it.opp == space {
			spaces++
		}
		f.add(stop{next: i + 1, end: end, start: x, spaces: spaces, opp: it.opp})
		if hard {
			kept = len(f.stops)
		}
	}
}

// add leaves out a stop that differs in nothing from the last, so that marks
// without width do not make the search longer.
func (f *fitter) add(s stop) {
	last := &f.stops[len(f.stops)-1]
	if s.opp == last.opp && s.opp != forced && s.start == last.start {
		last.next = s.next
		return
	}
	f.stops = append(f.stops, s)
}

// choose sets the best predecessor of every stop.
func (f *fitter) choose(o Options) {
	f.first, f.others, f.line, f.even = o.Width, o.Width-o.Hang, costLine, o.Balance
	if o.Balance {
		f.balance()
	}
	base := 0
	for j := 1; j < len(f.stops); j++ {
		f.reach(j, base)
		if f.stops[j].opp == forced {
			base = j
		}
	}
}

// reach finds the best line that ends at stop j and begins at base or later. A
// line that is too wide is considered only where there is no shorter one.
func (f *fitter) reach(j, base int) {
	to := &f.stops[j]
	widest := max(f.first, f.others) + tolerance
	to.cost = math.Inf(1)
	for i := j - 1; i >= base; i-- {
		from := &f.stops[i]
		width := to.end - from.start
		if width > widest && i < j-1 {
			return
		}
		if width > f.room(i)+tolerance && i < j-1 {
			continue
		}
		if c := from.cost + f.lineCost(i, j, width); c < to.cost {
			to.cost, to.from, to.lines = c, i, from.lines+1
		}
	}
}

// lineCost is the cost of a line from stop i to stop j.
func (f *fitter) lineCost(i, j int, width float64) float64 {
	room, to := f.room(i), &f.stops[j]
	if width > room+tolerance || room <= tolerance {
		return costOver * (1 + width - room)
	}
	if to.opp == forced && !f.even {
		if i > 0 && to.spaces == f.stops[i].spaces && width < runt*room {
			return f.line + costRunt
		}
		return f.line
	}
	slack := 1 - width/room
	return f.line + slack*slack + penalty(to.opp)
}

// room is the width of a line that begins at stop i.
func (f *fitter) room(i int) float64 {
	if i == 0 {
		return f.first
	}
	return f.others
}

// balance narrows the lines as far as their number stays the same.
func (f *fitter) balance() {
	f.line = costBalance
	want := f.count(0)
	least, most := 0.0, min(f.first, f.others)
	for most-least > precision {
		less := (least + most) / 2
		if f.count(less) == want {
			least = less
		} else {
			most = less
		}
	}
	f.first -= least
	f.others -= least
}

// count is the number of lines when each is narrower by less and as full as it
// can be. A line that does not fit counts twice.
func (f *fitter) count(less float64) int {
	lines, from := 0, 0
	for j := 1; j < len(f.stops); j++ {
		over := f.over(from, j, less)
		if over && j-1 > from {
			lines, from = lines+1, j-1
			over = f.over(from, j, less)
		}
		if over {
			lines++
		}
		if f.stops[j].opp == forced {
			lines, from = lines+1, j
		}
	}
	return lines
}

func (f *fitter) over(i, j int, less float64) bool {
	return f.stops[j].end-f.stops[i].start > f.room(i)-less+tolerance
}
