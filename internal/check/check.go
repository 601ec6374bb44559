// Package check holds the rules of `playbook check`: what an assembled playbook
// must keep to, beyond what each file can be held to by itself.
//
// There is one rule a file. Each has a stable code, a severity that playbook.yaml
// can change under `rules:`, a reason and a way out; docs/rules.md is written from
// them. Run reports all mistakes of a playbook, in reading order, and the same
// ones whatever the order of the files.
//
// An entry whose lens is service keeps to fewer rules: the influence essay asks for
// followers, forbids command and separates leading from teaching, while an act of
// service may have no visible effect on anyone.
//
// Rules that look for words know English only. They leave other languages alone,
// and skip what is quoted, negated or code: a warning that is often wrong is
// soon ignored.
package check

import (
	"io/fs"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Options say what a run may look at besides the playbook.
type Options struct {
	// Assets are the files of content/, by the paths of Playbook.Assets. Images that a
	// story shows are searched for metadata that identifies a person; nil skips that.
	Assets fs.FS
	// AssetsVersion differs whenever the bytes of any asset do. A Checker that finds it
	// unchanged does not read the files again; "" is unknown, and never unchanged.
	AssetsVersion string
}

// Run checks a playbook by every rule that its settings do not turn off.
func Run(p *playbook.Playbook, o Options) diag.List { return new(Checker).Run(p, o) }

// Apply gives diagnostics, whoever found them, the severities that the settings
// ask for, and leaves out those that are off.
func Apply(s playbook.Settings, list diag.List) diag.List {
	var out diag.List
	for _, d := range list {
		if severity, ok := s.Rules[d.Code]; ok {
			d.Severity = severity
		}
		if d.Severity != diag.Off {
			out = append(out, d)
		}
	}
	return out
}

// Rules describes every code that a playbook can meet, in the order of docs/rules.md:
// the rules of this package, those that whoever reads the files holds them to, and those
// that always hold.
func Rules() []diag.Rule { return described(append(settable(), always()...)) }

func settable() []rule { return slices.Concat(rules(), elsewhere()) }

func described(rules []rule) []diag.Rule {
	out := make([]diag.Rule, len(rules))
	for i, r := range rules {
		out[i] = r.Rule
	}
	return out
}

// Codes lists what `rules:` in playbook.yaml may name: all codes but those that always hold.
func Codes() []string {
	var out []string
	for _, r := range settable() {
		out = append(out, r.Code)
	}
	return out
}
