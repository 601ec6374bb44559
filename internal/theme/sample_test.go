package theme_test

import (
	"html/template"

	"github.com/microleadership/playbook/internal/pages"
)

// The views below are what a small playbook would give each layout: enough to see
// every part of every layout at least once.

func chrome(layout, title, description, root string) pages.Chrome {
	return pages.Chrome{
		Lang: "en", SiteLang: "en", Layout: layout, SiteTitle: "Microleadership Playbook",
		SiteTagline: "Small acts that move the people around you, whatever your job title says.",
		Title:       title, Description: description, Path: layout + ".html", Root: root,
		HomeHref: root + "index.html", SearchHref: root + "search.html",
		Nav: []pages.NavLink{
			{Title: "Principles", Href: root + "principles/index.html", Current: layout == "entry"},
			{Title: "Examples", Href: root + "examples/index.html"},
			{Title: "Stories", Href: root + "stories/index.html"},
			{Title: "Barriers", Href: root + "barriers.html", Current: layout == "barriers"},
		},
		Footer: []pages.NavLink{
			{Title: "A–Z", Href: root + "az.html", Current: layout == "az"},
			{Title: "Tags", Href: root + "tags.html"},
			{Title: "Barriers", Href: root + "barriers.html"},
			{Title: "Attempts", Href: root + "attempts.html"},
			{Title: "Glossary", Href: root + "glossary.html"},
			{Title: "About", Href: root + "about.html"},
			{Title: "How to contribute", Href: root + "contribute.html"},
		},
		Canonical: "https://example.org/playbook/" + layout + ".html", FeedHref: root + "feed.xml",
		EditHref: "https://example.org/edit/x.md", License: "CC BY 4.0",
		Stylesheets: []string{root + "assets/site.css"}, Scripts: []string{root + "assets/site.js"},
		SearchIndex: root + "assets/search-index.js",
	}
}

var (
	principles = []pages.Card{
		principle("Ask a supportive question", "A question asked to help, by someone who wants the answer, lets people talk themselves into a better way.", "Once this week, swallow the advice you were about to give and ask how the other way would work for them.", "attested"),
		principle("Lead by example", "Do the thing better where others can see it, and let them copy it without being asked.", "Pick one small thing your team does carelessly and do it well, in plain sight, every day this week.", "proven"),
		principle("Keep the change small", "A change that fits into an afternoon meets no resistance worth the name.", "Cut the next thing you want to propose in half, and then propose the first half.", "illustrated"),
		principle("Sell the ticket, then choose your hat", "Leadership ends when people have bought the idea; what comes after is another job.", "When somebody says yes, stop selling and ask what they need from you now.", "idea"),
	}
	examples = []pages.Card{
		example("Ask the quiet teammate", "Two people do the talking and the one who knows keeps silent: open the door by name, with a question they can answer.", "In your next meeting, ask the person who has said nothing yet what they would look at first."),
		example("How would it work for you to do A instead of B?", "Offer the other way as a question about their work, not as a verdict on it.", "Name the alternative and ask how it would work for them, then count to five."),
	}
	stories = []pages.Card{
		story("A question for the head of ward", "A nurse asked one question at handover, and the list moved to the bedside.", "followed", "People followed", true),
		story("The clean bench", "He wiped the shared bench every evening for a month. It stayed his habit.", "not-followed", "Nobody followed", true),
		story("Two lines under every ticket", "She wrote what she had tried under every ticket she closed. By spring half the desk did.", "partly", "Some followed", false),
	}
)

func principle(title, summary, act, maturity string) pages.Card {
	return pages.Card{
		Href: "principles/x.html", Title: title, Summary: summary, Kind: "principle", KindLabel: "Principle", Maturity: maturity, Act: act,
		Facets: []pages.FacetValue{{Name: "lens", Values: []string{"influence"}}, {Name: "maturity", Values: []string{maturity}}},
	}
}

func example(title, summary, act string) pages.Card {
	return pages.Card{
		Href: "examples/x.html", Title: title, Summary: summary, Kind: "example", KindLabel: "Example", Maturity: "illustrated", Act: act,
		Facets: []pages.FacetValue{{Name: "way", Values: []string{"by-suggestion"}}, {Name: "toward", Values: []string{"peer", "group"}}},
	}
}

func story(title, summary, outcome, label string, invented bool) pages.Card {
	return pages.Card{
		Href: "stories/x.html", Title: title, Summary: summary, Kind: "story", KindLabel: "Story", Outcome: outcome, OutcomeLabel: label,
		Illustrative: invented, Attempt: outcome == "not-followed", Next: map[string]string{"not-followed": "I would ask before."}[outcome], NextLabel: "What the teller would try next",
		Facets: []pages.FacetValue{{Name: "way", Values: []string{"by-example"}}, {Name: "outcome", Values: []string{outcome}}},
	}
}

