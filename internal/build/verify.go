package build

import (
	"maps"
	"slices"

	"dossier/internal/publish"
)

// Verify builds the site once more, from nothing and in memory, and returns the
// paths at which the published folder differs from that, sorted. There are none,
// or there is a defect in what is remembered between builds.
func Verify(o Options) ([]string, error) {
	fresh := o
	fresh.Out, fresh.NoCache, fresh.Last, fresh.Store = "", true, nil, nil
	r, err := Run(fresh)
	if err != nil {
		return nil, err
	}
	published, err := publish.Read(o.Out)
	if err != nil {
		return nil, err
	}
	var differ []string
	for _, f := range r.Files {
		if digest, ok := published[f.Path]; !ok || digest != f.Digest {
			differ = append(differ, f.Path)
		}
		delete(published, f.Path)
	}
	differ = append(differ, slices.Collect(maps.Keys(published))...)
	slices.Sort(differ)
	return differ, nil
}
