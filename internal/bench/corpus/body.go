package corpus

import (
	"fmt"
	"strings"
)

// sections are the headings of a kind; those of a story are required.
var sections = map[string][3]string{
	Principles: {"Why it works", "Try it this week", "Where it stops"},
	Examples:   {"The moment", "What to do", "Why it tends to work"},
	Stories:    {"Situation", "What I did", "What changed"},
}

// body writes the sections with what makes Markdown more than paragraphs.
func (w *writer) body(e *Entry) string {
	var b strings.Builder
	paragraphs := w.text.paragraphs()
	footnote := w.chance(33)
	for i, heading := range sections[e.Kind] {
		fmt.Fprintf(&b, "## %s\n\n", heading)
		for _, p := range paragraphs[i*len(paragraphs)/3 : (i+1)*len(paragraphs)/3] {
			b.WriteString(w.marked(e, p) + "\n\n")
		}
		switch {
		case i == 0 && w.chance(20):
			b.WriteString("> " + w.text.sentence(w.rng, 10, 25) + "\n\n")
		case i == 1 && w.chance(50):
			w.list(&b)
		case i == 1 && w.chance(60):
			w.table(&b)
		case i == 2 && w.chance(25):
			b.WriteString(w.code() + "\n")
		}
		if i == 2 && footnote {
			b.WriteString(w.text.sentence(w.rng, 6, 10) + "[^1]\n\n[^1]: " + w.text.sentence(w.rng, 8, 16) + "\n\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// marked gives a paragraph a link, and now and then emphasis or code.
func (w *writer) marked(e *Entry, p string) string {
	if w.chance(40) {
		run := w.text.run(w.rng, 1, 2)
		p += " " + capital(w.text.run(w.rng, 3, 5)) + " " + w.one("**"+run+"**", "*"+run+"*", "`"+run+"`") + " " + w.text.run(w.rng, 3, 5) + "."
	}
	if w.chance(70) {
		to := w.any(e, w.corpus.Entries)
		fragment := ""
		if w.chance(25) {
			fragment = "#" + strings.ReplaceAll(strings.ToLower(sections[to.Kind][w.rng.IntN(3)]), " ", "-")
		}
		p += fmt.Sprintf(" %s [%s](../%s/%s.md%s) %s.", capital(w.text.run(w.rng, 2, 4)), strings.ToLower(to.Title), to.Kind, to.ID, fragment, w.text.run(w.rng, 2, 4))
	}
	return p
}

func (w *writer) list(b *strings.Builder) {
	mark := w.one("-", "1.")
	for range 3 + w.rng.IntN(3) {
		b.WriteString(mark + " " + w.text.sentence(w.rng, 4, 12) + "\n")
	}
	b.WriteString("\n")
}

func (w *writer) table(b *strings.Builder) {
	row := func(from, to int) {
		fmt.Fprintf(b, "| %s | %s | %s |\n", capital(w.text.run(w.rng, 1, 2)), w.text.run(w.rng, from, to), w.text.run(w.rng, from, to))
	}
	row(1, 2)
	b.WriteString("|---|---|---|\n")
	for range 3 + w.rng.IntN(3) {
		row(2, 6)
	}
	b.WriteString("\n")
}

// snippets are code as entries show it, with a place for words.
var snippets = []string{
	"```sh\n# %[1]s\nfor file in notes/*.txt; do\n  grep -c %[2]q \"$file\" || echo \"$file: %[3]s\"\ndone\n```\n",
	"```python\ndef remind(people):\n    \"\"\"%[1]s\"\"\"\n    for person in people:\n        if person.away:\n            continue\n        send(person, %[2]q, days=%[4]d)  # %[3]s\n```\n",
	"```yaml\n# %[1]s\nagenda:\n  - topic: %[2]q\n    minutes: %[4]d\n  - topic: %[3]q\n```\n",
	"```sql\n-- %[1]s\nSELECT team, count(*) FROM handovers\nWHERE note LIKE '%%%[2]s%%' AND week > %[4]d\nGROUP BY team ORDER BY 2 DESC;\n```\n",
	"```go\n// %[1]s\nfunc due(notes []Note) (late []Note) {\n\tfor _, n := range notes {\n\t\tif n.Topic == %[2]q && n.Days > %[4]d {\n\t\t\tlate = append(late, n)\n\t\t}\n\t}\n\treturn late // %[3]s\n}\n```\n",
}

func (w *writer) code() string {
	return fmt.Sprintf(w.one(snippets...), w.text.run(w.rng, 4, 8), w.text.run(w.rng, 1, 2), w.text.run(w.rng, 2, 4), 2+w.rng.IntN(30))
}
