package schema

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Field describes one field of a schema: what the decoder checks and what the
// reference documentation prints.
type Field struct {
	Key      string
	Required bool
	Enum     []string
	Ref      string
	Form     string
	Short    string
	Range    []float64 // of a number: the least, and where there is one the greatest
	Type     reflect.Type
	index    []int
}

// Translated reports whether the field holds words rather than facts.
func (f Field) Translated() bool {
	return f.Type == textType || f.Type == textListType || f.Type == stampsType
}

// Fields lists the schema of a struct type, with those of embedded structs.
func Fields(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		sf := t.Field(i)
		key := sf.Tag.Get("key")
		switch {
		case sf.Anonymous && key == "":
			for _, inner := range Fields(sf.Type) {
				inner.index = append([]int{i}, inner.index...)
				fields = append(fields, inner)
			}
		case key != "":
			fields = append(fields, Field{
				Key:      key,
				Required: slices.Contains(strings.Fields(sf.Tag.Get("is")), "required"),
				Enum:     strings.Fields(sf.Tag.Get("enum")),
				Ref:      sf.Tag.Get("ref"),
				Form:     sf.Tag.Get("form"),
				Short:    sf.Tag.Get("short"),
				Range:    bounds(sf.Tag.Get("range")),
				Type:     sf.Type,
				index:    []int{i},
			})
		}
	}
	return fields
}

func bounds(tag string) []float64 {
	var out []float64
	for _, word := range strings.Fields(tag) {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil {
			panic("schema: bad range " + tag)
		}
		out = append(out, n)
	}
	return out
}

// Shapes are the schemas of struct types and of all struct types in them, so that
// they need not be listed again for every record.
type Shapes map[reflect.Type][]Field

// ShapesOf lists the schemas of the types of some structs.
func ShapesOf(structs ...any) Shapes {
	s := Shapes{}
	for _, v := range structs {
		s.add(reflect.TypeOf(v))
	}
	return s
}

func (s Shapes) add(t reflect.Type) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if _, known := s[t]; known || t.Kind() != reflect.Struct || leaf(t) {
		return
	}
	s[t] = Fields(t)
	for _, f := range s[t] {
		s.add(f.Type)
	}
}

// of returns the schema of a type, listed or not.
func (s Shapes) of(t reflect.Type) []Field {
	if fields, ok := s[t]; ok {
		return fields
	}
	return Fields(t)
}

func find(fields []Field, key string) (Field, bool) {
	for _, f := range fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

func names(fields []Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Key
	}
	return out
}

var (
	strType      = reflect.TypeFor[Str]()
	refType      = reflect.TypeFor[Ref]()
	intType      = reflect.TypeFor[Int]()
	floatType    = reflect.TypeFor[Float]()
	boolType     = reflect.TypeFor[Bool]()
	dateType     = reflect.TypeFor[Date]()
	momentType   = reflect.TypeFor[Moment]()
	textType     = reflect.TypeFor[Text]()
	textListType = reflect.TypeFor[TextList]()
	stampsType   = reflect.TypeFor[Stamps]()
)
