package check_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/playbook"
)

// large makes a playbook of n stories, of about 300 words each.
func large(n int, text func(i int) string) *playbook.Playbook {
	in := playbook.Input{Settings: playbook.DefaultSettings()}
	in.Settings.Names = []string{"Anna Smith", "Mark", "Zoë Müller"}
	ask := &playbook.Entry{
		Kind: playbook.KindPrinciple, ID: "ask", File: "content/principles/ask.md",
		Common: playbook.Common{Title: "Ask", Lens: playbook.LensInfluence}, Principle: &playbook.Principle{},
	}
	ask.SayAs(versionOf(ask.File), &playbook.Text{})
	in.Entries = []*playbook.Entry{ask}
	for i := range n {
		body := text(i)
		id := fmt.Sprintf("story-%d", i)
		e := &playbook.Entry{
			Kind: playbook.KindStory, ID: id, File: "content/stories/" + id + ".md",
			Common:    playbook.Common{Title: id, Summary: "A story."},
			Situation: &playbook.Situation{Way: playbook.ByExample},
			Story: &playbook.Story{
				Principles: []string{"ask"}, Outcome: playbook.NotFollowed, Credit: playbook.CreditTeam,
				People: playbook.PeopleDisguised, HatAfter: playbook.HatNone, Review: playbook.ReviewAccepted, Consent: "2026-01-01",
			},
		}
		said := &playbook.Text{Body: playbook.Body{Text: body, Line: 4}}
		said.File, said.Source = e.File, "---\ntitle: "+id+"\n---\n"+body
		for _, name := range []string{"Situation", "What I did", "What changed"} {
			said.Body.Sections = append(said.Body.Sections, playbook.Section{Heading: playbook.Heading{Level: 2, Text: name}, Text: "x"})
		}
		e.SayAs(versionOf(e.File, body), said)
		in.Entries = append(in.Entries, e)
	}
	return playbook.Assemble(in)
}

// words are drawn so that most are rare, as in a language.
func randomText(i int) string {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	common := strings.Fields("the a i to and we they it was told them how asked in of that on not with for")
	var b strings.Builder
	for w := range 300 {
		if r.IntN(2) == 0 {
			b.WriteString(common[r.IntN(len(common))])
		} else {
			for n := r.IntN(5000) + 30; n > 0; n /= 20 {
				b.WriteString("bacodifugehijokulimenopaqurosituvawexiyozua"[2*(n%20) : 2*(n%20)+2])
			}
		}
		if w%12 == 11 {
			b.WriteString(".\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkCold(b *testing.B) {
	p := large(10_000, randomText)
	b.ReportAllocs()
	for b.Loop() {
		check.Run(p, check.Options{})
	}
}

func BenchmarkRunAfterEdit(b *testing.B) {
	p := large(10_000, randomText)
	var c check.Checker
	c.Run(p, check.Options{})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		e := p.Entries[i*37%len(p.Entries)]
		q, ok := p.Reword([]*playbook.Entry{rewritten(p, e, e.Title)})
		if !ok {
			b.Fatal("others see the edit")
		}
		p = q
		b.StartTimer()
		c.Run(p, check.Options{})
	}
}

func BenchmarkRunAfterTitle(b *testing.B) {
	p := large(10_000, randomText)
	var c check.Checker
	c.Run(p, check.Options{})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		p = another(p, i*37, func(title string) string { return title + "." })
		b.StartTimer()
		c.Run(p, check.Options{})
	}
}

// another is p as it is read after one edit, by a process that knows nothing of p.
func another(p *playbook.Playbook, i int, title func(string) string) *playbook.Playbook {
	in := playbook.Input{Settings: p.Settings}
	for k, e := range p.Entries {
		same := *e
		if k == i%len(p.Entries) {
			same = *rewritten(p, e, title(e.Title))
		}
		in.Entries = append(in.Entries, &same)
	}
	return playbook.Assemble(in)
}

// benchmarkLoaded measures what a run costs that goes on where another process has ended.
func benchmarkLoaded(b *testing.B, title func(string) string) {
	p := large(10_000, randomText)
	var c check.Checker
	c.Run(p, check.Options{})
	text := saved(&c)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		q := another(p, i*37, title)
		b.StartTimer()
		c, err := loaded(text)
		if err != nil {
			b.Fatal(err)
		}
		c.Run(q, check.Options{})
	}
}

func BenchmarkOneText(b *testing.B) { benchmarkLoaded(b, func(title string) string { return title }) }

func BenchmarkOneTitle(b *testing.B) {
	benchmarkLoaded(b, func(title string) string { return title + "." })
}

func BenchmarkLoad(b *testing.B) {
	var c check.Checker
	c.Run(large(10_000, randomText), check.Options{})
	text := saved(&c)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loaded(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSimilar(b *testing.B) {
	p := large(10_000, randomText)
	var c check.Checker
	c.Run(p, check.Options{})
	for b.Loop() {
		c.Similar(p, p.Entries[5000])
	}
}

// TestCopiesAreLinear holds that a playbook of equal or nearly equal texts is no
// bomb: each is compared with a few others only.
func TestCopiesAreLinear(t *testing.T) {
	const n = 500
	same := randomText(1)
	for name, text := range map[string]func(int) string{
		"equal":     func(int) string { return same },
		"half":      func(i int) string { return same[:len(same)/2] + randomText(i + 100)[:len(same)/2] },
		"different": randomText,
	} {
		compared, found := check.Duplicates(large(n, text))
		if limit := map[string]int{"equal": n, "half": 8 * n, "different": 0}[name]; compared > limit {
			t.Errorf("%s: %d texts were compared in full; the limit is %d", name, compared, limit)
		}
		if want := map[string]int{"equal": n - 1}[name]; found != want {
			t.Errorf("%s: %d near-duplicates found, want %d", name, found, want)
		}
	}
}
