package pages

import (
	"fmt"
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

// manyEntries are n entries in which everything is connected: each shows a situation, names what it
// rests on, relates to a few others and links to some in its text.
func manyEntries(n int) []*playbook.Entry {
	principles, examples := n/10, n/2
	at := func(i int) (playbook.Kind, string) {
		switch {
		case i < principles:
			return playbook.KindPrinciple, fmt.Sprintf("ask-before-you-tell-%d", i)
		case i < examples:
			return playbook.KindExample, fmt.Sprintf("say-it-in-one-sentence-%d", i)
		}
		return playbook.KindStory, fmt.Sprintf("the-map-on-the-wall-%d", i)
	}
	ways, actions, magnitudes := playbook.Way("").Values(), playbook.Action("").Values(), playbook.Magnitude("").Values()
	toward, outcomes := []string{"peer", "boss", "newcomer", "group"}, playbook.Outcome("").Values()
	var out []*playbook.Entry
	for i := range n {
		kind, id := at(i)
		e := &playbook.Entry{Kind: kind, ID: id, File: "content/" + kind.Dir() + "/" + id + ".md"}
		e.Title, e.Summary = fmt.Sprintf("Every %d. time someone asks", i), "What a reader learns from it, in a sentence."
		e.Tags = []string{fmt.Sprintf("Tag %d", i%97), fmt.Sprintf("tag %d", i%89)}
		e.Aliases = []string{fmt.Sprintf("Somebody's %d. question", i)}
		for k := range 3 {
			_, to := at((i*31 + k*17 + 1) % n)
			e.Related = append(e.Related, playbook.Relation{To: to, Rel: "see-also"})
		}
		_, principle := at(i % principles)
		_, example := at(principles + i%(examples-principles))
		if kind != playbook.KindPrinciple {
			e.Situation = &playbook.Situation{
				Way: playbook.Way(ways[i%2]), Toward: toward[i%3 : i%3+2], Action: playbook.Action(actions[i%4]),
				Magnitude: playbook.Magnitude(magnitudes[i%3]), Receptivity: "open", Style: []playbook.Style{"facts", "question"}, Setting: "meeting",
			}
		}
		switch kind {
		case playbook.KindPrinciple:
			e.Principle = &playbook.Principle{Statement: "It works.", Practice: "Do it once.", Barriers: []string{"It is not my place", "I have no time"}}
		case playbook.KindExample:
			e.Example = &playbook.Example{Principles: []string{principle}, Act: "Ask.", Phrase: "What do you think?"}
		default:
			e.Story = &playbook.Story{
				Principles: []string{principle}, Examples: []string{example}, Outcome: playbook.Outcome(outcomes[i%4]), Followers: "few",
				Authority: "none", HatAfter: "none", ToldBy: "actor", Credit: "team", Team: fmt.Sprintf("Team %d", i%7), When: "2024-Q1",
				Provenance: playbook.Submitted, Review: playbook.ReviewAccepted,
			}
		}
		b := playbook.Body{Chunks: []string{"<p>A paragraph that leads on to "}, Words: 300}
		for k := range 4 {
			kind, to := at((i*7 + k*13) % n)
			b.Links = append(b.Links, playbook.Link{Target: "../" + kind.Dir() + "/" + to + ".md"})
			b.Chunks = append(b.Chunks, "<a href=\"that\">another</a>, and to more of what is said here.</p>\n<p>")
			b.Headings = append(b.Headings, playbook.Heading{Level: 2, ID: fmt.Sprintf("part-%d", k), Text: "A part"})
		}
		e.Say(&playbook.Text{Body: b})
		out = append(out, e)
	}
	for _, id := range []string{"about", "glossary", "contribute", "stories"} {
		e := &playbook.Entry{Kind: playbook.KindPage, ID: id, File: "content/pages/" + id + ".md", Common: playbook.Common{Title: "About " + id}}
		e.Say(&playbook.Text{Body: playbook.Body{Chunks: []string{"<p>Words.</p>"}}})
		out = append(out, e)
	}
	return out
}

func manyPages(n int) *playbook.Playbook {
	s := playbook.DefaultSettings()
	s.BaseURL, s.Repository.URL = "https://example.org/p/", "https://github.com/team/book"
	return playbook.Assemble(playbook.Input{Settings: s, Entries: manyEntries(n)})
}

var benchOptions = Options{Stylesheets: []string{"assets/a.css"}, Scripts: []string{"assets/a.js"}, SearchIndex: "search-index.js"}

func BenchmarkPlan(b *testing.B) {
	p := manyPages(4000)
	b.ReportAllocs()
	for b.Loop() {
		Plan(p, benchOptions)
	}
}

// BenchmarkViews makes the views of all pages of a layout, and of all pages of the book.
func BenchmarkViews(b *testing.B) {
	book := Plan(manyPages(4000), benchOptions)
	for _, layout := range []string{"all", "entry", "page", "list", "az", "tags", "barriers", "home"} {
		var pages []Page
		for _, page := range book.Pages {
			if layout == "all" || page.Layout == layout {
				pages = append(pages, page)
			}
		}
		b.Run(layout, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, page := range pages {
					book.View(page)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(pages)), "ns/page")
		})
	}
}
