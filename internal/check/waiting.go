package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Waiting makes notes of what stories that wait for a review lack. Nobody reads them yet, so
// one that somebody has told in three lines must not keep the rest of a playbook from being
// published; who reviews it sees the same findings as errors, since then it is accepted.
// What is wrong in other ways stays: an address in a file can be read where the file lies.
func Waiting(p *playbook.Playbook, list diag.List) diag.List {
	for i, d := range list {
		if !Lacks(d.Code) {
			continue
		}
		if e, ok := p.ByFile(d.Pos.File); ok && e.Story != nil && e.Story.Review == playbook.ReviewSubmitted {
			list[i].Severity = min(diag.Note, d.Severity)
		}
	}
	return list
}

// Lacks says whether a code is that of something missing.
func Lacks(code string) bool {
	switch code {
	case "missing-field", "empty-field", missingSection.Code, followers.Code, style.Code:
		return true
	}
	return false
}
