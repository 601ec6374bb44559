package build_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pack"
)

// What a build that stands has found out about the folder is saved, once.
func TestWhatStandsIsKnownByItsStamps(t *testing.T) {
	_, opts := standingPlaybook(t)
	away, dir := t.TempDir(), t.TempDir()
	for n := range 4 {
		kept, err := cache.Open(away, "x")
		if err != nil {
			t.Fatal(err)
		}
		opts.Cache = kept
		b := build.New(opts)
		stamps := &output.Stamps{}
		text, _ := kept.Section("stamps")
		_ = stamps.Load(pack.NewReader(text))
		r, ok := stands(t, b)
		if !ok {
			r = rebuild(t, b)
		}
		if _, err := output.Publish(t.Context(), dir, r.Files(nil), output.Options{Stamps: stamps}); err != nil {
			t.Fatal(err)
		}
		if n > 1 && (!ok || stamps.Changed()) {
			t.Errorf("run %d: stands %v, and has learned something of the folder: %v", n, ok, stamps.Changed())
		}
		if err := b.Save(r, stamps); err != nil {
			t.Fatal(err)
		}
		kept.Close()
		time.Sleep(200 * time.Millisecond)
	}
}

// Who has looked at the named files only does not know what the site stands on.
func TestWhatWasRevisedDoesNotStand(t *testing.T) {
	dir, opts := onDisk(t)
	const entry = "content/examples/bad-day.md"
	text := string(small()[entry].Data)
	away := t.TempDir()
	kept, err := cache.Open(away, "x")
	if err != nil {
		t.Fatal(err)
	}
	opts.Cache = kept
	b := build.New(opts)
	site(t, rebuild(t, b))
	write(t, dir, entry, strings.Replace(text, "title: Ask", "titel: Ask", 1))
	r, err := b.Revise(context.Background(), []string{entry})
	if err != nil {
		t.Fatal(err)
	}
	site(t, r)
	if err := b.Save(r, &output.Stamps{}); err != nil {
		t.Fatal(err)
	}
	write(t, dir, entry, text)
	kept.Close()
	opts.Cache, err = cache.Open(away, "x")
	if err != nil {
		t.Fatal(err)
	}
	r, ok, err := build.New(opts).Standing(context.Background())
	if ok {
		t.Error(err, "standing, but with the findings of other files:", r.Diagnostics)
	}
}
