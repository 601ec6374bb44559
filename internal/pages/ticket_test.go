package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// told is a story whose text has these sections, each with what stands in it.
func told(story playbook.Story, lens playbook.Lens, sections ...string) *playbook.Entry {
	e := &playbook.Entry{Kind: playbook.KindStory, ID: "s", File: "content/stories/s.md", Story: &story, Situation: &playbook.Situation{Way: playbook.ByExample, Toward: []string{"peer"}}}
	e.Title, e.Lens = "A story", lens
	story.Review, story.Provenance = playbook.ReviewAccepted, playbook.Submitted
	e.Story = &story
	var t playbook.Text
	for i := 0; i < len(sections); i += 2 {
		h := playbook.Heading{Level: 2, ID: playbook.Slug(sections[i]), Text: sections[i], Pos: diag.Position{Line: 10 * (i + 1)}}
		t.Body.Headings = append(t.Body.Headings, h)
		t.Body.Sections = append(t.Body.Sections, playbook.Section{Heading: h, Text: sections[i+1]})
		t.Body.Chunks = []string{strings.Join(t.Body.Chunks, "") + `<h2 id="` + h.ID + `">` + h.Text + " <a>#</a></h2>\n<p>" + sections[i+1] + "</p>\n"}
	}
	e.Say(&t)
	return e
}

var threeSections = []string{"Situation", "There.", "What I did", "That.", "What changed", "This."}

func viewOf(e *playbook.Entry) EntryView { return plan(e)[e.Address()].(EntryView) }

// line writes the stops of a story in one line each.
func line(v EntryView) []string {
	out := []string{v.Ticket.State}
	for _, s := range v.Ticket.Stops {
		text := s.Name + " | " + s.Title
		for _, more := range []string{s.Note, s.Quote, s.Href} {
			if more != "" {
				text += " | " + more
			}
		}
		out = append(out, text)
	}
	return out
}

