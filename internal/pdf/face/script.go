package face

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// scriptRun returns the end of the run of one script that begins at start, and the
// script: Common when the run holds only signs and digits, which go with the
// letters before them or, at the beginning, after them (Unicode Standard Annex 24).
func scriptRun(runes []rune, start int) (int, language.Script) {
	script := language.Common
	for i := start; i < len(runes); i++ {
		next := runeScript(runes[i])
		switch {
		case next == script || !next.Strong():
		case script == language.Common:
			script = next
		default:
			return i, script
		}
	}
	return len(runes), script
}

func runeScript(r rune) language.Script {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return language.Latin
	case r < 0xAA:
		return language.Common
	}
	if script := language.LookupScript(r); script != language.Unknown {
		return script
	}
	return language.Common
}

// scriptOf returns the script in which a language of the Union's programmes is
// written, for text that does not tell.
func scriptOf(tag language.Language) language.Script {
	switch tag.Primary() {
	case "el":
		return language.Greek
	case "be", "bg", "mk", "ru", "sr", "uk":
		return language.Cyrillic
	}
	return language.Latin
}

// invisible tells white space and the characters that Unicode lets a font ignore
// (Unicode Standard 5.21).
func invisible(r rune) bool {
	return unicode.IsSpace(r) ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.Is(unicode.Variation_Selector, r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}
