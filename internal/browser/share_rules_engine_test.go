//go:build browser

package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/evanw/esbuild/pkg/api"

	builds "github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/themes"
)

// The form holds a story to the rules of `playbook check` without the program: its rules are
// written twice. These tests hold the two together, and the file that the form makes to what
// was typed.

const shareJS = "../../themes/default/js/share"

// shareEngine is the form without its page, as the global engine.
func shareEngine(t *testing.T) string {
	t.Helper()
	result := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{
			Contents:   `export { toMarkdown, fileName } from "./story.js"; export { check } from "./rules/index.js"`,
			ResolveDir: shareJS,
		},
		Bundle: true, Write: false, Format: api.FormatIIFE, GlobalName: "engine",
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Target: api.ES2022, Charset: api.CharsetUTF8,
	})
	for _, m := range result.Errors {
		t.Error(m.Text)
	}
	if len(result.OutputFiles) != 1 {
		t.Fatal("the form's rules do not bundle")
	}
	return string(result.OutputFiles[0].Contents)
}

// soundDraft is a story that nothing is wrong with.
const soundDraft = `{
	fields: {
		title: "The map on the wall", summary: "I drew what we knew. Two others added to it.",
		principles: ["ask"], examples: ["bad-day"], way: "by-suggestion", style: ["question"], toward: ["peer", "group"], action: "start",
		magnitude: "small", receptivity: "unsure", setting: "meeting", outcome: "followed", followers: "few", authority: "none",
		hat_after: "none", intentional: "yes", told_by: "actor", credit: "anonymous", people: "disguised",
		consent: "2026-11-22", when: "2025-Q3", team: "A hotel kitchen", asks: ["nobody knows who does what"], tags: ["questions"],
	},
	sections: {
		"Situation": "Nobody knew who had which room.\n\nWe asked each other every morning.",
		"What I did": "I drew a map, and said:\n\n> What is missing here?\n\n- One room\n- Another room",
		"What changed": "Two of them drew on. It hangs there still.",
	},
}`

// told is what the form makes of a draft.
type told struct {
	File string
	Text string
	List []remark

	Draft json.RawMessage // as the page has it
}

// remark is a finding, as the form and as the checker have it, without its line.
type remark struct {
	Code, Severity, Field, Section, Text, Hint string
}

func (r remark) String() string {
	return fmt.Sprintf("%s[%s] at %q%q: %q / %q", r.Severity, r.Code, r.Field, r.Section, r.Text, r.Hint)
}

// shareTab is a tab with the engine and the data of a playbook.
func shareTab(t *testing.T, files fstest.MapFS) *tab {
	t.Helper()
	b := newTab(t)
	eval[bool](b, "(()=>{"+shareEngine(t)+";"+shareData(t, files)+";globalThis.engine=engine;globalThis.sound="+soundDraft+"})(),true")
	return b
}

// shareData is the script that is published for the form.
func shareData(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	script, err := buildSite(t, files).Site.Read("share-data.js")
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

func buildSite(t *testing.T, files fstest.MapFS) *builds.Result {
	t.Helper()
	r, err := builds.New(builds.Options{FS: files, DefaultTheme: themes.Default(), Today: "2026-12-01"}).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tell has the form make the files of drafts, and look for what is wrong with them. A draft says
// how it differs from one that nothing is wrong with, or else is whatever stands under raw.
func (b *tab) tell(drafts []json.RawMessage) []told {
	b.Helper()
	var out []told
	for some := range slices.Chunk(drafts, 500) {
		list := make([]string, len(some))
		for i, d := range some {
			list[i] = string(d)
		}
		out = append(out, eval[[]told](b, "["+strings.Join(list, ",\n")+`].map((d) => {
			const draft = "raw" in d ? d.raw : { fields: { ...sound.fields, ...d.fields }, sections: { ...sound.sections, ...d.sections } }
			const list = engine.check(draft, playbookShare)
			return {
				Draft: draft ?? {},
				File: engine.fileName(draft, playbookShare),
				Text: engine.toMarkdown(draft, playbookShare),
				List: list.map((f) => ({ Code: f.code, Severity: f.severity, Field: f.field, Section: f.section, Text: f.text, Hint: f.hint })),
			}
		})`)...)
	}
	return out
}

// jsonOf writes a value as JavaScript.
func jsonOf(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
