package markdown_test

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/microleadership/playbook/internal/playbook"
)

// errorer is a *testing.T, *testing.F's or *rapid.T.
type errorer interface {
	Helper()
	Fatalf(format string, args ...any)
}

var (
	_ errorer = (*testing.T)(nil)

	void = map[string]bool{"br": true, "hr": true, "img": true, "input": true}
)

// wellFormed checks that a body can be put into a page without changing what is around
// it: a chunk more than slots, each tag closed in turn, no two equal ids, every way
// to a place on the page leading somewhere.
func wellFormed(t errorer, b playbook.Body) {
	t.Helper()
	if len(b.Chunks) != len(b.Links)+1 {
		t.Fatalf("%d chunks and %d links", len(b.Chunks), len(b.Links))
	}
	if len(b.Chunks) == 1 && b.Chunks[0] == "" { // refused as too large
		return
	}
	src := fill(b, func(playbook.Link) string { return "x" })
	ids, anchors := map[string]bool{}, []string{}
	var open []string
	for z := html.NewTokenizer(strings.NewReader(src)); ; {
		kind := z.Next()
		token := z.Token()
		switch kind {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				t.Fatalf("%v", z.Err())
			}
			if len(open) > 0 {
				t.Fatalf("left open: %v in\n%s", open, clip(src))
			}
			for _, a := range anchors {
				if !ids[a] {
					t.Fatalf("nothing has the id %q", a)
				}
			}
			for _, h := range b.Headings {
				if !ids[h.ID] {
					t.Fatalf("heading %q is not there", h.ID)
				}
			}
			for _, term := range b.Terms {
				if !ids[term.ID] {
					t.Fatalf("term %q is not there", term.ID)
				}
			}
			return
		case html.CommentToken, html.DoctypeToken:
			t.Fatalf("%s in\n%s", token, clip(src))
		case html.StartTagToken:
			if token.Data == "a" {
				for _, o := range open {
					if o == "a" {
						t.Fatalf("a link in a link:\n%s", clip(src))
					}
				}
			}
			if !void[token.Data] {
				open = append(open, token.Data)
			}
			for _, a := range token.Attr {
				switch {
				case a.Key == "id" && ids[a.Val]:
					t.Fatalf("two elements have the id %q", a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
					anchors = append(anchors, a.Val[1:])
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v in\n%s", token.Data, open, clip(src))
			}
			open = open[:len(open)-1]
		}
	}
}

func clip(s string) string { return s[:min(len(s), 2000)] }
