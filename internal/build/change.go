package build

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// split tells paths of the content from those of themes. It is not ok when there are others,
// of which only a rebuild knows what they mean.
func split(paths []string) (content []string, themes, ok bool) {
	for _, p := range paths {
		switch first, _, _ := strings.Cut(p, "/"); first {
		case source.Dir:
			content = append(content, p)
		case "themes":
			themes = true
		default:
			return nil, false, false
		}
	}
	return content, themes, true
}

// differing returns the readings that are not as they were. It is not ok when the
// files are not the same ones.
func differing(before, now []*reading) (entries []*playbook.Entry, ok bool) {
	if len(before) != len(now) {
		return nil, false
	}
	for i, r := range now {
		if r == before[i] {
			continue
		}
		if r.entry.File != before[i].entry.File {
			return nil, false
		}
		entries = append(entries, &r.entry)
	}
	return entries, true
}

// changes lists the published entries whose files are not as they were. Both lists are
// in the order of the files.
func changes(p *playbook.Playbook, before, now []*reading) []Change {
	var out []Change
	i := 0
	for _, r := range now {
		for i < len(before) && before[i].entry.File < r.entry.File {
			i++
		}
		if i < len(before) && before[i].entry.File == r.entry.File && before[i].hash == r.hash {
			continue
		}
		if e, ok := p.ByFile(r.entry.File); ok && e.Derived.Published {
			out = append(out, Change{e.File, e.PageAddress(), e.Title})
		}
	}
	return out
}
