package ledger

import (
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxAddress is the length in bytes that every host and browser takes.
const maxAddress = 2000

// reserved are the characters that an address holds only percent-encoded: those
// that RFC 3986 (2.2, 2.4) gives a meaning of their own, those that it excludes,
// and the space, which ends a field.
const reserved = " \"#%<>?\\^`{|}"

// Address is the address at which a file of the published folder is found, below
// the base path: "it/progetti/index.html" is at "/it/progetti/". Letters outside
// ASCII stay as they are, so that the file can be read.
func Address(file string) string {
	if path.Base(file) == "index.html" {
		file = strings.TrimSuffix(file, "index.html")
	}
	var b strings.Builder
	b.WriteByte('/')
	for _, c := range file {
		if strings.ContainsRune(reserved, c) || unicode.IsControl(c) || unicode.IsSpace(c) {
			for _, octet := range []byte(string(c)) {
				b.WriteString("%" + string(hex[octet>>4]) + string(hex[octet&15]))
			}
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

const hex = "0123456789ABCDEF"

// Path is the file of the published folder that an address shows.
func Path(address string) string {
	file, err := url.PathUnescape(strings.TrimPrefix(address, "/"))
	if err != nil {
		file = strings.TrimPrefix(address, "/")
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file
}

// valid reports whether a word can be an address that was published.
func valid(address string) bool {
	plain, err := url.PathUnescape(address)
	switch {
	case err != nil, !strings.HasPrefix(address, "/"), len(address) > maxAddress, !utf8.ValidString(plain):
		return false
	case strings.ContainsAny(address, strings.ReplaceAll(reserved, "%", "")):
		return false
	case strings.Count(plain, "/") != strings.Count(address, "/"), strings.ContainsFunc(plain, unicode.IsControl):
		return false
	}
	segments := strings.Split(strings.TrimSuffix(plain, "/"), "/")[1:]
	for _, s := range segments {
		if s == "" || s == "." || s == ".." {
			return false
		}
	}
	return true
}
