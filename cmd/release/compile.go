package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// platform is a system and a processor, as Go names them.
type platform struct{ os, arch string }

// platforms are all that a release is made for.
var platforms = []platform{
	{"darwin", "amd64"},
	{"darwin", "arm64"},
	{"linux", "amd64"},
	{"linux", "arm64"},
	{"windows", "amd64"},
	{"windows", "arm64"},
}

func (p platform) String() string { return p.os + "/" + p.arch }

func (p platform) file() string {
	name := "dossier-" + p.os + "-" + p.arch
	if p.os == "windows" {
		name += ".exe"
	}
	return name
}

// compile makes the command twice. The first one has no build id: Go's own would
// tell in which steps it was made. The second one has the digest of the first as its
// id, which is by what dossier knows its own code and trusts its cache: it must be
// another whenever the code is, and be found without reading the whole program.
func (r release) compile(p platform) error {
	file := filepath.Join(r.out, p.file())
	if err := r.link(p, file, ""); err != nil {
		return err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	digest := sha256.Sum256(data)
	return r.link(p, file, hex.EncodeToString(digest[:]))
}

// link runs the toolchain so that neither the folder nor the repository, the
// settings of the user or a C compiler have a say.
func (r release) link(p platform, file, id string) error {
	out, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	flags := "-s -w -buildid=" + id + " -X main.version=" + r.version + " -X main.commit=" + r.commit
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", out, "./cmd/dossier")
	cmd.Dir = r.sources
	cmd.Env = append(environment(), "CGO_ENABLED=0", "GOOS="+p.os, "GOARCH="+p.arch, "GOFLAGS=-mod=readonly", "GOWORK=off")
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, bytes.TrimSpace(text))
	}
	return nil
}

// environment is that of the user without what changes the code that is made.
func environment() []string {
	return slices.DeleteFunc(os.Environ(), func(s string) bool {
		name, _, _ := strings.Cut(s, "=")
		return slices.Contains([]string{"GOAMD64", "GOARM64", "GOEXPERIMENT", "GOFIPS140", "GCCGO", "GODEBUG"}, name)
	})
}

// module is a dependency that is in at least one of the programs.
type module struct{ path, version, sum string }

// modulesOf reads from the programs themselves which modules are in them, and of
// which Go they are made.
func modulesOf(dir string, names []string) (mods []module, goVersion string, err error) {
	for _, name := range names {
		info, err := buildinfo.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, "", err
		}
		goVersion = info.GoVersion
		mods = append(mods, modulesIn(info)...)
	}
	slices.SortFunc(mods, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(mods), goVersion, nil
}

func modulesIn(info *debug.BuildInfo) (mods []module) {
	for _, dep := range info.Deps {
		if dep.Replace != nil {
			dep = dep.Replace
		}
		mods = append(mods, module{dep.Path, dep.Version, dep.Sum})
	}
	return mods
}

// sumsOf writes digests as sha256sum(1) reads them.
func sumsOf(dir string, names []string) ([]byte, error) {
	var sums []byte
	slices.Sort(names)
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		sums = fmt.Appendf(sums, "%x  %s\n", sha256.Sum256(data), name)
	}
	return sums, nil
}
