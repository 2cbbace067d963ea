package source_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
)

// git runs git for a test, with no configuration but the repository's.
func git(t *testing.T, root, date string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", root}, args...)...)
	cmd.Env = append(os.Environ(),
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org",
		"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE="+date)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// commit writes a file and commits everything.
func commit(t *testing.T, root, date, name, data string) {
	t.Helper()
	write(t, filepath.Join(root, name), data)
	git(t, root, date, "add", "-A")
	git(t, root, date, "commit", "-q", "-m", name)
}

// repository has two commits to one file and one to another.
func repository(t *testing.T, root string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	git(t, root, "", "init", "-q", "-b", "main")
	commit(t, root, "2022-05-06T23:30:00-0500", "static/città nuova.pdf", "1")
	commit(t, root, "2022-06-01T10:00:00+0100", "content/pages/about.it.md", "1")
	commit(t, root, "2023-07-08T10:00:00+0200", "content/pages/about.it.md", "2")
}

func TestDatesAreThoseOfTheLastCommits(t *testing.T) {
	root := t.TempDir()
	repository(t, root)
	snap, ds := load(t, root, nil)
	want := map[string]string{"content/pages/about.it.md": "2023-07-08", "static/città nuova.pdf": "2022-05-06"}
	if diff := cmp.Diff(want, snap.Commits); diff != "" || len(ds) > 0 {
		t.Errorf("%s %v", diff, told(ds))
	}
}

func TestASiteMayLieInAFolderOfARepository(t *testing.T) {
	root := t.TempDir()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	git(t, root, "", "init", "-q", "-b", "main")
	commit(t, root, "2021-03-01T10:00:00Z", "site/content/index.it.md", "1")
	commit(t, root, "2022-03-01T10:00:00Z", "other/x.md", "1")
	snap, _ := load(t, filepath.Join(root, "site"), nil)
	if diff := cmp.Diff(map[string]string{"content/index.it.md": "2021-03-01"}, snap.Commits); diff != "" {
		t.Error(diff)
	}
}

func TestANewCommitIsSeenByTheNextSnapshot(t *testing.T) {
	root := t.TempDir()
	repository(t, root)
	first, _ := load(t, root, nil)
	same, _ := load(t, root, first)
	if diff := cmp.Diff(first.Commits, same.Commits); diff != "" {
		t.Errorf("without a commit: %s", diff)
	}
	commit(t, root, "2024-01-02T10:00:00Z", "content/pages/about.it.md", "3")
	next, _ := load(t, root, same)
	if got := next.Commits["content/pages/about.it.md"]; got != "2024-01-02" {
		t.Errorf("got %q", got)
	}
}

func TestWithoutHistoryThereAreNoDates(t *testing.T) {
	t.Run("no repository", func(t *testing.T) {
		snap, ds := load(t, site(t, map[string]string{"static/a": "1"}), nil)
		if snap.Commits != nil || len(ds) > 0 {
			t.Errorf("%v %v", snap.Commits, told(ds))
		}
	})
	t.Run("no commit yet", func(t *testing.T) {
		root := site(t, map[string]string{"static/a": "1"})
		git(t, root, "", "init", "-q")
		snap, ds := load(t, root, nil)
		if snap.Commits != nil || len(ds) > 0 {
			t.Errorf("%v %v", snap.Commits, told(ds))
		}
	})
	t.Run("no git", func(t *testing.T) {
		root := t.TempDir()
		repository(t, root)
		t.Setenv("PATH", t.TempDir())
		snap, ds := load(t, root, nil)
		if snap.Commits != nil || len(snap.Files) != 2 {
			t.Errorf("%v, %d files", snap.Commits, len(snap.Files))
		}
		if diff := cmp.Diff([]string{" shallow-history.unreadable"}, told(ds)); diff != "" {
			t.Errorf("nothing may be left out in silence: %s", diff)
		}
	})
}

func TestAShallowCloneIsToldEveryTime(t *testing.T) {
	full, root := t.TempDir(), filepath.Join(t.TempDir(), "clone")
	repository(t, full)
	git(t, full, "", "clone", "-q", "--depth", "1", "file://"+full, root)
	first, ds := load(t, root, nil)
	if diff := cmp.Diff([]string{" shallow-history"}, told(ds)); diff != "" || first.Commits != nil {
		t.Errorf("%s %v", diff, first.Commits)
	}
	if len(ds) == 1 && ds[0].Severity != diag.Warning {
		t.Error("a shallow clone does not stop a build")
	}
	if _, again := load(t, root, first); len(again) != 1 {
		t.Errorf("the second time: %v", told(again))
	}
}

// sign adds a commit that looks signed: git would ask a program to verify it.
func sign(t *testing.T, root string) {
	t.Helper()
	signer := filepath.Join(t.TempDir(), "signer.sh")
	script := "#!/bin/sh\ncat >/dev/null\nprintf '%s\\n\\n%s\\n' '-----BEGIN PGP SIGNATURE-----' '-----END PGP SIGNATURE-----'\n" +
		"printf '\\n[GNUPG:] SIG_CREATED D\\n' >&2\n"
	if err := os.WriteFile(signer, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(root, "static/signed"), "1")
	git(t, root, "", "add", "-A")
	git(t, root, "2024-01-01T00:00:00Z", "-c", "gpg.program="+signer, "commit", "-q", "-S", "-m", "signed")
}

// TestARepositoryCannotRunPrograms plants everything in a repository's own
// configuration that git would execute while it reads.
func TestARepositoryCannotRunPrograms(t *testing.T) {
	trap := func(t *testing.T) (program, proof string) {
		proof = filepath.Join(t.TempDir(), "ran")
		program = filepath.Join(t.TempDir(), "trap.sh")
		if err := os.WriteFile(program, []byte("#!/bin/sh\ntouch '"+proof+"'\ncat\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		return program, proof
	}
	cases := map[string][]string{
		"file system monitor": {"core.fsmonitor=PROGRAM"},
		"pager":               {"core.pager=PROGRAM", "pager.log=PROGRAM", "pager.rev-parse=true"},
		"signatures":          {"log.showSignature=true", "gpg.program=PROGRAM", "gpg.ssh.program=PROGRAM", "gpg.x509.program=PROGRAM"},
		"diff":                {"diff.external=PROGRAM", "diff.x.command=PROGRAM", "diff.x.textconv=PROGRAM", "core.attributesFile=ATTRIBUTES"},
		"hooks":               {"core.hooksPath=HOOKS"},
		"included settings":   {"include.path=INCLUDED", "includeIf.gitdir:/.path=INCLUDED"},
		"alias":               {"alias.log=!PROGRAM", "alias.rev-parse=!PROGRAM"},
		"credentials":         {"credential.helper=!PROGRAM", "core.askPass=PROGRAM", "core.editor=PROGRAM", "core.sshCommand=PROGRAM"},
	}
	for name, settings := range cases {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			repository(t, root)
			program, proof := trap(t)
			attributes := filepath.Join(root, ".git", "info", "attributes")
			write(t, attributes, "* diff=x filter=x\n")
			sign(t, root)
			included := filepath.Join(t.TempDir(), "included")
			write(t, included, "[core]\nfsmonitor = "+program+"\npager = "+program+"\nsshCommand = "+program+"\n[diff]\nexternal = "+program+
				"\n[diff \"x\"]\ntextconv = "+program+"\n[filter \"x\"]\nclean = "+program+"\nsmudge = "+program+"\n[alias]\nlog = !"+program+"\n")
			for _, s := range settings {
				key, value, _ := strings.Cut(s, "=")
				value = strings.NewReplacer("PROGRAM", program, "ATTRIBUTES", attributes, "HOOKS", filepath.Dir(program), "INCLUDED", included).Replace(value)
				git(t, root, "", "config", key, value)
			}
			snap, _ := load(t, root, nil)
			if _, err := os.Stat(proof); err == nil {
				t.Error("a program of the repository was run")
			}
			if len(snap.Commits) != 3 {
				t.Errorf("dates: %v", snap.Commits)
			}
		})
	}
}

// TestMissingObjectsAreNotFetched takes objects out of a partial clone whose
// remote would run a program: git must not go there for them.
func TestMissingObjectsAreNotFetched(t *testing.T) {
	full, root := t.TempDir(), filepath.Join(t.TempDir(), "clone")
	repository(t, full)
	git(t, full, "", "config", "uploadpack.allowFilter", "true")
	git(t, full, "", "clone", "-q", "--filter=tree:0", "--no-checkout", "file://"+full, root)
	proof := filepath.Join(t.TempDir(), "ran")
	program := filepath.Join(t.TempDir(), "trap.sh")
	if err := os.WriteFile(program, []byte("#!/bin/sh\ntouch '"+proof+"'\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	git(t, root, "", "config", "remote.origin.uploadpack", program)
	git(t, root, "", "config", "remote.origin.url", full)
	git(t, root, "", "config", "protocol.file.allow", "always")
	snap, _ := load(t, root, nil)
	if _, err := os.Stat(proof); err == nil {
		t.Error("a program of the remote was run")
	}
	if len(snap.Commits) > 0 {
		t.Errorf("dates without objects: %v", snap.Commits)
	}
}

func TestTheSettingsOfAPersonDoNotChangeDates(t *testing.T) {
	root := t.TempDir()
	repository(t, root)
	global := filepath.Join(t.TempDir(), "gitconfig")
	write(t, global, "[log]\nshowRoot = false\ndate = relative\nfollow = true\n[color]\nui = always\n[core]\nquotePath = true\n[format]\npretty = raw\n[diff]\nrenames = copies\n")
	t.Setenv("GIT_CONFIG_GLOBAL", global)
	snap, _ := load(t, root, nil)
	want := map[string]string{"content/pages/about.it.md": "2023-07-08", "static/città nuova.pdf": "2022-05-06"}
	if diff := cmp.Diff(want, snap.Commits); diff != "" {
		t.Error(diff)
	}
}
