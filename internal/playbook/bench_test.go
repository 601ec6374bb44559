package playbook

import (
	"fmt"
	"testing"
)

// large is a playbook of n entries in which everything is connected: each principle has
// examples and stories, and each text links to a few others.
func large(n int) Input {
	var in Input
	principles := max(1, n/10)
	for i := range n {
		kind, id := KindPrinciple, fmt.Sprintf("e%d", i)
		e := &Entry{Common: Common{Title: fmt.Sprintf("Ask before you tell %d", i)}}
		of := []string{fmt.Sprintf("e%d", i%principles)}
		switch {
		case i < principles:
			e.Principle = &Principle{}
		case i%2 == 0:
			kind = KindExample
			e.Example, e.Situation = &Example{Principles: of}, &Situation{}
		default:
			kind = KindStory
			e.Story, e.Situation = &Story{Principles: of, Outcome: Followed, Review: ReviewAccepted, Team: "a"}, &Situation{}
		}
		e.Kind, e.ID, e.File = kind, id, "content/"+kind.Dir()+"/"+id+".md"
		var b Body
		for k := range 4 {
			b.Links = append(b.Links, Link{Target: fmt.Sprintf("../principles/e%d.md", (i*7+k*31)%principles)})
		}
		e.Say(&Text{Body: b})
		in.Entries = append(in.Entries, e)
	}
	return in
}

func BenchmarkAssemble(b *testing.B) {
	in := large(10_000)
	b.ReportAllocs()
	for b.Loop() {
		Assemble(in)
	}
}
