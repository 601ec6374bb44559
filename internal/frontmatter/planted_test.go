package frontmatter_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
)

// A mistake in an otherwise valid file is reported on its line, and nothing else is.
func TestPlantedMistakeIsFound(t *testing.T) {
	for name, slip := range slips {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				e, doc := drawEntry(t)
				doc, path, wrong := spoil(t, e.Kind, doc, slip)
				src, lines := yamlFile(t, doc)
				_, list := parse(e.Kind, src)
				placed(t, src, list)
				if wrong != (len(list) > 0) {
					t.Fatalf("%q wrong: %v, reported: %+v\n%s", path, wrong, list, src)
				}
				for _, d := range list {
					if d.Pos.Line != lineOf(lines, path) && d.Pos.Line != lines[path+"[0]"] { // a list stands where its first item does
						t.Fatalf("%q stands on line %d, reported: %+v\n%s", path, lineOf(lines, path), d, src)
					}
				}
			})
		})
	}
}

func TestPlantedDuplicateIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, doc := drawEntry(t)
		again := rapid.SampledFrom(doc).Draw(t, "again")
		src, lines := yamlFile(t, append(slices.Clone(doc), again))
		_, list := parse(e.Kind, src)
		if len(list) != 1 || list[0].Code != "duplicate-key" || list[0].Pos.Line != lines[again.name] {
			t.Fatalf("%s a second time on line %d: %+v\n%s", again.name, lines[again.name], list, src)
		}
		toml := tomlFile(t, append(slices.Clone(doc), again))
		if _, list = parse(e.Kind, toml); !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == "duplicate-key" }) &&
			!strings.Contains(toml, "[["+again.name+"]]") {
			t.Fatalf("%s a second time: %+v\n%s", again.name, list, toml)
		}
	})
}

// lineOf returns the line of what a path names, or else of what it stands in. A whole
// document stands on the first line of its block.
func lineOf(lines map[string]int, path string) int {
	for ; path != ""; path = path[:max(0, strings.LastIndexAny(path, ".["))] {
		if line, ok := lines[path]; ok {
			return line
		}
	}
	return 2
}
