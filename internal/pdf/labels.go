package pdf

import (
	"cmp"
	"slices"
)

// LabelStyle is how the numbers of pages are written (ISO 32000-1, table 159).
type LabelStyle string

const (
	Decimal    LabelStyle = "D"
	RomanLower LabelStyle = "r"
	NoNumber   LabelStyle = "" // the prefix alone
)

// label is how a range of pages is named, from a page to the next range.
type label struct {
	first  int
	style  LabelStyle
	prefix string
	start  int
}

// PageLabels names the pages from first on: a prefix and a number that counts
// from start. Pages before all ranges are numbered from 1; of two ranges that
// begin at the same page the later one holds.
func (d *Document) PageLabels(first int, style LabelStyle, prefix string, start int) {
	if first < 1 || start < 1 {
		d.complain("page labels from page %d, number %d", first, start)
		return
	}
	d.labels = slices.DeleteFunc(d.labels, func(l label) bool { return l.first == first })
	d.labels = append(d.labels, label{first, style, prefix, start})
}

func (d *Document) writeLabels(o *object) {
	ranges := slices.SortedFunc(slices.Values(d.labels), func(a, b label) int { return cmp.Compare(a.first, b.first) })
	if len(ranges) == 0 || ranges[0].first > 1 {
		ranges = slices.Insert(ranges, 0, label{1, Decimal, "", 1})
	}
	o.raw("/PageLabels<</Nums[")
	for _, l := range ranges {
		o.int(l.first - 1).raw("<<")
		if l.style != NoNumber {
			o.raw("/S").name(string(l.style))
		}
		if l.prefix != "" {
			o.raw("/P ").text(l.prefix)
		}
		if l.start > 1 {
			o.raw("/St ").int(l.start)
		}
		o.raw(">>")
	}
	o.raw("]>>")
}
