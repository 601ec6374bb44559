package decode_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/decode"
)

// BenchmarkYAML reads the same document by the parser and without it.
func BenchmarkYAML(b *testing.B) {
	d := document("title: \"Lead by example\"\nsummary: Do it where others can see it, and say nothing.\nlens: influence\n" +
		"tags: [habits, \"service\"]\nrelated: [{to: suggest-a-better-way, rel: contrasts}, {to: do-it-on-purpose, rel: see-also}]\n" +
		"publish_on: 2026-03-09\nasks:\n  - how do I get people to copy a better way of working\n  - I am too shy to speak up\n")
	for name, read := range map[string]func(decode.Document) bool{"parser": decode.Parsed, "plain": decode.Plain} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if !read(d) {
					b.Fatal("not read")
				}
			}
		})
	}
}
