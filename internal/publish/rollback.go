package publish

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Previous says what Rollback has put in front.
type Previous struct {
	Signed time.Time // when the build that made it had finished it
	Pages  int
	Files  int // pages among them
}

// NoPreviousError reports that there is no site to go back to. The reason is
// "none", "pieces" (a build was given up or killed over it), "other" (it was not
// published to this folder), "damaged" (Path is not what was published) or "same"
// (as the one that is visible).
type NoPreviousError struct {
	Reason, Path string
}

func (e NoPreviousError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("no previous site: %s %s", e.Reason, e.Path))
}

// Rollback makes the site in the back visible again, and keeps the visible one
// there, so that a second Rollback undoes the first. Every byte of it is read
// before: nothing is shown that was not published as it is. It takes the lock as
// Begin does.
//
// The back is the site of the build before. It also is whole in the instant
// between the last step of a build and the exchange; then it is the newer site.
//
// Errors: NoPreviousError, BusyError, the errors of Check, and failures of the
// disk. After an error the visible site is as it was.
func Rollback(t Target) (Previous, error) { return here.rollback(t) }

func (s system) rollback(t Target) (Previous, error) {
	w, err := s.begin(t, Options{})
	if err != nil {
		return Previous{}, err
	}
	defer w.end()
	previous, err := w.previous()
	if err != nil {
		return Previous{}, errors.Join(err, w.distrust(err))
	}
	w.back.close()
	if _, err := w.show(); err != nil {
		return Previous{}, err
	}
	return previous, nil
}

// distrust takes the manifest from a back that was found damaged, so that the next
// build writes it anew: what was found by reading may not show in sizes and times.
func (w *Writer) distrust(err error) error {
	var none NoPreviousError
	if !errors.As(err, &none) || none.Reason != "damaged" {
		return nil
	}
	return w.back.disk.root.Remove(manifestName)
}

// previous proves that the back is a whole site, another than the front.
func (w *Writer) previous() (Previous, error) {
	back := w.back.signed
	switch {
	case w.back.disk == nil:
		return Previous{}, NoPreviousError{Reason: "none"}
	case back == nil || back.partial || back.pieces:
		return Previous{}, NoPreviousError{Reason: "pieces"}
	case !w.ownsBack():
		return Previous{}, NoPreviousError{Reason: "other"}
	case w.front.signed != nil && w.front.signed.site() == back.site():
		return Previous{}, NoPreviousError{Reason: "same"}
	}
	found, err := Read(w.back.dir)
	if err != nil {
		return Previous{}, err
	}
	p := Previous{Signed: time.Unix(0, back.stamp), Files: back.len()}
	for i, name := range back.names {
		if digest, there := found[name]; !there || digest != back.entries[i].digest {
			return Previous{}, NoPreviousError{Reason: "damaged", Path: name}
		}
		delete(found, name)
		if filepath.Ext(name) == ".html" {
			p.Pages++
		}
	}
	if len(found) > 0 {
		return Previous{}, NoPreviousError{Reason: "damaged", Path: slices.Min(slices.Collect(maps.Keys(found)))}
	}
	return p, nil
}
