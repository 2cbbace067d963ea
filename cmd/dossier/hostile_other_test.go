//go:build !unix

package main

import "testing"

// pipe is for systems that have pipes among their files.
func pipe(string) maker {
	return func(t *testing.T, _ string) { t.Skip("no named pipes") }
}
