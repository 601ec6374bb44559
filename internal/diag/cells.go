package diag

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// tabStop is where terminals put a tab by common agreement of compilers.
const tabStop = 4

// cell is one code point of a source line as a terminal shows it. Of characters
// that are made of several code points (flags, families, letters with accents) the
// first cell has all of the text and width, the others have none.
type cell struct {
	text  string
	width int
}

// cellsOf lays a line out. There is one cell for each code point, because that is
// what positions count.
func cellsOf(line string) []cell {
	cells := make([]cell, 0, len(line))
	column, state := 0, -1
	for line != "" {
		var cluster string
		var width int
		cluster, line, width, state = uniseg.FirstGraphemeClusterInString(line, state)
		for _, c := range cellsOfCluster(cluster, width, column) {
			column += c.width
			cells = append(cells, c)
		}
	}
	return cells
}

func cellsOfCluster(cluster string, width, column int) []cell {
	switch {
	case cluster == "\t":
		n := tabStop - column%tabStop
		return []cell{{strings.Repeat(" ", n), n}}
	case strings.ContainsFunc(cluster, hidden) || !utf8.ValidString(cluster):
		return spelled(cluster)
	}
	cells := make([]cell, utf8.RuneCountInString(cluster))
	cells[0] = cell{cluster, width}
	return cells
}

// spelled gives each code point, and each byte that is none, a cell of its own.
func spelled(cluster string) []cell {
	var cells []cell
	for cluster != "" {
		r, size := utf8.DecodeRuneInString(cluster)
		text := cluster[:size]
		switch {
		case r == utf8.RuneError && size == 1:
			text = fmt.Sprintf("<0x%02X>", cluster[0])
		case hidden(r):
			text = spell(r)
		}
		cells = append(cells, cell{text, uniseg.StringWidth(text)})
		cluster = cluster[size:]
	}
	return cells
}

func widthOf(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}
