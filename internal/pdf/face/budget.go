package face

import "math/bits"

// budget counts what reading a layout table makes of it. Tables point to their
// parts, and a part may be pointed to many times, so that a small file can unfold
// without end. The places of parts are those of OpenType 1.9, chapters "OpenType
// layout common table formats", GDEF, GPOS and GSUB.
type budget struct {
	table []byte
	left  int
}

// part counts the part of a table at a place.
type part func(at int)

// unfolded is how many records the layout tables of a face may hold, each as often
// as it is pointed to. The largest faces for European scripts have a tenth.
const unfolded = 1 << 19

// affordable tells whether the layout tables can be read at a bounded cost.
func affordable(t tables) bool {
	gsub := budget{t["GSUB"], unfolded}
	gsub.layout(gsub.substitution)
	gpos := budget{t["GPOS"], gsub.left}
	gpos.layout(gpos.position)
	gdef := budget{t["GDEF"], gpos.left}
	gdef.definitions()
	return gdef.left >= 0
}

// number reads 16 bits, 0 beyond the end.
func (b *budget) number(at int) int {
	if at+2 > len(b.table) {
		return 0
	}
	return unsigned(b.table, at)
}

// list counts the parts that the records at a place point to, from the base. The
// offset is the last two bytes of a record; records of nothing else may be empty.
func (b *budget) list(base, at, count, size int, visit part) {
	b.left -= count
	for i := 0; i < count && b.left >= 0; i++ {
		if offset := b.number(at + (i+1)*size - 2); offset != 0 || size > 2 {
			visit(base + offset)
		}
	}
}

// layout counts a table GSUB or GPOS whose subtables are read by kind.
func (b *budget) layout(subtable func(kind, at int)) {
	scripts, features, lookups := b.number(4), b.number(6), b.number(8)
	b.list(scripts, scripts+2, b.number(scripts), 6, b.script)
	b.list(features, features+2, b.number(features), 6, func(at int) { b.left -= b.number(at + 2) })
	b.list(lookups, lookups+2, b.number(lookups), 2, func(at int) {
		kind := b.number(at)
		b.list(at, at+6, b.number(at+4), 2, func(sub int) { subtable(kind, sub) })
	})
}

func (b *budget) script(at int) {
	language := func(at int) { b.left -= 1 + b.number(at+4) }
	if offset := b.number(at); offset != 0 {
		language(at + offset)
	}
	b.list(at, at+4, b.number(at+2), 6, language)
}

func (b *budget) coverage(at int) { b.left -= 1 + b.number(at+2) }

// array counts a number and so many values after it.
func (b *budget) array(at int) { b.left -= 1 + b.number(at) }

func (b *budget) classes(at int) {
	if b.number(at) == 1 {
		b.left -= b.number(at + 4)
		return
	}
	b.left -= b.number(at + 2)
}

func (b *budget) substitution(kind, at int) {
	if kind == 7 {
		b.extension(kind, at, b.substitution)
		return
	}
	b.coverageOf(at)
	switch kind {
	case 1:
		if b.number(at) == 2 {
			b.left -= b.number(at + 4)
		}
	case 2, 3:
		b.list(at, at+6, b.number(at+4), 2, b.array)
	case 4:
		b.list(at, at+6, b.number(at+4), 2, b.sets(func(ligature int) { b.array(ligature + 2) }))
	case 5:
		b.context(at)
	case 6:
		b.chain(at)
	case 8:
		next := b.coverages(at, b.coverages(at, at+4))
		b.array(next)
	}
}

func (b *budget) position(kind, at int) {
	if kind == 9 {
		b.extension(kind, at, b.position)
		return
	}
	b.coverageOf(at)
	switch kind {
	case 1:
		b.single(at)
	case 2:
		b.pairs(at)
	case 3:
		b.list(at, at+6, 2*b.number(at+4), 2, b.anchor)
	case 4, 5, 6:
		b.marks(kind, at)
	case 7:
		b.context(at)
	case 8:
		b.chain(at)
	}
}

// extension counts the subtable that another stands for.
func (b *budget) extension(own, at int, subtable func(kind, at int)) {
	if kind := b.number(at + 2); kind != own {
		subtable(kind, at+b.number(at+4)<<16+b.number(at+6))
	}
}

// coverageOf counts the coverage of a subtable. Those by context of format 3 have
// none of their own.
func (b *budget) coverageOf(at int) {
	if b.number(at) != 3 {
		b.coverage(at + b.number(at+2))
	}
}

