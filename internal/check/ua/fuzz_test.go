package ua_test

import (
	"testing"

	"dossier/internal/check/ua"
)

func FuzzCheck(f *testing.F) {
	f.Add(tiny(f).classic())
	f.Add(tiny(f).packed())
	f.Add([]byte("%PDF-1.7\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ua.Check(data)
		again, err2 := ua.Check(data)
		if (err == nil) != (err2 == nil) || len(r.Findings) != len(again.Findings) || r.Text() != again.Text() {
			t.Error("two readings differ")
		}
	})
}
