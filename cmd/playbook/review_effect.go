package main

import (
	"fmt"

	"github.com/microleadership/playbook/internal/news"
)

// print says what has changed, in the file and for readers, and what is left to do.
func (a *acceptance) print(s streams, p *project, dryRun bool) error {
	file := visible(p.path(a.story.File))
	if dryRun {
		fmt.Fprintf(s.out, "would accept “%s”\n", visible(a.story.Title))
	} else {
		fmt.Fprintf(s.out, "accepted “%s”\n", visible(a.story.Title))
	}
	fmt.Fprintf(s.out, "\n%s\n", file)
	added := 0
	for _, c := range a.changes {
		if c.Added {
			added++
		} else {
			fmt.Fprintf(s.out, "%5d - %s\n", c.Line-added, visible(c.Before))
		}
		fmt.Fprintf(s.out, "%5d + %s\n", c.Line, visible(c.After))
	}
	fmt.Fprintln(s.out)
	for _, line := range a.remarks() {
		fmt.Fprintln(s.out, line)
	}
	o := news.Options{Dir: p.fromHere()}
	changes := news.Compare(news.Of(a.d.now.Playbook, o), news.Of(a.then.Playbook, o))
	if err := changes.WriteText(s.out, news.TextOptions{}); err != nil {
		return err
	}
	for _, line := range a.weight() {
		fmt.Fprintf(s.out, "  %s\n", line)
	}
	if dryRun {
		fmt.Fprintln(s.out, "\nnothing was written")
	} else {
		fmt.Fprintf(s.out, "\nnext: look at the change, and commit %s\n", file)
	}
	return nil
}

// remarks say why the story stays unpublished.
func (a *acceptance) remarks() []string {
	e, ok := a.then.Playbook.ByFile(a.story.File)
	if !ok {
		return nil
	}
	var out []string
	if e.Draft && !e.Derived.Published {
		out = append(out, "it stays unpublished as long as it is a draft; remove “draft” when it may be read")
	}
	if e.PublishOn > a.then.Playbook.Today && !e.Derived.Published {
		out = append(out, "it stays unpublished until "+string(e.PublishOn))
	}
	return out
}

// weight says what the ideas rest on that the story names and does not promote.
func (a *acceptance) weight() []string {
	then := a.then.Playbook
	e, ok := then.ByFile(a.story.File)
	if !ok || !e.Derived.Published {
		return nil
	}
	var out []string
	for _, to := range then.Named(e) {
		before, ok := a.d.now.Playbook.ByFile(to.File)
		if !ok || before.Derived.Maturity != to.Derived.Maturity {
			continue
		}
		line := "“" + visible(to.Title) + "” stays " + to.Derived.Maturity.String()
		if v := to.Derived.Evidence; v.Followed > 0 {
			line += ", by " + plural(v.Followed, "story")
			if v.Teams > 0 {
				line += " from " + plural(v.Teams, "team")
			}
		}
		out = append(out, line)
	}
	return out
}
