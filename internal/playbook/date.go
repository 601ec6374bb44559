package playbook

import (
	"fmt"
	"regexp"
	"time"
)

// Date is a calendar day, written 2026-03-09. It has no time and no zone, so
// that no reader's clock can move it. The zero Date means "not given".
type Date string

// Pattern is the form of a date, for the JSON Schema: months have the days that they
// have, and 29 February is there in leap years only.
func (Date) Pattern() string {
	const leap = `(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)`
	return `^(\d{4}-((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|` + leap + `-02-29)$`
}

// UnmarshalText accepts an existing day in the form 2006-01-02.
func (d *Date) UnmarshalText(text []byte) error {
	if _, err := time.Parse(time.DateOnly, string(text)); err != nil {
		return fmt.Errorf("%q is not a day like 2026-03-09", text)
	}
	*d = Date(text)
	return nil
}

// Time returns midnight UTC of the day, or the zero time.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Period says when a story happened: a year (2025) or a quarter (2025-Q3).
// Nothing finer, because an exact date can identify a person.
type Period string

var period = regexp.MustCompile(Period("").Pattern())

// Pattern is the form of a period, for the JSON Schema.
func (Period) Pattern() string { return `^\d{4}(-Q[1-4])?$` }

// UnmarshalText accepts a year or a quarter.
func (p *Period) UnmarshalText(text []byte) error {
	if !period.Match(text) {
		return fmt.Errorf("%q is not a year or a quarter, like 2025 or 2025-Q3", text)
	}
	*p = Period(text)
	return nil
}

// Year is the year that the period is or lies in.
func (p Period) Year() Period {
	if len(p) > len("2025") {
		return p[:len("2025")]
	}
	return p
}

// Yearly marks that YAML may read the value as a number, which the schema then allows.
func (Period) Yearly() {}
