package pages

import "github.com/microleadership/playbook/internal/playbook"

// homeStories is how many stories the home page shows, and homeStarts how many principles.
const (
	homeStories = 3
	homeStarts  = 6
)

func (s *site) home(Page) any {
	const here = playbook.HomeAddress
	principles := s.Published(playbook.KindPrinciple)
	examples := s.Published(playbook.KindExample)
	stories := s.Published(playbook.KindStory)
	acts := s.cards(here, principles)
	v := HomeView{
		Chrome: s.chrome(here, s.Settings.Title, s.Settings.Description),
		Acts:   acts,
		Ways:   s.ways(here),
		Counts: []Count{
			{len(principles), noun(len(principles), "principle", "principles"), playbook.KindPrinciple.Address()},
			{len(examples), noun(len(examples), "example", "examples"), playbook.KindExample.Address()},
			{len(stories), noun(len(stories), "story", "stories"), playbook.KindStory.Address()},
		},
		Starts: acts[:min(homeStarts, len(acts))],
		Latest: s.cards(here, stories[:min(homeStories, len(stories))]),
	}
	v.Layout = "home"
	return v
}

func noun(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// ways are the questions that bring people here, with the page that answers each.
func (s *site) ways(address string) []Way {
	to := func(a string) string { return playbook.Relative(address, a) }
	return []Way{
		{"What fits the moment I am in?", "Say who it is about, how ready they are and what should change.", to(playbook.FinderAddress), "finder"},
		{"What could I do or say?", "Acts you could try today, by situation.", to(playbook.KindExample.Address()), "example"},
		{"Why would that work?", "The ideas behind the acts, and where they stop.", to(playbook.KindPrinciple.Address()), "principle"},
		{"Did it work for anyone?", "Stories, with what changed and for whom.", to(playbook.KindStory.Address()), "story"},
		{"What is holding me back?", "What people tell themselves, and the smallest step past it.", to(playbook.BarriersAddress), "barrier"},
	}
}

func (s *site) search(Page) any {
	v := SearchView{s.chrome(playbook.SearchAddress, "Search", "Search the playbook."), s.ways(playbook.SearchAddress)}
	v.Layout, v.NoIndex = "search", true
	return v
}
