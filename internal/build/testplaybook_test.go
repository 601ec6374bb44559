package build_test

import (
	"context"
	"fmt"
	"maps"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/output"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/themes"
)

// small is a playbook with one entry of each kind, in memory.
func small() fstest.MapFS {
	files := map[string]string{
		"content/playbook.yaml": "title: Small\ndescription: A playbook in memory.\nbase_url: https://example.org/p/\n",
		"content/principles/ask.md": `---
title: Ask first
summary: A question opens a door.
lens: influence
statement: People keep what they find themselves.
practice: Ask once before you tell.
barriers: ["It is not my place"]
tags: [questions]
---

## Why

See [the example](../examples/bad-day.md#words) and [[hat]].
`,
		"content/examples/bad-day.md": `---
title: Ask about the bad day
summary: What happens when it rains?
principles: [ask]
act: Ask what the plan does on a bad day.
way: by-suggestion
style: [question]
toward: [peer]
action: think
magnitude: tiny
tags: [questions, meetings]
---

## Words

“How would this go in the rain?”
`,
		"content/stories/roster.md": `---
title: The roster
summary: It hangs on the door on Wednesdays now.
principles: [ask]
examples: [bad-day]
way: by-suggestion
style: [question]
toward: [boss]
action: change
magnitude: small
outcome: followed
followers: few
authority: none
hat_after: none
credit: anonymous
people: none
consent: 2026-01-15
provenance: illustrative
review: accepted
---

## Situation

Late rosters.

## What I did

I asked.

## What changed

It hangs earlier.
`,
		"content/pages/glossary.md": "---\ntitle: Glossary\nsummary: Words.\n---\n\nHat\n: A role put on afterwards.\n",
		"content/pages/index.md":    "---\ntitle: Welcome\nsummary: Welcome.\n---\n\nHello.\n",
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func options(fsys fstest.MapFS) build.Options {
	return build.Options{FS: fsys, DefaultTheme: themes.Default(), Today: "2026-01-01"}
}

// rebuild rebuilds and fails the test for anything but diagnostics.
func rebuild(t testing.TB, b *build.Builder) *build.Result {
	t.Helper()
	r, err := b.Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// site publishes everything into the test's folder, and returns what that holds.
func site(t testing.TB, r *build.Result) map[string]string {
	t.Helper()
	kept, _ := folders.LoadOrStore(t, folder{})
	t.Cleanup(func() { folders.Delete(t) })
	f := kept.(folder)
	if err := f.publish(r); err != nil {
		t.Fatal(err)
	}
	return maps.Clone(f)
}

var folders sync.Map // by testing.TB

// folder is what has been published, by address.
type folder map[string]string

// publish does what a publisher does: of files whose sum it has, it does not ask for the bytes.
func (f folder) publish(r *build.Result) error {
	stale := maps.Clone(f)
	for _, file := range r.Files(nil) {
		delete(stale, file.Path)
		var sum output.Sum
		if file.Sum != nil {
			sum = file.Sum()
		}
		if text, ok := f[file.Path]; ok && output.SumOf([]byte(text)) == sum {
			continue
		}
		b, err := file.Make(nil)
		if err != nil {
			return err
		}
		if sum != (output.Sum{}) && output.SumOf(b) != sum {
			return fmt.Errorf("%s does not have the bytes that were promised", file.Path)
		}
		f[file.Path] = string(b)
	}
	for address := range stale {
		delete(f, address)
	}
	return nil
}