var facets = []pages.Facet{
	{Name: "way", Label: "How", Options: []pages.FacetOption{{Value: "by-example", Label: "By example", Count: 3}, {Value: "by-suggestion", Label: "By suggestion", Count: 2}}},
	{Name: "toward", Label: "Toward", Options: []pages.FacetOption{{Value: "peer", Label: "A peer", Count: 2}, {Value: "group", Label: "A group", Count: 2}}},
	{Name: "receptivity", Label: "How ready they are", Options: []pages.FacetOption{{Value: "open", Label: "Open", Count: 1}, {Value: "nervous", Label: "Nervous", Count: 1}}},
	{Name: "outcome", Label: "Outcome", Options: []pages.FacetOption{{Value: "followed", Label: "People followed", Count: 1}, {Value: "not-followed", Label: "Nobody followed", Count: 1}}},
	{Name: "maturity", Label: "Maturity", Options: []pages.FacetOption{{Value: "idea", Label: "Idea", Count: 1}, {Value: "proven", Label: "Proven", Count: 1}}},
}

var ways = []pages.Way{
	{Title: "What could I do or say?", Text: "Acts you could try today, by situation.", Href: "examples/index.html", Icon: "example"},
	{Title: "Why would that work?", Text: "The ideas behind the acts, and where they stop.", Href: "principles/index.html", Icon: "principle"},
	{Title: "Did it work for anyone?", Text: "Stories, with what changed and for whom.", Href: "stories/index.html", Icon: "story"},
	{Title: "What is holding me back?", Text: "What people tell themselves, and the smallest step past it.", Href: "barriers.html", Icon: "barrier"},
}

const body template.HTML = `<h2 id="scene">Thirty exercise books on a Sunday</h2>
<p>A colleague spends every Sunday evening writing the same three comments into thirty exercise books. You could tell her that it is madness. She knows. Over a sandwich you ask: “How would it be if you told the whole class those three things on Monday, and wrote <em>only</em> to the few who need something else?”</p>
<p>She chews. “Some parents look for the writing,” she says. Then: “But I could do it with the older ones.” The following Sunday she goes for a walk.</p>
<h2 id="why">Why a question carries further</h2>
<p>Advice gives people something to push against. A question gives them something to turn over, and the objection they raise is <strong>usually worth hearing</strong>. When they take the idea, you may put on another <a class="term" href="../glossary.html#term-hat" data-definition="A role you put on once the others have bought the idea: training, coaching, managing.">hat</a>.</p>
<blockquote><p>How would it work for you if we tried it the other way round?</p></blockquote>
<ul><li>Name the alternative, so that there is something to weigh.</li><li>Count to five while they think.</li></ul>
<h2 id="try">Try it this week</h2>
<p>Next time advice is on the tip of your tongue, turn it into a question. Whatever the answer, treat it as news. The wording is in <a href="../examples/x.html">Do A instead of B</a>.</p>
<div class="callout callout-note" role="note"><p class="callout-title">Note</p><p>Three questions in a row feel like an interview.</p></div>
<pre class="chroma"><code><span class="kd">func</span> <span class="nf">ask</span><span class="p">()</span> <span class="s">"how?"</span> <span class="c1">// quietly</span></code></pre>`

func principleEntry() pages.EntryView {
	c := chrome("entry", "Ask a supportive question", "A question asked to help lets people talk themselves into a better way.", "../")
	return pages.EntryView{
		Chrome: c, Kind: "principle", KindLabel: "Principle", KindHref: "index.html", Summary: principles[0].Summary,
		Lens: "influence", LensLabel: "Influence", Statement: "A quiet question that offers an alternative challenges a habit without challenging the person.",
		Practice: principles[0].Act, Body: body,
		TOC: []pages.TOCItem{
			{Level: 2, Title: "Thirty exercise books on a Sunday", Href: "#scene"},
			{Level: 2, Title: "Why a question carries further", Href: "#why"},
			{Level: 2, Title: "Try it this week", Href: "#try"},
		},
		Barriers: []pages.NavLink{{Title: "It is not my place", Href: "../barriers.html#it-is-not-my-place"}}, Gains: []string{"Self-respect", "Satisfaction"},
		Not: []string{"Cross-examination", "Coaching", "An order with a question mark"}, Aliases: []string{"The supportive question", "Ask instead of telling"},
		Maturity:    &pages.Maturity{Name: "attested", Label: "Attested", Reason: "2 examples and 1 story that was followed", Step: 3},
		ReadingTime: 2, Words: 320, Updated: "2026-03-09",
		Groups: []pages.Group{
			{ID: "examples", Title: "Put into practice", Cards: examples},
			{ID: "stories", Title: "Stories in which people followed", Cards: stories[:1]},
			{ID: "related", Title: "Related", Cards: withReason(principles[1:3])},
		},
		Tags:     []pages.NavLink{{Title: "questions", Href: "../tags/questions.html"}, {Title: "listening", Href: "../tags/listening.html"}},
		Sources:  []pages.Source{{Title: "Success at Work: Microleadership", Quoted: "quietly supportive questions"}, {Title: "Edgar H. Schein, Humble Inquiry (2013)", Href: "https://example.org/"}},
		Previous: &principles[1], Next: &principles[2],
	}
}

