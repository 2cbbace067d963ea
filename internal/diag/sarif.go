package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strings"
)

// The structures below are those of the Static Analysis Results Interchange
// Format, version 2.1.0 with errata 01 (OASIS), as far as they are used here.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool            `json:"tool"`
	Language    string               `json:"language"`
	Bases       map[string]sarifBase `json:"originalUriBaseIds"`
	Results     []sarifResult        `json:"results"`
	ColumnsAre  string               `json:"columnKind"`
	NewLineSeqs []string             `json:"newlineSequences"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID       string      `json:"id"`
	Short    *sarifText  `json:"shortDescription,omitempty"`
	Full     *sarifText  `json:"fullDescription,omitempty"`
	Help     *sarifText  `json:"help,omitempty"`
	Standard sarifConfig `json:"defaultConfiguration"`
}

type sarifConfig struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifBase struct {
	Description sarifText `json:"description"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations,omitempty"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId"`
}

type sarifRegion struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn,omitempty"`
	End    int `json:"endColumn,omitempty"`
}

type sarifFix struct {
	Changes []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

	// sourceRoot names the folder that paths start from; where it is differs from
	// machine to machine and is not said.
	sourceRoot = "SRCROOT"

	// fingerprintName carries a version: another way to compute it is another name.
	fingerprintName = "dossierFinding/v1"
)

// SARIF writes the diagnostics as a log of the Static Analysis Results
// Interchange Format, version 2.1.0, with the articles of the reference as rules.
// version is the program's. Columns count code points, as in Pos. The error is the
// writer's.
func SARIF(w io.Writer, ds []Diagnostic, lang Lang, version string) error {
	ds = Sort(slices.Clone(ds))
	rules := sarifRules(ds, lang)
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "dossier", Version: version, Rules: rules}},
		Language:    string(lang),
		Bases:       map[string]sarifBase{sourceRoot: {sarifText{Text: Term("source-root").in(lang)}}},
		Results:     []sarifResult{},
		ColumnsAre:  "unicodeCodePoints",
		NewLineSeqs: []string{"\r\n", "\n", "\r"},
	}
	marks := fingerprints(ds)
	for i, d := range ds {
		r := sarifResultOf(d, lang)
		r.RuleIndex = slices.IndexFunc(rules, func(rule sarifRule) bool { return rule.ID == d.ID })
		r.Fingerprints = map[string]string{fingerprintName: marks[i]}
		run.Results = append(run.Results, r)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// sarifRules are the articles of what was found, each once, by id.
func sarifRules(ds []Diagnostic, lang Lang) []sarifRule {
	found := map[string]bool{}
	for _, d := range ds {
		found[d.ID] = true
	}
	rules := []sarifRule{}
	for _, id := range IDs() {
		if !found[id] {
			continue
		}
		rule := sarifRule{ID: id, Standard: sarifConfig{gravest(id).String()}}
		if a, ok := Explain(id, lang); ok {
			rule.Short, rule.Full = sarifMessage(a.Summary()), sarifMessage(a.Meaning())
			rule.Help = sarifMessage(a.Text(80))
			rule.Help.Markdown = doubled.Replace(a.Markdown)
		}
		rules = append(rules, rule)
	}
	return rules
}

func sarifResultOf(d Diagnostic, lang Lang) sarifResult {
	r := sarifResult{RuleID: d.ID, Level: d.Severity.String(), Message: *sarifMessage(d.sentence(lang))}
	if d.Pos.File != "" {
		r.Locations = []sarifLocation{{Physical: sarifPlace(d.Pos)}}
	}
	for i, other := range d.Related {
		if other.Pos.File != "" {
			id := i + 1
			r.Related = append(r.Related, sarifLocation{&id, sarifPlace(other.Pos), sarifMessage(other.Message.In(lang))})
		}
	}
	if d.Fix != "" && d.Pos.Line > 0 {
		whole := sarifReplacement{sarifRegion{Line: d.Pos.Line}, sarifText{Text: d.Fix}}
		r.Fixes = []sarifFix{{[]sarifChange{{sarifPlace(d.Pos).Artifact, []sarifReplacement{whole}}}}}
	}
	return r
}

func sarifPlace(p Pos) sarifPhysical {
	// A name with a colon would be taken for a scheme: Go writes it as ./a:b.
	at := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: p.File}).String(), sourceRoot}}
	if p.Line > 0 {
		at.Region = &sarifRegion{p.Line, p.Col, p.EndCol}
	}
	return at
}

// doubled writes braces as messages want them, in which {0} stands for an
// argument (SARIF 3.11.5), and keeps what looks like a link from being one
// (3.11.6).
var doubled = strings.NewReplacer("{", "{{", "}", "}}", "](", `\](`)

func sarifMessage(text string) *sarifText { return &sarifText{Text: doubled.Replace(text)} }
