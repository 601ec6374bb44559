package search

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/search/words"
	"pgregory.net/rapid"
)

// wide has leads, although all is in one shard of each kind, so that no family is parted.
var wide = sizes{terms: 1 << 20, spelling: 1 << 20, texts: 1 << 20}

// eachLead yields all leads of an index, each with its family.
func eachLead(x *Index, yield func(family int32, doc int, l lead)) {
	for i, family := range x.leads.families() {
		yield(family, int(x.leads.all[i]), x.lead(i, family))
	}
}

// TestALeadShowsTheWord: where a page shows a word at all, so does the page as the word leads to it,
// and it leads to a heading of the page or to the top.
func TestALeadShowsTheWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 1, 6).Draw(t, "documents")
		x := build(docs, facetOptions, wide)
		eachLead(x, func(family int32, doc int, l lead) {
			w, whole := x.wants(family), x.Document(doc)
			w.compound = x.compound
			most, _ := w.best(whole, words.Sentences(whole.Body))
			got, _ := w.best(l.Document, []Range{{Start: 0, End: len(l.Body)}})
			if got.worth < most.worth {
				t.Fatalf("%q is shown as %q, which has none of %v", whole.Body, got.Text, w.slots)
			}
			if l.Title != whole.Title || l.URL != whole.URL || l.Kind != whole.Kind {
				t.Fatalf("%+v leads to %+v", whole, l)
			}
			for _, h := range l.Headings {
				if !slices.Contains(whole.Headings, h) {
					t.Fatalf("%+v is no heading of %+v", h, whole.Headings)
				}
			}
			if l.section >= len(l.Headings) {
				t.Fatalf("the passage is under heading %d of %d", l.section, len(l.Headings))
			}
		})
	})
}

// TestAPageIsFoundByItsTitleAlone: who asks for all words of a title, of which no other page has more than one,
// needs no shard of texts for that page.
func TestAPageIsFoundByItsTitleAlone(t *testing.T) {
	docs := made(400)
	x := Build(docs, Options{})
	if len(x.leads.all) == 0 {
		t.Fatal("no word leads anywhere")
	}
	for doc, d := range docs {
		r := x.rank(x.parse(Query{Text: d.Title + " "}))
		if len(x.ledBy(r, doc)) == 0 {
			t.Errorf("no word of %q leads to the page", d.Title)
		}
	}
}

// TestASmallPlaybookHasNoLeads: all of it is loaded anyway.
func TestASmallPlaybookHasNoLeads(t *testing.T) {
	x := Build(pages(), facetOptions)
	if len(x.leads.all) > 0 {
		t.Errorf("%d leads", len(x.leads.all))
	}
	if n := strings.Count(string(x.appendTerms(nil, 0)), "\n"); n != 4 {
		t.Errorf("a shard of words has %d lines, want 5", n+1)
	}
}

// TestThePassageOfALead: of the sentences with the word, the one with most of what the page goes by; names
// only where there is none; never longer than a result shows.
func TestThePassageOfALead(t *testing.T) {
	long := "Ask " + strings.Repeat("and so on ", 40) + "feedback " + strings.Repeat("and so on ", 40) + "."
	for name, test := range map[string]struct {
		doc     Document
		word    string
		want    string
		section string
	}{
		"the first sentence with the word": {Document{Title: "Feedback", Body: "It is hard. Give feedback early. Give feedback often."}, "feedback", "Give feedback early.", ""},
		"the one with more of the title":   {Document{Title: "Feedback for a boss", Body: "Give feedback early. Give the boss feedback too."}, "feedback", "Give the boss feedback too.", ""},
		"another form":                     {Document{Title: "Listening", Body: "Talk less. She listens."}, "listening", "She listens.", ""},
		"the summary first":                {Document{Title: "Feedback", Summary: "How feedback helps.", Body: "Give feedback early."}, "feedback", "How feedback helps.", ""},
		"the summary where nothing has it": {Document{Title: "Feedback", Summary: "How it helps.", Body: "Give it early."}, "feedback", "How it helps.", ""},
		"the first sentence likewise":      {Document{Title: "Feedback", Body: "Give it early. Often."}, "feedback", "Give it early.", ""},
		"an ask where nothing else has it": {Document{Title: "Early", Asks: []string{"what is feedback for"}, Summary: "How it helps.", Body: "Give it."}, "feedback", "what is feedback for", ""},
		"nothing at all":                   {Document{Title: "Feedback"}, "feedback", "", ""},
		"under its heading": {
			Document{Title: "Feedback", Headings: []Heading{{"a", "Why"}, {"b", "How"}, {"c", "When"}}, Body: "Why\nIt helps.\nHow\nGive feedback early.\nWhen\nSoon."},
			"feedback", "Give feedback early.", "b",
		},
		"cut to a window": {Document{Title: "Feedback", Body: long}, "feedback", "… and so on and so on feedback and so on and so on and so on and so on and so on and so on and so on and so on and so on and so …", ""},
	} {
		t.Run(name, func(t *testing.T) {
			x := build([]Document{test.doc, {Title: "Another"}}, Options{}, wide)
			id, ok := x.id(test.word)
			if !ok {
				t.Fatal("there is no such word")
			}
			i, ok := x.leads.find(x.kin[id], 0)
			if !ok {
				t.Fatal("it does not lead to the page")
			}
			l := x.lead(i, x.kin[id])
			got, section := l.Summary+l.Body+strings.Join(l.Aliases, ""), ""
			if l.section >= 0 {
				section = l.Headings[l.section].ID
			}
			if got != test.want || section != test.section {
				t.Errorf("got %q under %q, want %q under %q", got, section, test.want, test.section)
			}
			if n := len(words.Split(got)); n > maxPassage {
				t.Errorf("%d words", n)
			}
		})
	}
}

