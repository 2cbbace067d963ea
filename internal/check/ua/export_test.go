package ua

import (
	"fmt"
	"strings"
)

// Objects reads a file and writes each of its objects as text, object and
// cross-reference streams left out; the second result is the trailer.
func Objects(data []byte) (map[int]string, string, error) {
	f, err := open(data, &findings{})
	if err != nil {
		return nil, "", err
	}
	all := map[int]string{}
	for num := range f.entries {
		o := f.at(num)
		if s, ok := o.(*stream); ok {
			if t := s.get("Type"); t == name("ObjStm") || t == name("XRef") {
				continue
			}
		}
		if o != nil {
			all[num] = written(o)
		}
	}
	var trailer []entry
	for _, e := range f.trailer.entries {
		if e.key == "Root" || e.key == "Info" || e.key == "ID" {
			trailer = append(trailer, e)
		}
	}
	return all, written(newDict(trailer)), nil
}

// written is an object as text, keys and values separated by single spaces.
func written(o object) string {
	switch o := o.(type) {
	case nil:
		return "null"
	case name:
		return "/" + strings.NewReplacer("#", "#23", " ", "#20").Replace(string(o))
	case str:
		return fmt.Sprintf("<%x>", string(o))
	case ref:
		return fmt.Sprintf("%d %d R", o.num, o.gen)
	case array:
		parts := make([]string, len(o))
		for i, v := range o {
			parts[i] = written(v)
		}
		return "[" + strings.Join(parts, " ") + "]"
	case *dict:
		var b strings.Builder
		for _, e := range o.entries {
			b.WriteString(" " + written(e.key) + " " + written(e.val))
		}
		return "<<" + b.String() + " >>"
	case *stream:
		return written(o.dict) + "\nstream\n" + string(o.raw) + "\nendstream"
	}
	return fmt.Sprint(o)
}
