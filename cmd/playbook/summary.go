package main

import (
	"encoding/json"
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/news"
)

// summary is what a build has to say for itself; --json prints it.
type summary struct {
	Output       string    `json:"output"`
	Published    bool      `json:"published"`
	Entries      int       `json:"entries"`
	Pages        int       `json:"pages"`
	Written      int       `json:"written"`
	Unchanged    int       `json:"unchanged"`
	Deleted      int       `json:"deleted"`
	Milliseconds int64     `json:"milliseconds"`
	Errors       int       `json:"errors"`
	Warnings     int       `json:"warnings"`
	Diagnostics  diag.List `json:"diagnostics"`

	Changes *news.Report `json:"changes"` // for readers; null when nothing was published
}

// mostChanges is how many lines a build has for one sort of changes.
const mostChanges = 4

// print says what was built, and returns what the findings come to.
func (sum *summary) print(s streams, f buildFlags) error {
	sum.Errors, sum.Warnings = sum.Diagnostics.Count(diag.Error), sum.Diagnostics.Count(diag.Warning)
	if f.json {
		if sum.Diagnostics == nil {
			sum.Diagnostics = diag.List{}
		}
		enc := json.NewEncoder(s.out)
		enc.SetIndent("", "  ")
		if err := enc.Encode(sum); err != nil {
			return err
		}
	} else {
		if err := printFindings(s.err, sum.Diagnostics); err != nil {
			return err
		}
		if sum.Published {
			fmt.Fprintf(s.out, "built %s from %s into %s in %d ms: %d written, %d unchanged, %d deleted\n",
				plural(sum.Pages, "page"), plural(sum.Entries, "entry"), sum.Output, sum.Milliseconds, sum.Written, sum.Unchanged, sum.Deleted)
			options := news.TextOptions{Most: mostChanges, More: "-v shows all"}
			if f.verbose {
				options.Most = 0
			}
			if err := sum.Changes.WriteText(s.out, options); err != nil {
				return err
			}
		}
	}
	switch {
	case sum.Published || f.json:
	case f.keepGoing:
		fmt.Fprintln(s.err, "nothing was published: without its layouts a site cannot be made")
	default:
		fmt.Fprintln(s.err, "nothing was published; --keep-going publishes in spite of errors")
	}
	return verdict(sum.Diagnostics, f.strict)
}

func plural(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun[len(noun)-1] == 'y':
		return fmt.Sprintf("%d %sies", n, noun[:len(noun)-1])
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
