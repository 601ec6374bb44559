package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// mark is what a story is known by when it comes again, in whatever form: what its answers
// mean, without anything that tells who gave them.
func (d *draft) mark() string {
	var all []string
	for _, f := range slices.Sorted(maps.Keys(d.fields)) {
		if f == "review" || f == "provenance" || f == "authors" {
			continue
		}
		values := slices.Clone(d.fields[f])
		for i := range values {
			values[i] = key(values[i])
		}
		slices.Sort(values)
		all = append(all, f+"="+strings.Join(values, ","))
	}
	for _, s := range slices.Sorted(maps.Keys(d.sections)) {
		all = append(all, s+"="+key(strings.Join(d.sections[s], "\n")))
	}
	for _, e := range d.extra {
		all = append(all, "="+key(e.heading+"\n"+e.text))
	}
	sum := sha256.Sum256([]byte(strings.Join(all, "\n")))
	return hex.EncodeToString(sum[:8])
}

const markLine = "# import: "

var marked = regexp.MustCompile(`(?m)^` + markLine + `([0-9a-f]{16})\b`)

// Marks are what the story in a file of the playbook is known by: the line that import
// wrote into it, and what it says now, as a teller may hand in a file that is there already.
func Marks(in Input, o Options) []string {
	var out []string
	if m, found, closed := cut(string(in.Data), 1); found && closed {
		if line := marked.FindStringSubmatch(m.text); line != nil {
			out = append(out, line[1])
		}
	}
	o.Format = Markdown
	o.Known = func(string) (string, bool) { return "", false }
	o.Taken = func(string) bool { return false }
	list, _ := Read(in, o)
	if len(list) == 1 {
		out = append(out, list[0].mark)
	}
	return out
}
