package pages

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// CoverageView is coverage.html: what the playbook has for whom, and what nobody has told.
type CoverageView struct {
	Chrome
	Covered  Covered       // fields of all maps
	Told     Covered       // fields with a story that happened and was followed
	Maps     []CoverageMap // none without principles
	Merged   int           // stories that the map of audiences leaves out, so that nobody is found by them
	TellHref string        // the form, with nothing filled in
}

// Covered says how many of how many.
type Covered struct{ N, Of int }

// CoverageMap is one map, of principles and a value of their examples and stories.
type CoverageMap struct {
	ID      string // toward, style
	Title   string
	Caption string // of its table
	Covered Covered
	Columns []CoverageColumn
	Rows    []CoverageRow
	Omitted int // principles that are left out: none has a wider gap than those that are shown
	Width   int // of each column's strip
	Height  int
}

// CoverageColumn is a value, with the strip that shows at one look where it is full.
type CoverageColumn struct {
	Title   string
	Lang    string
	Covered Covered // of all principles, also those that are left out
	Marks   []CoverageMark
}

// CoverageMark is one field of a strip.
type CoverageMark struct {
	Name string // what there is: story, invented, example, attempt, or none
	X, Y int
}

// CoverageRow is a principle.
type CoverageRow struct {
	Title   string
	Lang    string
	Href    string
	Covered Covered
	Cells   []CoverageCell
}

// CoverageCell is one field of a table: what there is, or where to tell something.
type CoverageCell struct {
	Column     string
	ColumnLang string
	Counts     []CoverageCount
	TellHref   string // “” unless there is nothing
}

// CoverageCount is how much there is of one sort.
type CoverageCount struct {
	Name string // story, invented, example, attempt
	N    int
	Noun string // “invented stories”
	Href string // the one entry, or the list that it is in
}

func (s *site) coverage(Page) any {
	c := s.Playbook.Coverage()
	v := CoverageView{
		Chrome:   s.chrome(playbook.CoverageAddress, "What is missing", "What the playbook has for whom, and where a story would help most."),
		Covered:  Covered{c.Covered(), c.Cells()},
		Merged:   s.merged(c.Toward.Columns),
		TellHref: playbook.Relative(playbook.CoverageAddress, playbook.ShareAddress),
	}
	v.Layout = "coverage"
	for _, m := range []*coverageMap{s.audiences(&c.Toward), s.styles(&c.Styles)} {
		if len(m.table.Rows) > 0 && len(m.table.Columns) > 0 {
			v.Maps = append(v.Maps, m.view())
			v.Told.N += m.told()
		}
	}
	v.Told.Of = v.Covered.Of
	return v
}

// merged counts the stories that stand in no column for some of whom they are toward, because
// few others share that. A team may have a column of the name that such values are merged into.
func (s *site) merged(columns []string) int {
	n := 0
	for _, e := range s.Published(playbook.KindStory) {
		if slices.Contains(e.Derived.Toward, playbook.Other) && !slices.Contains(columns, playbook.Other) {
			n++
		}
	}
	return n
}
