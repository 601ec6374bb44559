package search

// pages is a small playbook that the tests of this package share.
func pages() []Document {
	return []Document{
		{
			URL: "principles/ask-a-supportive-question.html", Title: "Ask a supportive question",
			Aliases: []string{"question softly"}, Asks: []string{"how do I disagree without a fight", "I am afraid to criticise"},
			Summary: "A question lets people find the better way themselves.", Tags: []string{"suggestion", "questions"},
			Headings: []Heading{{"why-it-works", "Why it works"}, {"where-it-stops", "Where it stops"}},
			Body:     "People defend what they are told to drop.\nWhy it works\nA question leaves the decision where it was. Nobody loses face.\nWhere it stops\nA question that hides an order is an order. Colleagues notice.",
			Kind:     "principle", KindLabel: "Principle", Maturity: "attested", Facets: map[string][]string{"kind": {"principle"}, "lens": {"influence"}, "maturity": {"attested"}},
		},
		{
			URL: "examples/influence-your-boss.html", Title: "Influence the person above you",
			Asks: []string{"my boss never listens", "my manager ignores my ideas"}, Summary: "Bring one fact and one question.",
			Headings: []Heading{{"act", "What to do"}}, Tags: []string{"boss"},
			Body: "What to do\nPick a moment when nothing burns. Bring one number that matters to your manager, then ask what would have to be true.",
			Kind: "example", KindLabel: "Example", Maturity: "illustrated", Facets: map[string][]string{"kind": {"example"}, "toward": {"boss"}},
		},
		{
			URL: "stories/the-map.html", Title: "The map on the wall",
			Summary: "A newcomer drew a map of the releases, and the team kept it.",
			Body:    "The team lost track of releases every week. I drew a map on the wall with all dates. My boss never asked for it. After a month other teams copied the map.",
			Kind:    "story", KindLabel: "Story", Outcome: "followed", Illustrative: true, Facets: map[string][]string{"kind": {"story"}},
		},
		{
			URL: "examples/quiet-teammate.html", Title: "Ask the quiet teammate", Aliases: []string{"draw people out"},
			Asks: []string{"my teammate never speaks up"}, Summary: "Give the quiet one the floor before the loud ones take it.",
			Body: "Listening is an act. Before a decision, ask by name, and wait for seven seconds. In C++ reviews we call it pass_the_mic; it works in node.js reviews too.",
			Kind: "example", KindLabel: "Example", Maturity: "idea", Facets: map[string][]string{"kind": {"example"}, "toward": {"peer"}, "setting": {"meeting"}},
		},
		{
			URL: "stories/wand.html", Title: "Der Plan an der Wand", Lang: "de",
			Summary: "Eine Kollegin hängte den Plan auf.", Body: "Alle hielten sich an den Plan. Die Straße war lang.",
			Kind: "story", KindLabel: "Story", Outcome: "partly", Facets: map[string][]string{"kind": {"story"}},
		},
		{
			URL: "stories/kanban.html", Title: "看板を作る", Lang: "ja",
			Summary: "新しい同僚が看板を作った。", Body: "毎週、仕事が遅れた。同僚が壁に看板を作った。みんなが使い始めた。",
			Kind: "story", KindLabel: "Story", Outcome: "followed", Facets: map[string][]string{"kind": {"story"}},
		},
	}
}

// titles returns the titles of hits, best first.
func titles(x *Index, hits []Hit) []string {
	found := make([]string, len(hits))
	for i, h := range hits {
		found[i] = x.Document(h.Doc).Title
	}
	return found
}

// marked puts the ranges of a text in brackets.
func marked(text string, ranges []Range) string {
	out, last := "", 0
	for _, r := range ranges {
		out += text[last:r.Start] + "[" + text[r.Start:r.End] + "]"
		last = r.End
	}
	return out + text[last:]
}

var facetOptions = Options{Facets: []Facet{
	{"kind", "Kind", []Value{{"principle", "Principle"}, {"example", "Example"}, {"story", "Story"}, {"page", "Page"}}},
	{"toward", "Toward whom", []Value{{"peer", "A peer"}, {"boss", "The person above"}}},
}}
