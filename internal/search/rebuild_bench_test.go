//go:build unix

package search_test

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"syscall"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/search"
	"github.com/microleadership/playbook/internal/search/cost/corpus"
)

// Wall time says little on a busy machine, and the mean of CPU time is what others made
// of it: so the least of both is reported beside what testing measures.

// generated returns n pages of about 300 words.
func generated(n int) []search.Document {
	var docs []search.Document
	for p := range corpus.Generate(n, 1) {
		docs = append(docs, search.Document{URL: p.ID + ".html", Title: p.Title, Body: p.Text, Kind: "example", KindLabel: "Example"})
	}
	return docs
}

// cpu is how much this process has used.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// least runs what is measured and reports the least that it took.
func least(b *testing.B, run func(i int)) {
	wall, used := time.Hour, time.Hour
	for i := 0; b.Loop(); i++ {
		start, before := time.Now(), cpu(b)
		run(i)
		wall, used = min(wall, time.Since(start)), min(used, cpu(b)-before)
	}
	b.ReportMetric(float64(wall.Microseconds())/1000, "least-ms")
	b.ReportMetric(float64(used.Microseconds())/1000, "least-CPU-ms")
}

// source hands documents over, as one does who knows a cheap key for each.
func source(docs []search.Document) search.Source {
	return search.Source{
		Len: len(docs),
		Key: func(i int) (key search.Key) {
			d := &docs[i]
			for n, s := range []string{d.Body, d.Title + "\n" + d.URL + "\n" + d.Maturity} {
				binary.LittleEndian.PutUint64(key[8*n:], maphash.String(keySeed, s))
			}
			return key
		},
		Document: func(i int) search.Document { return docs[i] },
	}
}

var keySeed = maphash.MakeSeed()

func publish(b *testing.B, from *search.Builder, docs []search.Document) {
	if _, err := from.Publish(from.Update(source(docs), search.Options{})); err != nil {
		b.Fatal(err)
	}
}

var benchmarkSizes = []int{1000, 10_000}

func BenchmarkCold(b *testing.B) {
	for _, n := range benchmarkSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			docs := generated(n)
			b.ReportAllocs()
			least(b, func(int) {
				publish(b, new(search.Builder), docs)
			})
		})
	}
}

// BenchmarkEdit changes a page and publishes anew: a sentence more, with a word that is
// new; another title; another maturity, which no word depends on.
func BenchmarkEdit(b *testing.B) {
	for _, n := range benchmarkSizes {
		for kind, edit := range map[string]func(d *search.Document, i int){
			"body": func(d *search.Document, i int) {
				d.Body += fmt.Sprintf("\nThe committee asked once more%d, and waited.", i)
			},
			"title": func(d *search.Document, i int) { d.Title += fmt.Sprintf(" again%d", i) },
			"facet": func(d *search.Document, i int) { d.Maturity = fmt.Sprint(i) },
		} {
			b.Run(fmt.Sprintf("%d/%s", n, kind), func(b *testing.B) {
				docs := generated(n)
				var from search.Builder
				publish(b, &from, docs)
				least(b, func(i int) {
					edit(&docs[(i*7919+n/2)%n], i)
					publish(b, &from, docs)
				})
			})
		}
	}
}

// BenchmarkLoaded is what a process does that begins with what another has saved: it
// loads that, and publishes a changed page.
func BenchmarkLoaded(b *testing.B) {
	for _, n := range benchmarkSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			docs := generated(n)
			var from search.Builder
			publish(b, &from, docs)
			var w pack.Writer
			from.Save(&w)
			text := string(w.Bytes)
			b.ReportMetric(float64(len(text))/1e6, "saved-MB")
			b.ReportAllocs()
			least(b, func(i int) {
				docs[n/2].Body += " asked once more"
				var next search.Builder
				if err := next.Load(pack.NewReader(text)); err != nil {
					b.Fatal(err)
				}
				publish(b, &next, docs)
			})
		})
	}
}