func withReason(cards []pages.Card) []pages.Card {
	out := make([]pages.Card, len(cards))
	for i, c := range cards {
		c.Reason = []string{"Refines", "Contrasts with", "See also"}[i%3]
		out[i] = c
	}
	return out
}

func situation() []pages.Fact {
	return []pages.Fact{
		{Name: "way", Label: "How", Href: "../glossary.html#term-way", Definition: "There are two: by example and by suggestion.", Values: []pages.NavLink{{Title: "By suggestion", Href: "index.html?way=by-suggestion"}}},
		{Name: "toward", Label: "Toward", Values: []pages.NavLink{{Title: "A peer", Href: "index.html?toward=peer"}, {Title: "A group", Href: "index.html?toward=group"}}},
		{Name: "action", Label: "To make them", Values: []pages.NavLink{{Title: "Change how it is done", Href: "index.html?action=change"}}},
		{Name: "magnitude", Label: "Size of the change", Values: []pages.NavLink{{Title: "Small", Href: "index.html?magnitude=small"}}},
		{Name: "style", Label: "Persuades by", Values: []pages.NavLink{{Title: "A question"}}},
	}
}

func exampleEntry() pages.EntryView {
	v := principleEntry()
	v.Title, v.Kind, v.KindLabel, v.Summary = examples[0].Title, "example", "Example", examples[0].Summary
	v.Statement, v.Practice, v.Barriers, v.Gains, v.Not = "", "", nil, nil, nil
	v.Act = examples[0].Act
	v.Phrase = "Mira, you have run this before. What would you look at first?"
	v.WhenNot = "they have told you that they hate being called on. Ask them before the meeting instead."
	v.Facts = situation()
	v.Maturity = &pages.Maturity{Name: "idea", Label: "Idea", Reason: "no story yet", Step: 1}
	v.Draft = true
	return v
}

func storyEntry() pages.EntryView {
	v := exampleEntry()
	v.Title, v.Kind, v.KindLabel, v.Summary = stories[0].Title, "story", "Story", stories[0].Summary
	v.Act, v.Phrase, v.WhenNot, v.Maturity, v.Draft, v.Sources = "", "", "", nil, false, nil
	v.Outcome, v.OutcomeLabel, v.Illustrative, v.Credit = "followed", "People followed", true, "Told anonymously"
	v.Ticket = &pages.Ticket{State: "sold", Stops: []pages.TicketStop{
		{Name: "act", Title: "Suggested, with a question", Href: "#scene"},
		{Name: "taken", Title: "Many took it up", Note: "Here leadership ended: they had bought the idea.", Href: "#why"},
		{Name: "hat", Title: "Another hat: training", Note: "What came then was another job."},
	}}
	v.Previous = nil
	return v
}

func attemptEntry() pages.EntryView {
	v := storyEntry()
	v.Title, v.Summary = stories[1].Title, stories[1].Summary
	v.Outcome, v.OutcomeLabel, v.Attempt = "not-followed", "Nobody followed", true
	v.Lang, v.Ticket = "de", &pages.Ticket{State: "unsold", Stops: []pages.TicketStop{
		{Name: "act", Title: "Shown, by example; not on purpose", Href: "#scene"},
		{Name: "taken", Title: "Nobody took it up", Note: "No ticket was sold, so it stayed an attempt."},
		{Name: "next", Title: "What the teller would try next", Quote: "Beim nächsten Mal frage ich vorher.", Href: "#try"},
	}}
	v.TOC, v.Groups, v.Facts = v.TOC[:2], nil, nil
	return v
}

