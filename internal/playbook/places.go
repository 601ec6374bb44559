package playbook

import (
	"maps"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// Places say where the values of a file stand, by path: “navigation[0].to”. They are a
// sorted list because thousands of files have a few dozen each, and a map of them takes
// three times the memory.
type Places []place

type place struct {
	path         string
	line, column int32
}

// PlacesOf keeps positions that are all in one file.
func PlacesOf(fields map[string]diag.Position) Places {
	out := make(Places, 0, len(fields))
	for _, path := range slices.Sorted(maps.Keys(fields)) {
		pos := fields[path]
		out = append(out, place{path, int32(pos.Line), int32(pos.Column)})
	}
	return out
}

// Of is not ok when the file says nothing at path.
func (p Places) Of(path string) (line, column int, ok bool) {
	i, ok := slices.BinarySearchFunc(p, path, func(at place, path string) int { return strings.Compare(at.path, path) })
	if !ok {
		return 0, 0, false
	}
	return int(p[i].line), int(p[i].column), true
}
