package diag

import "slices"

// Values lists the severities by name, for configuration.
func (Severity) Values() []string { return severityNames[:] }

// UnmarshalText reads a severity's name.
func (s *Severity) UnmarshalText(text []byte) error {
	*s = Severity(max(0, slices.Index(severityNames[:], string(text))))
	return nil
}

// MarshalText writes a severity's name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
