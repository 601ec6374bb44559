package check

// Own lists the codes of this package's rules.
func Own() []string {
	var out []string
	for _, r := range rules() {
		out = append(out, r.Code)
	}
	return out
}
