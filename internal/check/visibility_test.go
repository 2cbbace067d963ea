package check_test

import (
	"strings"
	"testing"

	"dossier/internal/check"
)

// strip is what the header of a page of a funded project shows.
const strip = `<header><div><img class="emblem" src="/sub/assets/emblem-eu.svg" alt="EU"><p>WORDS</p></div></header><main>`

// funded is the good site, with the given strip on its Italian page.
func funded(lang, strip, disclaimer string) map[string][]byte {
	pages := site(`<h1 id="top">Title</h1>`, strip+`<h1 id="top">Title</h1>`)
	page := strings.Replace(string(pages["it/index.html"]), "</body>", "</main><footer><p>"+disclaimer+"</p></footer></body>", 1)
	pages["it/index.html"] = []byte(strings.Replace(page, `<html lang="it">`, `<html lang="`+lang+`">`, 1))
	pages["assets/emblem-eu.svg"] = nil
	return pages
}

func TestPagesShowWhatTheyOwe(t *testing.T) {
	const said = "Cofinanziato dall’Unione europea"
	said2 := strings.Replace(strip, "WORDS", said, 1)
	owed := check.Owed{EU: true, Statement: true, Disclaimers: []string{`Le opinioni sono "solo" di chi scrive.`}}
	const disclaimer = "Le opinioni sono «solo» di chi scrive."
	for _, c := range []struct {
		name                    string
		lang, strip, disclaimer string
		owed                    check.Owed
		want                    string
	}{
		{"all of it", "it", said2, disclaimer, owed, ""},
		{"no emblem", "it", "<main>", disclaimer, owed, "eu-visibility.emblem"},
		{"an emblem in the main part only", "it", strings.Replace(said2, "<header>", "<main><header>", 1), disclaimer, owed, "eu-visibility.emblem"},
		{"an emblem without a text", "it", strings.Replace(said2, `alt="EU"`, `alt=" "`, 1), disclaimer, owed, "eu-visibility.text"},
		{"other words beside the emblem", "it", strings.Replace(strip, "WORDS", "Con il contributo dell’Unione europea", 1), disclaimer, owed, "eu-visibility.statement"},
		{"the words of another language", "it", strings.Replace(strip, "WORDS", "Co-funded by the European Union", 1), disclaimer, owed, "eu-visibility.statement"},
		{"the words elsewhere", "it", strings.Replace(strip, "<p>WORDS</p></div>", "</div><p>"+said+"</p>", 1), disclaimer, owed, "eu-visibility.statement"},
		{"words of a language that is not known", "fi", strings.Replace(strip, "WORDS", "Euroopan unionin rahoittama", 1), disclaimer, owed, ""},
		{"no words of a language that is not known", "fi", strings.Replace(strip, "<p>WORDS</p>", "", 1), disclaimer, owed, "eu-visibility.statement"},
		{"no disclaimer", "it", said2, "", owed, "eu-visibility.disclaimer"},
		{"another disclaimer", "it", said2, "Le opinioni sono di chi scrive.", owed, "eu-visibility.disclaimer"},
		{"the emblem of others", "it", said2, disclaimer, check.Owed{}, "eu-visibility.foreign"},
		{"a programme that is not named", "it", "<main>", "", check.Owed{Named: []string{"Programma EaSI"}}, "eu-visibility.programme"},
		{"a programme that is named", "it", "<main>", "Programma «EaSI»", check.Owed{Named: []string{"Programma EaSI"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := check.Finished{
				Files: funded(c.lang, c.strip, c.disclaimer), Base: "/sub/", Owed: map[string]check.Owed{"it/index.html": c.owed},
				Source: func(page string, _ bool) string { return page },
			}
			var got []string
			for _, d := range f.Check() {
				if d.ID == "eu-visibility" {
					got = append(got, d.Message.Key)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("found %v, want %s", got, c.want)
			}
		})
	}
}
