package amend_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/amend"
)

// accepted is what accepting a story sets.
var accepted = []amend.Field{
	{Name: "review", Value: "accepted"},
	{Name: "consent", Value: "2026-03-09", After: []string{"people", "credit"}},
}

func TestSet(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{
			"a field, and one beside its neighbour",
			"---\ntitle: T\npeople: none\nreview: submitted\n---\nbody\n",
			"---\ntitle: T\npeople: none\nconsent: 2026-03-09\nreview: accepted\n---\nbody\n",
		},
		{
			"comments, spacing and quotes stay",
			"---\n# why\ncredit:   anonymous   # asked for\nreview :  'submitted'  # by hand\n\n\"consent\":   # the day\n---\n",
			"---\n# why\ncredit:   anonymous   # asked for\nreview :  'accepted'  # by hand\n\n\"consent\": 2026-03-09   # the day\n---\n",
		},
		{
			"what others say of review is theirs",
			"---\ntitle: \"review: submitted\"\nsummary: |\n  review: submitted\n  consent: never\nrelated:\n  - review: submitted\n    consent: no\n\"review\": \"submitted\"\n---\nreview: submitted\n",
			"---\ntitle: \"review: submitted\"\nsummary: |\n  review: submitted\n  consent: never\nrelated:\n  - review: submitted\n    consent: no\n\"review\": \"accepted\"\nconsent: 2026-03-09\n---\nreview: submitted\n",
		},
		{
			"on one line",
			"---\n{title: T, people: none, related: [{review: submitted}], review: submitted}\n---\n",
			"---\n{title: T, consent: 2026-03-09, people: none, related: [{review: submitted}], review: accepted}\n---\n",
		},
		{
			"on one line, behind what is not ASCII",
			"---\n{title: 'ü''漢', consent: 'it''s', review: submitted}\n---\n",
			"---\n{title: 'ü''漢', consent: '2026-03-09', review: accepted}\n---\n",
		},
		{
			"on one line as JSON",
			"---\n{\"review\":\"submitted\",\"consent\":null}\n---\n",
			"---\n{\"review\":\"accepted\",\"consent\":2026-03-09}\n---\n",
		},
		{
			"indented, with Windows line breaks and a byte order mark",
			"\uFEFF---\r\n  title: ü\r\n  'credit': team\r\n  review: submitted\r\n---\r\nbody",
			"\uFEFF---\r\n  title: ü\r\n  'credit': team\r\n  consent: 2026-03-09\r\n  review: accepted\r\n---\r\nbody",
		},
		{
			"mixed line breaks, blank lines before",
			"\n \n---yaml\rreview: submitted\r\npeople: none\n---\nb\r\n",
			"\n \n---yaml\rreview: accepted\r\npeople: none\nconsent: 2026-03-09\n---\nb\r\n",
		},
		{
			"a value below its name",
			"---\nreview:\n  submitted\npeople:\n  none\n---\n",
			"---\nreview:\n  accepted\npeople:\n  none\nconsent: 2026-03-09\n---\n",
		},
		{
			"a neighbour over several lines is passed",
			"---\npeople: >-\n  none\ncredit: \"team\"\nreview: submitted\n---\n",
			"---\npeople: >-\n  none\ncredit: \"team\"\nconsent: 2026-03-09\nreview: accepted\n---\n",
		},
		{
			"before the end of the document, when that is marked",
			"---\nreview: submitted\n...\n---\n",
			"---\nconsent: 2026-03-09\nreview: accepted\n...\n---\n",
		},
		{"nothing yet", "---\n---\n", "---\nreview: accepted\nconsent: 2026-03-09\n---\n"},
		{"a comment", "---\n# c\n---", "---\n# c\nreview: accepted\nconsent: 2026-03-09\n---"},
		{
			"set already",
			"---\nreview: \"accepted\"\nconsent: '2026-03-09'\n---\n",
			"---\nreview: \"accepted\"\nconsent: '2026-03-09'\n---\n",
		},
		{
			"TOML, before the first table",
			"+++\ntitle = \"T\"\nreview = 'submitted' # by hand\n\n# where from\n[[sources]]\ntitle = \"review\"\nreview = \"submitted\"\n+++\nbody\n",
			"+++\ntitle = \"T\"\nreview = 'accepted' # by hand\nconsent = 2026-03-09\n\n# where from\n[[sources]]\ntitle = \"review\"\nreview = \"submitted\"\n+++\nbody\n",
		},
		{
			"TOML with a list over several lines, a dotted field and text that looks like a field",
			"---toml\n\"review\"=\"submitted\"\npeople = \"none\"\nsummary = '''\nreview = \"submitted\"\n'''\ntags = [\n  \"a\", # review = 1\n]\nx.review = 1\n---\n",
			"---toml\n\"review\"=\"accepted\"\npeople = \"none\"\nconsent = 2026-03-09\nsummary = '''\nreview = \"submitted\"\n'''\ntags = [\n  \"a\", # review = 1\n]\nx.review = 1\n---\n",
		},
		{
			"TOML with tables only",
			"+++\r\n[[sources]]\r\ntitle = \"t\"\r\n+++\r\n",
			"+++\r\nreview = \"accepted\"\r\nconsent = 2026-03-09\r\n[[sources]]\r\ntitle = \"t\"\r\n+++\r\n",
		},
		{"TOML with nothing", "+++\n+++\n", "+++\nreview = \"accepted\"\nconsent = 2026-03-09\n+++\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, changes, err := amend.Set([]byte(c.before), accepted...)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.after, string(got)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if back := undo(string(got), changes); back != c.before {
				t.Errorf("undoing %+v yields %q", changes, back)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		before string
		line   int
		reason string
	}{
		{"---\ntitle: T\nreview: >-\n  submitted\n---\n", 3, "a block of text"},
		{"---\nreview: sub\n  mitted\n---\n", 2, "over several lines"},
		{"---\nreview: \"sub\n  mitted\"\n---\n", 2, "over several lines"},
		{"---\nreview: &r submitted\n---\n", 2, "an anchor"},
		{"---\nreview: [submitted]\n---\n", 2, "more than one value"},
		{"---\nreview: {a: b}\n---\n", 2, "more than one value"},
		{"---\nreview: submitted\nreview: submitted\n---\n", 3, "given twice"},
		{"---\n? review\n:\n---\n", 2, "no value on its line"},
		{"---\n{}\n---\n", 0, "no place"},
		{"+++\nreview = \"\"\"sub\nmitted\"\"\"\n+++\n", 3, "more than a text"},
		{"+++\nreview = [1]\n+++\n", 2, "more than a text"},
		{"+++\nreview.by = \"a\"\n+++\n", 2, "more than a text"},
		{"+++\n[a]\n[review]\n+++\n", 3, "a table"},
	} {
		_, _, err := amend.Set([]byte(c.before), accepted[0])
		var refused *amend.Refused
		if !errors.As(err, &refused) || refused.Name != "review" || refused.Line != c.line || !strings.Contains(refused.Reason, c.reason) {
			t.Errorf("%q: %+v, want line %d: %s", c.before, err, c.line, c.reason)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, before := range []string{
		"", "body", "---\nreview: submitted\n", "---\nreview: [\n---\n", "---\n- review\n---\n", "---\na: &x 1\nb: *x\n---\n", "---\nreview: !!str x\n---\n",
		"+++\nreview = \n+++\n", "+++\nreview = 1\nreview = 2\n+++\n", "\xff\xfe-\x00",
	} {
		if got, _, err := amend.Set([]byte(before), accepted...); !errors.Is(err, amend.ErrUnreadable) {
			t.Errorf("%q: %q, %v", before, got, err)
		}
	}
}

// Values that a format would take for something else are put in quotes.
func TestValues(t *testing.T) {
	for _, value := range []string{"accepted", "true", "no", "1", "1e3", "2026-03-09", "2026-13-09", "null", "~", "", "a b", "a: b", "a #b", "it's", `"x"`, "ü", "\\", "a\nb", "- a", "\u2028"} {
		for _, before := range []string{
			"---\nreview: submitted\n---\n", "---\nreview: 'submitted'\n---\n", "---\nreview: \"submitted\"\n---\n", "---\n{review: submitted}\n---\n", "---\n---\n",
			"+++\nreview = \"submitted\"\n+++\n", "+++\nreview = 'submitted'\n+++\n", "+++\nreview = '''submitted'''\n+++\n", "+++\n+++\n",
		} {
			got, _, err := amend.Set([]byte(before), amend.Field{Name: "review", Value: value})
			if err != nil {
				t.Errorf("%q in %q: %v", value, before, err)
				continue
			}
			if again, changes, err := amend.Set(got, amend.Field{Name: "review", Value: value}); err != nil || len(changes) > 0 || string(again) != string(got) {
				t.Errorf("%q in %q does not read as itself: %q, %v", value, before, got, err)
			}
			if _, _, err := amend.Set(got, amend.Field{Name: "review", Value: "x"}); err != nil {
				t.Errorf("%q cannot be changed again: %v", got, err)
			}
		}
	}
}

// undo takes changes back, line by line, from what is there now.
func undo(now string, changes []amend.Change) string {
	lines := splitLines(now)
	for i := len(changes) - 1; i >= 0; i-- {
		c := changes[i]
		at := c.Line - 1
		text := strings.TrimRight(lines[at], "\r\n")
		switch {
		case text != c.After:
			return "line " + text + " is not " + c.After
		case c.Added:
			lines = append(lines[:at], lines[at+1:]...)
		default:
			lines[at] = c.Before + lines[at][len(text):]
		}
	}
	return strings.Join(lines, "")
}

// splitLines keeps the line breaks, of all three kinds.
func splitLines(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			i++
		} else if text[i] != '\r' && text[i] != '\n' {
			continue
		}
		out = append(out, text[start:i+1])
		start = i + 1
	}
	return append(out, text[start:])
}
