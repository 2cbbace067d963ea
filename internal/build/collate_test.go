package build

import (
	"fmt"
	"slices"
	"testing"

	"dossier/internal/i18n"
	"dossier/internal/memo"
)

func TestSortKeysThatWereRememberedAreThoseOfTheirNames(t *testing.T) {
	r := &run{store: memo.NewStore()}
	var names []string
	for i := range 500 {
		names = append(names, fmt.Sprintf("Åsen %d øst", i%97), fmt.Sprintf("Ente n. %d", i))
	}
	other := slices.Clone(names)
	other[300] = "Zebra"
	for _, tag := range []string{"it-IT", "nb-NO"} {
		l, err := i18n.NewLocale("it", tag) // a language may be given another locale
		if err != nil {
			t.Fatal(err)
		}
		for _, names := range [][]string{names, names, other, names[:700], names[5:]} {
			if got := r.sortKeys(l, names); !slices.Equal(got, l.SortKeys(names)) {
				t.Errorf("%s: not the keys of %d names", tag, len(names))
			}
		}
	}
}
