//go:build race

package build_test

// underRace shortens what only repeats: the race detector makes every build
// several times slower.
const underRace = true
