//go:build unix && !linux

package main

import "testing"

// enter runs the test as it is: only Linux lets anybody mount file systems.
func enter(t *testing.T) {
	if err := soakCommand(t).Run(); err != nil {
		t.Error(err)
	}
}

func (s *soak) mount(string) { s.cannotMount("only Linux lets anybody do so") }

func (s *soak) remount(string, string) {}

func (s *soak) limit(string, float64) {}
