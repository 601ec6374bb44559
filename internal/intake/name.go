package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/playbook"
)

// plainName is what a story without a title that can be shown is called.
const plainName = "a-story"

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}

var inTitle = regexp.MustCompile(`\S+@\S+|@[\w.-]+|https?://\S+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}`)

// name makes the name of the file out of the title, which becomes its address. Words that
// belong to a name which must not appear are left out, and so are addresses and days: it may
// cost a word too many, and a name in an address cannot be taken back. The name of the
// input is never used: people call such files by their own.
func (d *draft) name(taken map[string]bool) string {
	title := inTitle.ReplaceAllString(strings.Join(d.fields["title"], ""), " ")
	hidden := d.hidden()
	for _, typed := range d.Settings.Names {
		if strings.ContainsFunc(typed, unspaced) {
			title = strings.ReplaceAll(title, strings.TrimSpace(typed), " ")
		}
	}
	words := strings.FieldsFunc(title, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	var kept []string
	for i, w := range words {
		plain := key(possessive.ReplaceAllString(w, ""))
		switch {
		case hidden[plain], hidden[key(w)], hidden[strings.TrimSuffix(plain, "s")], // Annas, as some languages write it
			isNumber(plain) && len(plain) >= 4:
		case isNumber(plain) && (isMonth(words, i-1) || isMonth(words, i+1)):
		case isMonth(words, i) && (i > 0 && isNumber(words[i-1]) || i+1 < len(words) && isNumber(words[i+1])):
		default:
			kept = append(kept, w)
		}
	}
	id := playbook.Slug(strings.Join(kept, " "))
	for len(id) > maxName {
		_, n := utf8.DecodeLastRuneInString(id)
		id = strings.TrimRight(id[:len(id)-n], "-")
	}
	if id == "" {
		id = plainName
	}
	if playbook.IsDevice(id) || id == "index" {
		id += "-story"
	}
	free := func(id string) bool { return !taken[id] && !d.Taken(id) }
	if free(id) {
		return id
	}
	for n := 2; ; n++ {
		if next := id + "-" + strconv.Itoa(n); free(next) {
			return next
		}
	}
}

// maxName leaves room for a number.
const maxName = 80

var possessive = regexp.MustCompile(`['’]s?$`)

// hidden are the words of names that must not appear, and those of whoever told the story.
func (d *draft) hidden() map[string]bool {
	out := map[string]bool{}
	for _, name := range slices.Concat(d.Settings.Names, d.names) {
		for w := range strings.FieldsSeq(key(name)) {
			if utf8.RuneCountInString(w) > 1 && !isNumber(w) {
				out[w] = true
			}
		}
	}
	return out
}

func isMonth(words []string, i int) bool {
	return i >= 0 && i < len(words) && slices.Contains(months, strings.ToLower(words[i]))
}

func isNumber(text string) bool {
	return text != "" && strings.Trim(strings.TrimRight(strings.ToLower(text), "stndrh"), "0123456789") == ""
}

// unspaced says whether a script puts no spaces between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
