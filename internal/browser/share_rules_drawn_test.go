//go:build browser

package browser

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// What people and machines put next to each other: words that rules look for, signs that mean
// something to Markdown, YAML or a pattern, and any letter there is.
var fragments = []string{
	"I", "I told them to", "i told", "them to", "told", "never", "not", "always works", "always", "works", "a clear vision", "my vision",
	"rolled it out", "rolled out", "the budget", "milestones", "implemented", "I taught", "everyone", "how to", "across the whole company", "didn't", "can’t fail",
	"anna@firma.de", "@anna", "a@example.org", "_bob@x.y", "@here", "https://a.b/c", "http://", "www.a.b.c", "https://a_b.c*d*/@anna/2024-03-05",
	"2024-03-05", "5.3.2024", "March 5th", "on May", "5 May", "2025", "10", "+49 30 123", "4567", "0171", "555-", "0123", "867-5309", "(", ")", "+",
	"- ", "> ", "# ", "## Situation", "1. ", "12) ", "* ", "+ ", "---", "===", "***", "```", "~~~", ":", "|", "|-|", "--", "...",
	"*", "**", "_", "__", "`", "``", "~", "[", "]", "](", "[[", "]]", "![", "[^1]", "[^1]:", "<", "<b>", "</b>", "<!--", "-->", "&", "&amp;", "&#60;", "\\", "\\\\", "\"", "'", "“", "”", "„", "«", "»", "’", "—", "…",
	" ", " ", " ", " ", "  ", "\n", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u3000", "\ufeff", "\u200b", "\u0301", "\u0000", "\u0085", "\u2028", "\u202e",
	".", ",", ";", "!", "?", "。", "e.g.", "Mr.", "é", "ß", "İ", "Σ", "看板", "กำลัง", "😀", "C#", "C++", "con", "{{", "${", "yes", "null", "#", "%", "@",
}

func textDrawn(longest int) *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.SampledFrom(fragments), rapid.SampledFrom(fragments), rapid.SampledFrom(fragments), rapid.StringN(1, 4, -1))
	return rapid.Map(rapid.SliceOfN(piece, 0, longest), func(parts []string) string { return strings.Join(parts, "") })
}

// draftDrawn draws drafts. Most values are such as the form offers.
func draftDrawn(r *room) *rapid.Generator[json.RawMessage] {
	offered := func(name string) *rapid.Generator[string] {
		values := append(r.settings.Choices(name), "", "service", "influence", "wrong")
		return rapid.SampledFrom(values)
	}
	refs := rapid.OneOf(rapid.SampledFrom([]string{"ask", "serve", "principles/share", "map", "bad-day", "Ask first", "asks"}), textDrawn(2))
	return rapid.Custom(func(t *rapid.T) json.RawMessage {
		d := typed{Fields: map[string]any{}, Sections: map[string]string{}}
		for _, q := range playbook.Questions() {
			if rapid.IntRange(0, 3).Draw(t, "asked") == 0 {
				continue
			}
			switch name := q.Field; {
			case q.Section:
				d.Sections[name] = textDrawn(20).Draw(t, name)
			case name == "principles" || name == "examples":
				d.Fields[name] = rapid.SliceOfN(refs, 0, 3).Draw(t, name)
			case name == "toward" || name == "style":
				d.Fields[name] = rapid.SliceOfN(offered(name), 0, 2).Draw(t, name)
			case name == "tags" || name == "asks" || name == "authors":
				d.Fields[name] = rapid.SliceOfN(textDrawn(3), 0, 3).Draw(t, name)
			case name == "consent" || name == "when":
				d.Fields[name] = rapid.OneOf(rapid.SampledFrom([]string{"2026-11-22", "2024-02-29", "2025", "2025-Q3", "2025-Q0"}), textDrawn(3)).Draw(t, name)
			case r.settings.Choices(name) != nil:
				d.Fields[name] = offered(name).Draw(t, name)
			default:
				d.Fields[name] = textDrawn(8).Draw(t, name)
			}
		}
		text, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		return text
	})
}

// Whatever is typed, both say the same of it, and it is in the file as it was typed.
func TestShareRulesOfAnyDraft(t *testing.T) {
	t.Parallel()
	files := sharePlaybook("teams: [A hotel kitchen, Kitchen]\n")
	b, r := shareTab(t, files), newRoom(t, files)
	several := rapid.SliceOfN(draftDrawn(r), 1, 25)
	rapid.Check(t, func(t *rapid.T) {
		var drafts []vector
		for _, d := range several.Draw(t, "drafts") {
			drafts = append(drafts, vector{Name: "drawn", draft: d})
		}
		agree(t, b, r, drafts)
	})
}
