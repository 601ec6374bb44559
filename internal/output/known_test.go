package output_test

import (
	"os"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/stamp"
)

// What is known is not read again; and a change leaves the rest known.
func TestStampsKnowAFolder(t *testing.T) {
	dir := t.TempDir()
	s := site{"index.html": "home", "stories/a.html": "one", "stories/b.html": "two", "assets/a.css": "css"}
	stamps := &output.Stamps{}
	run := func(s site) output.Stats {
		t.Helper()
		stats, err := output.Publish(t.Context(), dir, s.files(), output.Options{Stamps: stamps})
		if err != nil {
			t.Fatal(err)
		}
		return stats
	}
	known := func() bool {
		saved := save(stamps)
		stamps = load(t, saved)
		if stats := run(s); stats.Unchanged != len(s) {
			t.Fatalf("%+v", stats)
		}
		return pack.NewReader(saved).Count(1) == len(s) && !stamps.Changed()
	}
	run(s)
	if !stamps.Changed() {
		t.Error("a new site is nothing new")
	}
	for range 100 { // the clocks of some systems take seconds
		if known() {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if !known() {
		info, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := stamp.Of(info); ok {
			t.Fatal("files that nobody touches are never known")
		}
		t.Skip("this system tells too little of its files")
	}
	plant(t, dir, site{"stories/a.html": "ONE"})
	if stats := run(s); stats != (output.Stats{Written: 1, Unchanged: 3, Bytes: 3}) || !stamps.Changed() {
		t.Errorf("%+v, changed %v", stats, stamps.Changed())
	}
	want(t, dir, s)
	delete(s, "stories/b.html")
	if stats := run(s); stats.Deleted != 1 || !stamps.Changed() {
		t.Errorf("%+v, changed %v", stats, stamps.Changed())
	}
	want(t, dir, s)
}

func FuzzLoadStamps(f *testing.F) {
	dir := f.TempDir()
	stamps := &output.Stamps{}
	s := site{"index.html": "home", "stories/a.html": "one"}
	if _, err := output.Publish(f.Context(), dir, s.files(), output.Options{Stamps: stamps}); err != nil {
		f.Fatal(err)
	}
	time.Sleep(60 * time.Millisecond)
	f.Add([]byte(save(stamps)))
	f.Add([]byte("\xff\xff\xff\xff\x0f"))
	f.Fuzz(func(t *testing.T, saved []byte) {
		var s output.Stamps
		if err := s.Load(pack.NewReader(string(saved))); err != nil && save(&s) != save(&output.Stamps{}) {
			t.Fatalf("something is known after %v", err)
		} else if err != nil {
			return
		}
		again := load(t, save(&s))
		if len(save(again)) != len(save(&s)) {
			t.Fatal("saved and loaded, it is something else")
		}
	})
}
