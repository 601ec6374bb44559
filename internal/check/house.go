package check

import (
	"reflect"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// house is what holds for all files alike: the settings and the day. When either
// changes, nothing that was found before is used again.
type house struct {
	settings playbook.Settings
	today    playbook.Date
	names    nameList
	rules    []rule // those that the settings do not turn off, to save their work
}

func newHouse(p *playbook.Playbook) *house {
	h := &house{settings: p.Settings, today: p.Today, names: newNameList(p.Settings.Names)}
	for _, r := range rules() {
		if severity, set := h.settings.Rules[r.Code]; !set || severity != diag.Off {
			h.rules = append(h.rules, r)
		}
	}
	return h
}

// holds says whether p has the same settings and day.
func (h *house) holds(p *playbook.Playbook) bool {
	return h.today == p.Today && reflect.DeepEqual(h.settings, p.Settings)
}
