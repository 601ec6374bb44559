package leak

import "strings"

// bare is a name without what people write around it: Dr. Jane Doe, PhD (Ward 3) <jane@example.org>.
// With that a scanner would search for somebody called Dr Doe, and miss Jane Doe.
func bare(listed string) string {
	for _, open := range []string{"<", "(", "[", "（"} {
		if before, rest, ok := strings.Cut(listed, open); ok && strings.TrimSpace(before) != "" {
			if _, after, closed := strings.Cut(rest, closing[open]); closed {
				before += " " + after
			}
			listed = before
		}
	}
	if before, after, ok := strings.Cut(listed, ","); ok && degrees(after) {
		listed = before
	}
	words := strings.Fields(listed)
	for len(words) > 2 && isTitle(words[0]) {
		words = words[1:]
	}
	for len(words) > 2 && isSuffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

var closing = map[string]string{"<": ">", "(": ")", "[": "]", "（": "）"}

// degrees says whether there is nothing else in a text.
func degrees(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '/' }) {
		if !isDegree(word) {
			return false
		}
	}
	return true
}

func isTitle(word string) bool {
	switch plain(word) {
	case "dr", "prof", "professor", "doctor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "herr", "frau", "fräulein", "mme", "mlle",
		"señor", "señora", "sr", "sra", "dipl-ing", "ing", "drs", "sister", "nurse":
		return true
	}
	return false
}

// isSuffix knows no two letters that are a family name too: Jack Ma is no Master of Arts.
func isSuffix(word string) bool {
	switch plain(word) {
	case "jr", "phd", "ii", "iii", "msc", "bsc", "mba", "esq":
		return true
	}
	return false
}

// isDegree is for what stands behind a comma, where a given name might stand.
func isDegree(word string) bool {
	switch plain(word) {
	case "md", "ma", "ba", "rn", "sr", "iv", "cpa", "dds", "jd":
		return true
	}
	return isSuffix(word)
}

func plain(word string) string { return strings.ToLower(strings.ReplaceAll(word, ".", "")) }
