package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// coverageFlag is how much of the map of coverage.html must be covered.
type coverageFlag struct{ least int }

func (f *coverageFlag) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.least, "min-coverage", 0, "let fewer covered cells of coverage.html fail, in percent")
}

func (f *coverageFlag) asked() bool { return f.least > 0 }

func (f *coverageFlag) check() error {
	if f.least < 0 || f.least > 100 {
		return &usageError{fmt.Sprintf("--min-coverage %d is no percentage", f.least), "it is between 0 and 100; coverage.html says what there is"}
	}
	return nil
}

// findings has one when less is covered than was asked for.
func (f *coverageFlag) findings(p *playbook.Playbook) diag.List {
	if !f.asked() {
		return nil
	}
	c := p.Coverage()
	if c.Percent() >= f.least {
		return nil
	}
	return diag.List{{
		Code: "min-coverage", Severity: diag.Error,
		Text: fmt.Sprintf("%d %% of coverage.html is covered, %d of %d cells; asked for were %d %%", c.Percent(), c.Covered(), c.Cells(), f.least),
		Hint: "the emptiest are " + emptiest(c),
	}}
}

// emptiest names the principles of which least is told.
func emptiest(c *playbook.Coverage) string {
	covers := c.Covers()
	covered := func(row playbook.MapRow) int {
		v := covers[row.Principle]
		return len(v.Toward) + len(v.Styles)
	}
	rows := slices.SortedStableFunc(slices.Values(c.Toward.Rows), func(a, b playbook.MapRow) int { return cmp.Compare(covered(a), covered(b)) })
	var names []string
	for _, row := range rows[:min(3, len(rows))] {
		names = append(names, fmt.Sprintf("“%s” (%d of %d)", row.Principle.Title, covered(row), len(c.Toward.Columns)+len(c.Styles.Columns)))
	}
	return strings.Join(names, ", ")
}
