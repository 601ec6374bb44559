package leak

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostHits of one name in one file are reported.
const mostHits = 10

// longestText of an excerpt, in bytes.
const longestText = 80

// report turns findings into hits: each place once, in the order of the file.
func (j *job) report(data []byte, how string) []Hit {
	if len(j.found) == 0 {
		return nil
	}
	// The longest reading of a place says most; of equal ones that of the file as it stands.
	slices.SortStableFunc(j.found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.name, b.name), cmp.Compare(b.end, a.end),
			cmp.Compare(a.layer.depth, b.layer.depth), cmp.Compare(a.reading, b.reading))
	})
	var hits []Hit
	ends, counts := map[int32]int{}, map[int32]int{}
	places := lines{data: data, line: 1}
	for _, f := range j.found {
		if f.offset < ends[f.name] || counts[f.name] == mostHits {
			continue
		}
		ends[f.name] = max(f.end, f.offset+1)
		counts[f.name]++
		h := Hit{Name: int(f.name), Form: f.form(how), Offset: f.offset, Text: f.text()}
		if bytes.IndexByte(data[:min(len(data), 1024)], 0) < 0 {
			h.Line, h.Column = places.at(f.offset)
		}
		hits = append(hits, h)
	}
	clear(j.found)
	return hits
}

// form says in words how a name stands somewhere.
func (f *finding) form(how string) string {
	parts := []string{how, f.reading}
	for l := f.layer; l != nil; l = l.parent {
		if !slices.Contains(parts, l.how) {
			parts = append(parts, l.how)
		}
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return "as it is"
	}
	return strings.Join(parts, ", ")
}

// text is the excerpt, without what a terminal would obey.
func (f *finding) text() string {
	text := f.layer.src[f.from:f.to]
	if len(text) > longestText {
		text = append(bytes.Clone(text[:longestText-3]), "…"...)
	}
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(string(text), "�"))
	return clean
}

// lines counts on from the last place asked for: the hits are in order.
type lines struct {
	data        []byte
	line, begin int
	at0         int
}

func (p *lines) at(offset int) (line, column int) {
	offset = min(offset, len(p.data))
	for {
		n := bytes.IndexByte(p.data[p.at0:max(offset, p.at0)], '\n')
		if n < 0 {
			break
		}
		p.at0 += n + 1
		p.line, p.begin = p.line+1, p.at0
	}
	return p.line, utf8.RuneCount(p.data[p.begin:offset]) + 1
}

// describe says how the letters of a reading stand.
func (r *reading) describe() string {
	var parts []string
	switch r.p.shape {
	case reversed:
		parts = append(parts, "family name first")
	case initials, behind:
		parts = append(parts, "as initials")
	case lastInitial:
		parts = append(parts, "with a family name abbreviated")
	case fields:
		parts = append(parts, "in separate fields")
	}
	if r.p.less {
		parts = append(parts, "shortened")
	}
	if len(r.joints) > 0 && strings.Join(r.joints, "") == "" {
		parts = append(parts, "run together")
	}
	if r.spaced {
		parts = append(parts, "letter by letter")
	}
	if r.split {
		parts = append(parts, "split")
	}
	return strings.Join(append(parts, r.escapes()...), ", ")
}

// escapes are the ways in which letters are encoded.
func (r *reading) escapes() (parts []string) {
	var entities, percents, backslashes bool
	for k := r.start; k < r.end; k++ {
		switch r.src[r.at[k]] {
		case '&':
			entities = true
		case '%':
			percents = true
		case '\\':
			backslashes = true
		}
	}
	if entities {
		parts = append(parts, "as entities")
	}
	if percents {
		parts = append(parts, "percent-encoded")
	}
	if backslashes {
		parts = append(parts, "as escapes")
	}
	return parts
}
