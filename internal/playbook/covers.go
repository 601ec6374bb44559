package playbook

// Covers are the columns of the coverage in which there is anything of one principle.
type Covers struct {
	Toward, Styles []string
}

// Covers tells of each principle what is covered; of one with nothing, nothing.
func (c *Coverage) Covers() map[*Entry]Covers {
	out := make(map[*Entry]Covers, len(c.Toward.Rows))
	for i, row := range c.Toward.Rows {
		out[row.Principle] = Covers{c.Toward.coveredBy(i), c.Styles.coveredBy(i)}
	}
	return out
}

func (m *Map) coveredBy(row int) []string {
	var out []string
	for i, cell := range m.Rows[row].Cells {
		if cell.Covered() {
			out = append(out, m.Columns[i])
		}
	}
	return out
}
