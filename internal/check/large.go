package check

import (
	"github.com/microleadership/playbook/internal/diag"
)

const largeHint = "name the part that somebody could do tomorrow with what they have"

// largeChange reads stories and examples, and of a principle only its practice: what
// a principle says of revolutions may well be that they are not needed.
var largeChange = rule{
	Rule: diag.Rule{
		Code: "large-change", Severity: diag.Warning,
		Why: "small acts ask for changes that people can make easily and soon; large ones need a mandate",
		Fix: "name the part that somebody could do tomorrow with what they have",
	},
	own: func(f *file) {
		switch {
		case f.influenceAct():
			f.warn(&largePhrases, largeHint, anywhere)
		case f.Principle != nil && f.influence && f.english():
			f.warn(&largePhrases, largeHint, func(field string) bool { return field == "practice" })
		}
	},
}

var largePhrases = phraseTable{
	{"is a change of the whole organisation", []string{
		"(transform|transformed|transforming|restructure|restructured|restructuring|reorganise|reorganised|reorganize|reorganized|overhaul|overhauled|revolutionise|revolutionised|revolutionize|revolutionized) (the|our|their) (entire|whole|company|organisation|organization|department|business|culture|industry)",
		"(change|changed|changing|transform|transformed) the (culture|company|organisation|organization)",
		"(across|throughout) the (entire|whole) (company|organisation|organization|department)",
		"(company|organisation|organization|enterprise) wide",
		"(cultural|digital|agile) transformation",
		"a (complete|total|radical) (overhaul|redesign|restructuring)",
		"(rewrote|rewrite|replaced|replace) the (entire|whole) (system|process|codebase|organisation|organization)",
		"a new operating model",
	}},
	{"is far off", []string{
		"(over|within) the next (year|years|decade)",
		"(in|over|within) the next (two|three|four|five|ten|few|2|3|4|5|10) years",
		"(two|three|four|five|ten|2|3|4|5|10) year (plan|roadmap|strategy|programme|program)",
		"(five|ten|many) years from now",
		"a long term (strategy|vision|plan|roadmap|programme|program)",
		"in (five|ten|twenty|5|10|20) years",
	}},
}
