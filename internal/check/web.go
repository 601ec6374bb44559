package check

import (
	"net/url"
	"strings"
)

// webAddress says what is wrong with the full address of a page on the web, or nothing.
func webAddress(text string) (problem, hint string) {
	const inFull = "write it in full, like https://example.org/page"
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || strings.ContainsAny(text, " \t"):
		return "“" + text + "” is not a web address", inFull
	case u.User != nil:
		return "“" + u.Redacted() + "” has a name or password in it", "leave it out: it would be published"
	}
	return "", ""
}
