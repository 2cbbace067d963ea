package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// cost is what a whole process took.
type cost struct {
	wall, cpu time.Duration // cpu: user and system
	peak      float64       // largest resident size, in MiB
}

// spend runs a command to its end.
func spend(command string, args ...string) (cost, error) {
	cmd := exec.Command(command, args...)
	var says bytes.Buffer
	cmd.Stdout, cmd.Stderr = &says, &says
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%s %s: %w\n%s", command, strings.Join(args, " "), err, tail(says.String()))
	}
	c := cost{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = float64(usage.Maxrss) / 1024 // Linux counts in kB
	}
	return c, nil
}

// tail is the end of what a program said.
func tail(text string) string { return text[max(0, len(text)-2000):] }
