package check

import (
	"math/bits"

	"github.com/microleadership/playbook/internal/parallel"
)

// What is compared is bounded, so a thousand copies cost a thousand steps.
const (
	maxPerEntry = 8 // candidates compared in full
	maxPerCrowd = 4 // sheets, the first by file, that are candidates for having one band in common
)

// crowd is the first sheets that have a band in common, by file; -1 where there are fewer.
type crowd [maxPerCrowd]int32

// crowds are those of one band.
type crowds struct {
	of  []int32 // the number of each sheet's crowd, counted from 1; 0 for those that are alone; nil when all are
	all []crowd
}

// findCrowds puts together what has bands in common. That costs so little for each sheet that
// it is done anew in each run, and nothing of it remembered.
func findCrowds(sheets []sheet) (out [bands]crowds) {
	parallel.Each(bands, 1, func() func(int) {
		keys := make([]uint64, len(sheets))
		first := make([]int32, 1<<bits.Len(uint(2*len(sheets)))) // by key: the first sheet with it, counted from 1
		return func(number int) {
			clear(first)
			for i := range sheets {
				keys[i] = sheets[i].mark.band(number)
				if at := meet(first, keys, i); at >= 0 {
					out[number].join(at, int32(i), len(sheets))
				}
			}
		}
	})
	return out
}

// meet returns the first sheet that has the key of sheet i, or -1 when that is i.
func meet(first []int32, keys []uint64, i int) int32 {
	mask := len(first) - 1
	for slot := int(keys[i]>>32) & mask; ; slot = (slot + 1) & mask {
		switch at := first[slot] - 1; {
		case at < 0:
			first[slot] = int32(i) + 1
			return -1
		case keys[at] == keys[i]:
			return at
		}
	}
}

func (c *crowds) join(first, s int32, n int) {
	if c.of == nil {
		c.of = make([]int32, n)
	}
	if c.of[first] == 0 {
		c.all = append(c.all, crowd{first, -1, -1, -1})
		c.of[first] = int32(len(c.all))
	}
	c.of[s] = c.of[first]
	in := &c.all[c.of[s]-1]
	for i := range in {
		if in[i] < 0 {
			in[i] = s
			return
		}
	}
}

// with lists the first of the crowd that a sheet is in.
func (c *crowds) with(sheet int) []int32 {
	if c.of == nil || c.of[sheet] == 0 {
		return nil
	}
	return c.all[c.of[sheet]-1][:]
}
