package docs

import (
	"go/ast"
	"strings"
	"testing"
)

// forms says what the rules of package schema ask for.
var forms = map[string]string{
	"url":      "web address",
	"base":     "web address",
	"email":    "e-mail address",
	"phone":    "telephone number",
	"country":  "two letters of ISO 3166-1, or `EU`",
	"currency": "three letters of ISO 4217",
	"slug":     "small letters, digits, hyphens",
	"alias":    "path that begins with `/`",
	"lang":     "language tag (BCP 47)",
}

// furtherMeanings are of fields that “dossier new” never writes.
var furtherMeanings = map[string]string{
	"Common.translation": "which state of the original a translation was made from; reserved for tools",
	"Section.menu":       "shorter label in the menu",
	"Section.summary":    "one or two sentences for search engines",
}

func (r *fieldReference) meaning(owner, key string) string {
	for _, name := range []string{owner + "." + key, "Common." + key} {
		if m := r.meanings[name]; m != "" {
			return m
		}
	}
	r.t.Errorf("%s.%s has no meaning: add one to internal/scaffold", owner, key)
	return ""
}

// meanings reads the English half of the tables of package scaffold.
func meanings(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, text := range furtherMeanings {
		all[name] = text
	}
	for _, f := range readSources(t, "internal/scaffold").files {
		ast.Inspect(f, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				name, english := meaningOf(pair)
				if strings.Contains(name, ".") && english != "" {
					all[name] = english
				}
			}
			return true
		})
	}
	return all
}

func meaningOf(pair *ast.KeyValueExpr) (name, english string) {
	name, _ = unquoted(pair.Key)
	words, ok := pair.Value.(*ast.CompositeLit)
	if !ok || len(words.Elts) != 2 {
		return name, ""
	}
	english, _ = unquoted(words.Elts[0])
	return name, english
}

func everyFormHasWords(t *testing.T) {
	t.Helper()
	for _, e := range readSources(t, "internal/schema").literal(t, "forms").Elts {
		name, _ := unquoted(e.(*ast.KeyValueExpr).Key)
		if forms[name] == "" {
			t.Errorf("the form %q of a field has no words", name)
		}
	}
}
