package source

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/internal/diag"
)

// commits asks git for the date of each file's last commit: the only honest
// "updated" that needs no editor. Time stamps of files are worthless after a
// checkout. The answer is kept as long as the repository's head stands, which is
// seen without starting git.
func (l *loader) commits(root string) {
	folder, ok := repository(root)
	if !ok {
		return
	}
	l.next.head = head(folder)
	if l.Last != nil && l.Last.Root == l.next.Root && l.Last.head == l.next.head && l.Last.Commits != nil {
		l.next.Commits = l.Last.Commits
		return
	}
	if _, err := git(root, "rev-parse", "--is-inside-work-tree"); err != nil {
		l.diags = append(l.diags, diag.At(diag.Pos{}, "shallow-history.unreadable").WithHint("hint.install-git"))
		return
	}
	if _, err := git(root, "rev-parse", "HEAD"); err != nil {
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

// repository finds the folder .git in the site's folder or above it; in a linked
// work tree the one that the file .git names.
func repository(root string) (folder string, ok bool) {
	dir, err := filepath.Abs(root)
	for err == nil {
		folder := filepath.Join(dir, ".git")
		if info, missing := os.Lstat(folder); missing == nil {
			if text, err := os.ReadFile(folder); err == nil && !info.IsDir() {
				folder = strings.TrimSpace(strings.TrimPrefix(string(text), "gitdir:"))
				if !filepath.IsAbs(folder) {
					folder = filepath.Join(dir, folder)
				}
			}
			return folder, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			break
		}
		dir = parent
	}
	return "", false
}

// head is a text that changes whenever the current commit does: what HEAD and its
// branch say, and the time stamps of the files in which branches may be packed.
func head(folder string) string {
	text, err := os.ReadFile(filepath.Join(folder, "HEAD"))
	if err != nil {
		return ""
	}
	common := folder
	if other, err := os.ReadFile(filepath.Join(folder, "commondir")); err == nil { // of a linked work tree
		common = filepath.Join(folder, strings.TrimSpace(string(other)))
	}
	stand := string(text)
	if branch, ok := strings.CutPrefix(strings.TrimSpace(stand), "ref: "); ok && filepath.IsLocal(branch) {
		at, _ := os.ReadFile(filepath.Join(common, branch))
		stand += string(at)
	}
	for _, name := range []string{"packed-refs", "shallow", "reftable/tables.list", "logs/HEAD"} {
		if info, err := os.Stat(filepath.Join(common, name)); err == nil {
			stand += fmt.Sprintf("%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return stand
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
