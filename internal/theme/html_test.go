package theme_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var void = map[string]bool{"meta": true, "link": true, "base": true, "br": true, "hr": true, "img": true, "input": true}

// TestWellFormed checks of every layout what browsers forgive and people pay
// for: tags that match, ids that are unique and exist where they are named, one
// first heading, headings without gaps, and nothing inline that the policy forbids.
func TestWellFormed(t *testing.T) {
	th := loadBuiltin(t)
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			page := checkTags(t, render(t, th, s.view))
			for _, ref := range page.refs {
				if page.ids[ref] == 0 {
					t.Errorf("nothing has the id %q", ref)
				}
			}
			for id, n := range page.ids {
				if n > 1 {
					t.Errorf("%d elements have the id %q", n, id)
				}
			}
			if len(page.headings) == 0 || page.headings[0] != 1 {
				t.Errorf("headings are %v", page.headings)
			}
			for i, level := range page.headings[1:] {
				if level == 1 || level > page.headings[i]+1 {
					t.Errorf("headings are %v", page.headings)
				}
			}
		})
	}
}

type outline struct {
	ids      map[string]int
	refs     []string
	headings []int
}

func checkTags(t *testing.T, page []byte) outline {
	t.Helper()
	out := outline{ids: map[string]int{}}
	var open []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		token := z.Token()
		switch kind {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v", open)
			}
			return out
		case html.StartTagToken:
			out.look(t, token)
			if !void[token.Data] {
				open = append(open, token.Data)
			}
		case html.SelfClosingTagToken:
			out.look(t, token)
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v", token.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func (o *outline) look(t *testing.T, token html.Token) {
	t.Helper()
	if token.Data == "style" {
		t.Error("an inline style")
	}
	if len(token.Data) == 2 && token.Data[0] == 'h' && token.Data[1] >= '1' && token.Data[1] <= '6' {
		o.headings = append(o.headings, int(token.Data[1]-'0'))
	}
	src := false
	for _, a := range token.Attr {
		src = src || a.Key == "src"
		switch {
		case a.Key == "id":
			o.ids[a.Val]++
		case a.Key == "aria-labelledby" || a.Key == "for":
			o.refs = append(o.refs, a.Val)
		case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
			o.refs = append(o.refs, a.Val[1:])
		case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
			t.Errorf("inline %s in <%s>", a.Key, token.Data)
		}
	}
	if token.Data == "script" && !src {
		t.Error("an inline script")
	}
}