func TestTheLineOfAStory(t *testing.T) {
	const act = "act | Shown, by example | #what-i-did"
	with := func(more ...string) []string { return append(threeSections[:6:6], more...) }
	for name, tt := range map[string]struct {
		story    playbook.Story
		lens     playbook.Lens
		sections []string
		want     []string
	}{
		"sold, then another hat": {
			playbook.Story{Outcome: "followed", Followers: "many", Authority: "none", HatAfter: "training"},
			"influence", with("Afterwards", "Taught."),
			[]string{"sold", act, "taken | Many took it up | Here leadership ended: they had bought the idea. | #what-changed", "hat | Another hat: training | What came then was another job. | #afterwards"},
		},
		"sold, and the other hat is not told of": {
			playbook.Story{Outcome: "followed", Followers: "few", Authority: "none", HatAfter: "catalyst"},
			"influence", with(),
			[]string{"sold", act, "taken | A few took it up | Here leadership ended: they had bought the idea. | #what-changed", "hat | Another hat: catalyst | What came then was another job."},
		},
		"sold, and it ended there": {
			playbook.Story{Outcome: "followed", Followers: "one", Authority: "none", HatAfter: "none"},
			"service", with("If nobody followed", "Not so."),
			[]string{"sold", act, "taken | One person took it up | Here leadership ended: they had bought the idea. | #what-changed", "end | It ended there | No other hat was put on."},
		},
		"in part": {
			playbook.Story{Outcome: "partly", Followers: "one", Authority: "none", HatAfter: "none"},
			"influence", with("If nobody followed", "The others I would ask."),
			[]string{"partly", act, "taken | One person took it up, in part | Here leadership ended, as far as it went: part of the ticket was sold. | #what-changed", "end | It ended there | No other hat was put on.", "next | If nobody followed | The others I would ask. | #if-nobody-followed"},
		},
		"an attempt": {
			playbook.Story{Outcome: "not-followed", Authority: "none", HatAfter: "none"},
			"influence", with("If nobody followed", "It was late. Next time I would ask before. Never on a Friday."),
			[]string{"unsold", act, "taken | Nobody took it up | No ticket was sold, so it stayed an attempt. | #what-changed", "next | What the teller would try next | It was late. Next time I would ask before. | #if-nobody-followed"},
		},
		"an attempt that says no more": {
			playbook.Story{Outcome: "not-followed", Authority: "formal", HatAfter: "none"},
			"influence", with(),
			[]string{"unsold", act, "taken | Nobody took it up | No ticket was sold, so it stayed an attempt. | #what-changed"},
		},
		"an attempt after which somebody managed": {
			playbook.Story{Outcome: "not-followed", Authority: "none", HatAfter: "managing"},
			"influence", with(),
			[]string{"unsold", act, "taken | Nobody took it up | No ticket was sold, so it stayed an attempt. | #what-changed", "hat | Another hat: managing | What came then was another job."},
		},
		"service that nobody took up": {
			playbook.Story{Outcome: "not-followed", Authority: "none", HatAfter: "none"},
			"service", with(),
			[]string{"unsold", act, "taken | Nobody took it up | No ticket was sold. An act of service can do without. | #what-changed"},
		},
		"nobody knows": {
			playbook.Story{Outcome: "unknown", Authority: "none", HatAfter: "none"},
			"influence", with(),
			[]string{"unknown", act, "taken | Nobody knows whether others took it up | Whether a ticket was sold is not known. | #what-changed"},
		},
		"service of which nobody knows": {
			playbook.Story{Outcome: "unknown", Authority: "none", HatAfter: "none"},
			"service", with("If nobody followed", "I’d do it again."),
			[]string{"unknown", act, "taken | Nobody knows whether others took it up | An act of service may have no follower that one can see. | #what-changed", "next | If nobody followed | I’d do it again. | #if-nobody-followed"},
		},
		"by somebody in charge": {
			playbook.Story{Outcome: "followed", Followers: "many", Authority: "formal", HatAfter: "none"},
			"influence", with(),
			[]string{"formal", act, "taken | Many took it up | It was not influence alone: whoever did it was in charge, and the position may have been followed rather than the act. | #what-changed", "end | It ended there | No other hat was put on."},
		},
		"without sections, as in another language": {
			playbook.Story{Outcome: "followed", Authority: "none", HatAfter: "coaching"},
			"influence",
			[]string{"Die Lage", "Da."},
			[]string{"sold", "act | Shown, by example", "taken | Others took it up | Here leadership ended: they had bought the idea.", "hat | Another hat: coaching | What came then was another job."},
		},
		"with untidy headings": {
			playbook.Story{Outcome: "followed", Authority: "none", HatAfter: "none", Intentional: "no"},
			"influence",
			[]string{"what i did:", "That.", "WHAT  CHANGED.", "This."},
			[]string{"sold", "act | Shown, by example; not on purpose | #what-i-did", "taken | Others took it up | Here leadership ended: they had bought the idea. | #what-changed", "end | It ended there | No other hat was put on."},
		},
	} {
		if diff := cmp.Diff(tt.want, line(viewOf(told(tt.story, tt.lens, tt.sections...)))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestEveryStoryHasALine(t *testing.T) {
	for _, outcome := range playbook.Outcome("").Values() {
		for _, hat := range playbook.Hat("").Values() {
			for _, authority := range playbook.Authority("").Values() {
				for _, lens := range playbook.Lens("").Values() {
					v := viewOf(told(playbook.Story{Outcome: playbook.Outcome(outcome), HatAfter: playbook.Hat(hat), Authority: playbook.Authority(authority)}, playbook.Lens(lens), threeSections...))
					names := ""
					for _, s := range v.Ticket.Stops {
						names += s.Name + " "
						if s.Title == "" || s.Note == "" && s.Name != "act" {
							t.Errorf("%s, %s, %s, %s: the stop %s says nothing", outcome, hat, authority, lens, s.Name)
						}
					}
					followed := outcome == "followed" || outcome == "partly"
					want := map[bool]string{true: "act taken hat ", false: "act taken "}[hat != "none"]
					if hat == "none" && followed {
						want = "act taken end "
					}
					if names != want {
						t.Errorf("%s, %s: the line is %s, want %s", outcome, hat, names, want)
					}
					ended := strings.Contains(v.Ticket.Stops[1].Note, "leadership ended")
					if ended != (followed && authority == "none") {
						t.Errorf("%s with authority %s says %q", outcome, authority, v.Ticket.Stops[1].Note)
					}
					if !strings.Contains(string(v.Body), "at-heading-"+v.Ticket.State+`">`+markWords[v.Ticket.State]+"<") {
						t.Errorf("%s: the text has no mark: %s", v.Ticket.State, v.Body)
					}
				}
			}
		}
	}
}

func TestASuggestionSaysWhatItLeantOn(t *testing.T) {
	e := told(playbook.Story{Outcome: "followed"}, "influence")
	for want, styles := range map[string][]playbook.Style{
		"Suggested": nil, "Suggested, with a question": {"question"}, "Suggested, with facts, enthusiasm and credibility": {"facts", "enthusiasm", "credibility"},
	} {
		e.Situation = &playbook.Situation{Way: playbook.BySuggestion, Style: styles}
		if got := actTitle(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, style := range playbook.Style("").Values() {
		if styleWords[playbook.Style(style)] == "" || withStyle[style] == "" {
			t.Errorf("%s has no words", style)
		}
	}
}

func TestMarksStandInTheHeadings(t *testing.T) {
	e := told(playbook.Story{Outcome: "followed", HatAfter: "training", Authority: "none"}, "influence", append(threeSections[:6:6], "Afterwards", "Taught.")...)
	e.Lang = "de"
	body := string(viewOf(e).Body)
	for _, want := range []string{
		`<h2 id="what-changed">What changed <a>#</a> <span class="at-heading at-heading-sold" lang="en">leadership ended here</span></h2>`,
		`<h2 id="afterwards">Afterwards <a>#</a> <span class="at-heading at-heading-hat" lang="en">another hat</span></h2>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
	if n := strings.Count(body, "at-heading "); n != 2 {
		t.Errorf("there are %d marks", n)
	}
}

// A wiki link without a label stands in a section's text as its author typed it.
func TestWhatIsQuotedReadsAsOnThePage(t *testing.T) {
	e := told(playbook.Story{Outcome: "not-followed"}, "influence", "What I did", "See a here.", "If nobody followed", "Next time a instead.")
	text := playbook.Text{}
	text.Body = playbook.Body{
		Text: "What I did\nSee a here.\nIf nobody followed\nNext time a instead.", Chunks: []string{"", "", "", "", ""},
		Links: []playbook.Link{
			{Kind: playbook.LinkWiki, Target: "a", Pos: diag.Position{Line: 12}},
			{Kind: playbook.LinkWikiLabel, Target: "a", Pos: diag.Position{Line: 12}},
			{Kind: playbook.LinkWiki, Target: "a", Pos: diag.Position{Line: 32}},
			{Kind: playbook.LinkWikiLabel, Target: "a", Pos: diag.Position{Line: 32}},
		},
		Headings: []playbook.Heading{{Level: 2, ID: "x", Text: "What I did", Pos: diag.Position{Line: 10}}, {Level: 2, ID: "y", Text: "If nobody followed", Pos: diag.Position{Line: 30}}},
	}
	for i, s := range []string{"See a here.", "Next time a instead."} {
		text.Body.Sections = append(text.Body.Sections, playbook.Section{Heading: text.Body.Headings[i], Text: s})
	}
	e.Say(&text)
	v := plan(e, principle("a"))[e.Address()].(EntryView)
	if got := v.Ticket.Stops[2].Quote; got != "Next time Title of a instead." {
		t.Error(got)
	}
}

func TestOpenings(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for text, want := range map[string]string{
		"":                            "",
		"One.":                        "One.",
		"One. Two! Three?":            "One. Two!",
		"One\nTwo":                    "One",
		"It cost 3.50. I paid it.":    "It cost 3.50. I paid it.",
		"“Why not?” It was late. Yes": "“Why not?” It was late.",
		"Short. It is a " + long:      "Short.",
		long:                          strings.TrimSuffix(strings.Repeat("word ", 40), " ") + "…",
	} {
		if got := opening(text); got != want {
			t.Errorf("%.40q opens with %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-zé👩‍👩‍👧 ]{0,80}[.!?] ?){0,9}`)).Draw(t, "text")
		got := strings.TrimSuffix(opening(text), "…")
		if len(got) > quoteLength || !strings.HasPrefix(strings.TrimSpace(text), got) {
			t.Fatalf("%q opens with %q", text, got)
		}
	})
}

// Attempts show what their tellers would try next, wherever they stand in the list of attempts
// and nowhere else, so that other lists need no texts.
func TestOnlyTheListOfAttemptsShowsWhatIsNext(t *testing.T) {
	e := told(playbook.Story{Outcome: "not-followed"}, "influence", "If nobody followed", "I would ask.")
	p := playbook.Assemble(playbook.Input{Settings: playbook.DefaultSettings(), Entries: []*playbook.Entry{e}})
	b := Plan(p, Options{})
	for _, page := range b.Pages {
		view := b.View(page)
		list, ok := view.Data.(ListView)
		if !ok || len(list.Cards) == 0 {
			continue
		}
		want := map[bool]string{true: "I would ask."}[page.Address == playbook.AttemptsAddress]
		if list.Cards[0].Next != want || (len(view.Texts) > 0) != (want != "") {
			t.Errorf("%s shows %q and reads %d texts", page.Address, list.Cards[0].Next, len(view.Texts))
		}
	}
}
