package check

import (
	"regexp"
	"strings"
)

// FormTraces are the patterns of what leads to a person, in the syntax of JavaScript.
type FormTraces struct {
	Email      string   `json:"email"`
	Handle     string   `json:"handle"`
	Web        string   `json:"web"`
	NamedDay   string   `json:"namedDay"`
	NumericDay string   `json:"numericDay"`
	Phone      string   `json:"phone"`
	Fictitious string   `json:"fictitious"`
	Digits     int      `json:"digits"` // the least that a day or a number has
	DayFields  []string `json:"dayFields"`
	Reserved   []string `json:"reserved"` // domains that belong to nobody
	Groups     []string `json:"groups"`   // what everyone is in
}

func formTraces() FormTraces {
	return FormTraces{
		Email: inJavaScript(email), Handle: inJavaScript(handle), Web: inJavaScript(web),
		NamedDay: inJavaScript(namedDay), NumericDay: inJavaScript(numericDay),
		Phone: inJavaScript(phone), Fictitious: inJavaScript(fictitious),
		Digits: minDigits, DayFields: dayFields[:],
		Reserved: reservedDomains[:], Groups: everyone[:],
	}
}

// inJavaScript writes a pattern so that it means the same there, with the flag u: classes by
// their names need braces, and what \s stands for is written out, since there it is all the
// spaces of Unicode. \d, \w and \b know ASCII alone in both.
func inJavaScript(re *regexp.Regexp) string {
	return strings.NewReplacer(`\pL`, `\p{L}`, `\s`, `\t\n\f\r `).Replace(re.String())
}
