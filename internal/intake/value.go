package intake

import (
	"regexp"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// plainAnswers are what people say to a question that is asked like one that wants yes or
// no. A promise is never among them: no one means it by a word.
var plainAnswers = map[string]map[string]string{
	"outcome":     {"yes": "followed", "no": "not-followed", "some": "partly", "i dont know": "unknown", "nobody": "not-followed"},
	"authority":   {"yes": "formal", "no": "none"},
	"hat_after":   {"no": "none"},
	"intentional": {"true": "yes", "false": "no", "i dont know": "unknown"},
	"followers":   {"1": "one"},
}

// value finds what an answer to a field with fixed values means, or "".
func (o Options) value(field, text string) string {
	k := key(text)
	if k == "" {
		return ""
	}
	values := o.Settings.Choices(field)
	for _, v := range values {
		if k == key(v) {
			return v
		}
	}
	for _, v := range values {
		if k == key(o.Settings.Choice(field, v)) || k == key(playbook.Choice(field, v)) || o.Label != nil && k == key(o.Label(field, v)) {
			return v
		}
	}
	for _, v := range values {
		short, _, _ := strings.Cut(playbook.Choice(field, v), ":")
		if k == key(short) || k == key(strings.TrimPrefix(v, "by-")) {
			return v
		}
	}
	if v := plainAnswers[field][k]; slices.Contains(values, v) {
		return v
	}
	return ""
}

var separators = regexp.MustCompile(`[,;\n]`)

// parts splits an answer that may name several things, which may have commas themselves:
// the longest run of pieces that is known is one. Unknown pieces come back as rest.
func parts(text string, known func(string) string) (found, rest []string) {
	pieces := separators.Split(text, -1)
	ends := separators.FindAllStringIndex(text, -1)
	starts := []int{0}
	for _, e := range ends {
		starts = append(starts, e[1])
	}
	stop := func(i int) int { // where piece i ends
		if i < len(ends) {
			return ends[i][0]
		}
		return len(text)
	}
	const longest = 12 // pieces that a title or a label is made of, at most
	for i := 0; i < len(pieces); {
		if strings.TrimSpace(pieces[i]) == "" {
			i++
			continue
		}
		n := 0
		for j := min(i+longest, len(pieces)); j > i; j-- {
			if v := known(strings.TrimSpace(text[starts[i]:stop(j-1)])); v != "" {
				found = append(found, v)
				n = j - i
				break
			}
		}
		if n == 0 {
			rest = append(rest, strings.TrimSpace(pieces[i]))
			n = 1
		}
		i += n
	}
	return found, rest
}

// entry finds the entry of a kind that an answer means, or "".
func (o Options) entry(kind playbook.Kind) func(string) string {
	return func(text string) string {
		text = strings.Trim(strings.TrimSpace(text), "[]“”\"")
		if id, ok := o.Resolve(kind, text); ok {
			return id
		}
		if id, ok := o.Resolve(kind, playbook.Slug(text)); ok && playbook.Slug(text) != "" {
			return id
		}
		return ""
	}
}

// suggestion is the hint for a value that is not known.
func (o Options) suggestion(field, text string) string {
	switch field {
	case "principles":
		return diag.DidYouMean(text, o.Names(playbook.KindPrinciple))
	case "examples":
		return diag.DidYouMean(text, o.Names(playbook.KindExample))
	case "team":
		return diag.DidYouMean(text, o.Settings.Teams)
	case "when":
		return "write a year or a quarter: 2025 or 2025-Q3"
	case "consent":
		return "it is a day, like 2026-03-09, and whoever reviews the story asks for it"
	}
	values := o.Settings.Choices(field)
	var labels []string
	for _, v := range values {
		labels = append(labels, o.Settings.Choice(field, v))
	}
	if near := diag.Nearest(text, slices.Concat(values, labels)); near != "" {
		return "did you mean “" + near + "”?"
	}
	return diag.DidYouMean(text, values)
}