// coverage is a map with every mark in it, larger than what is shown of it.
func coverage() pages.CoverageView {
	cells := []pages.CoverageCell{
		{Column: "A peer", Counts: []pages.CoverageCount{{Name: "story", N: 1, Noun: "story that was followed", Href: "stories/x.html"}, {Name: "invented", N: 2, Noun: "invented stories", Href: "principles/x.html#group-stories"}}},
		{Column: "Der Rat", ColumnLang: "de", TellHref: "share.html#principle=x&toward=rat"},
	}
	return pages.CoverageView{
		Chrome: chrome("coverage", "What is missing", "What the playbook has for whom.", ""), Covered: pages.Covered{N: 3, Of: 4}, Told: pages.Covered{N: 1, Of: 4}, Merged: 2, TellHref: "share.html",
		Maps: []pages.CoverageMap{{
			ID: "toward", Title: "For whom", Caption: "By whom they are toward", Covered: pages.Covered{N: 3, Of: 4}, Omitted: 1, Width: 48, Height: 24,
			Columns: []pages.CoverageColumn{
				{Title: "A peer", Covered: pages.Covered{N: 2, Of: 2}, Marks: []pages.CoverageMark{{Name: "story", X: 3, Y: 3}, {Name: "attempt", X: 27, Y: 3}}},
				{Title: "Der Rat", Lang: "de", Covered: pages.Covered{N: 1, Of: 2}, Marks: []pages.CoverageMark{{Name: "none", X: 3, Y: 3}, {Name: "example", X: 27, Y: 3}}},
			},
			Rows: []pages.CoverageRow{{Title: "Fragen", Lang: "de", Href: "principles/x.html", Covered: pages.Covered{N: 1, Of: 2}, Cells: cells}, {Title: "Lead by example", Href: "principles/y.html", Covered: pages.Covered{N: 1, Of: 2}, Cells: cells}},
		}},
	}
}

// finder has a full cell, one in the words of a team that is not English, and every sort of gap.
func finder() pages.FinderView {
	shown := examples[0]
	shown.Standing = "Illustrated"
	unsure := pages.FinderFit{Value: "unsure", Title: "If they are unsure", Styles: []pages.FinderStyle{
		{Title: "With a question", Evidence: "1 story that was followed and 2 invented stories"},
		{Title: "With enthusiasm", Evidence: "1 attempt did not land", Against: true},
	}}
	however := pages.FinderFit{Title: "However they feel about it", Styles: []pages.FinderStyle{{Title: "By example", Evidence: "1 example"}}}
	more := []pages.FinderMore{{N: 7, Noun: "examples", Href: "examples/index.html?receptivity=unsure&toward=peer"}, {N: 1, Noun: "story", Href: "stories/index.html?receptivity=unsure&toward=peer"}}
	return pages.FinderView{
		Chrome: chrome("finder", "Find what fits", "Three questions about the moment you are in.", ""), Omitted: 2, AllHref: "examples/index.html", TellHref: "share.html",
		Questions: []pages.FinderQuestion{
			{Name: "toward", Ask: "Who is it about?", Any: "Anybody", Options: []pages.FinderOption{{Value: "peer", Label: "A peer"}, {Value: "rat", Label: "Der Rat", Lang: "de"}}},
			{Name: "receptivity", Ask: "How ready are they to hear it?", Any: "Hard to tell", Options: []pages.FinderOption{{Value: "unsure", Label: "Unsure"}}},
		},
		Fits: []pages.FinderFit{unsure, however},
		Audiences: []pages.FinderAudience{
			{ID: "to--peer", Value: "peer", Title: "A peer", Cells: []pages.FinderCell{
				{ID: "to--peer--unsure", FinderFit: unsure, Cards: []pages.Card{shown, stories[0]}, MoreLabel: "Full lists:", More: more},
				{ID: "to--peer--however", FinderFit: however, Cards: []pages.Card{shown}, MoreLabel: "All toward them:", More: more[:1]},
			}, Gaps: []pages.FinderGap{{Value: "open", Title: "Open to it", TellHref: "share.html#receptivity=open&toward=peer"}}},
			{ID: "to--rat", Value: "rat", Title: "Der Rat", Lang: "de", Empty: true, Gaps: []pages.FinderGap{{TellHref: "share.html#toward=rat"}}},
		},
	}
}

// germanEntry is a translation in an English playbook: what its author wrote is German,
// what stands around it is English.
func germanEntry() pages.EntryView {
	v := exampleEntry()
	v.Lang, v.Title, v.Summary = "de", "Den Stillen fragen", "Öffne die Tür mit dem Namen."
	v.Translations = []pages.Translation{{Lang: "en", Name: "English", Href: "ask.html", URL: "https://example.org/playbook/examples/ask.html"}}
	v.Groups = []pages.Group{{ID: "related", Title: "Related", Cards: []pages.Card{german(examples[1]), examples[0]}}}
	return v
}

