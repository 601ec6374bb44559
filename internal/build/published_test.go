package build_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
)

// What stands is what was published: the same findings and figures, and the same files,
// whatever the folder has lost of them.
func TestWhatStandsIsWhatWasPublished(t *testing.T) {
	_, opts := standingPlaybook(t)
	away := t.TempDir()
	said, published, stats := keep(t, opts, away)
	if said == "" {
		t.Fatal("there is no finding to keep")
	}
	for name, has := range map[string]func(address string) bool{
		"all of them":     func(string) bool { return true },
		"none":            func(string) bool { return false },
		"no home page":    func(address string) bool { return address != "index.html" },
		"no entry":        func(address string) bool { return filepath.Dir(address) == "." },
		"no asset":        func(address string) bool { return filepath.Ext(address) == ".html" },
		"no search index": func(address string) bool { return address != "search-index.js" },
	} {
		with(t, opts, away, func(b *build.Builder) {
			r, ok := stands(t, b)
			if !ok {
				t.Fatal("it does not stand")
			}
			if diff := cmp.Diff(said, findings(r)); diff != "" {
				t.Error(diff)
			}
			now := r.Stats
			if now.Parsed != 0 {
				t.Errorf("%d files were read anew", now.Parsed)
			}
			now.Parsed, now.Duration = stats.Parsed, stats.Duration
			if now != stats {
				t.Errorf("it has %+v, and had %+v", now, stats)
			}
			there := folder{}
			for address, text := range published {
				if has(address) {
					there[address] = text
				}
			}
			there["of-another-build.html"] = "old"
			if err := there.publish(r); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(published, there); diff != "" {
				t.Errorf("the folder has %s (-before +after): %s", name, diff)
			}
		})
	}
}

func TestNothingStandsThatWasNotPublishedFromThisCache(t *testing.T) {
	_, opts := standingPlaybook(t)
	if _, ok := stands(t, build.New(opts)); ok {
		t.Error("it stands without a cache")
	}
	away := t.TempDir()
	with(t, opts, away, func(b *build.Builder) {
		if _, ok := stands(t, b); ok {
			t.Error("it stands before it was built")
		}
		r := rebuild(t, b)
		if err := b.Save(r, nil); err != nil {
			t.Fatal(err)
		}
	})
	with(t, opts, away, func(b *build.Builder) {
		if _, ok := stands(t, b); ok {
			t.Error("it stands and was never published")
		}
		if r := rebuild(t, b); r.Stats.Parsed != 0 {
			t.Errorf("%d files were read anew", r.Stats.Parsed)
		}
		if _, ok := stands(t, b); ok {
			t.Error("what has just been built need not stand")
		}
	})
}

// A day passes, on which nothing is due: little is saved anew, and stands.
func TestASiteStandsOnAnotherDay(t *testing.T) {
	_, opts := standingPlaybook(t)
	away := t.TempDir()
	said, published, _ := keep(t, opts, away)
	next := opts
	next.Today = "2026-01-02"
	if saidNext, publishedNext, _ := keep(t, next, away); saidNext != said || cmp.Diff(published, publishedNext) != "" {
		t.Error("it is another site")
	}
	with(t, opts, away, func(b *build.Builder) {
		if _, ok := stands(t, b); ok {
			t.Error("it stands on the day before")
		}
	})
	with(t, next, away, func(b *build.Builder) {
		r, ok := stands(t, b)
		if !ok {
			t.Fatal("it does not stand")
		}
		there := folder{}
		if err := there.publish(r); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(published, there); diff != "" {
			t.Error(diff)
		}
	})
}
