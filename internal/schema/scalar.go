package schema

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/pattern"
	"dossier/internal/tree"
)

// reading is how a scalar becomes a value of its type; the string is the key of
// the diagnostic when it does not.
type reading func(n *tree.Node, f Field) (any, string)

// scalars are the types that one scalar fills.
var scalars = map[reflect.Type]reading{
	strType:    readStr,
	refType:    readRef,
	intType:    readInt,
	floatType:  readFloat,
	boolType:   readBool,
	dateType:   readDate,
	momentType: readMoment,
}

func (d *Decoder) scalar(dst reflect.Value, f Field, n *tree.Node, s scope) {
	if n.Kind != tree.Scalar {
		d.add(diag.At(n.Pos, "wrong-type.scalar", s.path).WithHint("hint.one-value", s.key()))
		return
	}
	if n.Null {
		return
	}
	t := dst.Type()
	value, problem := scalars[t](n, f)
	if problem != "" {
		x := diag.At(n.Pos, problem, s.path, n.Value)
		if hint, args := scalarHint(problem, n, f); hint != "" {
			x = withHint(x, n.Value, hint, args)
		}
		d.add(x)
		return
	}
	before := len(d.diags)
	if len(f.Enum) > 0 && t == strType {
		d.enum(n, f, s)
	}
	if rule, ok := forms[f.Form]; ok && t == strType {
		d.form(rule, n, s)
	}
	d.within(value, f, n, s)
	if len(d.diags) == before { // what nobody can use must not mislead later rules
		dst.Set(reflect.ValueOf(value))
	}
}

// within checks a number against the bounds of its field.
func (d *Decoder) within(value any, f Field, n *tree.Node, s scope) {
	v, number := 0.0, true
	switch x := value.(type) {
	case Int:
		v = float64(x.N)
	case Float:
		v = x.F
	default:
		number = false
	}
	if !number || len(f.Range) == 0 || v >= f.Range[0] && (len(f.Range) < 2 || v <= f.Range[1]) {
		return
	}
	if len(f.Range) < 2 {
		d.add(diag.At(n.Pos, "wrong-type.negative", s.path, n.Value).WithHint("hint.did-you-mean", strings.TrimLeft(n.Value, "-")))
		return
	}
	low, high := strconv.FormatFloat(f.Range[0], 'f', -1, 64), strconv.FormatFloat(f.Range[1], 'f', -1, 64)
	x := diag.At(n.Pos, "wrong-type.range", s.path, n.Value, low, high).WithHint("hint.within", low, high)
	if f.Range[1] == 1 && v > 1 && v <= 100 { // a share, written in per cent
		x = x.WithHint("hint.did-you-mean", strconv.FormatFloat(v/100, 'f', -1, 64))
	}
	d.add(x)
}

func (d *Decoder) enum(n *tree.Node, f Field, s scope) {
	for _, word := range f.Enum {
		if n.Value == word {
			return
		}
	}
	x := diag.At(n.Pos, "bad-enum", s.path, n.Value).WithHint("hint.one-of", f.Enum)
	if word, ok := translated[strings.ToLower(n.Value)]; ok && slices.Contains(f.Enum, word) {
		x = x.WithHint("hint.did-you-mean-of", word, f.Enum).WithSwap(n.Value, word)
	} else if near, ok := diag.Nearest(n.Value, f.Enum); ok {
		x = x.WithHint("hint.did-you-mean-of", near, f.Enum).WithSwap(n.Value, near)
	}
	d.add(x)
}

func (d *Decoder) form(rule form, n *tree.Node, s scope) {
	if key, hint, args := rule(n.Value); key != "" {
		x := diag.At(n.Pos, key, s.path, n.Value)
		if hint != "" {
			x = withHint(x, n.Value, hint, args)
		}
		d.add(x)
	}
}

// withHint adds a hint, and the swap of the value where the hint says what to
// write instead.
func withHint(x diag.Diagnostic, value, hint string, args []any) diag.Diagnostic {
	x = x.WithHint(hint, args...)
	if hint == "hint.did-you-mean" || hint == "hint.write" {
		x = x.WithSwap(value, args[0].(string))
	}
	return x
}

func scalarHint(problem string, n *tree.Node, f Field) (string, []any) {
	switch problem {
	case "bad-date.calendar":
		return "hint.last-day", nil
	case "bad-date", "bad-date.year":
		if fixed, ok := isoFrom(n.Value); ok {
			return "hint.did-you-mean", []any{fixed}
		}
		return "hint.date-form", nil
	case "bad-date.moment":
		if fixed, ok := momentFrom(n.Value); ok {
			return "hint.did-you-mean", []any{fixed}
		}
		return "hint.moment-form", nil
	case "wrong-type.number":
		if fixed, ok := plainNumber(n.Value); ok {
			return "hint.did-you-mean", []any{fixed}
		}
		return "hint.number-form", nil
	case "wrong-type.decimal":
		if fixed, ok := plainDecimal(n.Value); ok {
			return "hint.did-you-mean", []any{fixed}
		}
		return "hint.decimal-form", nil
	case "wrong-type.bool":
		if fixed, ok := plainBool(n.Value); ok {
			return "hint.did-you-mean", []any{fixed}
		}
		return "hint.bool-form", nil
	case "wrong-type.reference":
		if id := i18n.Slug(n.Value, "it"); idForm.MatchString(id) {
			return "hint.did-you-mean", []any{id}
		}
		return "hint.reference-form", nil
	}
	return "", nil
}

