package check

import (
	"maps"
	"slices"
	"strings"

	tdewolff "github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"dossier/internal/diag"
)

// requests reports what style sheets load from other hosts: pictures, fonts and
// other style sheets. The security policy keeps browsers from it, so that readers
// would see something else than whoever wrote them.
func requests(files map[string][]byte) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(file, ".css") {
			continue
		}
		for _, url := range loaded(files[file]) {
			if elsewhere(url) {
				diags = append(diags, onPage(file, "foreign-request.style", url))
			}
		}
	}
	return diags
}

// loaded are the addresses in a style sheet, each once.
func loaded(sheet []byte) []string {
	var urls []string
	add := func(url string) {
		if url = strings.Trim(url, " \t\n\"'"); !slices.Contains(urls, url) {
			urls = append(urls, url)
		}
	}
	lexer := css.NewLexer(tdewolff.NewInputBytes(slices.Clone(sheet)))
	importing := false
	for {
		kind, token := lexer.Next()
		switch kind {
		case css.ErrorToken:
			return urls
		case css.AtKeywordToken:
			importing = strings.EqualFold(string(token), "@import")
		case css.SemicolonToken:
			importing = false
		case css.URLToken:
			add(strings.TrimSuffix(string(token[len("url("):]), ")"))
		case css.StringToken:
			if importing {
				add(string(token))
			}
		}
	}
}
