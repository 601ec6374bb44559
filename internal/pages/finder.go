package pages

import (
	"net/url"

	"github.com/microleadership/playbook/internal/playbook"
)

// FinderView is finder.html: what fits a moment, by who it is about, how ready they are and
// what should change. The page holds the best of each cell, so that it stays a page however
// large the playbook is; what is left out stands in the lists that each cell leads to.
type FinderView struct {
	Chrome
	Questions []FinderQuestion // for the script; none without examples and stories
	Fits      []FinderFit      // what tends to fit whom, over all audiences
	Audiences []FinderAudience
	Omitted   int    // audiences of which there is less than of those shown
	AllHref   string // the list that has them, too
	TellHref  string // the form, with nothing filled in
}

// FinderQuestion is one of the three questions, with its answers.
type FinderQuestion struct {
	Name    string // toward, receptivity, action
	Ask     string
	Any     string // the answer of who leaves it open
	Options []FinderOption
}

// FinderOption is an answer.
type FinderOption struct {
	Value, Label, Lang string
}

// FinderFit is what tends to fit people who are ready to some degree.
type FinderFit struct {
	Value  string // open, unsure, nervous, resistant; "" where it does not matter
	Title  string // “If they are unsure”
	Styles []FinderStyle
}

// FinderStyle is a way to go about it, with what speaks for it.
type FinderStyle struct {
	Title    string // “With a question”, “By example”
	Evidence string // “2 examples and 1 invented story”
	Against  bool   // it was tried, and nothing speaks for it yet
}

// FinderAudience is somebody it may be about.
type FinderAudience struct {
	ID, Value, Title, Lang string
	Cells                  []FinderCell
	Gaps                   []FinderGap
	Empty                  bool // there is no cell at all; the one gap asks for anything
}

// FinderCell is the best there is for an audience that is ready to some degree.
type FinderCell struct {
	ID        string
	FinderFit // of this audience alone
	Cards     []Card
	MoreLabel string // what the lists have of it, also what is not shown here
	More      []FinderMore
}

// FinderMore leads to the list of all that fits.
type FinderMore struct {
	N    int
	Noun string // examples
	Href string
}

// FinderGap is where there is nothing yet, with the form for it.
type FinderGap struct {
	Value, Title, TellHref string
}

func (s *site) finder(Page) any {
	v := FinderView{
		Chrome:   s.chrome(playbook.FinderAddress, "Find what fits", "Three questions about the moment you are in, and the small acts that fit it."),
		AllHref:  playbook.Relative(playbook.FinderAddress, playbook.KindExample.Address()),
		TellHref: playbook.Relative(playbook.FinderAddress, playbook.ShareAddress),
	}
	v.Layout = "finder"
	g := s.gather()
	if g.total == 0 {
		return v
	}
	shown := g.largest(maxAudiences)
	v.Omitted = len(g.audiences) - len(shown)
	for _, degree := range degrees() {
		if styles := g.overall[degree].styles(s.topics); len(styles) > 0 {
			v.Fits = append(v.Fits, FinderFit{degree, degreeTitles[degree], styles})
		}
	}
	ids := map[string]bool{}
	for _, a := range shown {
		v.Audiences = append(v.Audiences, s.finderAudience(a, ids))
	}
	if len(v.Audiences) > 0 {
		v.Questions = s.finderQuestions(v.Audiences)
	}
	return v
}

func (s *site) finderAudience(a *audience, ids map[string]bool) FinderAudience {
	label := s.topics["toward"].word(a.value)
	out := FinderAudience{ID: audienceID(a.value, ids), Value: a.value, Title: label.label, Lang: label.lang}
	asked := url.Values{"toward": {a.value}}
	if out.Empty = a.total() == 0; out.Empty {
		out.Gaps = []FinderGap{{"", "", tellHref(asked)}}
		return out
	}
	for _, degree := range degrees() {
		cell := a.cells[degree]
		switch {
		case cell != nil:
			out.Cells = append(out.Cells, s.finderCell(&out, a, degree, cell))
		case degree != "":
			asked.Set("receptivity", degree)
			out.Gaps = append(out.Gaps, FinderGap{degree, degreeAnswers[degree], tellHref(asked)})
		}
	}
	return out
}

func (s *site) finderCell(of *FinderAudience, a *audience, degree string, c *finderCell) FinderCell {
	out := FinderCell{ID: of.ID + "--however", MoreLabel: "All toward them:", FinderFit: FinderFit{degree, degreeTitles[degree], c.styles(s.topics)}}
	list, n := url.Values{"toward": {a.value}}, a.sums()
	if degree != "" {
		out.ID, out.MoreLabel, n = of.ID+"--"+degree, "Full lists:", c.sums()
		list.Set("receptivity", degree)
	}
	for i, kind := range foundKinds {
		for _, e := range c.shelves[i].best() {
			card := s.card(playbook.FinderAddress, e)
			card.Standing = labels["maturity"][card.Maturity]
			out.Cards = append(out.Cards, card)
		}
		if n[i] > 0 {
			out.More = append(out.More, FinderMore{n[i], noun(n[i], foundNouns[i][0], foundNouns[i][1]), playbook.Relative(playbook.FinderAddress, kind.Address()) + "?" + list.Encode()})
		}
	}
	return out
}

// tellHref opens the form with what is missing filled in, behind a # that no server sees.
func tellHref(asked url.Values) string {
	return playbook.Relative(playbook.FinderAddress, playbook.ShareAddress) + "#" + asked.Encode()
}
