package intake_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/intake"
)

const start = "Title,What changed,"

func TestHeadingsOfForms(t *testing.T) {
	for heading, field := range map[string]string{
		"Outcome": "outcome", "Did anybody follow? *": "outcome", "12. Did anybody follow?": "outcome", "DID ANYBODY FOLLOW": "outcome",
		"hat-after": "hat_after", "Once they were convinced, did you take on another job? (optional)": "hat_after",
		"Was war los?": "Situation", "What I did:": "What I did", "WAS WAR LOS": "Situation",
	} {
		o := options()
		s, list := one(t, start+`"`+heading+"\"\nT,X,yes\n", o)
		text := string(s.Text)
		switch field {
		case "outcome":
			if !strings.Contains(text, "outcome: followed") {
				t.Errorf("%s: %s %+v", heading, text, list)
			}
		case "hat_after": // yes says nothing about which
			find(t, list, "“hat_after” cannot be “yes”")
		default:
			if load(t, s).section(field) != "yes" {
				t.Errorf("%s: %s", heading, text)
			}
		}
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct{ heading, answer, line, unused string }{
		{"way", "By Suggestion", "way: by-suggestion", ""},
		{"way", "example", "way: by-example", ""},
		{"toward", "boss; A PEER;aunt", "toward: [boss, peer]", "aunt"},
		{"Who was it about? [A newcomer]", "Yes", "toward: [newcomer]", ""},
		{"Who was it about? [Other]", "my aunt", "", "my aunt"},
		{"Who was it about? [A newcomer]", "No", "", ""},
		{"authority", "no", "authority: none", ""},
		{"authority", "YES", "authority: formal", ""},
		{"intentional", "true", `intentional: "yes"`, ""},
		{"outcome", "folowed", "", "folowed"},
		{"credit", "yes", "credit: anonymous", "yes"},
		{"people", "no", "", "no"},
		{"consent", "yes", "", "yes"},
		{"consent", "2026-02-30", "credit: anonymous", ""},
		{"when", "2025/q2", "when: 2025-Q2", ""},
		{"when", "March 2025", "when: 2025-Q1", ""},
		{"when", "9 March 2025", "when: 2025-Q1", ""},
		{"when", "09.11.2025", "when: 2025-Q4", ""},
		{"when", "last summer", "", "last summer"},
		{"principles", "sell the ticket, then choose your hat; LEAD-BY-EXAMPLE, dance", "principles: [sell-the-ticket, lead-by-example]", "dance"},
		{"tags", "#a, b c;a", "tags: [a, b c]", ""},
		{"asks", "- one\n- two, three", "asks:\n  - one\n  - \"two, three\"", ""},
		{"team", "yes", `team: "yes"`, ""},
		{"summary", "a: b # c", `summary: "a: b # c"`, ""},
		{"summary", "2025", `summary: "2025"`, ""},
		{"summary", "- [x] {a}", `summary: "- [x] {a}"`, ""},
		{"lens", "Service", "lens: service", ""},
		{"lang", "de-CH", "lang: de-CH", ""},
		{"draft", "true", "", "true"},
		{"review", "accepted", "review: submitted", "accepted"},
		{"provenance", "illustrative", "provenance: illustrative", ""},
		{"Schuhgröße", "43", "", ""},
	} {
		s, list := one(t, start+`"`+c.heading+"\"\nT,X,\""+c.answer+"\"\n", options())
		load(t, s)
		text := string(s.Text)
		if !strings.Contains(text, "\n"+c.line) {
			t.Errorf("%s: %s: want %q in\n%s", c.heading, c.answer, c.line, text)
		}
		kept := strings.Contains(text, "#     "+c.unused+"\n")
		if (c.unused != "") != kept || (c.unused != "") != slices.Contains(codes(list), "import-unused") {
			t.Errorf("%s: %s: unused %q, findings %+v in\n%s", c.heading, c.answer, c.unused, list, text)
		}
	}
}

// Under a promise, nothing that says who answered reaches the file or the report.
func TestWhoAnsweredStaysOut(t *testing.T) {
	secrets := []string{"2026-01-02 10:11:12", "ada@lovelace.test", "Ada Byron", "203.0.113.7", "R_8xyz", "+49 171 5550123", "@ada"}
	head := "Timestamp,E-Mail Address,Your name,IP address,Response ID,How to reach you,Handle or so,Title,What changed,How may you be named?"
	row := strings.Join(secrets, ",") + ",Ada Byron's map,Much,"
	s, list := one(t, head+"\n"+row+"Not at all\n", options())
	for _, secret := range secrets {
		if strings.Contains(strings.ReplaceAll(string(s.Text), "Ada Byron's map", ""), secret) {
			t.Errorf("%q in\n%s", secret, s.Text)
		}
		for _, d := range list {
			if strings.Contains(d.Text+d.Hint+d.Source, secret) {
				t.Errorf("%q in %+v", secret, d)
			}
		}
	}
	if n := strings.Count(strings.Join(codes(list), " "), "import-private"); n != len(secrets) {
		t.Errorf("%d of %d columns are reported: %+v", n, len(secrets), list)
	}
	if s.ID != "map" {
		t.Errorf("the file is called %s", s.ID)
	}
	s, _ = one(t, head+"\n"+row+"With my name\n", options())
	if got := load(t, s).entry.Authors; !slices.Equal(got, []string{"Ada Byron"}) {
		t.Errorf("authors %v in\n%s", got, s.Text)
	}
}

func TestNames(t *testing.T) {
	for title, want := range map[string]string{
		"The map on the wall": "the-map-on-the-wall", "Grace's map": "map", "Jürgens Plan": "plan", "Jürgen and the MULLER map": "and-the-map", "王芳的地图": "的地图",
		"Con": "con-story", "COM1": "com1-story", "index": "index-story", "../../etc/passwd": "etc-passwd", "***": "a-story",
		"On 2026-03-09 we met": "on-we-met", "9 March": "a-story", "Route 66": "route-66", "ada@b.test asks": "asks", "Плакат на стене": "плакат-на-стене",
		"the taken one": "the-taken-one-3", strings.Repeat("long ", 100): strings.TrimSuffix(strings.Repeat("long-", 16), "-"),
	} {
		o := options()
		o.Taken = func(id string) bool { return id == "the-taken-one" || id == "the-taken-one-2" }
		s, _ := one(t, "Title,What changed\n\""+title+"\",X\n", o)
		if s.ID != want {
			t.Errorf("%s: %s, want %s", title, s.ID, want)
		}
		load(t, s)
	}
}

func TestFrontMatterOfOtherTools(t *testing.T) {
	want := []string{"title: A post\n", "summary: \"What it is: short\"\n", "tags: [x, y z]\n", "when: 2025-Q1\n", "#     post\n", "Some text"}
	for name, text := range map[string]string{
		"YAML":   "---\ntitle: A post\ndescription: 'What it is: short'\ntags:\n  - x\ncategories: [y z]\ndate: 2025-03-09T10:00:00+01:00\nlayout: post\nauthor: Ada\n---\nSome text\n\n## Situation\n\nS\n",
		"TOML":   "+++\ntitle = 'A post'\ndescription = 'What it is: short'\ntags = ['x']\ncategories = ['y z']\ndate = 2025-03-09T10:00:00+01:00\nlayout = 'post'\nauthor = 'Ada'\n+++\nSome text\n\n## Situation\n\nS\n",
		"JSON":   "{\n\t\"title\": \"A post\",\n\t\"description\": \"What it is: short\", \"tags\": [\"x\"], \"categories\": [\"y z\"], \"date\": \"2025-03-09\", \"layout\": \"post\", \"author\": \"Ada\"}\nSome text\n\n## Situation\n\nS\n",
		"vault":  "---\ndescription: 'What it is: short'\ntags: [x, y z]\ndate: 2025-03-09\nlayout: post\nauthor: Ada\n---\n# A post\n\nSome text\n\n### Situation\n\nS\n",
		"fenced": "---toml\ntitle = 'A post'\ndescription = 'What it is: short'\ntags = ['x', 'y z']\ndate = 2025-03-09\nlayout = 'post'\nauthor = 'Ada'\n---\nSome text\n\n## Situation\n\nS\n",
	} {
		s, list := one(t, text, options())
		for _, w := range want {
			if !strings.Contains(string(s.Text), w) {
				t.Errorf("%s: no %q in\n%s", name, w, s.Text)
			}
		}
		if strings.Contains(string(s.Text), "Ada") || strings.Contains(string(s.Text), "2025-03-09") {
			t.Errorf("%s: the teller is in\n%s", name, s.Text)
		}
		find(t, list, "import-private", "author")
		find(t, list, "import-changed", "2025-Q1")
		if load(t, s).section("Situation") != "S" {
			t.Errorf("%s:\n%s", name, s.Text)
		}
	}
}

func TestFormatIsWhatOneSays(t *testing.T) {
	o := options()
	o.Format = intake.Markdown
	s, _ := one(t, "## Situation\n\nno front matter\n", o)
	if load(t, s).section("Situation") != "no front matter" {
		t.Errorf("%s", s.Text)
	}
	o.Format = intake.Issue
	s, _ = one(t, "Only prose, no heading.", o)
	if !strings.Contains(string(s.Text), "\n\nOnly prose") {
		t.Errorf("%s", s.Text)
	}
}
