package check

import "strings"

// These are the cheap questions before the patterns of days and telephone numbers: many lines
// have digits in them, and a regular expression on each costs more than all other rules
// together. They say no only where the pattern finds nothing; a test holds them to that.

var isMonth = map[string]bool{
	"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true,
	"August": true, "September": true, "October": true, "November": true, "December": true,
	"Jan": true, "Feb": true, "Mar": true, "Apr": true, "Jun": true, "Jul": true, "Aug": true,
	"Sept": true, "Sep": true, "Oct": true, "Nov": true, "Dec": true,
}

// mayNameDay is asked before namedDay: does a month stand next to what may be a number?
func mayNameDay(line string) bool {
	for i := 0; i < len(line); {
		if !patternWord[line[i]] {
			i++
			continue
		}
		start := i
		for i < len(line) && patternWord[line[i]] {
			i++
		}
		if startsMonth[line[start]] && isMonth[line[start:i]] && (numberBefore(line[:start]) || numberBehind(line[i:])) {
			return true
		}
	}
	return false
}

// numberBefore may be a day: “1”, “1st” or “1st of”, and a space.
func numberBefore(text string) bool {
	text, space := strings.CutSuffix(text, " ")
	return space && text != "" && strings.IndexByte("0123456789tdhf", text[len(text)-1]) >= 0
}

func numberBehind(text string) bool {
	text, space := strings.CutPrefix(strings.TrimPrefix(text, "."), " ")
	return space && text != "" && isDigit(text[0])
}

// patternWord is what a regular expression takes for part of a word, and startsMonth what
// begins the name of a month.
var patternWord, startsMonth = func() (word, month [256]bool) {
	for c := range inWord {
		word[c] = inWord[c] || c == '_'
		month[c] = strings.IndexByte("JFMASOND", byte(c)) >= 0
	}
	return word, month
}()

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// mayBeNumbers is asked before numericDay and phone. A day has a year in it; a telephone number
// a plus, a zero in front, or four digits in the end.
func mayBeNumbers(run string) (day, call bool) {
	call = strings.Contains(run, "+")
	for i := 0; i < len(run); {
		if !isDigit(run[i]) {
			i++
			continue
		}
		start := i
		for i < len(run) && isDigit(run[i]) {
			i++
		}
		digits := run[start:i]
		day = day || len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
		call = call || len(digits) == 4 || len(digits) > 1 && digits[0] == '0'
	}
	return day, call
}
