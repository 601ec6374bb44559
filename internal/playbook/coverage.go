package playbook

// Coverage is the map of what a playbook has for whom: for each published principle, how many
// examples and stories there are toward each audience, and for each way and style. It says
// where nobody has written anything yet.
type Coverage struct {
	Toward, Styles Map
}

// Map is one table of the coverage. Cells come by the order of its Columns.
type Map struct {
	Columns []string
	Rows    []MapRow
}

// MapRow is what there is of one principle.
type MapRow struct {
	Principle *Entry
	Cells     []Cell
}

// Cell counts what there is of one principle in one column.
type Cell struct {
	Examples     int
	Illustrative int // invented stories
	Stories      int // submitted stories that were followed, at least partly
	Attempts     int // submitted stories that were not, or of which nobody knows
}

// Covered says whether there is anything at all.
func (c Cell) Covered() bool { return c != Cell{} }

// StyleColumns are the columns of Coverage.Styles: by example there is no style, and a
// suggestion always has one.
func StyleColumns() []string { return append([]string{string(ByExample)}, Style("").Values()...) }

// Coverage counts what is published. An entry counts once for each principle that it names
// and each value that it has; of values that are merged because few share them, as other.
func (p *Playbook) Coverage() *Coverage {
	var toward []string
	for _, v := range p.Settings.Vocabularies.Toward {
		toward = append(toward, v.ID)
	}
	c := &Coverage{Toward: newMap(toward), Styles: newMap(StyleColumns())}
	rows := map[*Entry]int{}
	for i, e := range p.Published(KindPrinciple) {
		rows[e] = i
		c.Toward.add(e)
		c.Styles.add(e)
	}
	for _, e := range p.Published(KindExample, KindStory) {
		for _, to := range p.Named(e) {
			if i, ok := rows[to]; ok {
				c.Toward.count(i, e, e.Derived.Toward)
				c.Styles.count(i, e, StyleColumnsOf(e))
			}
		}
	}
	return c
}

// StyleColumnsOf are the columns of Coverage.Styles that an example or story counts in.
func StyleColumnsOf(e *Entry) []string {
	s := e.Situation
	switch {
	case s == nil:
		return nil
	case s.Way == ByExample:
		return []string{string(ByExample)}
	}
	out := make([]string, len(s.Style))
	for i, style := range s.Style {
		out[i] = string(style)
	}
	return out
}

func newMap(columns []string) Map { return Map{Columns: columns} }

func (m *Map) add(principle *Entry) {
	m.Rows = append(m.Rows, MapRow{principle, make([]Cell, len(m.Columns))})
}

func (m *Map) count(row int, e *Entry, values []string) {
	for i, column := range m.Columns {
		for _, v := range values {
			if v == column {
				m.Rows[row].Cells[i].Add(e)
				break
			}
		}
	}
}

// Add counts an example or a story.
func (c *Cell) Add(e *Entry) {
	switch {
	case e.Story == nil:
		c.Examples++
	case e.Story.Provenance == Illustrative:
		c.Illustrative++
	case e.Story.somebodyFollowed():
		c.Stories++
	default:
		c.Attempts++
	}
}

// Cells counts the cells of both tables.
func (c *Coverage) Cells() int { return c.Toward.cells() + c.Styles.cells() }

// Covered counts the cells in which there is anything.
func (c *Coverage) Covered() int { return c.Toward.covered() + c.Styles.covered() }

// Percent is the share of cells that are covered, rounded down: 100 means all. A playbook
// without principles has nothing to cover, and covers it.
func (c *Coverage) Percent() int {
	if c.Cells() == 0 {
		return 100
	}
	return 100 * c.Covered() / c.Cells()
}

func (m *Map) cells() int { return len(m.Columns) * len(m.Rows) }

func (m *Map) covered() int {
	n := 0
	for _, row := range m.Rows {
		for _, cell := range row.Cells {
			if cell.Covered() {
				n++
			}
		}
	}
	return n
}
