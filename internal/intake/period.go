package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/playbook"
)

var (
	quarter = regexp.MustCompile(`(?i)^(?:Q([1-4])[ ./-]*(\d{4})|(\d{4})[ ./-]*Q([1-4]))$`)
	isoDay  = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?(?:[T ].*)?$`)
	dotDay  = regexp.MustCompile(`^\d{1,2}\.(\d{1,2})\.(\d{4})(?:[ ,].*)?$`)
	monthOf = regexp.MustCompile(`(?i)^(?:\d{1,2}(?:st|nd|rd|th)? +)?([a-z]{3,9})\.? +(?:\d{1,2}(?:st|nd|rd|th)?,? +)?(\d{4})$`)
)

// period makes the year or quarter of a time, and says whether that is less than was said.
// A day with the month in either place (3/4/2025) is not guessed at.
func period(text string) (p playbook.Period, coarser bool) {
	text = strings.TrimSpace(text)
	if err := p.UnmarshalText([]byte(text)); err == nil {
		return p, false
	}
	if m := quarter.FindStringSubmatch(text); m != nil {
		return playbook.Period(m[2] + m[3] + "-Q" + m[1] + m[4]), false
	}
	if m := isoDay.FindStringSubmatch(text); m != nil {
		return quarterOf(m[1], m[2]), true
	}
	if m := dotDay.FindStringSubmatch(text); m != nil {
		return quarterOf(m[2], m[1]), true
	}
	if m := monthOf.FindStringSubmatch(text); m != nil {
		for month := time.January; month <= time.December; month++ {
			if len(m[1]) == 3 && strings.EqualFold(m[1], month.String()[:3]) || strings.EqualFold(m[1], month.String()) {
				return quarterOf(m[2], strconv.Itoa(int(month))), true
			}
		}
	}
	return "", false
}

func quarterOf(year, month string) playbook.Period {
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return ""
	}
	return playbook.Period(fmt.Sprintf("%s-Q%d", year, (m+2)/3))
}
