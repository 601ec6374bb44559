package pages

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// maxAudiences is how many audiences the finder shows at most. With all their cells full
// they have 600 cards; a team has a handful of audiences.
const maxAudiences = 15

// gathered is what the finder knows of a playbook: of each cell how much there is, what
// speaks for which style, and the best.
type gathered struct {
	total     int
	audiences []*audience             // in the order of the vocabulary
	overall   map[string]*styleCounts // by how ready they are, each entry once
}

// audience is what there is toward somebody, by how ready they are.
type audience struct {
	value string
	cells map[string]*finderCell
}

// finderCell has a shelf for each of foundKinds.
type finderCell struct {
	styleCounts
	shelves [len(foundKinds)]shelf
}

func (s *site) gather() *gathered {
	g := &gathered{overall: map[string]*styleCounts{}}
	byValue := map[string]*audience{}
	for _, v := range s.Settings.Vocabularies.Toward {
		g.audience(byValue, v.ID)
	}
	for _, degree := range degrees() {
		g.overall[degree] = &styleCounts{}
	}
	for i, kind := range foundKinds {
		for place, e := range s.Published(kind) {
			if e.Situation == nil {
				continue
			}
			g.total++
			degree := string(e.Situation.Receptivity)
			if overall := g.overall[degree]; overall != nil {
				overall.add(e)
			}
			for k, toward := range e.Derived.Toward {
				if toward == playbook.Other { // few share what is behind it
					g.audience(byValue, toward)
				}
				if a := byValue[toward]; a != nil && !slices.Contains(e.Derived.Toward[:k], toward) {
					a.add(i, degree, e, place)
				}
			}
		}
	}
	return g
}

// audience adds one to the end of the list.
func (g *gathered) audience(byValue map[string]*audience, value string) {
	if byValue[value] == nil {
		byValue[value] = &audience{value, map[string]*finderCell{}}
		g.audiences = append(g.audiences, byValue[value])
	}
}

func (a *audience) add(kind int, degree string, e *playbook.Entry, place int) {
	if _, known := degreeTitles[degree]; !known { // a mistake, which the checker reports
		return
	}
	if a.cells[degree] == nil {
		a.cells[degree] = &finderCell{}
	}
	a.cells[degree].styleCounts.add(e)
	a.cells[degree].shelves[kind].add(e, place)
}

// sums counts by kind.
func (c *finderCell) sums() (n [len(foundKinds)]int) {
	for i := range c.shelves {
		n[i] = c.shelves[i].n
	}
	return n
}

func (a *audience) sums() (n [len(foundKinds)]int) {
	for _, c := range a.cells {
		for i, one := range c.sums() {
			n[i] += one
		}
	}
	return n
}

func (a *audience) total() (n int) {
	for _, one := range a.sums() {
		n += one
	}
	return n
}

// largest are the audiences that there is most for, if there are too many, in their own order.
func (g *gathered) largest(most int) []*audience {
	if len(g.audiences) <= most {
		return g.audiences
	}
	places := make([]int, len(g.audiences))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(g.audiences[b].total(), g.audiences[a].total()) })
	places = places[:most]
	slices.Sort(places)
	out := make([]*audience, most)
	for i, place := range places {
		out[i] = g.audiences[place]
	}
	return out
}