func readStr(n *tree.Node, f Field) (any, string) {
	return Str{Value: strings.TrimSpace(n.Value), Pos: n.Pos}, ""
}

var idForm = pattern.New(`^[a-z0-9]+([-.][a-z0-9]+)*(/[a-z0-9]+([-.][a-z0-9]+)*)*$`)

func readRef(n *tree.Node, f Field) (any, string) {
	id := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(n.Value), "@/"), f.Ref+"/")
	if f.Ref == "" {
		id = strings.TrimPrefix(strings.TrimSpace(n.Value), "@/")
	}
	if !idForm.MatchString(id) {
		return nil, "wrong-type.reference"
	}
	return Ref{ID: id, Pos: n.Pos}, ""
}

func readInt(n *tree.Node, f Field) (any, string) {
	v, err := strconv.ParseInt(n.Value, 10, 64)
	if err != nil {
		return nil, "wrong-type.number"
	}
	return Int{N: v, Given: true, Pos: n.Pos}, ""
}

func readFloat(n *tree.Node, f Field) (any, string) {
	v, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return nil, "wrong-type.decimal"
	}
	return Float{F: v, Given: true, Pos: n.Pos}, ""
}

func readBool(n *tree.Node, f Field) (any, string) {
	switch strings.ToLower(n.Value) {
	case "true", "yes", "sì", "si":
		return Bool{On: true, Given: true, Pos: n.Pos}, ""
	case "false", "no":
		return Bool{Given: true, Pos: n.Pos}, ""
	}
	return nil, "wrong-type.bool"
}

var lateDay = pattern.New(`^\d{4}-(?:0[1-9]|1[0-2])-(?:29|30|31)`)

// noSuchDay holds for a day such as 2019-02-31, written as it should be.
func noSuchDay(s string) bool {
	day := lateDay.FindString(s)
	if day == "" {
		return false
	}
	_, ok := i18n.ParseDate(day)
	return !ok
}

func readDate(n *tree.Node, f Field) (any, string) {
	day, ok := i18n.ParseDate(n.Value)
	if noSuchDay(n.Value) {
		return nil, "bad-date.calendar"
	}
	if !ok {
		return nil, "bad-date"
	}
	if !likely(day) {
		return nil, "bad-date.year"
	}
	return Date{Date: day, Pos: n.Pos}, ""
}

// likely reports whether a year can be meant: digits are swapped or lost easily.
func likely(d i18n.Date) bool { return d.Year >= 1800 && d.Year < 2200 }

var momentForm = pattern.New(`^(\d{4}(?:-\d\d){0,2})(?:[T ](\d\d):([0-5]\d)(?::[0-5]\d)?(Z|[+-]\d\d:[0-5]\d)?)?$`)

func readMoment(n *tree.Node, f Field) (any, string) {
	if noSuchDay(n.Value) {
		return nil, "bad-date.calendar"
	}
	m := momentForm.FindStringSubmatch(n.Value)
	if m == nil {
		return nil, "bad-date.moment"
	}
	day, ok := i18n.ParseDate(m[1])
	if !ok || m[2] != "" && day.Day == 0 {
		return nil, "bad-date.moment"
	}
	if !likely(day) {
		return nil, "bad-date.year"
	}
	out := Moment{Day: day, Pos: n.Pos}
	if m[2] == "" {
		return out, ""
	}
	out.HasTime = true
	out.Hour, _ = strconv.Atoi(m[2])
	out.Min, _ = strconv.Atoi(m[3])
	if out.Hour > 23 || out.Min > 59 {
		return nil, "bad-date.moment"
	}
	out.Offset, out.HasOffset = offset(m[4])
	if out.Offset < -12*3600 || out.Offset > 14*3600 {
		return nil, "bad-date.moment"
	}
	return out, ""
}

// offset reads “Z”, “+02:00”, “-01:30” as seconds east of UTC.
func offset(s string) (int, bool) {
	if s == "" || s == "Z" {
		return 0, s == "Z"
	}
	h, _ := strconv.Atoi(s[1:3])
	m, _ := strconv.Atoi(s[4:6])
	if s[0] == '-' {
		return -(h*60 + m) * 60, true
	}
	return (h*60 + m) * 60, true
}
