//go:build !race

package build_test

const underRace = false
