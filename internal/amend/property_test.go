package amend_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/amend"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// Whatever a story's front matter looks like, accepting it changes what it says of review
// and consent, and no more; and no other line, not by a byte.
func TestNothingElseChanges(t *testing.T) {
	for name, write := range map[string]func(*rapid.T) string{"YAML": yamlStory, "YAML on one line": flowStory, "TOML": tomlStory} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				src := strings.ReplaceAll(write(t), "\n", rapid.SampledFrom([]string{"\n", "\n", "\r\n", "\r"}).Draw(t, "break"))
				if rapid.Bool().Draw(t, "mark") {
					src = "\uFEFF" + src
				}
				got, changes, err := amend.Set([]byte(src), accepted...)
				if err != nil {
					t.Fatalf("%v\n%s", err, src)
				}
				holds(t, src, string(got), changes)
				if len(changes) > 2 {
					t.Fatalf("%d lines changed: %+v\n%s", len(changes), changes, src)
				}
			})
		})
	}
}

// holds fails unless an edit kept what it must.
func holds(t interface{ Fatalf(string, ...any) }, src, got string, changes []amend.Change) {
	if back := undo(got, changes); back != src {
		t.Fatalf("other lines changed:\n%q\n%q", src, back)
	}
	before, list := parse(src)
	after, still := parse(got)
	before.Entry.Story.Review, before.Entry.Story.Consent = "accepted", "2026-03-09"
	if d := cmp.Diff(typed(before.Entry), typed(after.Entry)); d != "" {
		t.Fatalf("(-want +got):\n%s\n%s\n%s", d, src, got)
	}
	if string(before.Body) != string(after.Body) {
		t.Fatalf("body %q, was %q", after.Body, before.Body)
	}
	if d := cmp.Diff(others(list), others(still)); d != "" {
		t.Fatalf("findings (-before +after):\n%s\n%s", d, got)
	}
}

func parse(src string) (frontmatter.Parsed, diag.List) {
	return frontmatter.Parse("content/stories/a.md", playbook.KindStory, "a", []byte(src), config.Vocabularies(playbook.DefaultSettings()))
}

func typed(e *playbook.Entry) []any { return []any{e.Common, *e.Situation, *e.Story} }

// others are the findings about what was not set.
func others(list diag.List) []string {
	var out []string
	for _, d := range list {
		if !strings.HasPrefix(d.Text, "“review”") && !strings.HasPrefix(d.Text, "“consent”") {
			out = append(out, d.Code+" "+d.Text)
		}
	}
	slices.Sort(out)
	return out
}

// Fields that hold what looks like the ones that are set.
var yamlTraps = []string{
	"title: 'review: submitted # no'", "\"title\":   \"consent: 'x'\\nreview: submitted\"", "title: review",
	"summary: |\n  review: submitted\n\n  consent: 2020-01-01\n  --- \n", "summary: >+\n    review: submitted\n\n", "summary: |2-\n   review: submitted",
	"related:\n  - to: a\n    rel: refines # review: submitted\n  - {to: 'review: x', rel: see-also}",
	"related:\n- to: a\n  review: submitted\n  consent: 2020-01-01", "related: [{review: submitted, to: b},\n  {consent: x, rel: refines}]",
	"sources:\n    - title: \"a\n        review: submitted\"", "tags: [review, 'consent: x', \"review: submitted\"]", "tags:\n- review\n- consent",
	"# review: submitted", "", "  # consent: 2020-01-01", "reviews: submitted", "unknown: {review: submitted}", "unknown:\n  review: submitted\n  people: none",
	"asks: [\n    review, # people: none\n  ]", "team: ü漢 # ü", "lens: 'service'", "draft: true  ", "when: 2025-Q1",
}

var tomlTraps = []string{
	`title = "review = 'submitted' # no"`, `"title"='consent = 1'`, "summary = \"\"\"\nreview = \"submitted\"\n\"\"\" # x", "summary = '''\nconsent = 2020-01-01'''",
	"tags = [\n\"review\", # review = 1\n  'consent']", "tags=[\"review\"]", `unknown = {review = "submitted", people = "none"}`, "unknown.review = 'submitted'",
	"# review = 'submitted'", "", "  # consent", "reviews = 'submitted'", "  team = 'ü漢' # ü", "draft=true  ", "when = 2025-01-01T00:00:00Z", "lens = '''service'''",
}

var tables = []string{
	"[[sources]]\ntitle = 'x'\nreview = 'submitted'\n", "  [[related]]\n  to = 'a'\n  consent = 2020-01-01\n", "[elsewhere]\nreview = 'submitted'\npeople = 'none'\n", "# review\n[more.review]\n",
}