// germanHome is the start of a German playbook with an English entry in it.
func germanHome() pages.HomeView {
	c := chrome("home", "Handbuch", "Kleine Taten.", "")
	c.Lang, c.SiteLang, c.SiteTitle, c.SiteTagline = "de-AT", "de-AT", "Handbuch", "Kleine Taten."
	return pages.HomeView{Chrome: c, Acts: []pages.Card{german(principles[0]), principles[1]}, Ways: ways, Starts: []pages.Card{german(principles[0]), principles[1]}}
}

func german(c pages.Card) pages.Card {
	c.Lang = "de"
	return c
}

// sample is one page of the samples: a layout with its view.
type sample struct {
	name string
	view any
}

func samples() []sample {
	notFound := chrome("notfound", "Not here", "", "https://example.org/playbook/")
	notFound.Intro = "<p>Look in the A–Z.</p>"
	notFound.NoIndex, notFound.Canonical, notFound.Base = true, "", "https://example.org/playbook/"
	search := chrome("search", "Search", "Search the playbook.", "")
	search.NoIndex = true
	list := chrome("list", "Stories", "What happened when somebody tried, followed or not.", "")
	list.Intro = "<p>Every story says what changed, and for whom.</p>"
	return []sample{
		{"home", pages.HomeView{Chrome: chrome("home", "Microleadership Playbook", "Small acts.", ""), Acts: principles, Ways: ways, Counts: []pages.Count{{N: 19, Label: "principles", Href: "principles/index.html"}, {N: 14, Label: "examples", Href: "examples/index.html"}, {N: 8, Label: "stories", Href: "stories/index.html"}}, Starts: principles[:3], Latest: stories}},
		{"list", pages.ListView{Chrome: list, Facets: facets, Cards: append(append(append([]pages.Card{}, stories...), examples...), principles...)}},
		{"list-empty", pages.ListView{Chrome: chrome("list", "Attempts", "What did not land.", "")}},
		{"entry-principle", principleEntry()},
		{"entry-example", exampleEntry()},
		{"entry-story", storyEntry()},
		{"entry-attempt", attemptEntry()},
		{"entry-german", germanEntry()},
		{"home-german", germanHome()},
		{"page", pages.PageView{Chrome: chrome("page", "About", "What this is.", ""), Summary: "What this playbook is, and who writes it.", Body: body, TOC: principleEntry().TOC}},
		{"az", pages.AZView{Chrome: chrome("az", "A–Z", "Every title, and every other name an entry goes by.", ""), Letters: []pages.Letter{{Letter: "A", ID: "letter-a", Items: []pages.AZItem{{Text: "Ask a supportive question", Href: "principles/x.html", KindLabel: "Principle"}, {Text: "Ask instead of telling", Href: "principles/x.html", KindLabel: "Principle", For: "Ask a supportive question"}}}, {Letter: "K", ID: "letter-k", Items: []pages.AZItem{{Text: "Keep the change small", Href: "principles/y.html", KindLabel: "Principle"}}}}}},
		{"tags", pages.TagsView{Chrome: chrome("tags", "Tags", "Every entry by keyword.", ""), Tags: []pages.TagCount{{Name: "listening", Href: "tags/listening.html", Count: 4}, {Name: "meetings", Href: "tags/meetings.html", Count: 11}}}},
		{"barriers", pages.BarriersView{Chrome: chrome("barriers", "What holds people back", "What people tell themselves, and the smallest step past it.", ""), Barriers: []pages.Barrier{{ID: "not-my-place", Title: "It is not my place", Steps: principles[:2]}, {ID: "leaders", Title: "Leaders are special people", Steps: principles[2:3]}}}},
		{"coverage", coverage()},
		{"coverage-empty", pages.CoverageView{Chrome: chrome("coverage", "What is missing", "What the playbook has for whom.", "")}},
		{"finder", finder()},
		{"finder-empty", pages.FinderView{Chrome: chrome("finder", "Find what fits", "Three questions about the moment you are in.", ""), TellHref: "share.html"}},
		{"search", pages.SearchView{Chrome: search, Ways: ways}},
		{"notfound", pages.PageView{Chrome: notFound, Summary: ""}},
		{"redirect", pages.RedirectView{Chrome: chrome("redirect", "Moved", "", "../"), To: "../principles/lead-by-example.html"}},
	}
}
