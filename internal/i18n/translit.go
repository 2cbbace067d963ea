package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// transliterations turns small letters into ASCII, by language; "" holds what
// all languages share. A key may be two letters; "^" before it means at the
// start of a word, "$" behind it at the end. Letters that differ from ASCII by
// accents alone are not listed.
//
// Sources: Greek ELOT 743; Bulgarian Transliteration Act of 2009, article 4 ff.;
// Ukrainian Cabinet of Ministers resolution 55 of 2010; Serbian and Macedonian
// by their Latin alphabets; other Cyrillic as Russian in the passports of the
// ICAO (Doc 9303-3, section 6.B).
var transliterations = map[string]map[string]string{
	"": {
		"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ħ": "h", "ı": "i",
		"ĸ": "k", "ł": "l", "ŋ": "n", "ŧ": "t", "ŀ": "l", "ə": "e", "ƒ": "f", "·": "", "\u00ad": "",

		"α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
		"κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
		"ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
		"ου": "ou", "ού": "ou", "αυ": "av", "αύ": "av", "ευ": "ev", "εύ": "ev", "ηυ": "iv", "ηύ": "iv",
		"γγ": "ng", "γξ": "nx", "γχ": "nch", "^μπ": "b", "μπ$": "b", "μπ": "mp",

		"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
		"и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
		"с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
		"щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
		"ђ": "d", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ѕ": "dz", "ќ": "kj",
		"і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u",
	},
	"de": {"ä": "ae", "ö": "oe", "ü": "ue"},
	"bg": {
		"й": "y", "х": "h", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya", "ия$": "ia",
	},
	"mk": {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"},
	"sr": {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s"},
	"uk": {
		"г": "h", "и": "y", "зг": "zgh",
		"^є": "ye", "^ї": "yi", "^й": "y", "^ю": "yu", "^я": "ya",
	},
}

// transliterate looks up the first size bytes of s.
func transliterate(s string, size int, lang string, start bool) (text string, ok bool) {
	key := s[:size]
	next, _ := utf8.DecodeRuneInString(s[size:])
	for _, table := range [...]map[string]string{transliterations[lang], transliterations[""]} {
		if text, ok = table["^"+key]; ok && start {
			return text, true
		}
		if text, ok = table[key+"$"]; ok && !unicode.IsLetter(next) {
			return text, true
		}
		if text, ok = table[key]; ok {
			return voiceless(key, text, next), true
		}
	}
	return "", false
}

// voiceless writes the Greek upsilon of αυ, ευ, ηυ as f before a voiceless
// consonant and at the end of a word (ELOT 743).
func voiceless(key, text string, next rune) string {
	isPair := strings.HasSuffix(key, "υ") || strings.HasSuffix(key, "ύ")
	if isPair && strings.HasSuffix(text, "v") && (!unicode.IsLetter(next) || strings.ContainsRune("θκξπσςτφχψ", next)) {
		return strings.TrimSuffix(text, "v") + "f"
	}
	return text
}
