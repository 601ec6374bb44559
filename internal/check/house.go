package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// house is what holds for all files alike. When it changes, nothing that was found before
// is used again.
type house struct {
	held
	names nameList
	rules []rule // those that the settings do not turn off, to save their work
}

// held is all of the settings that the rules of one file can read. It is compared as a
// whole, so a field that is added counts at once.
type held struct {
	Language string
	Teams    []string
	Names    []string
	Rules    []string // the codes of those that are not turned off
}

func newHouse(s playbook.Settings) *house {
	h := &house{held: held{Language: s.Language, Teams: s.Teams, Names: s.Names}, names: newNameList(s.Names)}
	for _, r := range rules() {
		if severity, set := s.Rules[r.Code]; !set || severity != diag.Off {
			h.rules = append(h.rules, r)
			h.Rules = append(h.Rules, r.Code)
		}
	}
	return h
}

// String differs whenever anything does that files are held to.
func (h *house) String() string { return fmt.Sprintf("%#v", h.held) }
