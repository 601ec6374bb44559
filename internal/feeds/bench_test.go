package feeds

import (
	"fmt"
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

// BenchmarkFeeds writes each of the files of a playbook of some thousand entries.
func BenchmarkFeeds(b *testing.B) {
	var list []*playbook.Entry
	var pages []string
	for i := range 4000 {
		id := fmt.Sprintf("say-it-in-one-sentence-%d", i)
		e := &playbook.Entry{Kind: playbook.KindExample, ID: id, File: "content/examples/" + id + ".md"}
		e.Title, e.Summary = fmt.Sprintf("Every %d. time someone asks", i), "What a reader learns from it, “in a sentence”."
		e.Tags, e.Aliases = []string{"meetings", "feedback"}, []string{"Another name"}
		e.PublishOn = playbook.Date(fmt.Sprintf("20%02d-05-17", i%20))
		e.Situation = &playbook.Situation{Way: "by-example", Toward: []string{"peer"}, Action: "start", Magnitude: "tiny", Style: []playbook.Style{"facts"}}
		e.Example = &playbook.Example{Principles: []string{"listen"}, Act: "Ask.", Phrase: "What do you think?"}
		for k := range 3 {
			e.Related = append(e.Related, playbook.Relation{To: fmt.Sprintf("say-it-in-one-sentence-%d", (i*31+k*17+1)%4000), Rel: "see-also"})
		}
		list, pages = append(list, e), append(pages, e.Address())
	}
	s := playbook.DefaultSettings()
	s.Title, s.BaseURL = "A playbook", "https://example.org/p/"
	p := playbook.Assemble(playbook.Input{Settings: s, Entries: list, Selection: playbook.Selection{Future: true}})
	for _, f := range Plan(p, pages) {
		b.Run(f.Address, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Append(nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
