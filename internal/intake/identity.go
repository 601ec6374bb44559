package intake

import (
	"net/netip"
	"regexp"
	"strings"
)

var (
	address = regexp.MustCompile(`^\S+@\S+\.\S+$`)
	moment  = regexp.MustCompile(`^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ,]+\d{1,2}:\d{2}.*)?$`)
	phone   = regexp.MustCompile(`^\+?[\d ()/.-]{7,20}$`)
	handle  = regexp.MustCompile(`^@[\w.-]+$`)
	serial  = regexp.MustCompile(`^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
)

// identifies says whether an answer is, as a whole, something that leads to whoever gave it,
// whatever its column is called.
func identifies(text string) bool {
	text = strings.TrimSpace(text)
	if _, err := netip.ParseAddr(text); err == nil {
		return true
	}
	return address.MatchString(text) || moment.MatchString(text) || phone.MatchString(text) && strings.ContainsAny(text, "0123456789") ||
		handle.MatchString(text) || serial.MatchString(text)
}
