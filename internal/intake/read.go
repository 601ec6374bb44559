package intake

import (
	"path"
	"strconv"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// reader reads one input.
type reader struct {
	page
	Options
	headings *headings
	lines    []string
	reported map[string]bool // columns of a table that are not taken over
}

// Read makes stories of an input, and says what it could not use, where in the input.
// Names are given in the order of the stories, so several inputs are read one after the
// other, with Options.Taken and Options.Known told of what came out before.
func Read(in Input, o Options) ([]Story, diag.List) {
	if len(in.Data) > MaxInput {
		return nil, diag.List{{
			Code: "not-a-story", Severity: diag.Error, Pos: diag.Position{File: in.File},
			Text: "it is larger than " + strconv.Itoa(MaxInput>>20) + " MB", Hint: "split it",
		}}
	}
	r := newReader(in, o)
	var out []Story
	names := map[string]bool{}
	marks := map[string]string{}
	for _, t := range r.stories(r.format()) {
		if n := t.size(); n > MaxStory {
			r.fail("not-a-story", t.at, "the story is longer than "+strconv.Itoa(MaxStory>>10)+" kB", "shorten it, or write its file by hand")
			continue
		}
		if len(t.answers)+len(t.free) > MaxAnswers {
			r.fail("not-a-story", t.at, "the story has more than "+strconv.Itoa(MaxAnswers)+" answers", "")
			continue
		}
		before := len(r.list)
		s, ok := r.compose(t, names)
		if !ok {
			continue
		}
		if file, again := marks[s.mark]; again {
			s = Story{Title: s.Title, From: s.From, Known: file, mark: s.mark}
		}
		if s.Known != "" {
			r.list = r.list[:before] // all of it was said when the story came first
		} else {
			marks[s.mark] = path.Join("content", playbook.KindStory.Dir(), s.ID+".md")
			names[s.ID] = true
		}
		out = append(out, s)
	}
	return out, r.list
}

func newReader(in Input, o Options) *reader {
	return &reader{page: read(in), Options: o, headings: newHeadings(o.Settings), reported: map[string]bool{}}
}

// line is a line of the input.
func (r *reader) line(n int) string {
	if r.lines == nil {
		r.lines = strings.Split(r.text, "\n")
	}
	if n < 1 || n > len(r.lines) {
		return ""
	}
	return r.lines[n-1]
}

// format finds out what the input is: by its first sign, and else by what it asks.
func (r *reader) format() Format {
	if r.Format != Auto && r.Format != "" {
		return r.Format
	}
	text := strings.TrimSpace(r.text)
	if text == "" {
		return ""
	}
	if text[0] == '{' || text[0] == '[' {
		if _, n, err := readJSON(r.text, 1); err == nil && strings.TrimSpace(r.text[n:]) == "" {
			return Issue
		}
		if text[0] == '{' {
			return Markdown
		}
	}
	if _, found, _ := cut(r.text, 1); found {
		return Markdown
	}
	if r.isTable() {
		return CSV
	}
	for _, p := range outline(r.text, 1, func(_ int, h string) (bool, bool) { return r.headings.find(h) != "", true }) {
		if p.level > 0 {
			return Issue
		}
	}
	return ""
}

// stories reads the input as a format.
func (r *reader) stories(f Format) []told {
	switch f {
	case Markdown:
		return r.markdown()
	case CSV:
		return r.table()
	case Issue:
		if text := strings.TrimSpace(r.text); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
			return r.issues()
		}
		return []told{r.issue("", r.text, 1, true)}
	}
	what := "this is nothing that import knows"
	if strings.TrimSpace(r.text) == "" {
		what = "there is nothing in it"
	}
	r.fail("not-a-story", diag.Position{File: r.file}, what, "it reads front matter, issues of forges and tables of web forms; --format says which one it is")
	return nil
}
