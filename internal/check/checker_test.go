package check_test

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// TestCheckerIsRun holds a Checker that remembers to the run that does not, whatever
// changes in between, and what it says of similar texts to that of one that knows nothing.
func TestCheckerIsRun(t *testing.T) {
	seen := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		v := newVersions()
		v.nameless = rapid.IntRange(0, 4).Draw(t, "nameless") == 0
		for range rapid.IntRange(0, 8).Draw(t, "files") {
			v.files[drawFile(t)] = drawWritten(t)
		}
		v.assemble(t, false)
		c := &check.Checker{}
		unknown := rapid.IntRange(0, 3).Draw(t, "unknown") == 0
		for i := range 6 {
			did := "the first"
			if i > 0 {
				did = v.step(t)
			}
			o := check.Options{Assets: v.assetFiles(), AssetsVersion: v.assetsVersion()}
			if unknown {
				o.AssetsVersion = ""
			}
			if rapid.Bool().Draw(t, "another process") {
				c = reloaded(t, c)
			}
			want, got := check.Run(v.now, o), c.Run(v.now, o)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("after %s (-clean +remembered):\n%s", did, diff)
			}
			if !v.nameless {
				v.holdsStill(t, c, o, want)
			}
			for _, d := range want {
				seen[d.Code] = true
			}
			if e := v.now.Entries; len(e) > 0 {
				of := rapid.SampledFrom(e).Draw(t, "similar to")
				if diff := cmp.Diff(named(new(check.Checker).Similar(v.now, of)), named(c.Similar(v.now, of))); diff != "" {
					t.Fatalf("similar to %s, after %s (-clean +remembered):\n%s", of.File, did, diff)
				}
			}
		}
	})
	if testing.Short() {
		return // too few were drawn to ask for all
	}
	for _, code := range []string{"near-duplicate", "image-metadata", "broken-link", "unknown-reference", "alias-conflict", "identifying-data", "orphan", "missing-section"} {
		if !seen[code] {
			t.Errorf("no version had a finding of %s", code)
		}
	}
}

// holdsStill runs a checker of another process again when nothing has changed: no text is
// asked for.
func (v *versions) holdsStill(t *rapid.T, c *check.Checker, o check.Options, want diag.List) {
	v.asked.Store(0)
	if diff := cmp.Diff(want, reloaded(t, c).Run(v.now, o)); diff != "" {
		t.Fatalf("the same again (-clean +remembered):\n%s", diff)
	}
	if n := v.asked.Load(); n > 0 {
		t.Fatalf("%d texts were asked for, though none has changed", n)
	}
}

func named(list []check.Match) map[string]float64 {
	out := map[string]float64{}
	for _, m := range list {
		out[m.Entry.File] = m.Share
	}
	return out
}

// TestOneEditOneFile counts the work: after one edit of a body the rules of one file are
// run, and after one of a title too, though all others are looked up again.
func TestOneEditOneFile(t *testing.T) {
	const n = 200
	p := large(n, randomText)
	var c check.Checker
	c.Run(p, check.Options{})
	if got := c.FilesRead(); got != n+1 {
		t.Errorf("first run: the rules of %d files were run, want %d", got, n+1)
	}
	e := p.Entries[n/2]
	q, ok := p.Reword([]*playbook.Entry{rewritten(p, e, e.Title)})
	if !ok {
		t.Fatal("others see the edit")
	}
	c.Run(q, check.Options{})
	if got := c.FilesRead(); got != 1 {
		t.Errorf("after an edit: the rules of %d files were run, want 1", got)
	}
	in := playbook.Input{Settings: q.Settings}
	for _, old := range q.Entries {
		same := *old
		in.Entries = append(in.Entries, &same)
	}
	in.Entries[n/2] = rewritten(q, e, "Another title")
	c.Run(playbook.Assemble(in), check.Options{})
	if got := c.FilesRead(); got != 1 {
		t.Errorf("after another title: the rules of %d files were run, want 1", got)
	}
}

// rewritten is e as it is read after an edit of its body, under the title that is given.
func rewritten(p *playbook.Playbook, e *playbook.Entry, title string) *playbook.Entry {
	now, text := *e, *p.Text(e)
	now.Derived, now.Title = playbook.Derived{}, title
	text.Body.Text += " One more sentence."
	now.SayAs(versionOf(e.File, title, text.Body.Text), &text)
	return &now
}

func TestSimilar(t *testing.T) {
	same := randomText(1)
	p := large(60, func(i int) string {
		switch {
		case i < 3: // less and less of it
			return same[:len(same)*(10-i)/10] + randomText(i + 100)[:len(same)*i/10]
		default:
			return randomText(i + 100)
		}
	})
	e, _ := p.ByFile("content/stories/story-0.md")
	var c check.Checker
	for _, when := range []string{"before any run", "after one"} {
		got := c.Similar(p, e)
		if len(got) != 2 || got[0].Entry.ID != "story-1" || got[1].Entry.ID != "story-2" || got[0].Share <= got[1].Share || got[1].Share < 0.6 {
			t.Errorf("%s: %v", when, got)
		}
		c.Run(p, check.Options{})
	}
	if alone, _ := p.ByFile("content/stories/story-9.md"); len(c.Similar(p, alone)) > 0 {
		t.Error("a text like no other has a near-duplicate")
	}
}

// TestAssetsVersion counts how often an image is opened.
func TestAssetsVersion(t *testing.T) {
	f, _ := readFixture(t, "testdata/rules/image-metadata.txtar")
	p, assets := f.assemble(t, func([]string) {})
	files := &opened{FS: assets}
	var c check.Checker
	for _, run := range []struct {
		version string
		again   bool
	}{{"one", true}, {"one", false}, {"two", true}, {"two", false}, {"", true}, {"", true}, {"two", true}} {
		files.times = 0
		c.Run(p, check.Options{Assets: files, AssetsVersion: run.version})
		if again := files.times > 0; again != run.again {
			t.Errorf("version %q: read again: %v, want %v", run.version, again, run.again)
		}
	}
}

type opened struct {
	fs.FS
	times int
}

func (o *opened) Open(name string) (fs.File, error) {
	o.times++
	return o.FS.Open(name)
}
