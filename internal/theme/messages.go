package theme

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// loadMessages makes the catalogue: the program's messages, over them the
// theme's, over them the site's.
func (l *loader) loadMessages(own []file) {
	all := slices.Clone(l.Messages)
	for _, f := range own {
		lang := strings.TrimSuffix(path.Base(f.name), messageType)
		all = append(all, i18n.MessageFile{Path: f.pos, Lang: lang, Data: f.data})
	}
	var ds []diag.Diagnostic
	l.t.catalogue, ds = i18n.NewCatalogue(codes(l.Languages), append(all, l.Overrides...))
	l.tell(ds...)
}

// checkMessages reports the ids that no language has. Those that only some
// languages lack are the catalogue's own business.
func (l *loader) checkMessages() {
	known := l.t.catalogue.IDs()
	for _, s := range ordered(l.sources) {
		for _, n := range s.uses.messages {
			if !slices.Contains(known, n.Text) {
				pos := s.at(int(n.Position()), len(n.Quoted))
				l.tell(nearest(diag.At(pos, "missing-message.template", n.Text), n.Text, known))
			}
		}
	}
}
