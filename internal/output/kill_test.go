package output_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/output"
)

var (
	before = site{"index.html": "home 1", "stories/a.html": "a 1", "stories/b.html": "b", "assets/1.css": "1", "assets/data.js": "1", "gone/x.html": "x"}
	after  = site{"index.html": "home 2", "stories/a.html": "a 2", "stories/b.html": "b", "assets/2.css": "2", "assets/data.js": "2", "new/y.html": "y", "new/z.html": "z"}
	others = site{"CNAME": "example.org", "stories/notes.txt": "mine", ".gitignore": "*"}
)

func with(sites ...site) site {
	all := site{}
	for _, s := range sites {
		for p, text := range s {
			all[p] = text
		}
	}
	return all
}

// inOrder says what is wrong with a folder in which a change was cut short: each file
// is the old or the new one; no page is new while an asset is not; nothing is deleted
// while anything new is missing; nothing else has happened.
func inOrder(got site) error {
	newPages, newAssets, assets, missing, deleted := 0, 0, 0, 0, 0
	for p, text := range with(before, after) {
		has, there := got[p]
		old, wasThere := before[p]
		_, stays := after[p]
		asset := strings.HasPrefix(p, "assets/")
		switch {
		case !stays && !there:
			deleted++
		case !stays && has != old, stays && there && has != text && has != old, stays && !there && wasThere:
			return fmt.Errorf("%s is neither old nor new: %q", p, has)
		case stays && has != text:
			missing++
		case stays && asset && old != text:
			newAssets++
		case stays && old != text:
			newPages++
		}
		if stays && asset && old != text {
			assets++
		}
	}
	for p := range got {
		if _, known := with(before, after, others)[p]; !known && p != "new/" {
			return fmt.Errorf("%s came from nowhere", p)
		}
	}
	switch {
	case newPages > 0 && newAssets < assets:
		return errors.New("a page is new while an asset is not")
	case deleted > 0 && missing > 0:
		return errors.New("something is deleted while something new is missing")
	}
	return nil
}

func TestKillAtEachStep(t *testing.T) {
	states := map[string]bool{}
	for step := int64(1); ; step++ {
		dir := t.TempDir()
		publish(t, dir, before)
		plant(t, dir, others)
		err := job{Dir: dir, Site: after, DieAt: step}.command(t).Run()
		got := read(t, dir)
		if bad := inOrder(got); bad != nil {
			t.Errorf("killed before step %d: %v", step, bad)
		}
		states[fmt.Sprint(got)] = true
		if err == nil {
			want(t, dir, with(after, others))
			break // it had fewer steps
		}
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.Exited() {
			t.Fatalf("step %d: was not killed: %v", step, err)
		}
		// Whichever site comes next, it comes whole: what the killed run made is known.
		next := []site{after, before, {}, {"index.html": "other", "new": "a file now"}}[step%4]
		publish(t, dir, next)
		want(t, dir, with(next, others))
		tidy(t, dir)
	}
	if len(states) < 8 {
		t.Errorf("only %d different states were seen", len(states))
	}
}

func TestKillAgainAndAgain(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, before)
	plant(t, dir, others)
	for step := int64(1); step < 40; step += 3 {
		_ = job{Dir: dir, Site: after, DieAt: step}.command(t).Run()
		if bad := inOrder(read(t, dir)); bad != nil {
			t.Fatalf("killed before step %d: %v", step, bad)
		}
	}
	publish(t, dir, site{})
	want(t, dir, others)
}

// A path that a killed run was about to make is not ours because of that.
func TestAKilledRunClaimsNothing(t *testing.T) {
	dir := t.TempDir()
	cmd, _ := hold(t, dir, site{"index.html": "ours", "other.html": "o"}, "write index.html")
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	mine := site{"index.html": "mine"}
	plant(t, dir, mine)
	var foreign *output.ForeignError
	if _, err := output.Publish(t.Context(), dir, site{"index.html": "new"}.files(), output.Options{}); !errors.As(err, &foreign) {
		t.Errorf("overwrote it: %v", err)
	}
	publish(t, dir, site{})
	want(t, dir, mine)
}

func TestKillAtAnyTime(t *testing.T) {
	large := func(n int) site {
		s := site{}
		for i := range 300 {
			s[fmt.Sprintf("stories/%d/%d.html", (i+n)%7, i)] = strings.Repeat(fmt.Sprint(n), 100*n)
		}
		return s
	}
	dir := t.TempDir()
	plant(t, dir, others)
	now := large(1)
	publish(t, dir, now)
	killed := 0
	for n := 2; n < 12; n++ {
		next := large(n)
		cmd := job{Dir: dir, Site: next}.command(t)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond)
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
		for p, text := range read(t, dir) {
			if text != now[p] && text != next[p] && text != others[p] {
				t.Fatalf("%s is neither old nor new", p)
			}
		}
		now = large(n + 20)
		publish(t, dir, now)
		if diff := cmp.Diff(with(now, others), read(t, dir)); diff != "" {
			t.Fatal(diff)
		}
		tidy(t, dir)
	}
	t.Logf("%d of 10 were killed at work", killed)
}
