package markdown

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/diag"
)

// addressDiag judges an address outside the site; nil: nothing is wrong with it.
func addressDiag(dest string, pos diag.Pos) *diag.Diagnostic {
	var d diag.Diagnostic
	switch kind, _ := scheme(dest); kind {
	case "mailto":
		if isMailto(dest) {
			return nil
		}
		d = diag.At(pos, "broken-link.mail", dest).WithHint("hint.mail-link")
	case "tel":
		if isTel(dest) {
			return nil
		}
		d = diag.At(pos, "broken-link.tel", dest).WithHint("hint.tel-link", betterTel(dest))
	default:
		u, err := url.Parse(dest)
		switch {
		case err != nil || !isHost(u):
			d = diag.At(pos, "broken-link.address", dest).WithHint("hint.whole-address")
		case u.User != nil:
			pos.EndCol = pos.Col + len(u.Scheme) + len("://") // what is not marked is not shown
			d = diag.At(pos, "credential.address", u.Redacted()).WithHint("hint.public-address")
		default:
			return nil
		}
	}
	return &d
}

// isHost reports whether an address names a machine that everybody can reach:
// by its full name or its number, at a port that exists.
func isHost(u *url.URL) bool {
	name := strings.TrimSuffix(u.Hostname(), ".")
	if u.Opaque != "" || !strings.ContainsAny(name, ".:") || strings.ContainsAny(name, " <>\"'`{}|^") {
		return false
	}
	if strings.HasPrefix(name, ".") || strings.Contains(name, "..") {
		return false
	}
	if u.Port() == "" {
		return true
	}
	port, err := strconv.Atoi(u.Port())
	return err == nil && port > 0 && port < 1<<16
}

// isMailto reports whether an address has the form of RFC 6068: one or more
// mailboxes, then perhaps ? and fields of the message.
func isMailto(dest string) bool {
	to, fields, _ := strings.Cut(dest[len("mailto:"):], "?")
	if _, err := url.ParseQuery(fields); err != nil {
		return false
	}
	for one := range strings.SplitSeq(to, ",") {
		plain, err := url.PathUnescape(one)
		if err != nil || !isMailbox(plain) {
			return false
		}
	}
	return true
}

// isMailbox reports whether s is name@host.domain, with the characters that RFC
// 5322, 3.2.3 allows in a name without quotes, but a slash, and letters of any
// script.
func isMailbox(s string) bool {
	name, host, _ := strings.Cut(s, "@")
	dots := strings.Split(name, ".")
	labels := strings.Split(host, ".")
	odd := func(more string) func(string) bool {
		return func(part string) bool {
			return part == "" || strings.ContainsFunc(part, func(r rune) bool { return !isWordRune(r) && !strings.ContainsRune(more, r) })
		}
	}
	return len(labels) > 1 && !slices.ContainsFunc(dots, odd("!#$%&'*+-=?^_`{|}~")) && !slices.ContainsFunc(labels, odd("-"))
}

// isTel reports whether an address has the form of RFC 3966: digits, with a
// little to read them by, and perhaps parameters. A space is none of it.
func isTel(dest string) bool {
	number, _, _ := strings.Cut(dest[len("tel:"):], ";")
	digits := strings.Trim(number, "+")
	return len(number)-len(digits) <= 1 && strings.Trim(digits, "0123456789-.()*#") == "" &&
		strings.ContainsAny(digits, "0123456789")
}

// betterTel is the address of a telephone with what may not stand in it taken
// out; an example where no number is left.
func betterTel(dest string) string {
	kept := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, dest)
	if better := "tel:" + kept; len(kept) > 2 && isTel(better) {
		return better
	}
	return "tel:+390212345678"
}
