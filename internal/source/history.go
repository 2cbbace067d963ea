package source

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/internal/diag"
)

// commits asks git for the date of each file's last commit: the only honest
// "updated" that needs no editor. Time stamps of files are worthless after a
// checkout. The answer is kept as long as HEAD stands.
func (l *loader) commits(root string) {
	if !inRepository(root) {
		return
	}
	if _, err := git(root, "rev-parse", "--is-inside-work-tree"); err != nil {
		l.diags = append(l.diags, diag.At(diag.Pos{}, "shallow-history.unreadable").WithHint("hint.install-git"))
		return
	}
	head, err := git(root, "rev-parse", "HEAD")
	if err != nil {
		return
	}
	l.next.head = string(bytes.TrimSpace(head))
	if l.last != nil && l.last.head == l.next.head && l.last.Commits != nil {
		l.next.Commits = l.last.Commits
		return
	}
	if shallow, err := git(root, "rev-parse", "--is-shallow-repository"); err == nil && strings.TrimSpace(string(shallow)) == "true" {
		l.diags = append(l.diags, diag.At(diag.Pos{}, "shallow-history").WithHint("hint.full-clone"))
		return
	}
	out, err := git(root, "log", "--format=%x00%cs", "--name-only", "--relative", "--no-renames", "--", ".")
	if err == nil {
		l.next.Commits = lastDates(out)
	}
}

// inRepository looks for .git in the folder and above it, without git.
func inRepository(root string) bool {
	dir, err := filepath.Abs(root)
	for err == nil {
		if _, missing := os.Lstat(filepath.Join(dir, ".git")); missing == nil {
			return true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			break
		}
		dir = parent
	}
	return false
}

// lastDates reads the log, newest first: the first date seen for a path holds.
func lastDates(log []byte) map[string]string {
	dates := map[string]string{}
	for _, commit := range strings.Split(string(log), "\x00") {
		date, names, _ := strings.Cut(commit, "\n")
		for _, name := range strings.Split(names, "\n") {
			if name = norm.NFC.String(name); name == "" {
				continue
			}
			if _, known := dates[name]; !known {
				dates[name] = date
			}
		}
	}
	return dates
}

// git runs one reading command with everything that a repository's configuration
// could execute switched off, the fetching of objects that are not there included.
func git(root string, args ...string) ([]byte, error) {
	safe := []string{
		"--no-pager", "--no-optional-locks", "-C", root,
		"-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false",
		"-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.external=",
		"-c", "safe.directory=*", // another user's clone, as in a container; nothing of it can run
	}
	cmd := exec.Command("git", append(safe, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_TERMINAL_PROMPT=0", "GIT_EXTERNAL_DIFF=",
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "LC_ALL=C")
	return cmd.Output()
}
