package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"

	"golang.org/x/sys/unix"
)

// direct are the ways of Linux: the kernel walks the whole path in one call and
// is told to follow no link and not to leave the folder (openat2(2), Linux 5.6).
type direct struct {
	root *os.Root
	top  *os.File
	fd   int // of top
}

const linkless = unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS

// waysOf tries the call once: old kernels do not have it, and some sandboxes
// forbid it.
func waysOf(root *os.Root) ways {
	top, err := root.Open(".")
	if err != nil {
		return stepwise{root}
	}
	d := direct{root: root, top: top, fd: int(top.Fd())}
	if _, err := d.look("."); err != nil {
		top.Close()
		return stepwise{root}
	}
	return d
}

func (d direct) close() error { return d.top.Close() }

func (d direct) open(name string, flags int, mode fs.FileMode) (int, error) {
	how := unix.OpenHow{Flags: uint64(flags | unix.O_CLOEXEC), Mode: uint64(mode), Resolve: linkless}
	for {
		fd, err := unix.Openat2(d.fd, name, &how)
		if err != unix.EINTR {
			return fd, err
		}
	}
}

func (d direct) look(name string) (stat, error) {
	fd, err := d.open(name, unix.O_PATH|unix.O_NOFOLLOW, 0)
	if err != nil {
		return stat{}, d.failed("lstat", name, err)
	}
	defer unix.Close(fd)
	var s unix.Stat_t
	err = unix.Fstat(fd, &s)
	return statOf(&s), d.failed("lstat", name, err)
}

func (d direct) glance(name string) (stat, error) {
	var s unix.Stat_t
	err := unix.Fstatat(d.fd, name, &s, unix.AT_SYMLINK_NOFOLLOW)
	return statOf(&s), d.failed("lstat", name, err)
}

// statOf takes for a folder the later of its two times: the second one cannot be
// set by hand, so a name that was added shows even when the first was put back.
func statOf(s *unix.Stat_t) stat {
	found := stat{size: s.Size, changed: s.Mtim.Nano()}
	switch s.Mode & unix.S_IFMT {
	case unix.S_IFREG:
	case unix.S_IFDIR:
		found.kind = fs.ModeDir
		found.changed = max(found.changed, s.Ctim.Nano())
	case unix.S_IFLNK:
		found.kind = fs.ModeSymlink
	default:
		found.kind = fs.ModeIrregular
	}
	return found
}

// inFolder opens the folder of a path for the length of a step.
func (d direct) inFolder(op, name string, step func(folder int, base string) error) error {
	fd, err := d.open(parent(name), unix.O_PATH|unix.O_DIRECTORY, 0)
	if err == nil {
		err = step(fd, path.Base(name))
		unix.Close(fd)
	}
	return d.failed(op, name, err)
}

// mkdir sets the mode only where the umask has changed it.
func (d direct) mkdir(name string) error {
	var made unix.Stat_t
	err := d.inFolder("mkdir", name, func(folder int, base string) error {
		if err := unix.Mkdirat(folder, base, uint32(folderMode)); err != nil {
			return err
		}
		return unix.Fstatat(folder, base, &made, unix.AT_SYMLINK_NOFOLLOW)
	})
	if err != nil || fs.FileMode(made.Mode).Perm() == folderMode {
		return err
	}
	return d.root.Chmod(name, folderMode)
}

func (d direct) create(name string, data []byte) error {
	fd, err := d.open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL, fileMode)
	if err != nil {
		return d.failed("create", name, err)
	}
	err = errors.Join(write(fd, data), setMode(fd), unix.Close(fd))
	return d.failed("write", name, err)
}

func write(fd int, data []byte) error {
	for len(data) > 0 {
		n, err := unix.Write(fd, data)
		if err != nil && err != unix.EINTR {
			return err
		}
		data = data[max(n, 0):]
	}
	return nil
}

// setMode gives a new file its mode whatever the user's umask: a web server has
// to read the site.
func setMode(fd int) error {
	var s unix.Stat_t
	if err := unix.Fstat(fd, &s); err != nil || fs.FileMode(s.Mode).Perm() == fileMode {
		return err
	}
	return unix.Fchmod(fd, uint32(fileMode))
}

func (d direct) replace(name string, data []byte) error {
	if done, err := d.overwrite(name, data); done {
		return d.failed("write", name, err)
	}
	return d.inFolder("replace", name, func(folder int, base string) error {
		if err := unlink(folder, base); err != nil && err != unix.ENOENT {
			return err
		}
		fd, err := unix.Openat(folder, base, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, uint32(fileMode))
		if err != nil {
			return err
		}
		return errors.Join(write(fd, data), setMode(fd), unix.Close(fd))
	})
}

// overwrite writes a file over an old one where nobody can see that it is not a new
// one: it has this name alone, and nobody has it open. The kernel answers for the
// latter, when it gives a lease for writing (fcntl(2), F_SETLEASE); who opens the
// file before it is closed waits for that. A new file would cost twice as much.
func (d direct) overwrite(name string, data []byte) (done bool, err error) {
	how := unix.OpenHow{Flags: unix.O_WRONLY | unix.O_NONBLOCK | unix.O_CLOEXEC, Resolve: linkless | unix.RESOLVE_NO_XDEV}
	fd, err := unix.Openat2(d.fd, name, &how)
	if err != nil {
		return false, nil
	}
	defer func() { err = errors.Join(err, unix.Close(fd)) }()
	var s unix.Stat_t
	if unix.Fstat(fd, &s) != nil || s.Mode != unix.S_IFREG|uint32(fileMode) || s.Nlink != 1 || int(s.Uid) != unix.Geteuid() {
		return false, nil
	}
	if _, taken := unix.FcntlInt(uintptr(fd), unix.F_SETLEASE, unix.F_WRLCK); taken != nil {
		return false, nil
	}
	if err = write(fd, data); err == nil && s.Size > int64(len(data)) {
		err = unix.Ftruncate(fd, int64(len(data)))
	}
	return true, err
}

func (d direct) remove(name string) error { return d.inFolder("remove", name, unlink) }

func unlink(folder int, base string) error {
	err := unix.Unlinkat(folder, base, 0)
	if err == unix.EISDIR {
		err = unix.Unlinkat(folder, base, unix.AT_REMOVEDIR)
	}
	return err
}

func (d direct) failed(op, name string, err error) error {
	if err == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: err}
}