// coverages counts a number and so many coverages, and returns the place after
// their offsets.
func (b *budget) coverages(base, at int) int {
	count := b.number(at)
	b.list(base, at+2, count, 2, b.coverage)
	return at + 2 + 2*count
}

// sets returns how a list of offsets from its own place is counted.
func (b *budget) sets(visit part) part {
	return func(set int) { b.list(set, set+2, b.number(set), 2, visit) }
}

func (b *budget) context(at int) {
	rules := b.sets(func(rule int) { b.left -= b.number(rule) + b.number(rule+2) })
	switch b.number(at) {
	case 1:
		b.list(at, at+6, b.number(at+4), 2, rules)
	case 2:
		b.classes(at + b.number(at+4))
		b.list(at, at+8, b.number(at+6), 2, rules)
	case 3:
		b.left -= b.number(at + 4)
		b.list(at, at+6, b.number(at+2), 2, b.coverage)
	}
}

func (b *budget) chain(at int) {
	rules := b.sets(b.chainRule)
	switch b.number(at) {
	case 1:
		b.list(at, at+6, b.number(at+4), 2, rules)
	case 2:
		for _, offset := range []int{4, 6, 8} {
			b.classes(at + b.number(at+offset))
		}
		b.list(at, at+12, b.number(at+10), 2, rules)
	case 3:
		b.array(b.coverages(at, b.coverages(at, b.coverages(at, at+2))))
	}
}

// chainRule counts the glyphs before, in and after a match, of which the first is
// not listed, and the lookups.
func (b *budget) chainRule(at int) {
	before := b.number(at)
	at += 2 + 2*before
	in := b.number(at)
	at += 2 * max(in, 1)
	after := b.number(at)
	at += 2 + 2*after
	b.left -= before + in + after + b.number(at)
}

func (b *budget) single(at int) {
	if b.number(at) == 1 {
		b.values(at, at+6, 1, b.number(at+4))
		return
	}
	b.values(at, at+8, b.number(at+6), b.number(at+4))
}

// values counts value records, whose format has a bit for each number in them. The
// upper four are offsets to device tables.
func (b *budget) values(base, at, count, format int) {
	b.left -= count
	all, plain := valueCount(format), valueCount(format&0x0F)
	if all == plain {
		return
	}
	for i := 0; i < count && b.left >= 0; i++ {
		for field := plain; field < all; field++ {
			b.device(base, at+2*(i*all+field))
		}
	}
}

// valueCount returns how many numbers a value record of a format has.
func valueCount(format int) int { return bits.OnesCount8(uint8(format)) }

// device counts the table to which the offset at a place points.
func (b *budget) device(base, at int) {
	offset := b.number(at)
	if table := base + offset; offset != 0 && b.number(table+4) <= 3 {
		b.left -= 1 + max(0, b.number(table+2)-b.number(table))
	}
}

func (b *budget) pairs(at int) {
	if b.number(at) == 1 {
		b.left -= b.number(at + 8)
		return
	}
	b.classes(at + b.number(at+8))
	b.classes(at + b.number(at+10))
}

func (b *budget) anchor(at int) {
	b.left--
	if b.number(at) == 3 {
		b.device(at, at+6)
		b.device(at, at+8)
	}
}

// marks counts the attachment of marks to bases, ligatures (5) or other marks.
func (b *budget) marks(kind, at int) {
	classes, marks, bases := b.number(at+6), at+b.number(at+8), at+b.number(at+10)
	matrix := func(at int) { b.left -= b.number(at) * (1 + classes) }
	b.coverage(at + b.number(at+4))
	b.list(marks, marks+2, b.number(marks), 4, b.anchor)
	if kind == 5 {
		b.sets(matrix)(bases)
		return
	}
	matrix(bases)
}

// definitions counts a table GDEF.
func (b *budget) definitions() {
	b.classes(b.number(4))
	b.classes(b.number(10))
	points, carets, sets := b.number(6), b.number(8), b.number(12)
	b.coverage(points + b.number(points))
	b.list(points, points+4, b.number(points+2), 2, b.array)
	b.coverage(carets + b.number(carets))
	b.list(carets, carets+4, b.number(carets+2), 2, b.sets(func(caret int) {
		if b.number(caret) == 3 {
			b.device(caret, caret+4)
		}
	}))
	for i := 0; i < b.number(sets+2) && b.left >= 0; i++ {
		at := sets + 4 + 4*i
		b.coverage(sets + b.number(at)<<16 + b.number(at+2))
	}
}
