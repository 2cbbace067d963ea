package ua

// object is a value of a PDF file (ISO 32000-1, 7.3): nil, bool, int, float64,
// name, str, array, *dict, ref or *stream.
type object any

type (
	name  string // without the solidus, #xx decoded
	str   string // the bytes of a string
	array []object
)

// ref names an indirect object.
type ref struct{ num, gen int }

// dict is a dictionary in the order of the file. The nil dict is empty.
type dict struct {
	entries []entry
	index   map[name]int // of dictionaries too long to search
}

type entry struct {
	key name
	val object
}

// searched is the length up to which a dictionary is searched entry by entry.
const searched = 24

// newDict takes over the entries.
func newDict(entries []entry) *dict {
	d := &dict{entries: entries}
	if len(entries) > searched {
		d.index = make(map[name]int, len(entries))
		for i := len(entries) - 1; i >= 0; i-- {
			d.index[entries[i].key] = i
		}
	}
	return d
}

// get is the value of a key as it stands, nil when there is none.
func (d *dict) get(key name) object {
	if d == nil {
		return nil
	}
	if d.index != nil {
		if i, ok := d.index[key]; ok {
			return d.entries[i].val
		}
		return nil
	}
	for i := range d.entries {
		if d.entries[i].key == key {
			return d.entries[i].val
		}
	}
	return nil
}

func (d *dict) has(key name) bool { return d.get(key) != nil }

// stream is a dictionary with data.
type stream struct {
	*dict
	num     int    // its object number
	raw     []byte // as in the file
	decoded []byte
	done    bool // decoding was tried
}
