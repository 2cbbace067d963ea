package theme

import (
	"math/rand/v2"
	"sync"
	"testing"

	"dossier/internal/memo"
	"dossier/internal/plan/labels"
)

func BenchmarkLoad(b *testing.B) {
	_, o := civic(b)
	o.Messages, o.Once = labels.Files(), sync.OnceFunc
	b.Run("anew", func(b *testing.B) {
		for b.Loop() {
			Load(o)
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			stock, _ := newStock(o)
			o.key(stock.own)
		}
	})
	th, _ := Load(o)
	known := th.Facts()
	b.Run("facts", func(b *testing.B) {
		for b.Loop() {
			th.Facts()
		}
	})
	o.Known = func(memo.Key) []byte { return known }
	b.Run("recalled", func(b *testing.B) {
		b.ReportMetric(float64(len(known)), "bytes")
		for b.Loop() {
			Load(o)
		}
	})
	v := anyView("project", generator{rand: rand.New(rand.NewPCG(1, 1)), texts: hostileTexts})
	b.Run("recalled, one page", func(b *testing.B) {
		for b.Loop() {
			th, _ := Load(o)
			if _, err := whole(th, "project", v); err != nil {
				b.Fatal(err)
			}
		}
	})
	o.Last = th
	b.Run("taken over", func(b *testing.B) {
		for b.Loop() {
			Load(o)
		}
	})
}
