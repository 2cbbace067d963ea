package main

import (
	"encoding/json"
	"strings"
)

// bom is a bill of materials as CycloneDX 1.6 has it (ECMA-424). The fields that
// would differ each time, serial number and moment, are optional there; the moment
// is that of the sources, when it is known.
type bom struct {
	Format       string       `json:"bomFormat"`
	Spec         string       `json:"specVersion"`
	Version      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Timestamp string    `json:"timestamp,omitempty"`
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version,omitempty"`
	Licences   []licence  `json:"licenses,omitempty"`
	Copyright  string     `json:"copyright,omitempty"`
	PURL       string     `json:"purl,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

// licence is an SPDX expression.
type licence struct {
	Expression string `json:"expression"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn,omitempty"`
}

// bill lists everything that is in the programs and was made by others: the
// modules, Go's own library, and data.
func (r release) bill(mods []module, goVersion string) []byte {
	own := component{
		Type: "application", Ref: "dossier", Name: "dossier", Version: r.version,
		Licences: []licence{{"EUPL-1.2"}},
	}
	if r.commit != "" {
		own.Properties = []property{{"dossier:commit", r.commit}}
	}
	parts := []component{goLibrary(goVersion)}
	for _, m := range mods {
		parts = append(parts, m.component())
	}
	for _, d := range data {
		parts = append(parts, component{
			Type: "data", Ref: "data:" + d.name, Name: d.name, Version: d.version,
			Licences: []licence{{d.licence}}, Copyright: d.copyright,
		})
	}
	all := dependency{Ref: own.Ref}
	edges := []dependency{}
	for _, p := range parts {
		all.DependsOn = append(all.DependsOn, p.Ref)
		edges = append(edges, dependency{Ref: p.Ref})
	}
	return encode(bom{
		Format: "CycloneDX", Spec: "1.6", Version: 1,
		Metadata:   metadata{Timestamp: r.time, Component: own},
		Components: parts, Dependencies: append([]dependency{all}, edges...),
	})
}

func goLibrary(version string) component {
	v, _, _ := strings.Cut(version, " ")
	purl := "pkg:golang/std@" + strings.TrimPrefix(v, "go")
	return component{Type: "library", Ref: purl, Name: "std", Version: v, Licences: []licence{{"BSD-3-Clause"}}, PURL: purl}
}

// component names a module as package-url has it. The sum is that of go.sum: a
// digest of a list of files, which is none of the digests that CycloneDX knows.
func (m module) component() component {
	purl := "pkg:golang/" + m.path + "@" + m.version
	return component{
		Type: "library", Ref: purl, Name: m.path, Version: m.version, PURL: purl,
		Licences:   []licence{{licences[m.path]}},
		Properties: []property{{"go:sum", m.sum}},
	}
}

func encode(b bom) []byte {
	data, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		panic("release: a bill of strings is always JSON: " + err.Error())
	}
	return append(data, '\n')
}
