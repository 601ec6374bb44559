package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbers finds the runs of digits with what stands between the digits of days and
// telephone numbers. The patterns below are tried on such runs only: most lines
// have none, and a regular expression on each line would cost more than all other
// rules together.
func numbers(line string) [][2]int {
	var out [][2]int
	for i := 0; i < len(line); {
		if c := line[i]; c != '+' && c != '(' && (c < '0' || c > '9') || !startsNumber(line, i) {
			i++
			continue
		}
		end := i
		for end < len(line) && strings.IndexByte("0123456789+()./- ", line[end]) >= 0 {
			end++
		}
		if digitsIn(line[i:end]) >= minDigits {
			out = append(out, [2]int{i, end})
		}
		i = max(end, i+1)
	}
	return out
}

// minDigits are those of 1/1/2024.
const minDigits = 6

func startsNumber(line string, i int) bool {
	c := line[i]
	if c == '+' || c == '(' {
		return true
	}
	return c >= '0' && c <= '9' && (i == 0 || wordLen(line[i-1:]) == 0)
}

func digitsIn(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n
}

// numericDay is a day of the calendar in figures.
var numericDay = regexp.MustCompile(`\b(?:` + strings.Join([]string{
	`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`,
	`(?:19|20)\d\d/(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\d|3[01])`,
	`[0-3]?\d[./][0-3]?\d[./](?:19|20)\d\d`,
	`[0-3]?\d-[0-3]?\d-(?:19|20)\d\d`,
}, "|") + `)\b`)

const months = `(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?`

// namedDay is a day with the month's name, in the forms that people write it in
// English. A month with a number alone could be anything (“in May 10 people came”),
// so it needs an ending, a year, or the word before it.
var namedDay = regexp.MustCompile(`\b(?:` + strings.Join([]string{
	`[0-3]?\d(?:st|nd|rd|th)? (?:of )?` + months + `(?:,? (?:19|20)\d\d)?`,
	months + ` [0-3]?\d(?:st|nd|rd|th)(?:,? (?:19|20)\d\d)?`,
	months + ` [0-3]?\d,? (?:19|20)\d\d`,
	`(?:on|On|since|Since|until|by|before|after|from) ` + months + ` [0-3]?\d`,
}, "|") + `)\b`)

// phone is a number that somebody can call: international, national with its zero,
// or in the North American form.
var phone = regexp.MustCompile(strings.Join([]string{
	`\+\d[\d ()/.-]{6,18}\d`,
	`\(?\b0\d{1,4}\)?[ /-]{1,3}\d{2,}(?:[ -]\d{2,}){0,4}\b`,
	`(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b`,
}, "|"))

// fictitious numbers belong to nobody: North American 555-01xx.
var fictitious = regexp.MustCompile(`\b555[-. ]01\d\d\b`)

var (
	email  = regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)+`)
	handle = regexp.MustCompile(`@[A-Za-z_][\w-]*(?:\.[\w-]+)*`)
	web    = regexp.MustCompile(`(?:https?://|www\.)[^\s<>)\]]+`)
)

// contacts finds e-mail addresses and handles.
func contacts(line string) []trace {
	var out []trace
	for _, m := range email.FindAllStringIndex(line, -1) {
		if text := line[m[0]:m[1]]; !reserved(text) {
			out = append(out, trace{m[0], text, "an e-mail address"})
		}
	}
	line = blank(line, email, web)
	for _, m := range handle.FindAllStringIndex(line, -1) {
		if isHandle(line, m[0], m[1]) {
			out = append(out, trace{m[0], line[m[0]:m[1]], "somebody's handle"})
		}
	}
	return out
}

// reservedDomains belong to nobody, by RFC 2606.
var reservedDomains = [...]string{"example.org", "example.com", "example.net", "example", "test", "invalid", "localhost"}

func reserved(address string) bool {
	domain := strings.ToLower(address[strings.LastIndex(address, "@")+1:])
	for _, d := range reservedDomains {
		if domain == d || strings.HasSuffix(domain, "."+d) {
			return true
		}
	}
	return false
}

// isHandle tells @anna from what else begins with an at sign: packages (@types/node),
// groups that everyone is in (@here) and code in backticks.
func isHandle(line string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(line[:start])
	if unicode.IsLetter(before) || unicode.IsDigit(before) || strings.ContainsRune("./`@", before) && start > 0 {
		return false
	}
	if strings.HasPrefix(line[end:], "/") || strings.Count(line[:start], "`")%2 == 1 {
		return false
	}
	return !slices.Contains(everyone[:], strings.ToLower(line[start+1:end]))
}

// everyone is who such a handle calls: nobody is found by it.
var everyone = [...]string{"here", "channel", "everyone", "all", "team", "home", "work"}

// daysAndNumbers finds exact dates and telephone numbers. Web addresses hold digits of all kinds.
func daysAndNumbers(line string) []trace {
	var out []trace
	if strings.Contains(line, "://") || strings.Contains(line, "www.") {
		line = blank(line, web)
	}
	if mayNameDay(line) {
		out = append(out, matches(line, 0, namedDay, "an exact date")...)
		line = blank(line, namedDay)
	}
	for _, n := range numbers(line) {
		run := line[n[0]:n[1]]
		day, call := mayBeNumbers(run)
		if day {
			out = append(out, matches(run, n[0], numericDay, "an exact date")...)
		}
		if !call {
			continue
		}
		for _, t := range matches(blank(run, numericDay), n[0], phone, "a telephone number") {
			if isPhone(t.text) {
				out = append(out, t)
			}
		}
	}
	return out
}

func matches(text string, offset int, re *regexp.Regexp, what string) []trace {
	var out []trace
	for _, m := range re.FindAllStringIndex(text, -1) {
		out = append(out, trace{offset + m[0], text[m[0]:m[1]], what})
	}
	return out
}

func isPhone(text string) bool {
	n := digitsIn(text)
	return n >= 7 && n <= 15 && !fictitious.MatchString(text)
}

// blank replaces matches by spaces, so that offsets stay true.
func blank(line string, patterns ...*regexp.Regexp) string {
	for _, re := range patterns {
		line = re.ReplaceAllStringFunc(line, func(m string) string { return strings.Repeat(" ", len(m)) })
	}
	return line
}
