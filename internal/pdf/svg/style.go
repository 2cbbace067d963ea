package svg

import (
	"slices"
	"strings"
)

// style is what the properties of an element come to. All of it passes to its
// children but what plainly() sets back.
type style struct {
	color                       tint
	fill, stroke                paint
	fillOpacity, strokeOpacity  float64
	opacity                     float64 // of the element and all around it
	strokeWidth                 float64
	cap, join                   int
	mitre                       float64
	evenOdd, clipEvenOdd        bool
	fontSize                    float64
	bold, italic, hidden, space bool    // space: white space is kept
	anchor                      string  // of text
	shift                       float64 // of text below its baseline, in em
	variables                   *scope

	// Of the element alone.
	gone      bool   // display: none
	clipPath  string // empty: none
	transform string
}

// scope holds the custom properties of an element.
type scope struct {
	own    []declaration
	parent *scope
}

// initial is the style around the root element.
var initial = style{
	color:         ink,
	fill:          paint{kind: plain, tint: tint{alpha: 1}},
	fillOpacity:   1,
	strokeOpacity: 1,
	opacity:       1,
	strokeWidth:   1,
	mitre:         4,
	fontSize:      16,
	anchor:        "start",
}

// plainly is the style as a child begins with it.
func (s style) plainly() style {
	s.gone, s.clipPath, s.transform = false, "", ""
	return s
}

// property sets a property of a style and tells whether the value can be drawn.
// The style still has its parent's value.
type property func(s *style, value string, v view) bool

// properties are those that change the picture. Presentation attributes have
// the same names.
var properties = map[string]property{
	"color":             setColor,
	"fill":              func(s *style, value string, _ view) (ok bool) { s.fill, ok = readPaint(value); return ok },
	"stroke":            func(s *style, value string, _ view) (ok bool) { s.stroke, ok = readPaint(value); return ok },
	"fill-opacity":      func(s *style, value string, _ view) (ok bool) { s.fillOpacity, ok = ratio(value, 1); return ok },
	"stroke-opacity":    func(s *style, value string, _ view) (ok bool) { s.strokeOpacity, ok = ratio(value, 1); return ok },
	"opacity":           setOpacity,
	"stroke-width":      setStrokeWidth,
	"stroke-linecap":    func(s *style, value string, _ view) bool { return choose(&s.cap, value, "butt", "round", "square") },
	"stroke-linejoin":   func(s *style, value string, _ view) bool { return choose(&s.join, value, "miter", "round", "bevel") },
	"stroke-miterlimit": setMitre,
	"fill-rule":         func(s *style, value string, _ view) bool { return either(&s.evenOdd, value, "evenodd", "nonzero") },
	"clip-rule":         func(s *style, value string, _ view) bool { return either(&s.clipEvenOdd, value, "evenodd", "nonzero") },
	"display":           func(s *style, value string, _ view) bool { s.gone = value == "none"; return true },
	"visibility":        func(s *style, value string, _ view) bool { s.hidden = value != "visible"; return true },
	"clip-path":         func(s *style, value string, _ view) bool { s.clipPath = strings.TrimPrefix(value, "none"); return true },
	"transform":         func(s *style, value string, _ view) bool { s.transform = value; return true },
	"font-size":         setFontSize,
	"font-weight":       setFontWeight,
	"font-style":        func(s *style, value string, _ view) bool { s.italic = value != "normal"; return true },
	"text-anchor":       setAnchor,
	"dominant-baseline": setBaseline,
}

// asWritten are the properties that would change the picture in ways that are
// not drawn, with the values that leave it as it is. No values: any changes it.
var asWritten = map[string][]string{
	"alignment-baseline": {"auto", "baseline", "alphabetic"},
	"animation":          {"none"},
	"animation-name":     {"none"},
	"baseline-shift":     {"baseline", "0"},
	"direction":          {"ltr"},
	"filter":             {"none"},
	"font":               {},
	"font-variant":       {"normal"},
	"letter-spacing":     {"normal", "0", "0px", "0em"},
	"marker":             {"none"},
	"marker-end":         {"none"},
	"marker-mid":         {"none"},
	"marker-start":       {"none"},
	"mask":               {"none"},
	"mix-blend-mode":     {"normal"},
	"paint-order":        {"normal", "fill", "fill stroke", "fill stroke markers"},
	"stroke-dasharray":   {"none", "0"},
	"text-decoration":    {"none"},
	"text-transform":     {"none"},
	"transform-origin":   {"0 0", "0px 0px"},
	"vector-effect":      {"none"},
	"word-spacing":       {"normal", "0", "0px", "0em"},
	"writing-mode":       {"horizontal-tb", "lr", "lr-tb"},
}

// geometric properties are read as attributes only.
var geometric = []string{"cx", "cy", "d", "height", "r", "rx", "ry", "translate", "rotate", "scale", "width", "x", "y"}

// style works out the style of an element within another.
func (d *drawer) style(n *node, around style, v view) (style, error) {
	s := around.plainly()
	list, err := d.cascade(n)
	if err != nil {
		return s, err
	}
	s.define(list)
	if space := n.attr("xml:space"); space != "" {
		s.space = space == "preserve"
	}
	// The size of type comes first: other lengths are measured in it.
	for _, first := range []bool{true, false} {
		for _, one := range list {
			if (one.name == "font-size") != first {
				continue
			}
			if err := s.set(n, one, v); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// define opens a scope when an element has custom properties.
func (s *style) define(list []declaration) {
	var own []declaration
	for _, one := range list {
		if strings.HasPrefix(one.name, "--") {
			own = append(own, one)
		}
	}
	if own != nil {
		s.variables = &scope{own, s.variables}
	}
}

func (s *style) set(n *node, one declaration, v view) error {
	name, value := one.name, one.value
	if properties[name] == nil && asWritten[name] == nil {
		return nil
	}
	if strings.Contains(value, "var(") {
		var ok bool
		if value, ok = s.variables.resolve(value); !ok {
			return refuse(n, name+": var()")
		}
	}
	if value == "inherit" {
		return nil
	}
	if allowed, fixed := asWritten[name]; fixed && !slices.Contains(allowed, value) {
		return refuseValue(n, name, function(value))
	}
	set, known := properties[name]
	if known && !set(s, value, v) {
		return refuseValue(n, name, function(value))
	}
	return nil
}

// function cuts the arguments off a value like url(#a).
func function(value string) string {
	if name, _, found := strings.Cut(value, "("); found && name != "" {
		return name + "()"
	}
	return value
}

// resolve replaces a value that is a variable by what the variable holds, or by
// what stands behind the comma.
func (s *scope) resolve(value string) (string, bool) {
	const chain = 8 // variables that hold variables
	for range chain {
		inside, found := strings.CutPrefix(value, "var(")
		if !found {
			return value, !strings.Contains(value, "var(")
		}
		inside, closed := strings.CutSuffix(inside, ")")
		name, fallback, _ := strings.Cut(inside, ",")
		if !closed {
			return "", false
		}
		if value = s.value(strings.TrimSpace(name)); value == "" {
			value = strings.TrimSpace(fallback)
		}
		if value == "" {
			return "", false
		}
	}
	return "", false
}

func (s *scope) value(name string) string {
	for ; s != nil; s = s.parent {
		for _, one := range s.own {
			if one.name == name {
				return one.value
			}
		}
	}
	return ""
}
