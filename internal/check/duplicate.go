package check

import (
	"fmt"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Two texts are near-duplicates when they share this much of their shingles, the runs
// of three words in each. Short texts are alike by chance.
const (
	similar      = 0.6
	minShingles  = 40
	maxPerEntry  = 8 // candidates compared in full
	maxPerBucket = 4 // entries remembered with one band in common
)

var nearDuplicate = rule{
	Rule: diag.Rule{
		Code: "near-duplicate", Severity: diag.Warning,
		Why: "of two entries that say the same, readers find one and maintainers correct one",
		Fix: "merge them, or say in related how they differ",
	},
	whole: func(c *checker) { findDuplicates(c) },
}

func findDuplicates(c *checker) *duplicates {
	d := &duplicates{c: c, buckets: map[band][]*playbook.Entry{}, signatures: map[*playbook.Entry]*signature{}}
	for _, e := range byFile(c.p.Entries) {
		if e.Kind != playbook.KindPage {
			d.add(e)
		}
	}
	return d
}

// duplicates finds similar texts without comparing each with each: MinHash
// signatures, cut into bands, put the likely ones into common buckets. What is
// remembered and compared is bounded, so a thousand copies cost a thousand steps.
type duplicates struct {
	c          *checker
	buckets    map[band][]*playbook.Entry
	signatures map[*playbook.Entry]*signature
	compared   int // texts compared in full, for tests
}

type band struct {
	number int
	hash   uint64
}

func (d *duplicates) add(e *playbook.Entry) {
	sig, n := signatureOf(d.c.p.Text(e).Body.Text)
	if n < minShingles {
		return
	}
	d.signatures[e] = &sig
	if other, share := d.mostSimilar(e, &sig); other != nil {
		d.c.field(e, "title", e.Title,
			fmt.Sprintf("%.0f%% of the text stands in %s too", 100*share, other.File),
			"merge the two, or say in related how they differ")
	}
	for number := range bands {
		key := band{number, sig.band(number)}
		if len(d.buckets[key]) < maxPerBucket {
			d.buckets[key] = append(d.buckets[key], e)
		}
	}
}

// mostSimilar returns the first entry before e that is similar enough, and how similar.
func (d *duplicates) mostSimilar(e *playbook.Entry, sig *signature) (*playbook.Entry, float64) {
	tried := map[*playbook.Entry]bool{}
	for number := range bands {
		for _, other := range d.buckets[band{number, sig.band(number)}] {
			if tried[other] || len(tried) == maxPerEntry || d.c.translations(e, other) {
				continue
			}
			tried[other] = true
			if sig.agreement(d.signatures[other]) < similar/2 {
				continue
			}
			d.compared++
			if share := jaccard(shinglesOf(d.c.p.Text(e).Body.Text), shinglesOf(d.c.p.Text(other).Body.Text)); share >= similar {
				return other, share
			}
		}
	}
	return nil, 0
}

func shinglesOf(text string) []uint64 {
	var out []uint64
	eachShingle(text, func(h uint64) { out = append(out, h) })
	slices.Sort(out)
	return slices.Compact(out)
}

// jaccard returns the share of two sorted sets that is common to both.
func jaccard(a, b []uint64) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	return float64(common) / float64(len(a)+len(b)-common)
}
