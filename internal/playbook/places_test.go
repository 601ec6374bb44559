package playbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPlacesProperty adds the values of a tree with names of all kinds, and finds each by
// its path, and nothing at any other.
func TestPlacesProperty(t *testing.T) {
	name := rapid.SampledFrom([]string{"title", "to", "a.b", "a", "b", "tags", "ä[0]", "x]"})
	rapid.Check(t, func(t *rapid.T) {
		var w PlaceWriter
		want := map[string][2]int{}
		add := func(depth int, step, path string) {
			at := [2]int{rapid.IntRange(1, 1<<21).Draw(t, "line"), rapid.IntRange(1, 1<<21).Draw(t, "column")}
			w.Add(depth, step, at[0], at[1])
			if _, twice := want[path]; !twice {
				want[path] = at
			}
		}
		var grow func(depth int, path string)
		grow = func(depth int, path string) {
			isList := depth > 0 && rapid.Bool().Draw(t, "list")
			for i := range rapid.IntRange(0, 3).Draw(t, "values") {
				step, below := "", fmt.Sprintf("%s[%d]", path, i)
				if !isList {
					step = name.Draw(t, "name")
					below = path + "." + step
				}
				if depth == 0 {
					below = step
				}
				add(depth, step, below)
				if depth < 4 {
					grow(depth+1, below)
				}
			}
		}
		grow(0, "")
		places := w.Places()
		for path, at := range want {
			if line, column, ok := places.Of(path); !ok || line != at[0] || column != at[1] {
				t.Fatalf("%q: %d:%d, %v, want %v", path, line, column, ok, at)
			}
		}
		for _, path := range []string{"", "none", "title.", "title[", "tags[9]", "[0]", ".a", "a.b.c.d.e.f.g"} {
			if _, there := want[path]; there {
				continue
			}
			if line, column, ok := places.Of(path); ok {
				t.Fatalf("%q: %d:%d", path, line, column)
			}
		}
	})
}

// What stands at no path is looked for where it would be: in the nearest value around it.
func TestAt(t *testing.T) {
	var w PlaceWriter
	w.Add(0, "related", 4, 1)
	w.Add(1, "", 4, 5)
	w.Add(2, "to", 4, 9)
	where := Where{File: "a.md", Fields: w.Places()}
	for path, want := range map[string]string{
		"related[0].to": "a.md:4:9", "related[0].rel": "a.md:4:5", "related[1].to": "a.md:4:1", "title": "a.md:1:1", "": "a.md:1:1",
	} {
		if got := where.At(path); fmt.Sprintf("%s:%d:%d", got.File, got.Line, got.Column) != want {
			t.Errorf("%q: %v, want %s", path, got, want)
		}
	}
}

func TestLinesOfAFile(t *testing.T) {
	for _, source := range []string{"", "a", "a\n", "\n\nb", "a\nb\nc\n"} {
		where := Where{Source: source}
		lines := where.Lines(nil)
		if want := strings.Split(source, "\n"); !slices.Equal(lines, want) {
			t.Errorf("%q has the lines %q, want %q", source, lines, want)
		}
		for n := -1; n <= len(lines)+1; n++ {
			want := ""
			if 1 <= n && n <= len(lines) {
				want = lines[n-1]
			}
			if got := where.Line(n); got != want {
				t.Errorf("%q: line %d is %q, want %q", source, n, got, want)
			}
		}
	}
}
