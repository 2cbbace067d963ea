package ua

import "fmt"

// maxFindings is how many findings are kept: a file with more is beyond repair
// by reading them.
const maxFindings = 1000

// findings collects findings in the order in which they come up, each once.
type findings struct {
	list []Finding
	seen map[Finding]bool
	lost bool
}

// add notes a finding on a page; page 0 is the document.
func (fs *findings) add(rule string, page int, format string, args ...any) {
	if fs.lost {
		return
	}
	f := Finding{rule, page, fmt.Sprintf(format, args...)}
	if fs.seen[f] {
		return
	}
	if len(fs.list) == maxFindings {
		fs.lost = true
		f = Finding{"UA", 0, fmt.Sprintf("more than %d findings: the rest is left out", maxFindings)}
	}
	if fs.seen == nil {
		fs.seen = map[Finding]bool{}
	}
	fs.seen[f] = true
	fs.list = append(fs.list, f)
}
