package search

import (
	"slices"
	"strings"
	"testing"
)

// TestSearchPutsFirst holds what a reader expects to see at the top.
func TestSearchPutsFirst(t *testing.T) {
	x := Build(pages(), facetOptions)
	for _, test := range []struct{ name, query, first string }{
		{"title beats body", "map", "The map on the wall"},
		{"what people ask, in their words", "my boss never listens", "Influence the person above you"},
		{"an alias", "draw people out", "Ask the quiet teammate"},
		{"another form of the word", "noticed", "Ask a supportive question"},
		{"a swapped pair of letters", "supprotive", "Ask a supportive question"},
		{"two mistakes in a long word", "suportve", "Ask a supportive question"},
		{"an unfinished word", "ask the quiet tea", "Ask the quiet teammate"},
		{"one letter on", "ask the quiet team", "Ask the quiet teammate"},
		{"words that are not there", "quiet zebra teammate xylophone", "Ask the quiet teammate"},
		{"an identifier whole", "c++", "Ask the quiet teammate"},
		{"an identifier in part", "mic", "Ask the quiet teammate"},
		{"an identifier with dots", "node.js", "Ask the quiet teammate"},
		{"no accents", "hangte", "Der Plan an der Wand"},
		{"ss for ß", "STRASSE", "Der Plan an der Wand"},
		{"no spaces", "同僚が看板", "看板を作る"},
		{"a single character", "板", "看板を作る"},
		{"full width", "ｍａｐ", "The map on the wall"},
		{"stop words alone", "how do I", "Ask a supportive question"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := titles(x, find(x, test.query, 10))
			if len(got) == 0 || got[0] != test.first {
				t.Errorf("Search(%q) = %q, want %q first", test.query, got, test.first)
			}
		})
	}
}

func TestSearchRanks(t *testing.T) {
	for _, test := range []struct {
		name, query   string
		better, worse Document
	}{
		{"title over summary", "anger", Document{Title: "Answer anger"}, Document{Title: "Other", Summary: "Answer anger"}},
		{"summary over body", "anger", Document{Summary: "Answer anger"}, Document{Body: "Answer anger"}},
		{"asks over body", "anger", Document{Asks: []string{"how to answer anger"}}, Document{Body: "how to answer anger"}},
		{"alias over heading", "anger", Document{Aliases: []string{"anger"}}, Document{Headings: []Heading{{"a", "anger"}}}},
		{"two words over one twice", "kind answer", Document{Body: "kind one two answer"}, Document{Body: "kind one two kind"}},
		{"neighbours in a title over the same words apart", "lone voice", Document{Title: "Say the lone voice today"}, Document{Title: "Lone days without voice"}},
		{"a phrase in a title over its words turned round", "thank credit", Document{Title: "One thank credit two"}, Document{Title: "One credit thank two"}},
		{"the exact word over another form", "listening", Document{Body: "listening pays"}, Document{Body: "listens pays"}},
		{"short over long", "praise", Document{Body: "praise others"}, Document{Body: "praise others " + strings.Repeat("and so forth it goes ", 9)}},
		{"finished word over completion", "art", Document{Body: "the art itself"}, Document{Body: "the article itself"}},
		{"one mistake over two", "leadershp", Document{Body: "leadership here"}, Document{Body: "leaderships here too"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for i, docs := range [][]Document{{test.better, test.worse}, {test.worse, test.better}} {
				docs = append(docs, Document{Title: "Unrelated", Summary: "nothing", Body: "of that", Aliases: []string{"x y"}, Asks: []string{"who is that"}, Headings: []Heading{{"h", "Beyond"}}})
				hits := find(Build(docs, Options{}), test.query, 5)
				if len(hits) == 0 || hits[0].Doc != i {
					t.Errorf("Search(%q) with the better one at %d: %+v", test.query, i, hits)
				}
			}
		})
	}
}

func TestSearchShowsWhy(t *testing.T) {
	x := Build(pages(), facetOptions)
	for _, test := range []struct{ query, title, passage, anchor string }{
		{"decision face", "Ask a supportive question", "Nobody loses [face].", "why-it-works"},
		{"hides an order", "Ask a supportive question", "A question that [hides] an [order] is an [order].", "where-it-stops"},
		{"supportive questions", "[Ask] a [supportive] [question]", "", ""},
		{"boss number", "Influence the person above you", "Bring one [number] that matters to your manager, then ask what would have to be true.", "act"},
		{"maps", "The [map] on the wall", "A newcomer drew a [map] of the releases, and the team kept it.", ""},
	} {
		hit := find(x, test.query, 1)[0]
		if test.passage == "" { // only about the title
			if got := marked(x.Document(hit.Doc).Title, hit.Title); got != "Ask a [supportive] [question]" {
				t.Errorf("%q: title %q", test.query, got)
			}
			if hit.Anchor != "" {
				t.Errorf("%q: anchor %q, but the title says it all", test.query, hit.Anchor)
			}
			continue
		}
		if got := marked(x.Document(hit.Doc).Title, hit.Title); got != test.title {
			t.Errorf("%q: title %q, want %q", test.query, got, test.title)
		}
		if got := marked(hit.Passage.Text, hit.Passage.Ranges); got != test.passage {
			t.Errorf("%q: passage %q, want %q", test.query, got, test.passage)
		}
		if hit.Anchor != test.anchor {
			t.Errorf("%q: anchor %q, want %q", test.query, hit.Anchor, test.anchor)
		}
	}
}

func TestLongSentenceIsCutAroundTheMatch(t *testing.T) {
	body := strings.Repeat("filler word ", 60) + "then the needle came " + strings.Repeat("more words ", 60)
	hit := find(Build([]Document{{Title: "T", Body: body}}, Options{}), "needle", 1)[0]
	text := marked(hit.Passage.Text, hit.Passage.Ranges)
	if !strings.HasPrefix(text, "… ") || !strings.HasSuffix(text, " …") || !strings.Contains(text, "then the [needle] came") {
		t.Errorf("passage %q", text)
	}
	if n := len(strings.Fields(text)); n != maxPassage+2 {
		t.Errorf("%d words, want %d and two ellipses", n, maxPassage)
	}
}

func TestEdges(t *testing.T) {
	for _, docs := range [][]Document{nil, {{}}, {{Title: "…", Body: "\n\n"}}} {
		x := Build(docs, Options{})
		for _, query := range []string{"", " ", "the", "word", "…", strings.Repeat("long ", 5000), strings.Repeat("a", 10000)} {
			if hits := find(x, query, 10); len(hits) != 0 {
				t.Errorf("%v: Search(%.20q) = %v", docs, query, hits)
			}
		}
		if _, err := x.Files(); err != nil {
			t.Error(err)
		}
	}
	if hits := find(Build(pages(), facetOptions), "map", -1); len(hits) != 0 {
		t.Errorf("a negative limit found %v", hits)
	}
}

func TestMoreHitsComeAtTheEnd(t *testing.T) {
	x := Build(pages(), facetOptions)
	all := titles(x, find(x, "ask my team a question", 10))
	if len(all) < 4 {
		t.Fatalf("only %q", all)
	}
	for n := range all {
		if got := titles(x, find(x, "ask my team a question", n)); !slices.Equal(got, all[:n]) {
			t.Errorf("limit %d: %q, want %q", n, got, all[:n])
		}
	}
}

func find(x *Index, query string, limit int) []Hit {
	return x.Search(Query{Text: query, Limit: limit}).Hits
}
