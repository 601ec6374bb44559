package check

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// What is compared is bounded, so a thousand copies cost a thousand steps.
const (
	maxPerEntry  = 8 // candidates compared in full
	maxPerBucket = 4 // texts, the first by file, that are candidates for having one band in common
)

// twins knows of each text the first one before it that is similar, by the order of
// files. It does not compare each with each: MinHash signatures, cut into bands, put the
// likely ones into common buckets.
//
// Which texts a text is compared with depends on the first ones in its buckets, and on
// nothing else. So after a change only those are looked at again that had, or now have, one
// that changed among these. A test holds the outcome to that of a clean run.
type twins struct {
	sheets  []*sheet // by file
	buckets buckets

	compared int // texts compared in full in the last update, for tests
}

// sheet is one text among the others.
type sheet struct {
	subject
	mark  *mark
	entry *playbook.Entry // for messages; it decides nothing
	at    int             // its place in twins.sheets
	met   bool            // whether the buckets know it

	twin     *sheet // the one before it that is similar, or nil
	share    float64
	compared []compared
}

// candidate is a text that is to have a sheet.
type candidate struct {
	subject
	mark  *mark
	entry *playbook.Entry
}

// subject is all that decides, besides the others, what a text is compared with.
type subject struct {
	file string
	root string // the file of its original: translations are not compared
	text *playbook.Text
}

// compared is a comparison in full, remembered for as long as both texts are there.
type compared struct {
	with  *playbook.Text
	share float64
}

// maxChanged is how many changes at once are still followed one by one.
const maxChanged = 64

// update compares what has to be compared, given the sheets as they are now, by file.
func (t *twins) update(now []candidate) {
	first := len(t.sheets) == 0
	sheets, gone, fresh := keep(t.sheets, now)
	t.sheets, t.compared = sheets, 0
	if first || len(gone)+len(fresh) > maxChanged {
		t.buckets = newBuckets(sheets)
		t.compareAgain(sheets)
		return
	}
	affected := map[*sheet]bool{}
	for _, s := range gone {
		t.buckets.remove(s, affected)
	}
	t.buckets.insert(sheets, fresh, affected)
	for _, s := range gone {
		delete(affected, s)
	}
	var again []*sheet
	for s := range affected {
		again = append(again, s)
	}
	t.compareAgain(again)
}

// keep returns the sheets as they are now, with those of before that still hold in their
// places, those of before that do not, and those that are new.
func keep(before []*sheet, now []candidate) (sheets, gone, fresh []*sheet) {
	sheets = make([]*sheet, len(now))
	i := 0
	for j := range now {
		s := &now[j]
		for ; i < len(before) && before[i].file < s.file; i++ {
			gone = append(gone, before[i])
		}
		if i < len(before) && before[i].subject == s.subject {
			sheets[j] = before[i]
			i++
		} else {
			sheets[j] = &sheet{subject: s.subject, mark: s.mark}
			fresh = append(fresh, sheets[j])
		}
		sheets[j].at, sheets[j].entry = j, s.entry
	}
	return sheets, append(gone, before[i:]...), fresh
}

func (t *twins) compareAgain(sheets []*sheet) {
	counts := make([]int, len(sheets))
	parallel.Each(len(sheets), 64, func() func(int) {
		var c comparison
		return func(i int) { counts[i] = t.compare(&c, sheets[i]) }
	})
	for _, n := range counts {
		t.compared += n
	}
}

// compare finds the first sheet before s that is similar enough.
func (t *twins) compare(c *comparison, s *sheet) (inFull int) {
	known := s.compared
	s.twin, s.share, s.compared = nil, 0, nil
	c.begin(s.text)
	var tried [maxPerEntry]*sheet
	n := 0
	for number, h := range &s.mark.bands {
		for _, other := range t.buckets.first(number, h) {
			if other.at >= s.at {
				break
			}
			if n == maxPerEntry || slices.Contains(tried[:n], other) || s.root == other.root {
				continue
			}
			tried[n] = other
			n++
			if s.mark.signature.agreement(&other.mark.signature) < similar/2 {
				continue
			}
			i := slices.IndexFunc(known, func(k compared) bool { return k.with == other.text })
			if i >= 0 {
				s.compared = append(s.compared, known[i])
			} else {
				s.compared = append(s.compared, compared{other.text, c.with(other.text)})
				inFull++
			}
			if share := s.compared[len(s.compared)-1].share; share >= similar {
				s.twin, s.share = other, share
				return inFull
			}
		}
	}
	return inFull
}
