package news_test

import (
	"fmt"
	"testing"

	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/playbook"
)

// BenchmarkNews takes each step of what a build does once the facts of a playbook of some
// thousand entries have changed.
func BenchmarkNews(b *testing.B) {
	var list []*playbook.Entry
	for i := range 4000 {
		e := entry(playbook.Kinds()[i%3], fmt.Sprintf("say-it-in-one-sentence-%d", i), fmt.Sprintf("Every %d. time someone asks", i), nil)
		e.Tags, e.Summary = []string{"meetings", "feedback"}, "What a reader learns from it, “in a sentence”."
		if e.Principle == nil {
			practising(fmt.Sprintf("say-it-in-one-sentence-%d", i/300*3))(e)
		}
		linking(fmt.Sprintf("../principles/say-it-in-one-sentence-%d.md", i/30*3), 7)(e)
		list = append(list, e)
	}
	p := assemble(list)
	published := entriesOf(b, p)
	now := news.Of(p, news.Options{})
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(published)))
		for b.Loop() {
			if news.Read(published) == nil {
				b.Fatal("not read")
			}
		}
	})
	b.Run("of", func(b *testing.B) {
		for b.Loop() {
			news.Of(p, news.Options{})
		}
	})
	b.Run("compare", func(b *testing.B) {
		before := news.Read(published)
		for b.Loop() {
			if news.Compare(before, now).Changed() {
				b.Fatal("changed")
			}
		}
	})
}
