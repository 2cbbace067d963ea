package svg

import (
	"strconv"
	"strings"
)

// choose sets the place of a value among the possible ones.
func choose(to *int, value string, possible ...string) bool {
	for i, p := range possible {
		if value == p {
			*to = i
			return true
		}
	}
	return false
}

func either(to *bool, value, yes, no string) bool {
	*to = value == yes
	return value == yes || value == no
}

func setColor(s *style, value string, _ view) bool {
	if strings.EqualFold(value, "currentcolor") {
		return true
	}
	t, ok := readTint(value)
	s.color = t
	return ok
}

// setOpacity lets an element show through as much as itself and all around it
// say.
func setOpacity(s *style, value string, _ view) bool {
	share, ok := ratio(value, 1)
	s.opacity *= share
	return ok
}

func setStrokeWidth(s *style, value string, v view) bool {
	width, ok := measure(value, s.fontSize, v.diagonal())
	s.strokeWidth = width
	return ok && width >= 0
}

// setMitre takes a limit, which is not below 1 (SVG 2, clause 13.5.6).
func setMitre(s *style, value string, _ view) bool {
	limit, err := strconv.ParseFloat(value, 64)
	s.mitre = limit
	return err == nil && limit >= 1 && limit <= maxNumber
}

// sizes are the names of sizes in pixels (CSS Fonts 4, clause 2.5).
var sizes = map[string]float64{
	"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32,
}

func setFontSize(s *style, value string, _ view) bool {
	if size, named := sizes[value]; named {
		s.fontSize = size
		return true
	}
	size, ok := measure(value, s.fontSize, s.fontSize)
	s.fontSize = size
	return ok && size >= 0 && size <= maxNumber
}

// setFontWeight takes what is nearer to bold than to regular for bold.
func setFontWeight(s *style, value string, _ view) bool {
	switch value {
	case "normal", "lighter":
		s.bold = false
		return true
	case "bold", "bolder":
		s.bold = true
		return true
	}
	weight, err := strconv.Atoi(value)
	s.bold = weight >= 600
	return err == nil
}

func setAnchor(s *style, value string, _ view) bool {
	s.anchor = value
	return value == "start" || value == "middle" || value == "end"
}

// baselines are how far below the given line, in em, the letters stand that are
// to be centred on it. Both are those of a sans serif of usual build.
var baselines = map[string]float64{"auto": 0, "alphabetic": 0, "baseline": 0, "middle": 0.25, "central": 0.35}

func setBaseline(s *style, value string, _ view) bool {
	shift, known := baselines[value]
	s.shift = shift
	return known
}