// drawLines draws traps and the fields that are set, in some order. A field of one name stands once.
func drawLines(t *rapid.T, traps []string, equals string, values, days []string) []string {
	lines := rapid.SliceOfNDistinct(rapid.SampledFrom(traps), 0, 8, name(equals)).Draw(t, "traps")
	space := rapid.SampledFrom([]string{"", " ", "  "})
	comment := rapid.SampledFrom([]string{"", "", " # why", "   # consent: no 'quote", "\t#ü"})
	add := func(field string, values []string) {
		key := rapid.SampledFrom([]string{field, field, `"` + field + `"`, "'" + field + "'"}).Draw(t, field+" as")
		lines = append(lines, key+space.Draw(t, "before")+equals+" "+space.Draw(t, "behind")+rapid.SampledFrom(values).Draw(t, field)+comment.Draw(t, field+" comment"))
	}
	add("review", values)
	for _, field := range []string{"people", "credit"} {
		if rapid.Bool().Draw(t, field+"?") {
			add(field, []string{`"none"`, "'team'"})
		}
	}
	if rapid.Bool().Draw(t, "consent?") {
		add("consent", days)
	}
	return rapid.Permutation(lines).Draw(t, "order")
}

func name(equals string) func(string) string {
	return func(field string) string {
		before, _, _ := strings.Cut(field, equals)
		if before = strings.Trim(before, " \"'"); before == "" || before[0] == '#' {
			return field
		}
		before, _, _ = strings.Cut(before, ".")
		return before
	}
}

func yamlStory(t *rapid.T) string {
	lines := drawLines(t, yamlTraps, ":", []string{"submitted", "'submitted'", `"submitted"`, "", "~", "\n  submitted", `"sub\x6ditted"`}, []string{"2020-01-01", "'2020-01-01'", "", "null"})
	text := strings.Join(lines, "\n") + "\n"
	if indent := rapid.SampledFrom([]string{"", "", " ", "   "}).Draw(t, "indent"); indent != "" {
		text = indent + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+indent) + "\n"
	}
	end := rapid.SampledFrom([]string{"", "", "# end\n", "\n", "...\n"}).Draw(t, "end")
	return "---\n" + text + end + "---\nreview: submitted\n"
}

func flowStory(t *rapid.T) string {
	parts := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
		"title: 'review: submitted'", `"summary":"consent: x"`, "related: [{review: submitted, to: b}]", "unknown: {review: submitted}", "tags: [review, consent]", "draft: true",
	}), 0, 4, name(":")).Draw(t, "parts")
	parts = append(parts, rapid.SampledFrom([]string{"review: submitted", `"review":"submitted"`, "review: 'submitted'", "review: null"}).Draw(t, "review"))
	if rapid.Bool().Draw(t, "people?") {
		parts = append(parts, "people: none")
	}
	if rapid.Bool().Draw(t, "consent?") {
		parts = append(parts, "consent: ~")
	}
	comma := rapid.SampledFrom([]string{", ", ",", " ,\n   ", ", # review: x\n  "}).Draw(t, "comma")
	return "---\n{ " + strings.Join(rapid.Permutation(parts).Draw(t, "order"), comma) + " } # c\n---\n"
}

func tomlStory(t *rapid.T) string {
	lines := drawLines(t, tomlTraps, "=", []string{`"submitted"`, "'submitted'", `"""submitted"""`, "''", `"sub\u006ditted"`, "false"}, []string{"2020-01-01", "'2020-01-01'", `""`})
	lines = append(lines, rapid.SliceOfDistinct(rapid.SampledFrom(tables), rapid.ID[string]).Draw(t, "tables")...)
	fence := rapid.SampledFrom([][2]string{{"+++", "+++"}, {"---toml ", "---"}}).Draw(t, "fence")
	return fmt.Sprintf("%s\n%s\n%s\nreview = 1", fence[0], strings.Join(lines, "\n"), fence[1])
}

// Of any file: what cannot be set is refused for a reason, and what is set holds.
func FuzzSet(f *testing.F) {
	for _, seed := range []string{
		"---\nreview: submitted\npeople: none # x\n---\n", "---\n{review: submitted}\n---\n", "+++\nreview = 'submitted'\n[a]\n+++\n", "\uFEFF---\r\n? review\r\n: submitted\r\n...\r\n---\r\n",
		"---\nsummary: |+\n  a\n\n\"review\":\n---\n", "---\n  review: &a submitted\n---", "+++\na.review = 1\ntags = [\n]\n+++\n", "---\n? {a: b}\n: c\n---\n", "---\nreview: submitted\n---",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, changes, err := amend.Set([]byte(src), accepted...)
		var refused *amend.Refused
		switch _, list := parse(src); {
		case errors.As(err, &refused):
			if refused.Reason == "" || refused.Line < 0 || refused.Line > len(splitLines(src)) {
				t.Fatalf("%+v", refused)
			}
		case errors.Is(err, amend.ErrUnreadable):
			if len(list) == 0 {
				t.Fatalf("%q can be read", src)
			}
		case err != nil:
			t.Fatal(err)
		default:
			holds(t, src, string(got), changes)
			if again, changes, err := amend.Set(got, accepted...); err != nil || len(changes) > 0 || !reflect.DeepEqual(again, got) {
				t.Fatalf("a second time: %q, %+v, %v", again, changes, err)
			}
		}
	})
}
