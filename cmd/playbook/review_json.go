package main

import (
	"encoding/json"

	"github.com/microleadership/playbook/internal/diag"
)

// waitingJSON is a story as --format json prints it. Its shape is a promise to scripts:
// fields may be added, none is renamed or removed.
type waitingJSON struct {
	ID          string    `json:"id"`
	Title       string    `json:"title"`
	File        string    `json:"file"`
	Draft       bool      `json:"draft"`
	Since       string    `json:"since"`
	SinceFrom   string    `json:"since_from"` // git or file
	Days        int       `json:"days"`
	Credit      string    `json:"credit"`
	People      string    `json:"people"`
	Provenance  string    `json:"provenance"`
	Consent     string    `json:"consent"` // a day, or "" without
	Errors      int       `json:"errors"`
	Warnings    int       `json:"warnings"`
	Diagnostics diag.List `json:"diagnostics"`
}

type queueJSON struct {
	Waiting  []waitingJSON `json:"waiting"`
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
}

func (q *queue) json(s streams) error {
	out := queueJSON{Waiting: []waitingJSON{}}
	for _, w := range q.waiting {
		from := "file"
		if w.git {
			from = "git"
		}
		j := waitingJSON{
			ID: w.ID, Title: w.Title, File: q.p.path(w.File), Draft: w.Draft, Since: w.day(), SinceFrom: from, Days: q.days(w),
			Credit: string(w.Story.Credit), People: string(w.Story.People), Provenance: string(w.Story.Provenance), Consent: string(w.Story.Consent),
			Errors: w.found.Count(diag.Error), Warnings: w.found.Count(diag.Warning), Diagnostics: q.p.located(w.found),
		}
		out.Waiting = append(out.Waiting, j)
		out.Errors, out.Warnings = out.Errors+j.Errors, out.Warnings+j.Warnings
	}
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
