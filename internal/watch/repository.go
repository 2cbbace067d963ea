package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// repository is the folder of git in which the state of the site's history can be
// told from time stamps; empty where there is none. Commits change pages, which
// show when they were last changed, without any change of a source.
type repository string

// historyPeriod is how often it is looked at. Commits are rare.
const historyPeriod = 2 * time.Second

// repositoryOf looks for .git in the folder and above it. In a second work tree
// it is a file that says where the folder is.
func repositoryOf(dir string) repository {
	for {
		git := filepath.Join(dir, ".git")
		if info, err := os.Stat(git); err == nil {
			if info.IsDir() {
				return repository(git)
			}
			return linked(git)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

func linked(file string) repository {
	const limit = 4096
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > limit {
		return ""
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	to, found := strings.CutPrefix(strings.TrimSpace(string(text)), "gitdir: ")
	if !found {
		return ""
	}
	if !filepath.IsAbs(to) {
		to = filepath.Join(filepath.Dir(file), to)
	}
	return repository(to)
}

// stamp sums up what changes when HEAD moves: the branch, and the log of it.
func (r repository) stamp() string {
	if r == "" {
		return ""
	}
	var out strings.Builder
	for _, name := range []string{"HEAD", "logs/HEAD", "reftable/tables.list"} {
		if info, err := os.Stat(filepath.Join(string(r), name)); err == nil {
			fmt.Fprintln(&out, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return out.String()
}
