//go:build browser

package browser

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

// room is a playbook that stories are handed in to, one at a time. It reads a story the way
// `playbook check` does, without what that does besides; TestShareRoomIsTheChecker holds it to that.
type room struct {
	files     fstest.MapFS
	settings  playbook.Settings
	converter *markdown.Converter
	others    []*playbook.Entry
}

func newRoom(t *testing.T, files fstest.MapFS) *room {
	t.Helper()
	settings, bad := config.Parse(files["content/playbook.yaml"].Data, check.Codes())
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	r := &room{files: files, settings: settings, converter: markdown.New(markdown.Options{Lang: settings.Language})}
	for name, f := range files {
		if strings.HasSuffix(name, ".md") {
			e, list := r.read(name, string(f.Data))
			if len(list) > 0 {
				t.Fatal(list)
			}
			r.others = append(r.others, e)
		}
	}
	slices.SortFunc(r.others, func(a, b *playbook.Entry) int { return strings.Compare(a.File, b.File) })
	return r
}

func (r *room) read(file, text string) (*playbook.Entry, diag.List) {
	folder, name, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	kind, _ := playbook.KindOfDir(folder)
	front, list := frontmatter.Parse(file, kind, strings.TrimSuffix(name, ".md"), []byte(text), config.Vocabularies(r.settings))
	body, bad := r.converter.Convert(file, front.Body, front.Line)
	front.Entry.Say(&playbook.Text{Where: front.Where, Body: body})
	return front.Entry, append(list, bad...)
}

// handed is a story as the program reads it.
type handed struct {
	entry *playbook.Entry
	body  playbook.Body
	list  []remark
}

// hand reads a story that has been handed in, and checks the playbook with it.
func (r *room) hand(one told) handed {
	file := "content/stories/" + one.File
	e, list := r.read(file, one.Text)
	p := playbook.Assemble(playbook.Input{Settings: r.settings, Entries: append(slices.Clone(r.others), e)})
	list = check.Apply(r.settings, append(list, check.Run(p, check.Options{})...))
	out := handed{entry: e, body: p.Text(e).Body}
	for _, d := range list {
		if d.Pos.File == file {
			out.list = append(out.list, remarkOf(d, one.Text))
		}
	}
	return out
}

var inQuotes = regexp.MustCompile(`“([^”]*)”`)

// remarkOf says of a finding which field or section it stands in.
func remarkOf(d diag.Diagnostic, text string) remark {
	r := remark{Code: d.Code, Severity: d.Severity.String(), Text: d.Text, Hint: d.Hint}
	named := ""
	if m := inQuotes.FindStringSubmatch(d.Text); m != nil {
		named = m[1]
	}
	switch {
	case d.Code == "missing-field":
		r.Field = named
		return r
	case d.Code == "missing-section":
		r.Section = named
		return r
	}
	ends := 0
	for _, line := range strings.Split(text, "\n")[:d.Pos.Line] {
		switch field, _, isField := strings.Cut(line, ":"); {
		case line == "---":
			ends++
			r.Field = ""
		case ends == 1 && isField && line[0] != ' ':
			r.Field = field
		case ends > 1 && strings.HasPrefix(line, "## "):
			r.Section = line[len("## "):]
		}
	}
	return r
}

func sortRemarks(list []remark) []remark {
	slices.SortFunc(list, func(a, b remark) int { return strings.Compare(a.String(), b.String()) })
	return list
}
