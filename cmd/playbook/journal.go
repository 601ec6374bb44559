package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/source"
)

// journal tells the terminal how each rebuild went: one line, and the errors when they
// are not those that stand there already.
type journal struct {
	s    streams
	p    *project
	told diag.List
}

func (j *journal) rebuilt(r *build.Result) {
	var errs diag.List
	for _, d := range r.Diagnostics {
		if d.Severity == diag.Error {
			errs = append(errs, d)
		}
	}
	if len(errs) > 0 && !slices.Equal(errs, j.told) {
		j.tell(errs)
	}
	j.told = errs
	fmt.Fprintf(j.s.err, "%s  %s%s, %d read anew, in %d ms; %s, %s\n", time.Now().Format(time.TimeOnly), files(r.Changed),
		plural(r.Stats.Pages, "page"), r.Stats.Parsed, r.Stats.Duration.Milliseconds(),
		plural(r.Diagnostics.Count(diag.Error), "error"), plural(r.Diagnostics.Count(diag.Warning), "warning"))
}

// faulty tells of a mistake that showed only when a page was made.
func (j *journal) faulty(d diag.Diagnostic) { j.tell(diag.List{d}) }

// atOnce is how many mistakes a person can look at in a terminal that they glance at.
const atOnce = 20

func (j *journal) tell(errs diag.List) {
	_ = printFindings(j.s.err, j.p.located(errs[:min(atOnce, len(errs))])) // who closes the terminal wants no lines
	if more := len(errs) - atOnce; more > 0 {
		fmt.Fprintf(j.s.err, "and %d more; playbook check lists them all\n", more)
	}
}

// files says which files a rebuild was about.
func files(list []build.Change) string {
	if len(list) == 0 {
		return ""
	}
	var names []string
	for _, c := range list {
		names = append(names, strings.TrimPrefix(c.File, source.Dir+"/"))
	}
	slices.Sort(names)
	if len(names) > 2 {
		return fmt.Sprintf("%s and %d more  ", names[0], len(names)-1)
	}
	return strings.Join(names, ", ") + "  "
}
