package playbook

import "testing"

func TestMaturityFollowsTheEvidence(t *testing.T) {
	for _, tt := range []struct {
		name     string
		evidence Evidence
		want     Maturity
	}{
		{"nothing", Evidence{}, Idea},
		{"one example", Evidence{Examples: 1}, Illustrated},
		{"an invented story", Evidence{Illustrative: 1}, Illustrated},
		{"any number of invented stories", Evidence{Illustrative: 9, Teams: 0}, Illustrated},
		{"followed in part", Evidence{Partly: 3, Teams: 3}, Illustrated},
		{"one that was followed", Evidence{Followed: 1}, Attested},
		{"three from two teams", Evidence{Followed: 3, Teams: 2}, Attested},
		{"two from two teams", Evidence{Followed: 2, Teams: 2}, Attested},
		{"three from three teams", Evidence{Followed: 3, Teams: 3}, Proven},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.evidence.Maturity(); got != tt.want {
				t.Errorf("%+v: got %s, want %s", tt.evidence, got, tt.want)
			}
		})
	}
}

func TestOnlyFollowedStoriesCount(t *testing.T) {
	for _, tt := range []struct {
		name    string
		stories []Story
		want    Maturity
	}{
		{"an attempt raises nothing", []Story{{Outcome: NotFollowed, Provenance: Submitted, Review: ReviewAccepted}}, Idea},
		{"nobody knows raises nothing", []Story{{Outcome: OutcomeUnknown, Provenance: Submitted, Review: ReviewAccepted}}, Idea},
		{"an invented attempt raises nothing", []Story{{Outcome: NotFollowed, Provenance: Illustrative, Review: ReviewAccepted}}, Idea},
		{"not accepted raises nothing", []Story{{Outcome: Followed, Provenance: Submitted, Review: ReviewSubmitted}}, Idea},
		{"invented and followed illustrates", []Story{{Outcome: Followed, Provenance: Illustrative, Review: ReviewAccepted}}, Illustrated},
		{"submitted and followed attests", []Story{{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted}}, Attested},
		{"one team three times", []Story{
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Blue"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "blue"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: " Blue "},
		}, Attested},
		{"three teams", []Story{
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Blue"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Red"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Green"},
		}, Proven},
	} {
		t.Run(tt.name, func(t *testing.T) {
			principle := &Entry{Kind: KindPrinciple, ID: "p", Principle: &Principle{}}
			entries := []*Entry{principle}
			for i, s := range tt.stories {
				s.Principles = []string{"p"}
				entries = append(entries, &Entry{Kind: KindStory, ID: string(rune('a' + i)), Story: &s})
			}
			Assemble(Input{Entries: entries})
			if got := principle.Derived.Maturity; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
