package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// progress draws a bar while pages are made, once that has lasted a second, when
// it goes to a terminal.
type progress struct {
	to      *os.File
	since   time.Time
	drawn   bool
	percent int // shown last
}

// patience is how long work lasts before there is a bar.
const patience = time.Second

// newProgress returns nil where no bar is wanted.
func (a *app) newProgress() *progress {
	to, ok := a.err.(*os.File)
	if !ok || a.quiet || !isTerminal(to) {
		return nil
	}
	return &progress{to: to, since: time.Now()}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show draws the bar.
func (p *progress) show(done, of int) {
	if of == 0 || 100*done/of == p.percent || time.Since(p.since) < patience {
		return
	}
	const width = 30
	full := width * done / of
	p.drawn, p.percent = true, 100*done/of
	fmt.Fprintf(p.to, "\r[%s%s] %3d %%", strings.Repeat("#", full), strings.Repeat(".", width-full), p.percent)
}

// clear takes the bar away.
func (p *progress) clear() {
	if p != nil && p.drawn {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}
