package frontmatter

import (
	"fmt"
	"strings"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/playbook"
)

// Template writes a new entry: every required field with a value to write over, and
// the values there are beside it. It checks clean from the first moment, and is a
// draft until its author says otherwise. given holds the values already known, as YAML.
func Template(kind playbook.Kind, given map[string]string, vocabularies map[string][]string) []byte {
	_, targets := newEntry(kind)
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range decode.Describe(targets, options(kind, vocabularies)) {
		value, known := given[f.Name]
		if !f.Required && !known {
			continue
		}
		if !known {
			value = starter(f)
		}
		fmt.Fprintf(&b, "# %s%s\n%s: %s\n", f.Doc, choices(f), f.Name, value)
	}
	b.WriteString("# Remove this line when it may be read.\ndraft: true\n---\n")
	b.WriteString(bodies[kind])
	return []byte(b.String())
}

// starter is a value that the decoder accepts: the first of a fixed set, or a text
// that asks to be replaced.
func starter(f decode.Described) string {
	value := `"…"`
	if len(f.Values) > 0 {
		value = f.Values[0]
	}
	if f.List {
		return "[" + value + "]"
	}
	return value
}

func choices(f decode.Described) string {
	if len(f.Values) == 0 {
		return ""
	}
	return " One of: " + strings.Join(f.Values, ", ") + "."
}

// bodies are the shapes that an entry of each kind has.
var bodies = map[playbook.Kind]string{
	playbook.KindPrinciple: `
## A scene you know

Where would a reader meet this? One moment, with people in it.

## Why it works

What moves people here?

## Try it this week

The practice, made concrete.

## Where it stops

What is it mistaken for, and when does it fail?
`,
	playbook.KindExample: `
## The moment

When would I need this?

## What to do

Step by small step.

## Words you could use

“…”

## When not to

When does it fail, or hurt?
`,
	playbook.KindStory: `
## Situation

Where, and between whom? No names, no exact dates.

## What I did

What you said or did, as it was: the words, not the intention.

## What changed

Who did what differently afterwards? If nobody did, say so: an honest attempt is
worth reading.
`,
	playbook.KindPage: "\n",
}
