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
func (t *Theme) loadMessages(o Options, own []file) []diag.Diagnostic {
	all := slices.Clone(o.Messages)
	for _, f := range own {
		lang := strings.TrimSuffix(path.Base(f.name), messageType)
		all = append(all, i18n.MessageFile{Path: f.pos, Lang: lang, Data: f.data})
	}
	var codes []string
	for _, l := range o.Languages {
		codes = append(codes, l.Code())
	}
	var ds []diag.Diagnostic
	t.catalogue, ds = i18n.NewCatalogue(codes, append(all, o.Overrides...))
	return ds
}

// checkMessages reports the ids that no language has. Those that only some
// languages lack are the catalogue's own business.
func (t *Theme) checkMessages() []diag.Diagnostic {
	known := t.catalogue.IDs()
	var ds []diag.Diagnostic
	for _, s := range ordered(t.sources) {
		for _, n := range s.uses.messages {
			if !slices.Contains(known, n.Text) {
				pos := s.at(int(n.Position()), len(n.Quoted))
				ds = append(ds, nearest(diag.At(pos, "missing-message.template", n.Text), n.Text, known))
			}
		}
	}
	return ds
}
