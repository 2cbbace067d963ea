package main

// goal is what a ratio of Hugo's figure to ours must and shall reach.
type goal struct{ must, aim float64 }

// goals are by scene and number of pages.
var goals = map[string]map[int]goal{
	"cold":    {1000: {3, 4.5}, 10_000: {3.5, 5}, 50_000: {4.5, 8}},
	"nothing": {1000: {40, 60}, 10_000: {70, 110}},
	"body":    {1000: {30, 45}, 10_000: {55, 85}},
	"partner": {1000: {16, 24}, 10_000: {30, 45}},
	"theme":   {1000: {8, 14}, 10_000: {14, 22}},
	"serve":   {1000: {5, 10}, 10_000: {15, 30}},
	"memory":  {10_000: {4, 7}},
}

// Our CPU time may grow as these powers of the number of pages.
const mustGrow, aimGrow = 1.05, 1.02

// labels are the names of scenes in the table.
var labels = map[string]string{
	"cold": "cold", "nothing": "nothing changed", "body": "one body changed", "partner": "a partner renamed",
	"theme": "theme changed", "serve": "save → served", "memory": "peak memory, cold",
}

// verdict says which goal a ratio reaches.
func (g goal) verdict(ratio float64) string {
	switch {
	case g == goal{}:
		return ""
	case ratio >= g.aim:
		return "aim"
	case ratio >= g.must:
		return "must"
	}
	return "missed"
}
