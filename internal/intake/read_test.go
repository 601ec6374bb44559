package intake_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/intake"
	"github.com/microleadership/playbook/internal/playbook"
)

// full is a story to which every question was answered, in the words of forms.
var full = []struct{ field, answer string }{
	{"Situation", "Nobody read the report."},
	{"What I did", "I asked who needs it."},
	{"What changed", "It became one page."},
	{"Afterwards", "I showed others how."},
	{"If nobody followed", "Ask earlier."},
	{"title", "The report"},
	{"summary", "One question made it shorter."},
	{"outcome", "Some did, or a part of it stayed"},
	{"followers", "A few"},
	{"way", "Somebody suggested it, or asked"},
	{"style", "Facts, A question"},
	{"toward", "A peer, Your boss"},
	{"action", "Stop something"},
	{"magnitude", "Tiny: a moment, nothing to plan"},
	{"receptivity", "They were unsure"},
	{"setting", "One to one"},
	{"authority", "No, it was not mine to order"},
	{"hat_after", "I coached somebody"},
	{"intentional", "Yes"},
	{"told_by", "I did it"},
	{"when", "Q3 2025"},
	{"principles", "Sell the ticket, then choose your hat, Lead by example"},
	{"examples", "Say the lone no"},
	{"asks", "nobody reads it"},
	{"tags", "reports, meetings"},
	{"credit", "With my name"},
	{"authors", "Ada Byron"},
	{"team", "Printing"},
	{"people", "Yes, and they have agreed"},
	{"consent", "2026-03-09"},
}

// forms are the ways in which these answers can come.
func forms(t *testing.T) map[string]string {
	var github, gitlab, headings, cells strings.Builder
	for i, f := range full {
		q, ok := playbook.Ask(f.field)
		if !ok {
			t.Fatal(f.field)
		}
		github.WriteString("### " + q.Ask + "\n\n" + f.answer + "\n\n")
		gitlab.WriteString("## " + q.Ask + "\n\n<!-- " + q.Help + " -->\n" + f.answer + "\n\n")
		if i > 0 {
			headings.WriteString(";")
			cells.WriteString(";")
		}
		headings.WriteString(`"` + q.Ask + `"`)
		cells.WriteString(`"` + f.answer + `"`)
	}
	body, err := json.Marshal(map[string]string{"title": "The report", "body": github.String()})
	if err != nil {
		t.Fatal(err)
	}
	lab, err := json.Marshal([]map[string]string{{"title": "The report", "description": gitlab.String()}})
	if err != nil {
		t.Fatal(err)
	}
	table := headings.String() + "\n" + cells.String() + "\n"
	return map[string]string{
		"issue": github.String(), "template": gitlab.String(), "json": string(body), "list": string(lab),
		"table": table, "table with a mark": "\uFEFF" + table, "windows": strings.ReplaceAll(table, "\n", "\r\n"), "tabs": strings.ReplaceAll(table, ";", "\t"),
		"UTF-16": utf16Of(table),
	}
}

