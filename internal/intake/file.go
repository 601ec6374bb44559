package intake

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// order is how the fields of a story stand in a file.
var order = []string{
	"title", "summary", "lens", "aliases", "asks", "tags", "sources", "authors", "lang", "principles", "examples",
	"way", "toward", "action", "magnitude", "receptivity", "style", "setting",
	"outcome", "followers", "authority", "hat_after", "intentional", "told_by", "credit", "people", "consent", "when", "team",
	"provenance", "review",
}

var lists = []string{"aliases", "asks", "tags", "authors", "principles", "examples", "toward", "style"}

// file writes the story as its authors would.
func (d *draft) file(mark string) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	for _, name := range order {
		values, groups := d.fields[name], d.groups[name]
		switch {
		case len(groups) > 0:
			b.WriteString(name + ":\n")
			for _, g := range groups {
				for i, f := range g {
					b.WriteString(map[bool]string{true: "  - ", false: "    "}[i == 0] + f.name + ": " + scalar(f.text) + "\n")
				}
			}
		case len(values) == 0:
		case name == "asks":
			b.WriteString(name + ":\n")
			for _, v := range values {
				b.WriteString("  - " + scalar(v) + "\n")
			}
		case slices.Contains(lists, name):
			var items []string
			for _, v := range values {
				items = append(items, scalar(v))
			}
			b.WriteString(name + ": [" + strings.Join(items, ", ") + "]\n")
		default:
			v := scalar(values[0])
			if name == "when" || name == "consent" {
				v = values[0] // figures, which the field wants as they are
			}
			b.WriteString(name + ": " + v + "\n")
		}
	}
	d.comment(&b)
	b.WriteString(markLine + mark + " (by this line, import knows the story again)\n---\n")
	for _, e := range d.extra {
		if e.heading == "" {
			b.WriteString("\n" + section(e.text) + "\n")
		}
	}
	for _, name := range []string{
		playbook.SectionSituation, playbook.SectionDid, playbook.SectionChanged, playbook.SectionAfterwards, playbook.SectionNobody,
	} {
		if texts := d.sections[name]; len(texts) > 0 {
			b.WriteString("\n## " + name + "\n\n" + section(strings.Join(texts, "\n\n")) + "\n")
		}
	}
	for _, e := range d.extra {
		if e.heading != "" {
			b.WriteString("\n## " + escapedLine(e.heading) + "\n\n")
			if e.text != "" {
				b.WriteString(section(e.text) + "\n")
			}
		}
	}
	return b.Bytes()
}

// escapedLine is a heading in which no HTML is.
func escapedLine(text string) string { return noHTML(line(text)) }

// comment keeps what has no place in the model where only people who open the file read it.
func (d *draft) comment(b *bytes.Buffer) {
	if len(d.notes) == 0 {
		return
	}
	b.WriteString("# Handed in and not used. Comments are never published; take out what is not needed.\n")
	for _, n := range d.notes {
		heading := n.heading
		if heading == "" {
			heading = "(no heading)"
		}
		b.WriteString("#   " + line(heading) + ":\n")
		for l := range strings.SplitSeq(n.text, "\n") {
			b.WriteString(strings.TrimRight("#     "+l, " \t") + "\n")
		}
	}
}

// plainScalar is text that YAML reads as text, also in brackets, without quotes.
var plainScalar = regexp.MustCompile(`^[\pL][\pL\d '’“”().!?/–—-]*$`)

// isWord is what YAML has another reading of.
var isWord = regexp.MustCompile(`(?i)^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$`)

// scalar writes a value: as it is if nothing in it means anything, and else in quotes.
func scalar(text string) string {
	if plainScalar.MatchString(text) && !isWord.MatchString(text) && strings.TrimSpace(text) == text {
		return text
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b) // whatever JSON writes, YAML reads the same in double quotes
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil { // of a string: cannot fail
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
