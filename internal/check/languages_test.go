package check_test

import (
	"testing"

	"dossier/internal/check"
)

func TestLinksToAnotherLanguageMaySayItInAnyOfThreePlaces(t *testing.T) {
	for _, link := range []string{
		`<a href="../en/" hreflang="en">English</a>`,
		`<a href="../en/" lang="en">English</a>`,
		`<a href="../en/"><span lang="en">English</span></a>`,
		`<span lang="en"><a href="../en/">English</a></span>`,
		`<a href="../it/">Italiano</a> <a href="../it/guide.pdf">Guida</a>`,
	} {
		if diags := check.Independent(site("</body>", link+"</body>"), "/sub/"); len(diags) > 0 {
			t.Errorf("%s: %v", link, found(diags))
		}
	}
}
