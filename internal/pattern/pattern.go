// Package pattern holds regular expressions that are compiled when one first asks
// them. Most of those that read fields and mistakes are asked by wrong content alone,
// and a build of nothing new asks none.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. It may be asked from many goroutines at once.
type Pattern struct {
	compiled func() *regexp.Regexp
}

// New takes an expression in the syntax of package regexp. One that is wrong panics
// when it is first asked.
func New(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString is that of regexp.Regexp, as are the other methods.
func (p *Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindString returns the leftmost match.
func (p *Pattern) FindString(s string) string { return p.compiled().FindString(s) }

// FindStringSubmatch returns the leftmost match and its groups.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// FindAllString returns up to n matches; all, when n is negative.
func (p *Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

// Compiled is the expression itself, for all else.
func (p *Pattern) Compiled() *regexp.Regexp { return p.compiled() }