// TestAWordLeadsToTheForemost compares with sorting all.
func TestAWordLeadsToTheForemost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		says := rapid.SliceOfN(rapid.Float64Range(1, 4), 1, 120).Draw(t, "says")
		docs, by := []int32{}, []int32{}
		for doc := range says {
			says[doc] = float64(int(says[doc])) // many are equal
			docs = append(docs, int32(doc))
			if rapid.Bool().Draw(t, "goes by it") {
				by = append(by, int32(doc))
			}
		}
		naive := func(list []int32, n int) []int32 {
			list = slices.Clone(list)
			slices.SortStableFunc(list, func(a, b int32) int { return int(says[b] - says[a]) })
			return list[:min(n, len(list))]
		}
		want := append(naive(docs, foremost), naive(by, maxGoingBy)...)
		slices.Sort(want)
		if got := best(docs, by, says); !slices.Equal(got, slices.Compact(want)) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// TestLeadsAreWritten reads them back from the shards.
func TestLeadsAreWritten(t *testing.T) {
	x := build(pages(), facetOptions, tiny)
	written := map[string]bool{}
	for i := range x.layout.terms {
		lines := strings.Split(string(x.appendTerms(nil, i)), "\n")
		from, _ := span(x.layout.terms, i, len(x.words))
		var rows [][]any
		if err := json.Unmarshal([]byte(lines[5]), &rows); err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			shown := row[3].([]any)
			written[fmt.Sprint(x.kin[from+int(row[0].(float64))], row[1], row[2], shown[0], shown[2], shown[3])] = true
		}
	}
	n := 0
	eachLead(x, func(family int32, doc int, l lead) {
		if n++; !written[fmt.Sprint(family, doc, l.section, l.URL, l.Summary, l.Body)] {
			t.Errorf("%v does not lead to %d: %+v", x.wants(family).slots, doc, l)
		}
	})
	if n == 0 || n != len(written) {
		t.Errorf("%d leads, %d written", n, len(written))
	}
}

// TestNoLeadToAPageThatIsTooLarge: what every lead to a page has would be written hundreds of times.
func TestNoLeadToAPageThatIsTooLarge(t *testing.T) {
	body := "Give feedback early."
	for name, d := range map[string]Document{
		"title":   {Title: "Feedback " + strings.Repeat("early ", maxBrief), Body: body},
		"summary": {Title: "Feedback", Summary: strings.Repeat("early ", maxBrief), Body: body},
		"heading": {Title: "Feedback", Headings: []Heading{{"a", strings.Repeat("early ", maxShort)}}, Body: body},
		"ask":     {Title: "Feedback", Asks: []string{strings.Repeat("early ", maxShort)}, Body: body},
	} {
		x := build([]Document{d, {Title: "Feedback", Body: body}}, Options{}, wide)
		eachLead(x, func(_ int32, doc int, l lead) {
			if doc == 0 {
				t.Errorf("%s: a lead %q", name, l.Body)
			}
		})
		if len(x.leads.all) == 0 {
			t.Errorf("%s: nothing leads to the other page", name)
		}
	}
}

// TestACompoundIsShownFromTheWholeText: a page that has the word only in a longer one is not led to.
func TestACompoundIsShownFromTheWholeText(t *testing.T) {
	x := build([]Document{
		{Lang: "de", Title: "Besprechung", Body: "Eine Besprechung beginnt."},
		{Lang: "de", Title: "Anfang", Body: "Erst reden. Dann folgt die Teambesprechung."},
		{Lang: "de", Title: "Team", Body: "Das Team beginnt."},
	}, Options{}, wide)
	for query, want := range map[string]string{"besprechung ": "Dann folgt die Teambesprechung.", "anfang ": "Erst reden."} {
		for _, h := range x.Search(Query{Text: query, Limit: 3}).Hits {
			if h.Doc == 1 && h.Passage.Text != want {
				t.Errorf("%q shows %q, want %q", query, h.Passage.Text, want)
			}
		}
	}
	if hits := x.Search(Query{Text: "besprechung ", Limit: 3}).Hits; len(hits) < 2 {
		t.Errorf("%d pages found", len(hits))
	}
}
