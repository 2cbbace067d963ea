package diag

import "strings"

// tomlCause is a kind of mistake in a TOML text: by what the library's English
// reason gives it away, what it is called, and the hint that mends it.
type tomlCause struct {
	signs []string
	term  Term
	hint  string
	args  []any
}

// tomlCauses are tried in their order: the library says “date” of dates only, but
// “digit” of dates as well as of numbers.
var tomlCauses = []tomlCause{
	{[]string{"U+000A", "U+000D"}, "toml.no-value", "hint.toml-form", nil}, // the line ends
	{[]string{"UTF-8", "control character", "carriage return"}, "toml.sign", "hint.retype", nil},
	{[]string{"terminated", "cannot have new lines", "too many quotes"}, "toml.quote", "hint.close-quote", nil},
	{[]string{"escape", `after \`}, "toml.backslash", "hint.backslash", nil},
	{[]string{"date", "time", "hour", "minutes", "seconds", "fraction point", "separator"}, "toml.date", "hint.date-form", nil},
	{[]string{"inline table", "nested"}, "toml.group", "hint.close-bracket", []any{"}"}},
	{[]string{"close table name", "close array table"}, "toml.section", "hint.close-bracket", []any{"]"}},
	{[]string{"array"}, "toml.list", "hint.close-bracket", []any{"]"}},
	{[]string{"'=' after key"}, "toml.equals", "hint.toml-form", nil},
	{[]string{"key"}, "toml.key", "hint.toml-form", nil},
	{[]string{"must be quoted", "start of value", "expected keyword"}, "toml.bare", "hint.toml-form", nil},
	{[]string{"number", "digit", "zeroes", "integer", "float", "exponent", "radix", "decimal"}, "toml.number", "hint.quote-value", nil},
	{[]string{"value"}, "toml.no-value", "hint.toml-form", nil},
	{[]string{"newline"}, "toml.rest", "hint.toml-form", nil},
}

// AtTOML makes the diagnostic of a key that is about a TOML text which cannot be
// read, such as "bad-toml". reason is what the library says, in English; it is
// told in our words, in the reader's language.
func AtTOML(pos Pos, key, reason string) Diagnostic {
	for _, c := range tomlCauses {
		for _, sign := range c.signs {
			if strings.Contains(reason, sign) {
				return At(pos, key, c.term).WithHint(c.hint, c.args...)
			}
		}
	}
	return At(pos, key, Term("toml.other")).WithHint("hint.toml-form")
}

// tomlTerms are the causes as they stand behind “cannot be understood: ”.
var tomlTerms = map[Term]entry{
	"toml.sign":      {Error, "there is a character that cannot be seen or read", "c’è un carattere che non si vede o non si legge"},
	"toml.quote":     {Error, "the quotes are not closed on this line", "le virgolette non sono chiuse in questa riga"},
	"toml.backslash": {Error, "a \\ has a meaning of its own within double quotes", "una \\ tra virgolette doppie ha un significato suo"},
	"toml.date":      {Error, "there is no such date or time, or it is written in another way", "questa data o quest’ora non esiste, o si scrive in un altro modo"},
	"toml.group":     {Error, "a brace { is not closed, or a comma is too many or missing", "una parentesi { non è chiusa, oppure una virgola è di troppo o manca"},
	"toml.section":   {Error, "the name of a section stands between brackets", "il nome di una sezione sta tra parentesi quadre"},
	"toml.list":      {Error, "a list is not closed, or a comma is missing in it", "un elenco non è chiuso, oppure vi manca una virgola"},
	"toml.equals":    {Error, "the equals sign is missing", "manca il segno di uguale"},
	"toml.key":       {Error, "the name of a field cannot begin like this", "il nome di un campo non può cominciare così"},
	"toml.bare":      {Error, "a text is not in straight quotes", "un testo non è tra virgolette dritte"},
	"toml.number":    {Error, "a number is not written like this", "un numero non si scrive così"},
	"toml.no-value":  {Error, "the value is missing", "manca il valore"},
	"toml.rest":      {Error, "something else follows the value", "dopo il valore c’è dell’altro"},
	"toml.other":     {Error, "it is not written as TOML", "non è scritta come vuole TOML"},
}
