package markdown

import "testing"

// TestBodyHasNoRoomToSpare: thousands of bodies are kept at once, so that none keeps memory for growing.
func TestBodyHasNoRoomToSpare(t *testing.T) {
	c := New(Options{})
	src := "## One [a](a.md)\n\nText [b](b.md).[^1]\n\nHat\n: A role.\n\n## Two\n\nMore.\n\n[^1]: Note.\n"
	for range 2 { // with fresh memory, and with that of the conversion before
		b, _ := c.Convert("x.md", []byte(src), 1)
		for name, size := range map[string][2]int{
			"chunks": {len(b.Chunks), cap(b.Chunks)}, "links": {len(b.Links), cap(b.Links)}, "headings": {len(b.Headings), cap(b.Headings)},
			"sections": {len(b.Sections), cap(b.Sections)}, "terms": {len(b.Terms), cap(b.Terms)},
			"blocks": {len(b.Blocks), cap(b.Blocks)}, "notes": {len(b.Notes), cap(b.Notes)},
		} {
			if size[0] == 0 || size[0] != size[1] {
				t.Errorf("%d %s with room for %d", size[0], name, size[1])
			}
		}
	}
}
