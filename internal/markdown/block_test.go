package markdown_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/microleadership/playbook/internal/playbook"
)

// elements returns the names of the top-level elements that a browser makes of a body.
func elements(t errorer, b playbook.Body) []string {
	t.Helper()
	src := fill(b, func(playbook.Link) string { return "x" })
	nodes, err := html.ParseFragment(strings.NewReader(src), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		t.Fatalf("%v", err)
	}
	var names []string
	for _, n := range nodes {
		switch n.Type {
		case html.ElementNode:
			names = append(names, n.Data)
		case html.TextNode:
			if strings.TrimSpace(n.Data) != "" {
				t.Fatalf("%q stands in no element:\n%s", n.Data, clip(src))
			}
		default:
			t.Fatalf("%v stands beside the elements", n.Type)
		}
	}
	return names
}

// sameBlocks checks that a body knows as many blocks as it has top-level elements, each
// from a line of it.
func sameBlocks(t errorer, b playbook.Body, lines int) {
	t.Helper()
	if got := elements(t, b); len(got) != len(b.Blocks) {
		t.Fatalf("%d blocks at %v, but the elements are %v", len(b.Blocks), b.Blocks, got)
	}
	for i, line := range b.Blocks {
		if line < b.Line || line > b.Line+lines {
			t.Fatalf("block %d is from line %d of %d lines", i, line, lines)
		}
		if i > 0 && line < b.Blocks[i-1] && (i < len(b.Blocks)-1 || len(b.Notes) == 0) {
			t.Fatalf("blocks are out of order: %v", b.Blocks)
		}
	}
}

func TestEachBlockIsAnElement(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			body, _ := convert(string(src))
			sameBlocks(t, body, strings.Count(string(src), "\n"))
		})
	}
}

func TestBlocksAreWhereTheirTextIs(t *testing.T) {
	src := `One.[^a]

[^a]: A note below its paragraph,
    on two lines.

<!-- gone -->

[label]: https://example.org

## Two

<div>left out</div>

###

> [!TIP] Three
> Words.

` + "```go\ncode\n\ncode\n```" + `

Four[^b]
===

| a | b |
|---|---|
| c | d |

- x
- y

---

Hat
: A role.

![a](a.png "b")

    indented

[^b]: The other note.
`
	body, _ := convert(src)
	want := []struct {
		element string
		line    int
	}{
		{"p", 1},
		{"h2", 10},
		{"aside", 16},
		{"div", 19},
		{"h2", 25},
		{"div", 28},
		{"ul", 32},
		{"hr", 35},
		{"dl", 37},
		{"figure", 40},
		{"div", 42},
		{"section", 3},
	}
	names := elements(t, body)
	for i, w := range want {
		if i >= len(body.Blocks) || i >= len(names) || body.Blocks[i] != w.line || names[i] != w.element {
			t.Fatalf("elements %v from lines %v: the one after %d is not %s from %d", names, body.Blocks, i, w.element, w.line)
		}
	}
	blockOf := map[int]int{0: -1, 1: 0, 2: 0, 4: 11, 6: 11, 10: 1, 12: 1, 16: 2, 17: 2, 22: 3, 26: 4, 30: 5, 33: 6, 35: 7, 38: 8, 40: 9, 44: 11, 900: 11}
	got := map[int]int{}
	for line := range blockOf {
		got[line] = body.Block(line)
	}
	if diff := cmp.Diff(blockOf, got); diff != "" {
		t.Errorf("block by line (-want +got):\n%s", diff)
	}
}

// What stands in front of a body that starts with something left out is not the page's.
func TestTextBeforeTheFirstBlockBelongsToIt(t *testing.T) {
	body, _ := convert("<b>\n\nText.\n")
	if got := body.Block(1); got != 0 {
		t.Errorf("line 1 is in block %d", got)
	}
	body, _ = convert("<b>\n")
	if got := body.Block(1); got != -1 {
		t.Errorf("without an element, line 1 is in block %d", got)
	}
}
