package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const months = `(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?`

// day is a day of the calendar, in the forms that people write it in English. A
// month with a number alone could be anything (“in May 10 people came”), so it
// needs an ending, a year, or the word before it.
var day = regexp.MustCompile(`\b(?:` + strings.Join([]string{
	`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`,
	`(?:19|20)\d\d/(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\d|3[01])`,
	`[0-3]?\d(?:st|nd|rd|th)? (?:of )?` + months + `(?:,? (?:19|20)\d\d)?`,
	months + ` [0-3]?\d(?:st|nd|rd|th)(?:,? (?:19|20)\d\d)?`,
	months + ` [0-3]?\d,? (?:19|20)\d\d`,
	`(?:on|On|since|Since|until|by|before|after|from) ` + months + ` [0-3]?\d`,
	`[0-3]?\d[./][0-3]?\d[./](?:19|20)\d\d`,
	`[0-3]?\d-[0-3]?\d-(?:19|20)\d\d`,
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

// reserved domains belong to nobody, by RFC 2606.
func reserved(address string) bool {
	domain := strings.ToLower(address[strings.LastIndex(address, "@")+1:])
	for _, d := range []string{"example.org", "example.com", "example.net", "example", "test", "invalid", "localhost"} {
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
	switch strings.ToLower(line[start+1 : end]) {
	case "here", "channel", "everyone", "all", "team", "home", "work":
		return false
	}
	return true
}

// daysAndNumbers finds exact dates and telephone numbers. Web addresses hold digits of all kinds.
func daysAndNumbers(line string) []trace {
	var out []trace
	line = blank(line, web)
	for _, m := range day.FindAllStringIndex(line, -1) {
		out = append(out, trace{m[0], line[m[0]:m[1]], "an exact date"})
	}
	line = blank(line, day)
	for _, m := range phone.FindAllStringIndex(line, -1) {
		if text := line[m[0]:m[1]]; isPhone(text) {
			out = append(out, trace{m[0], text, "a telephone number"})
		}
	}
	return out
}

func isPhone(text string) bool {
	digits := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits >= 7 && digits <= 15 && !fictitious.MatchString(text)
}

// blank replaces matches by spaces, so that offsets stay true.
func blank(line string, patterns ...*regexp.Regexp) string {
	for _, re := range patterns {
		line = re.ReplaceAllStringFunc(line, func(m string) string { return strings.Repeat(" ", len(m)) })
	}
	return line
}
