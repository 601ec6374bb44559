package pages

import (
	"cmp"
	"net/url"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// maxFields is how many fields a map shows at most. A playbook with a thousand principles
// and forty audiences has forty thousand, which no reader looks at and no phone likes; the
// rows with the widest gaps are what they came for.
const maxFields = 1600

// stripLine is how many fields stand side by side in a strip, stripStep how far apart.
const (
	stripLine = 40
	stripStep = 24
	stripMark = 18
)

// coverageMap is a table of the model with the words that readers see.
type coverageMap struct {
	site      *site
	table     *playbook.Map
	columns   func(*playbook.Entry) []string // those that an entry counts in
	labels    []word                         // of the columns
	asked     func(column string) url.Values // what the form is filled in with
	texts     CoverageMap
	published []playbook.MapRow // the rows that are shown
}

func (s *site) audiences(t *playbook.Map) *coverageMap {
	m := &coverageMap{
		site: s, table: t,
		columns: func(e *playbook.Entry) []string { return e.Derived.Toward },
		asked:   func(column string) url.Values { return url.Values{"toward": {column}} },
		texts:   CoverageMap{ID: "toward", Title: "For whom", Caption: "Examples and stories of each principle, by whom they are toward"},
	}
	for _, column := range t.Columns {
		m.labels = append(m.labels, s.topics["toward"].word(column))
	}
	return m.choose()
}

func (s *site) styles(t *playbook.Map) *coverageMap {
	m := &coverageMap{
		site: s, table: t, columns: playbook.StyleColumnsOf,
		asked: func(column string) url.Values {
			if column == string(playbook.ByExample) {
				return url.Values{"way": {column}}
			}
			return url.Values{"way": {string(playbook.BySuggestion)}, "style": {column}}
		},
		texts: CoverageMap{ID: "style", Title: "In which way", Caption: "Examples and stories of each principle, by example or by a suggestion and what it leans on"},
	}
	for _, column := range t.Columns {
		if column == string(playbook.ByExample) {
			m.labels = append(m.labels, s.topics["way"].word(column))
		} else {
			m.labels = append(m.labels, word{label: withStyle[column]})
		}
	}
	return m.choose()
}

// withStyle says what a suggestion leans on, after “Suggested”.
var withStyle = map[string]string{
	"facts": "With facts", "enthusiasm": "With enthusiasm", "credibility": "With credibility", "reassurance": "With reassurance", "question": "With a question",
}

// choose takes the rows with the widest gaps, if there are too many, in their own order.
func (m *coverageMap) choose() *coverageMap {
	m.published = m.table.Rows
	most := max(1, maxFields/max(1, len(m.table.Columns)))
	if len(m.published) <= most {
		return m
	}
	places := make([]int, len(m.published))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		return cmp.Compare(coveredIn(m.published[a]).N, coveredIn(m.published[b]).N)
	})
	places = places[:most]
	slices.Sort(places)
	m.published = nil
	for _, i := range places {
		m.published = append(m.published, m.table.Rows[i])
	}
	return m
}

func (m *coverageMap) view() CoverageMap {
	out := m.texts
	n := len(m.published)
	lines := (n + stripLine - 1) / stripLine
	perLine := (n + lines - 1) / lines
	out.Width, out.Height = perLine*stripStep, lines*stripStep
	out.Omitted = len(m.table.Rows) - n
	for i, label := range m.labels {
		c := CoverageColumn{Title: label.label, Lang: label.lang, Covered: Covered{Of: len(m.table.Rows)}}
		for _, row := range m.table.Rows {
			if row.Cells[i].Covered() {
				c.Covered.N++
			}
		}
		for k, row := range m.published {
			inset := (stripStep - stripMark) / 2
			c.Marks = append(c.Marks, CoverageMark{markOf(row.Cells[i]), k%perLine*stripStep + inset, k/perLine*stripStep + inset})
		}
		out.Covered.N += c.Covered.N
		out.Covered.Of += c.Covered.Of
		out.Columns = append(out.Columns, c)
	}
	for _, row := range m.published {
		out.Rows = append(out.Rows, m.row(row))
	}
	return out
}

func (m *coverageMap) row(row playbook.MapRow) CoverageRow {
	e := row.Principle
	out := CoverageRow{Title: e.Title, Lang: m.site.lang(e), Href: e.LinkFrom(playbook.CoverageAddress), Covered: coveredIn(row)}
	for i, cell := range row.Cells {
		c := CoverageCell{Column: m.labels[i].label, ColumnLang: m.labels[i].lang, Counts: m.counts(e, m.table.Columns[i], cell)}
		if !cell.Covered() {
			c.TellHref = m.tell(e, m.table.Columns[i])
		}
		out.Cells = append(out.Cells, c)
	}
	return out
}

// tell opens the form for a story of e, with what the field is about filled in. It stands
// behind a #, which no server sees.
func (m *coverageMap) tell(e *playbook.Entry, column string) string {
	asked := m.asked(column)
	asked.Set("principle", e.ID)
	return playbook.Relative(playbook.CoverageAddress, playbook.ShareAddress) + "#" + asked.Encode()
}

// told counts the fields with a story that happened and was followed.
func (m *coverageMap) told() int {
	n := 0
	for _, row := range m.table.Rows {
		for _, cell := range row.Cells {
			if cell.Stories > 0 {
				n++
			}
		}
	}
	return n
}

func coveredIn(row playbook.MapRow) Covered {
	c := Covered{Of: len(row.Cells)}
	for _, cell := range row.Cells {
		if cell.Covered() {
			c.N++
		}
	}
	return c
}
