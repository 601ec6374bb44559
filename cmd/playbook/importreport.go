package main

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
)

// What became of a story.
const (
	statusWritten = "written"
	statusPlanned = "planned" // by a dry run
	statusKnown   = "known"   // it is there already
)

// imported is a story in the report; --json prints it.
type imported struct {
	File    string        `json:"file"`
	Title   string        `json:"title,omitempty"`
	Status  string        `json:"status"`
	From    diag.Position `json:"from"`
	Missing []string      `json:"missing,omitempty"` // what the reviewer has to fill in
}

// importReport is all that an import has to say.
type importReport struct {
	Stories     []imported `json:"stories"`
	Written     int        `json:"written"`
	Known       int        `json:"known"`
	Errors      int        `json:"errors"`
	Warnings    int        `json:"warnings"`
	Diagnostics diag.List  `json:"diagnostics"`
}

func (im *importer) report() importReport {
	im.list.Sort()
	rep := importReport{Stories: im.stories, Diagnostics: im.list}
	if rep.Stories == nil {
		rep.Stories = []imported{}
	}
	if rep.Diagnostics == nil {
		rep.Diagnostics = diag.List{}
	}
	for i, story := range rep.Stories {
		switch story.Status {
		case statusWritten:
			rep.Written++
		case statusKnown:
			rep.Known++
		}
		rep.Stories[i].File = path.Join(filepath.ToSlash(im.project.dir), story.File)
	}
	rep.Errors, rep.Warnings = im.list.Count(diag.Error), im.list.Count(diag.Warning)
	return rep
}

// print says what was imported, and returns what the findings come to: doubts are for the
// review, but a story that could not be imported needs somebody now.
func (im *importer) print(s streams, asJSON bool) error {
	rep := im.report()
	if asJSON {
		enc := json.NewEncoder(s.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(rep); err != nil {
			return err
		}
		return verdict(im.list, false)
	}
	if err := printFindings(s.err, im.list); err != nil {
		return err
	}
	for _, story := range rep.Stories {
		verb := map[string]string{statusWritten: "wrote", statusPlanned: "would write", statusKnown: "skipped a story that is there already:"}[story.Status]
		fmt.Fprintf(s.out, "%s %s\n", verb, story.File)
	}
	if len(rep.Stories) == 0 {
		fmt.Fprintln(s.out, "nothing was imported")
	}
	if rep.Written > 0 {
		fmt.Fprintf(s.err, "\nnext: %s\n", im.project.reviewing())
		if rep.incomplete() {
			fmt.Fprintln(s.err, "the site is published without them until they are accepted; for that, what was not answered has to be filled in")
		}
	}
	return verdict(im.list, false)
}

// incomplete says whether a story that was written lacks something that check asks for.
func (rep importReport) incomplete() bool {
	return slices.ContainsFunc(rep.Stories, func(i imported) bool { return i.Status == statusWritten && len(i.Missing) > 0 })
}
