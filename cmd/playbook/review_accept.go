package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/amend"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// acceptFlags are what accept is asked besides the story.
type acceptFlags struct {
	dir, consent   string
	strict, dryRun bool
}

func acceptCommand(s streams) *cobra.Command {
	var f acceptFlags
	cmd := &cobra.Command{
		Use:   "accept FILE",
		Short: "Accept a story: check it, record consent, set its review",
		Long: `Accept checks the whole playbook as it would be with the story in it. If all is well it
sets “review” to accepted, and adds “consent” where that is missing: these lines change,
no others. Comments, order, quotes and the text stay as they are. What has errors is not
accepted; warnings are shown.

A story belongs to whoever lived it. So without consent in the file, --consent says on
which day they agreed that it be published as it stands. Nobody else can agree for them.

FILE is the story's path, or its id. Nothing is committed and nothing leaves this
machine: look at the change, then commit it. The exit code is 0 for a story that is
accepted already.`,
		Example: `  playbook review accept content/stories/the-map.md
  playbook review accept the-map --consent today
  playbook review accept the-map --consent 2026-03-09 --dry-run`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] == "" {
				return &usageError{"accept needs one story", "playbook review lists those that wait"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := f.day()
			if err != nil {
				return err
			}
			p, err := openProject(f.dir)
			if err != nil {
				return err
			}
			defer p.Close()
			return p.accept(cmd.Context(), s, f, args[0], day)
		},
	}
	cmd.Flags().StringVarP(&f.dir, "dir", "C", ".", "root of the playbook")
	cmd.Flags().StringVar(&f.consent, "consent", "", "the day its teller agreed: today, or like 2026-03-09")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "let warnings refuse it too")
	cmd.Flags().BoolVarP(&f.dryRun, "dry-run", "n", false, "show what would change, and write nothing")
	return cmd
}

// day is the one that --consent gives, or "".
func (f *acceptFlags) day() (playbook.Date, error) {
	now, err := today()
	if f.consent == "" || err != nil {
		return "", err
	}
	if f.consent == "today" {
		return now, nil
	}
	var day playbook.Date
	if err := day.UnmarshalText([]byte(f.consent)); err != nil {
		return "", &usageError{"--consent " + err.Error(), "write today, or the day like 2026-03-09"}
	}
	if day > now {
		return "", &usageError{"--consent " + f.consent + " has not come yet", "give the day on which the teller agreed"}
	}
	return day, nil
}

func (p *project) accept(ctx context.Context, s streams, f acceptFlags, name string, day playbook.Date) error {
	show, clear := progress(s.err)
	d, err := p.desk(ctx, show)
	if err != nil {
		clear()
		return err
	}
	a, err := d.acceptance(ctx, name, day)
	clear()
	if err != nil {
		return err
	}
	if day != "" && a.story.Story.Consent != "" && a.story.Story.Consent != day {
		fmt.Fprintf(s.err, "consent of %s stands in the file, and stays\n", a.story.Story.Consent)
	}
	if a.accepted {
		fmt.Fprintf(s.out, "%s is accepted already\n", visible(p.path(a.story.File)))
		return nil
	}
	refused := verdict(a.found, f.strict)
	if refused == nil && a.unasked {
		refused = noConsent(a.story)
	}
	if refused == nil && !f.dryRun {
		if err := p.replace(a.story.File, a.before, a.after); err != nil {
			return err
		}
		a.found = a.later
	}
	if err := printFindings(s.err, p.located(a.found)); err != nil {
		return err
	}
	if refused != nil {
		fmt.Fprintf(s.err, "not accepted: %s is as it was\n", visible(p.path(a.story.File)))
		if a.unasked && errors.Is(refused, errFindings) {
			fmt.Fprintln(s.err, "it will also need --consent, with the day its teller agreed")
		}
		return refused
	}
	return a.print(s, p, f.dryRun)
}

// acceptance is what accepting a story comes to.
type acceptance struct {
	*trial
	d        *desk
	story    *playbook.Entry
	accepted bool // it is, already
	unasked  bool // nobody has said when its teller agreed
}

// acceptance tries to accept a story. Without consent it is tried with today's, so that all
// else that is wrong shows in the same run.
func (d *desk) acceptance(ctx context.Context, name string, day playbook.Date) (*acceptance, error) {
	e, err := d.story(name)
	if err != nil {
		return nil, err
	}
	a := &acceptance{d: d, story: e}
	severity, ruled := d.now.Playbook.Settings.Rules["consent"]
	optional := ruled && severity == diag.Off && day == ""
	needs := e.Story.Consent == "" && !optional && !d.wrong(e, "consent")
	if a.accepted = e.Story.Review == playbook.ReviewAccepted && !needs; a.accepted {
		return a, nil
	}
	fields := []amend.Field{{Name: "review", Value: string(playbook.ReviewAccepted), After: []string{"provenance", "people"}}}
	if needs {
		if a.unasked = day == ""; a.unasked {
			day = d.now.Playbook.Today
		}
		fields = append(fields, amend.Field{Name: "consent", Value: string(day), After: []string{"people", "credit"}})
	}
	a.trial, err = d.accept(ctx, e, fields)
	return a, err
}

// wrong says whether a value of the story could not be read: it is not written over.
func (d *desk) wrong(e *playbook.Entry, field string) bool {
	line, _, ok := d.now.Playbook.Text(e).Fields.Of(field)
	for _, f := range d.found {
		if ok && f.Pos.File == e.File && f.Pos.Line == line && f.Severity == diag.Error {
			return true
		}
	}
	return false
}

func noConsent(e *playbook.Entry) error {
	return &usageError{
		fmt.Sprintf("nobody has said that whoever told “%s” agrees to its publication", e.Title),
		fmt.Sprintf("ask them whether it may be published as it stands, as it promises (credit: %s, people: %s); then say so with --consent today, or with the day they agreed: --consent 2026-03-09",
			e.Story.Credit, e.Story.People),
	}
}
