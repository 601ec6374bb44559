package check

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// spots remembers where the findings in the facts stand in their files, so that files which
// have not changed need not be read again to say so.
type spots map[sought]spot

// sought is what is looked for in a file: the words of a value or of a link.
type sought struct {
	version playbook.Version
	path    string // of the value
	link    int    // or else the number of the link
	words   string
}

// spot is a place in a file, with the line that it is in.
type spot struct {
	Pos    diag.Position
	Length int
	Source string
}

// place says where findings stand as the texts are now.
func (r *run) place(list []finding, before *run) diag.List {
	out := make(diag.List, len(list))
	parallel.Each(len(list), 16, func() func(int) {
		l := looker{p: r.p}
		return func(i int) {
			f := &list[i]
			at, known := before.spots[r.sought(f)]
			if !known {
				at = l.find(f)
			}
			out[i] = diag.Diagnostic{
				Code: f.rule.Code, Severity: f.rule.Severity, Text: f.text, Hint: f.hint,
				Pos: at.Pos, Length: at.Length, Source: at.Source,
			}
		}
	})
	r.spots = spots{}
	for i := range list {
		if s := r.sought(&list[i]); s.version != (playbook.Version{}) {
			r.spots[s] = spot{out[i].Pos, out[i].Length, out[i].Source}
		}
	}
	return out
}

// sought has no version when f is not about an entry that has one.
func (r *run) sought(f *finding) sought {
	if f.place.entry == nil {
		return sought{}
	}
	return sought{r.p.Version(f.place.entry), f.place.path, f.place.link, f.words}
}

// looker looks for findings. It keeps the last text for as long as it looks: several
// findings of one entry stand in a row.
type looker struct {
	p    *playbook.Playbook
	of   *playbook.Entry
	text *playbook.Text
}

func (l *looker) find(f *finding) spot {
	d := diag.Diagnostic{}
	switch e := f.place.entry; {
	case f.place.file != "":
		return spot{Pos: diag.Position{File: "content/" + f.place.file}}
	case e == nil:
		w := &l.p.Settings.Where
		d.Pos = w.At(f.place.path)
		d.Source = w.Line(d.Pos.Line)
	default:
		text := l.read(e)
		if links := text.Body.Links; 0 < f.place.link && f.place.link <= len(links) { // a text that was read again may have fewer
			d.Pos = links[f.place.link-1].Pos
		} else {
			d.Pos = text.At(f.place.path)
		}
		d.Source = strings.Clone(text.Line(d.Pos.Line)) // lest it keep the text in memory
		if d.Pos.File == e.File {
			d.Pos.File = e.File
		}
	}
	d = underlined(d, f.words)
	return spot{d.Pos, d.Length, d.Source}
}

func (l *looker) read(e *playbook.Entry) *playbook.Text {
	if l.of != e {
		l.of, l.text = e, l.p.Text(e)
	}
	return l.text
}