func utf16Of(text string) string {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

// Whatever form a story comes in, it is the same story, and is known again by the same mark.
func TestEveryFormMakesTheSameStory(t *testing.T) {
	var text, mark string
	for name, input := range forms(t) {
		t.Run(name, func(t *testing.T) {
			s, list := one(t, input, options())
			if len(list) > 0 {
				t.Errorf("findings: %+v", list)
			}
			if text == "" {
				text, mark = string(s.Text), s.Mark()
			}
			if d := cmp.Diff(text, string(s.Text)); d != "" || s.Mark() != mark {
				t.Error(d)
			}
			got := load(t, s)
			want := playbook.Story{
				Principles: []string{"sell-the-ticket", "lead-by-example"}, Examples: []string{"say-the-lone-no"},
				Outcome: "partly", Followers: "few", Authority: "none", HatAfter: "coaching", Intentional: "yes", ToldBy: "actor",
				Credit: "named", People: "consented", Consent: "2026-03-09", When: "2025-Q3", Team: "Printing", Provenance: "submitted", Review: "submitted",
			}
			if d := cmp.Diff(&want, got.entry.Story); d != "" {
				t.Error(d)
			}
			situation := playbook.Situation{
				Way: "by-suggestion", Toward: []string{"peer", "boss"}, Action: "stop", Magnitude: "tiny", Receptivity: "unsure",
				Style: []playbook.Style{"facts", "question"}, Setting: "one-to-one",
			}
			if d := cmp.Diff(&situation, got.entry.Situation); d != "" {
				t.Error(d)
			}
			if s.ID != "the-report" || got.entry.Authors[0] != "Ada Byron" || got.section("Afterwards") != "I showed others how." {
				t.Errorf("id %s, authors %v, sections %+v", s.ID, got.entry.Authors, got.body.Sections)
			}
		})
	}
}

// A file that the import made says the same when it is handed in again.
func TestRoundTrip(t *testing.T) {
	for name, input := range forms(t) {
		s, _ := one(t, input, options())
		again, list := one(t, string(s.Text), options())
		if len(list) > 0 {
			t.Errorf("%s: %+v", name, list)
		}
		if d := cmp.Diff(string(s.Text), string(again.Text)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if marks := intake.Marks(intake.Input{Data: s.Text}, options()); !slices.Equal(marks, []string{s.Mark(), s.Mark()}) {
			t.Errorf("%s: marks %v, want %s", name, marks, s.Mark())
		}
	}
}

func TestSeveralStoriesInOneInput(t *testing.T) {
	a := "---\ntitle: One\nreview: submitted\n---\n\n## Situation\n\nA\n\n---\n\nstill A\n\n---\ntitle: quoted\nreview of it: none\n---\nstill A\n"
	b := "\n---\ntitle: Two\nreview: submitted\n---\n\n## Situation\n\nB\n"
	stories, list := read(a+b+b, options())
	if len(stories) != 3 {
		t.Fatalf("%d stories: %+v", len(stories), list)
	}
	if text := string(stories[0].Text); strings.Count(text, "still A") != 2 || strings.Contains(text, "Two") {
		t.Error(text)
	}
	if stories[1].ID != "two" || stories[2].Known != "content/stories/two.md" || stories[2].ID != "" {
		t.Errorf("%+v", stories[1:])
	}
	if stories[1].From.Line != 20 {
		t.Errorf("the second story starts on line %d", stories[1].From.Line)
	}
}

// Nothing is made up: only what keeps the teller safe has a value that nobody gave.
func TestNothingIsAssumed(t *testing.T) {
	s, list := one(t, "### What was going on?\n\nX\n", options())
	got := load(t, s)
	if d := cmp.Diff(&playbook.Story{Credit: "anonymous", Provenance: "submitted", Review: "submitted"}, got.entry.Story); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(&playbook.Situation{}, got.entry.Situation); d != "" {
		t.Error(d)
	}
	find(t, list, "import-missing", "anonymous")
	find(t, list, "import-missing", "outcome", "people", "What I did")
	if s.ID != "a-story" {
		t.Error(s.ID)
	}
}

func TestWhatCannotBeImported(t *testing.T) {
	deep := strings.Repeat("[", 100) + strings.Repeat("]", 100)
	for name, c := range map[string]struct{ input, code string }{
		"nothing":               {"", "not-a-story"},
		"spaces":                {" \n\n", "not-a-story"},
		"prose":                 {"Once upon a time, there was no form.", "not-a-story"},
		"another table":         {"a,b\n1,2\n", "not-a-story"},
		"another JSON":          {`{"a": 1}`, "not-a-story"},
		"an issue without text": {`{"title": "x", "body": ""}`, "not-a-story"},
		"deep JSON":             {`{"title": ` + deep + `}`, "syntax"},
		"unclosed front matter": {"---\ntitle: x\n", "syntax"},
		"broken YAML":           {"---\ntitle: [x\n---\nbody\n", "syntax"},
		"broken TOML":           {"+++\ntitle = \n+++\nbody\n", "syntax"},
		"a list":                {"---\n- x\n---\nbody\n", "wrong-type"},
		"identity only":         {"Timestamp,Title\n2026-01-01,\n", "not-a-story"},
		"a long story":          {"### What was going on?\n\n" + strings.Repeat("word ", 60_000), "not-a-story"},
	} {
		t.Run(name, func(t *testing.T) {
			stories, list := read(c.input, options())
			if len(stories) > 0 {
				t.Errorf("%s", stories[0].Text)
			}
			if !list.HasErrors() || !slices.Contains(codes(list), c.code) {
				t.Errorf("findings %+v", list)
			}
		})
	}
	big := intake.Input{Data: make([]byte, intake.MaxInput+1)}
	if stories, list := intake.Read(big, options()); len(stories) > 0 || !list.HasErrors() {
		t.Error("an input beyond the bound was read")
	}
}

// What is said of a story that was not written holds: nothing stands in a file that is not there.
func TestNothingIsKeptOfWhatIsNoStory(t *testing.T) {
	stories, list := read("# A list\n\nHello.\n\n## Outcome\n\nperhaps\n\n## Shoes\n\nred\n", options())
	if len(stories) > 0 || !slices.Contains(codes(list), "not-a-story") {
		t.Fatalf("%d stories, findings %v", len(stories), list)
	}
	for _, parts := range [][]string{{"“outcome” cannot be “perhaps”"}, {"nothing in a story is called “Shoes”"}, {"text stands under no heading"}} {
		find(t, list, parts...)
	}
	for _, f := range list {
		if strings.Contains(f.Text, "in the file") || strings.Contains(f.Text, "“”") {
			t.Errorf("it says %q", f.Text)
		}
	}
}

// Boxes are choices where there is a choice, and elsewhere what somebody wrote.
func TestBoxes(t *testing.T) {
	s, list := one(t, "### What changed\n\n- [ ] not yet\n- [x] done\n\n### Who was it about?\n\n- [x] A peer\n- [ ] Your boss\n", options())
	text := string(s.Text)
	if !strings.Contains(text, "- [ ] not yet\n- [x] done") || !strings.Contains(text, "toward: [peer]\n") || slices.Contains(codes(list), "import-unused") {
		t.Errorf("%s\n%+v", text, list)
	}
}

func TestPlacesInTheInput(t *testing.T) {
	_, list := one(t, "Title,What changed,Who was it about?\n\"A\nB\",\"é\"\"x\",my aunt\n", options())
	if d := find(t, list, "my aunt"); d.Pos != (diag.Position{File: "input", Line: 3, Column: 11}) || d.Source != "" {
		t.Errorf("%+v", d)
	}
	_, list = one(t, "---\ntitle: T\nsummary: S\ntoward: [peer, aunt]\n---\n## Situation\nx\n", options())
	if d := find(t, list, "aunt"); d.Pos != (diag.Position{File: "input", Line: 4, Column: 9}) || d.Source != "toward: [peer, aunt]" {
		t.Errorf("%+v", d)
	}
	_, list = one(t, "[\n {\"title\": \"T\",\n  \"body\": \"### What changed\\n\\nx\\n\\n### Outcome\\n\\nperhaps\"}]", options())
	if d := find(t, list, "perhaps"); d.Pos != (diag.Position{File: "input", Line: 3, Column: 11}) {
		t.Errorf("%+v", d)
	}
}
