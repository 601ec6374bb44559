package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/amend"
	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// desk is where stories are tried: the playbook as it is, and as it would be with one
// story accepted. Nothing is written.
type desk struct {
	p      *project
	files  *overlay
	b      *build.Builder
	show   func(stage string, done, total int)
	now    *build.Result
	found  diag.List // what check finds now
	edited []string  // the files that the builder has to look at again
}

func (p *project) desk(ctx context.Context, show func(string, int, int)) (*desk, error) {
	d := &desk{p: p, files: p.overlay(), show: show}
	var err error
	if d.b, err = p.builder(selection{}, builderOptions{edited: d.files, watching: true, progress: show}); err != nil {
		return nil, err
	}
	if d.now, err = d.b.Rebuild(ctx); err != nil {
		return nil, err
	}
	d.found, err = d.try(ctx, d.now)
	return d, err
}

// try finds every mistake, as findAll does.
func (d *desk) try(ctx context.Context, r *build.Result) (diag.List, error) {
	mistakes, err := r.Try(ctx, d.show)
	list := append(slices.Clone(r.Diagnostics), mistakes...)
	list.Sort()
	return list, err
}

// trial is what would be if a story were accepted.
type trial struct {
	before, after []byte
	changes       []amend.Change
	then          *build.Result
	found, later  diag.List // what check would find of the story, at places of the file as it is and as it would be
}

// accept tries a story with some fields set.
func (d *desk) accept(ctx context.Context, e *playbook.Entry, fields []amend.Field) (*trial, error) {
	before, err := rootFiles{d.p}.ReadFile(e.File)
	if err != nil {
		return nil, err
	}
	t := &trial{before: before, then: d.now}
	t.after, t.changes, err = amend.Set(before, fields...)
	var refused *amend.Refused
	switch {
	case errors.As(err, &refused):
		t.found = append(d.of(e.File, d.found), cannotAccept(d.now.Playbook.Text(e).Where, refused))
		return t, nil
	case errors.Is(err, amend.ErrUnreadable): // which is among what check finds
		t.found = d.of(e.File, d.found)
		return t, nil
	case err != nil:
		return nil, err
	}
	d.files.edit(e.File, t.after)
	defer d.files.edit(e.File, nil)
	if t.then, err = d.b.Revise(ctx, append(d.edited, e.File)); err != nil {
		return nil, err
	}
	d.edited = []string{e.File}
	list, err := d.try(ctx, t.then)
	if err != nil {
		return nil, err
	}
	t.later = append(d.of(e.File, list), keptAuthors(t.then.Playbook, e.File)...)
	t.later.Sort()
	t.found = asItIs(slices.Clone(t.later), e.File, t.changes)
	return t, nil
}

// of picks the findings that a story answers for: those in its file, and those elsewhere
// that there were not before.
func (d *desk) of(file string, list diag.List) diag.List {
	type finding struct{ code, file, text string }
	known := map[finding]int{}
	for _, f := range d.found {
		known[finding{f.Code, f.Pos.File, f.Text}]++
	}
	var out diag.List
	for _, f := range list {
		if k := (finding{f.Code, f.Pos.File, f.Text}); f.Pos.File == file {
			out = append(out, f)
		} else if known[k]--; known[k] < 0 {
			out = append(out, f)
		}
	}
	return out
}

// asItIs moves findings to the lines that the file has before anything is written.
func asItIs(list diag.List, file string, changes []amend.Change) diag.List {
	for i := range list {
		f := &list[i]
		if f.Pos.File != file {
			continue
		}
		line := f.Pos.Line
		for _, c := range changes {
			switch {
			case c.Added && c.Line <= line:
				f.Pos.Line--
			case !c.Added && c.Line == line:
				f.Source = c.Before
				f.Length = max(1, min(f.Length, utf8.RuneCountInString(c.Before)-f.Pos.Column+1))
			}
		}
	}
	return list
}

// keptAuthors warns of names that no page shows and the repository keeps.
func keptAuthors(p *playbook.Playbook, file string) diag.List {
	e, ok := p.ByFile(file)
	if !ok || len(e.Common.Authors) == 0 || e.Story.Credit == playbook.CreditNamed || e.Story.Credit == "" {
		return nil
	}
	where := p.Text(e).Where
	pos := where.At("authors")
	line := where.Line(pos.Line)
	return diag.List{{
		Code: "kept-authors", Severity: diag.Warning, Pos: pos, Source: line, Length: utf8.RuneCountInString(strings.TrimSpace(line)) - pos.Column + 1,
		Text: fmt.Sprintf("authors stands in the file, and credit is “%s”: no page shows it, but whoever can read the repository does", e.Story.Credit),
		Hint: "remove the line before the file is committed; what was committed stays in the history",
	}}
}

// cannotAccept is a line that is for somebody to edit by hand.
func cannotAccept(where playbook.Where, refused *amend.Refused) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "cannot-accept", Severity: diag.Error, Pos: diag.Position{File: where.File, Line: refused.Line}, Source: where.Line(refused.Line),
		Text: refused.Error(), Hint: "write it by hand, on a line of its own: " + refused.Name + ": …",
	}
}
