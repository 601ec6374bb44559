package diag

import (
	"strings"
	"unicode/utf8"
)

const ellipsis = "…"

// excerpt is the source line of a diagnostic, cut to a width, and what to
// underline in it.
type excerpt struct {
	line      string
	underline string // "" when the diagnostic has no column
}

// excerptOf shows as much of the line around the column as fits.
func excerptOf(d Diagnostic, width int) excerpt {
	line, start := neighbourhood(d.Source, max(0, d.Pos.Column-1), 8*width)
	cells := cellsOf(line)
	start = min(start, len(cells)) // just behind the line when something is missing there
	stop := min(start+max(1, d.Length), len(cells))

	first, last := 0, len(cells)
	before, after := "", ""
	if widthOf(cells) > width {
		first, last = view(cells, start, width-2)
	}
	if first > 0 || len(line) < len(d.Source) && !strings.HasPrefix(d.Source, line) {
		before = ellipsis
	}
	if last < len(cells) || !strings.HasSuffix(d.Source, line) {
		after = ellipsis
	}
	out := excerpt{line: strings.TrimRight(before+join(cells[first:last])+after, " ")}
	if d.Pos.Column > 0 {
		lead := utf8.RuneCountInString(before) + widthOf(cells[first:start])
		marked := widthOf(cells[start:max(start, min(stop, last))])
		out.underline = strings.Repeat(" ", lead) + strings.Repeat("^", max(1, marked))
	}
	return out
}

// neighbourhood bounds the work for lines of a million characters: it returns the
// code points of line that are at most reach away from at, and where at is in them.
func neighbourhood(line string, at, reach int) (near string, newAt int) {
	if len(line) <= reach {
		return line, at
	}
	from, to, n := 0, len(line), 0
	for i := range line {
		if n == at-reach {
			from = i
		}
		if n == at+reach {
			to = i
			break
		}
		n++
	}
	return line[from:to], min(at, reach)
}

// view returns the cells to show so that start is among them with some of what
// stands before it, because a mistake is understood from its context.
func view(cells []cell, start, room int) (first, last int) {
	first = backFrom(cells, start, room/2)
	last = first
	for used := 0; last < len(cells) && used+cells[last].width <= room; last++ {
		used += cells[last].width
	}
	if last == len(cells) {
		first = backFrom(cells, last, room)
	}
	return first, last
}

func backFrom(cells []cell, i, room int) int {
	for i > 0 && cells[i-1].width <= room {
		i--
		room -= cells[i].width
	}
	return i
}

func join(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}
