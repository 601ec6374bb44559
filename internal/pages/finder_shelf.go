package pages

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// shelfSize is how many examples, and how many stories, a cell shows. There are as many
// kinds of change, so each of them that the playbook has anything for is on the page: when
// the script finds nothing for an answer, there is nothing.
const shelfSize = 4

// shelf keeps the best examples or stories of a cell. All in a cell fit it alike, so what
// comes first is what has proved itself further, and then what is read first. It holds a
// few of each kind of change, never all: a cell of a large playbook has thousands.
type shelf struct {
	n    int // how many there are
	kept map[playbook.Action][]shelved
}

type shelved struct {
	entry       *playbook.Entry
	rank, place int
}

func (s shelved) compare(other shelved) int {
	return cmp.Or(cmp.Compare(other.rank, s.rank), cmp.Compare(s.place, other.place))
}

func (s *shelf) add(e *playbook.Entry, place int) {
	s.n++
	if s.kept == nil {
		s.kept = map[playbook.Action][]shelved{}
	}
	one := shelved{e, rank(e), place}
	list := s.kept[e.Situation.Action]
	at, _ := slices.BinarySearchFunc(list, one, shelved.compare)
	if at < shelfSize {
		list = slices.Insert(list, at, one)
		s.kept[e.Situation.Action] = list[:min(len(list), shelfSize)]
	}
}

// best are the first of each kind of change, and as many more as there is room for.
func (s *shelf) best() []*playbook.Entry {
	var firsts, others []shelved
	for action, list := range s.kept {
		if !slices.Contains(action.Values(), string(action)) { // a mistake, which the checker reports
			others = append(others, list...)
			continue
		}
		firsts, others = append(firsts, list[0]), append(others, list[1:]...)
	}
	slices.SortFunc(others, shelved.compare)
	firsts = append(firsts, others[:min(len(others), shelfSize-len(firsts))]...)
	slices.SortFunc(firsts, shelved.compare)
	out := make([]*playbook.Entry, len(firsts))
	for i, one := range firsts {
		out[i] = one.entry
	}
	return out
}

// rank is how far an example has come, or how much a story proves: what happened and was
// followed most, what was invented less, and what nobody followed least.
func rank(e *playbook.Entry) int {
	if e.Story == nil {
		return int(e.Derived.Maturity)
	}
	invented := e.Story.Provenance == playbook.Illustrative
	switch {
	case e.IsAttempt() && invented:
		return 0
	case e.IsAttempt():
		return 1
	}
	r := 2
	if e.Story.Outcome == playbook.Followed {
		r++
	}
	if !invented {
		r += 2
	}
	return r
}
