package playbook

import "testing"

func TestTextReadsAsThePageDoes(t *testing.T) {
	p, from := linkPlaybook()
	body := &p.Text(from).Body
	body.Text = "See listen, then hat and nowhere. Do listen."
	body.Links = []Link{
		{Kind: LinkWiki, Target: "listen"},
		{Kind: LinkWikiLabel, Target: "listen"},
		{Kind: LinkWiki, Target: "hat"},
		{Kind: LinkWikiLabel, Target: "hat"},
		{Kind: LinkWikiLabel, Target: "nowhere"},
		{Kind: LinkWikiLabel, Target: "not in the text"},
	}
	want := "See Listen first, then Hat and nowhere. Do listen."
	if got := p.PlainText(from, p.Text(from)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
