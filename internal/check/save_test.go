package check_test

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/playbook"
)

// reloaded is what another process makes of what c has saved.
func reloaded(t interface{ Fatal(...any) }, c *check.Checker) *check.Checker {
	out, err := loaded(saved(c))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func saved(c *check.Checker) string {
	var w pack.Writer
	c.Save(&w)
	return string(w.Bytes)
}

func loaded(text string) (*check.Checker, error) {
	r, c := pack.NewReader(text), &check.Checker{}
	if err := c.Load(r); err != nil {
		return c, err
	}
	return c, r.End()
}

// similarly is a playbook in which nearly all there is to remember is found: half of the stories
// say much the same, and each has something wrong with it.
func similarly(n int, asked *atomic.Int64) *playbook.Playbook {
	same := randomText(1)
	p := large(n, func(i int) string {
		if i%2 == 0 {
			return randomText(i + 100)
		}
		return "I told them to do it.\n" + same[:len(same)*8/10] + randomText(i + 100)[:len(same)*2/10]
	})
	in := playbook.Input{Settings: p.Settings}
	for i, old := range p.Entries {
		e, text := *old, p.Text(old)
		e.Tags = []string{fmt.Sprint("tag ", i%3), "c"}
		e.TranslationOf = "nothing"
		e.SayLater(p.Version(old), func() *playbook.Text {
			asked.Add(1)
			return text
		})
		in.Entries = append(in.Entries, &e)
	}
	return playbook.Assemble(in)
}

// TestOneEditReadsOneText counts the texts that another process asks for after an edit: that of
// the file, and of those that it has to be compared with.
func TestOneEditReadsOneText(t *testing.T) {
	var asked atomic.Int64
	p := similarly(100, &asked)
	var first check.Checker
	first.Run(p, check.Options{})
	text := saved(&first)
	for name, title := range map[string]string{"a text": p.Entries[50].Title, "a title": "Another"} {
		in := playbook.Input{Settings: p.Settings}
		for i, e := range p.Entries {
			same := *e
			if i == 50 {
				same = *rewritten(p, e, title)
			}
			in.Entries = append(in.Entries, &same)
		}
		c, err := loaded(text)
		if err != nil {
			t.Fatal(err)
		}
		q := playbook.Assemble(in)
		asked.Store(0)
		got := c.Run(q, check.Options{})
		n := asked.Load()
		if c.FilesRead() != 1 || n > 8 {
			t.Errorf("%s: the rules of %d files were run, and %d texts asked for", name, c.FilesRead(), n)
		}
		if diff := cmp.Diff(check.Run(q, check.Options{}), got); diff != "" {
			t.Errorf("%s (-clean +remembered):\n%s", name, diff)
		}
	}
}

// TestAnotherHouse holds that other settings forget what was found under the old ones, unless no
// rule can read them.
func TestAnotherHouse(t *testing.T) {
	p := large(20, randomText)
	var c check.Checker
	c.Run(p, check.Options{})
	for _, setting := range []struct {
		name  string
		set   func(*playbook.Settings)
		again bool
	}{
		{"title", func(s *playbook.Settings) { s.Title = "Another" }, false},
		{"severity", func(s *playbook.Settings) { s.Rules = map[string]diag.Severity{"orphan": diag.Error} }, false},
		{"a rule less", func(s *playbook.Settings) { s.Rules = map[string]diag.Severity{"hero-talk": diag.Off} }, true},
		{"language", func(s *playbook.Settings) { s.Language = "de" }, true},
		{"names", func(s *playbook.Settings) { s.Names = []string{"Anna"} }, true},
		{"teams", func(s *playbook.Settings) { s.Teams = []string{"blue"} }, true},
	} {
		in := playbook.Input{Settings: p.Settings}
		for _, e := range p.Entries {
			same := *e
			in.Entries = append(in.Entries, &same)
		}
		setting.set(&in.Settings)
		q, c := playbook.Assemble(in), reloaded(t, &c)
		got := c.Run(q, check.Options{})
		if again := c.FilesRead() > 0; again != setting.again {
			t.Errorf("%s: looked again: %v, want %v", setting.name, again, setting.again)
		}
		if diff := cmp.Diff(check.Run(q, check.Options{}), got); diff != "" {
			t.Errorf("%s (-clean +remembered):\n%s", setting.name, diff)
		}
	}
}

// A piece of what was saved is never taken for the whole.
func TestLoadPieces(t *testing.T) {
	var asked atomic.Int64
	var c check.Checker
	c.Run(similarly(12, &asked), check.Options{})
	text := saved(&c)
	for cut := range len(text) {
		if _, err := loaded(text[:cut]); err == nil {
			t.Fatalf("%d of %d bytes are loaded without an error", cut, len(text))
		}
	}
	if c, err := loaded(text); err != nil || saved(c) != text {
		t.Errorf("what was loaded is saved as something else (%v)", err)
	}
}

func FuzzLoad(f *testing.F) {
	var asked atomic.Int64
	p := similarly(6, &asked)
	var c check.Checker
	f.Add(saved(&c))
	c.Run(p, check.Options{})
	f.Add(saved(&c))
	f.Fuzz(func(t *testing.T, text string) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		c, err := loaded(text)
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; made > 1<<16+200*uint64(len(text)) {
			t.Errorf("%d bytes are made of %d", made, len(text))
		}
		if err == nil {
			saved(c)
		}
		c.Run(p, check.Options{}) // whatever it says
	})
}
