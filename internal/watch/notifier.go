package watch

import (
	"io/fs"
	"os"

	"github.com/fsnotify/fsnotify"
)

// notifier is told by the system about changes in every folder of a scope. The
// system does not look into folders within folders, so each has its own watch.
type notifier struct {
	*fsnotify.Watcher
	folders map[string]bool
}

// openNotifier watches every folder of the scope; nil when the system cannot,
// most often because of the limit on watches (fs.inotify.max_user_watches).
func openNotifier(s scope) *notifier {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil
	}
	n := &notifier{Watcher: w, folders: map[string]bool{}}
	if err := s.walk(n.add); err != nil {
		w.Close()
		return nil
	}
	return n
}

// add watches a folder. One that vanished in the meantime is no error: the
// folder above it tells.
func (n *notifier) add(path string, d fs.DirEntry) error {
	if !d.IsDir() {
		return nil
	}
	if err := n.Add(path); err != nil {
		if _, missing := os.Lstat(path); missing != nil {
			return nil
		}
		return err
	}
	n.folders[path] = true
	return nil
}

// structural reports whether folders came, went or changed their name.
func (n *notifier) structural(e fsnotify.Event) bool {
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		return n.folders[e.Name]
	}
	if !e.Has(fsnotify.Create) {
		return false
	}
	info, err := os.Lstat(e.Name)
	return err == nil && info.IsDir()
}
