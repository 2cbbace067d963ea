package dossier

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/markdown"
)

// external follows a link out of the site. One that leads back into it would
// break unseen when the page moves.
func (l *linker) external(link markdown.Link) markdown.Target {
	if at, own := l.own(link.Dest); own {
		return l.absolute(link, at)
	}
	return markdown.Target{External: strings.HasPrefix(strings.ToLower(link.Dest), "http")}
}

// own returns the path of an address that is one of this site's, whichever of
// http and https it begins with.
func (l *linker) own(dest string) (at string, own bool) {
	_, site, _ := strings.Cut(l.site.Config.Origin+l.site.Config.Base, "://")
	scheme, rest, ok := strings.Cut(dest, "://")
	if !ok || !strings.HasPrefix(strings.ToLower(scheme), "http") || !strings.HasPrefix(rest+"/", site) {
		return "", false
	}
	at, _, _ = strings.Cut(strings.TrimPrefix(rest+"/", site), "#")
	return "/" + strings.TrimSuffix(at, "/"), true
}

// absolute reports a link that is written as the address of a page or file.
func (l *linker) absolute(link markdown.Link, at string) markdown.Target {
	at = path.Clean(at)
	if file, ok := strings.CutPrefix(at, "/files/"); ok {
		if _, there := l.set.Files["content/"+file]; there {
			l.add(diag.At(link.Pos, "broken-link.absolute", link.Dest).WithHint("hint.file-by-name", path.Base(file)))
			return markdown.Target{Dead: true}
		}
	}
	return l.misdirected("broken-link.absolute", link, func(other *Entry) bool {
		return "/"+other.Address() == at || slices.ContainsFunc(l.langs, func(lang string) bool {
			return strings.TrimSuffix(other.URL(lang), "/") == strings.TrimSuffix(at, "/")
		})
	})
}

// isPage reports whether a relative address was meant for a page: there is no
// such file, but a record of that name, seen from the folder or from the top.
func (l *linker) isPage(dir, name, id string) bool {
	if _, file := l.set.Files[path.Join(dir, name)]; file {
		return false
	}
	return slices.ContainsFunc(l.site.Entries, l.addressed(name, id))
}

// addressed finds the record of an address, or of one that was meant.
func (l *linker) addressed(name, id string) func(*Entry) bool {
	top := strings.Trim(strings.TrimPrefix(name, "@"), "/")
	id = strings.Trim(id, "/")
	return func(e *Entry) bool { return e.Address() == top || e.Address() == id }
}

// better is what a relative address without a file was meant for: an address
// outside the site, or a mailbox.
func better(name string) (string, bool) {
	first, rest, slash := strings.Cut(name, "/")
	switch {
	case strings.HasPrefix(name, "www.") && len(name) > len("www."):
		return "https://" + name, true
	case first == "https" || first == "http":
		return first + "://" + strings.TrimLeft(rest, "/"), true
	case strings.Contains(first, "@") && strings.Contains(first, ".") && !slash:
		return "mailto:" + name, true
	case slash && strings.Contains(strings.Trim(first, "."), "."):
		return "https://" + name, true
	}
	return "", false
}

// isRefused reports whether a record has files that could not be taken, which has
// been told: that it is not there is no further mistake.
func (l *linker) isRefused(address string) bool {
	if l.set.Misnamed[address] {
		return true
	}
	for file := range l.set.Refused {
		if rest, of := strings.CutPrefix(file, "content/"+address); of && (rest[:min(1, len(rest))] == "." || strings.HasPrefix(rest, "/index.")) {
			return true
		}
	}
	return false
}
