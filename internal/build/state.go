package build

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/plan"
)

// known is what a build found out that the next one need not find out again: in
// memory for the development server, in a file of the cache for other builds.
type known struct {
	basis   memo.Key              // what all groups of the plan follow from
	groups  map[string]plan.Group // by name
	outputs map[string]outcome    // by path
	world   memo.Key              // paths and ids of the site, none of whose links was dead
}

// outcome is what became of an output.
type outcome struct {
	Key      memo.Key
	Digest   memo.Key
	Size     int64
	IDs      memo.Key // of a page: of its ids
	Parts    []logPart
	Rendered bool
	Why      []string // ingredients of the key that had changed
}

// logPart is an ingredient of a key, cut to what tells it from another.
type logPart struct {
	Name string
	Key  uint64
}

func logParts(parts []plan.Part) []logPart {
	out := make([]logPart, len(parts))
	for i, p := range parts {
		out[i] = logPart{p.Name, binary.BigEndian.Uint64(p.Key[:])}
	}
	return out
}

// state is known as the cache keeps it.
type state struct {
	Program memo.Key
	Basis   memo.Key
	World   memo.Key
	Groups  []stateGroup
	Outputs []stateOutput // by path
}

type stateGroup struct {
	Name     string
	Outputs  []int32 // in state.Outputs
	Reads    []plan.Read
	URLs     []plan.SiteURL
	Drawings []string
}

// stateOutput is a plan.Output without its view, and what became of it.
type stateOutput struct {
	Path, Renderer, Template, Lang, MainLang string
	Pos                                      diag.Pos
	Sources                                  []string
	Sections                                 []plan.Section
	OnePage                                  bool
	Outcome                                  outcome
}

// stateFile is the state in the cache folder.
const stateFile = "state"

// readState reads the state of the last build; an empty one where there is none
// that this program wrote.
func readState(folder string, program memo.Key) state {
	var s state
	b, err := os.ReadFile(filepath.Join(folder, stateFile))
	if err != nil || memo.Decode(b, &s) != nil || s.Program != program {
		return state{}
	}
	return s
}

func (s state) known() known {
	k := known{basis: s.Basis, world: s.World, groups: make(map[string]plan.Group, len(s.Groups)), outputs: make(map[string]outcome, len(s.Outputs))}
	for _, o := range s.Outputs {
		k.outputs[o.Path] = o.Outcome
	}
	for _, g := range s.Groups {
		own := plan.Group{Name: g.Name, Reads: g.Reads, URLs: g.URLs, Drawings: g.Drawings, Outputs: make([]plan.Output, len(g.Outputs))}
		for i, at := range g.Outputs {
			o := s.Outputs[at]
			own.Outputs[i] = plan.Output{
				Path: o.Path, Renderer: o.Renderer, Template: o.Template, Lang: o.Lang, MainLang: o.MainLang,
				Key: o.Outcome.Key, Pos: o.Pos, Sources: o.Sources, Sections: o.Sections, OnePage: o.OnePage,
			}
		}
		k.groups[g.Name] = own
	}
	return k
}

// state is what is written of a finished build.
func (r *run) state() state {
	s := state{Program: r.program, Basis: r.known.basis, World: r.known.world}
	s.Outputs, s.Groups = make([]stateOutput, 0, len(r.Outputs)), make([]stateGroup, 0, len(r.groups))
	at := make(map[string]int32, len(r.Outputs))
	for i, o := range r.Outputs {
		at[o.Path] = int32(i)
		s.Outputs = append(s.Outputs, stateOutput{
			Path: o.Path, Renderer: o.Renderer, Template: o.Template, Lang: o.Lang, MainLang: o.MainLang,
			Pos: o.Pos, Sources: o.Sources, Sections: o.Sections, OnePage: o.OnePage, Outcome: r.known.outputs[o.Path],
		})
	}
	for _, g := range r.groups {
		own := stateGroup{Name: g.Name, Reads: g.Reads, URLs: g.URLs, Drawings: g.Drawings, Outputs: make([]int32, 0, len(g.Outputs))}
		for _, o := range g.Outputs {
			own.Outputs = append(own.Outputs, at[o.Path])
		}
		s.Groups = append(s.Groups, own)
	}
	return s
}

// basis is the key of all that the groups of a plan follow from but for what they
// say they read: program, options, settings, theme, messages, published files,
// and the facets of every record.
func (r *run) basis(set *content.Set) memo.Key {
	b := []byte("basis")
	add := func(name string, key memo.Key) {
		b = binary.AppendUvarint(b, uint64(len(name)))
		b = append(append(b, name...), key[:]...)
	}
	add("program", r.program)
	add("options", memo.Sum(r.BaseURL, r.Drafts, r.Future, r.NoIndex, r.Site.Today))
	for _, f := range r.Snapshot.Files {
		if filepath.Ext(f.Path) != ".md" {
			add(f.Path, f.Digest)
		}
	}
	for _, item := range set.Items() {
		add(string(item.Kind)+" "+item.ID, item.Facets)
	}
	for _, e := range r.Site.Entries {
		add(e.Address(), memo.Sum(e.Updated))
	}
	return memo.Bytes(b)
}

// changed returns the ingredients of an output's key that differ from those of the
// last build; nil for an output that it did not have.
func (k known) changed(o plan.Output) []string {
	before, ok := k.outputs[o.Path]
	if !ok {
		return nil
	}
	var changed []string
	for _, p := range logParts(o.Parts) {
		if !slices.Contains(before.Parts, p) {
			changed = append(changed, p.Name)
		}
	}
	return changed
}

// Log is what the last build knew of the outputs.
type Log struct{ known known }

// ReadLog reads the log of the last build; empty when there is none.
func ReadLog(root string) Log {
	program, err := programVersion()
	if err != nil {
		return Log{}
	}
	return Log{readState(Options{Root: root}.cacheFolder(), program).known()}
}

// Rendered reports whether the last build had the output, whether it made it
// anew, and which ingredients of its key had changed.
func (l Log) Rendered(path string) (known, anew bool, why []string) {
	o, known := l.known.outputs[path]
	return known, o.Rendered, o.Why
}

// Changed returns the ingredients of an output's key that differ from those of
// the last build; nil for an output that it did not have.
func (l Log) Changed(o plan.Output) []string { return l.known.changed(o) }
