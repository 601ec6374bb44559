package playbook

import "testing"

func TestTextReadsAsThePageDoes(t *testing.T) {
	p, from := linkPlaybook()
	from.Body.Text = "See listen, then hat and nowhere. Do listen."
	from.Body.Links = []Link{
		{Kind: LinkWiki, Target: "listen"},
		{Kind: LinkWikiLabel, Target: "listen"},
		{Kind: LinkWiki, Target: "hat"},
		{Kind: LinkWikiLabel, Target: "hat"},
		{Kind: LinkWikiLabel, Target: "nowhere"},
		{Kind: LinkWikiLabel, Target: "not in the text"},
	}
	want := "See Listen first, then Hat and nowhere. Do listen."
	if got := p.Text(from); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
