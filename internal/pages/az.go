package pages

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/microleadership/playbook/internal/playbook"
)

func (s *site) az(Page) any {
	v := AZView{Chrome: s.chrome(playbook.AZAddress, "A–Z", "Every title, and every other name an entry goes by.")}
	v.Layout = "az"
	for _, item := range s.azItems() {
		letter := initial(item.Text)
		if n := len(v.Letters); n == 0 || v.Letters[n-1].Letter != letter {
			v.Letters = append(v.Letters, Letter{Letter: letter, ID: letterID(letter)})
		}
		l := &v.Letters[len(v.Letters)-1]
		l.Items = append(l.Items, item)
	}
	return v
}

// azItems lists titles and aliases in the order of the playbook's language, signs and
// digits first.
func (s *site) azItems() []AZItem {
	var out []AZItem
	for _, e := range s.Published() {
		if e.IsIntro() {
			continue
		}
		item := AZItem{Text: e.Title, Href: e.LinkFrom(playbook.AZAddress), KindLabel: azLabel(e), Lang: s.lang(e)}
		out = append(out, item)
		for _, alias := range e.Aliases {
			item.Text, item.For = alias, e.Title
			out = append(out, item)
		}
	}
	return sorted(out, language.Make(s.Settings.Language))
}

// sortKey is what decides where a line stands, worked out once.
type sortKey struct {
	letter bool
	text   []byte
	item   int
}

func sorted(items []AZItem, tag language.Tag) []AZItem {
	c := collate.New(tag, collate.IgnoreCase)
	keys := make([]sortKey, len(items))
	var texts collate.Buffer
	for i, item := range items {
		keys[i] = sortKey{initial(item.Text) != "#", c.KeyFromString(&texts, item.Text), i}
	}
	slices.SortFunc(keys, func(a, b sortKey) int {
		if a.letter != b.letter {
			return first(b.letter, a.letter)
		}
		return cmp.Or(bytes.Compare(a.text, b.text), cmp.Compare(a.item, b.item))
	})
	out := make([]AZItem, len(items))
	for i, k := range keys {
		out[i] = items[k.item]
	}
	return out
}

// initial is the letter under which a text is filed; # for anything but a letter.
func initial(text string) string {
	if letter, ok := asciiLetter(text); ok {
		return letter
	}
	if r, _ := utf8.DecodeRuneInString(playbook.Slug(text)); unicode.IsLetter(r) {
		return strings.ToUpper(string(r))
	}
	return "#"
}

// asciiLetter is initial for a text that starts with a letter to which no accent can belong.
func asciiLetter(text string) (string, bool) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if text == "" || len(text) > 1 && text[1] >= utf8.RuneSelf {
		return "", false
	}
	i := int(text[0]|0x20) - 'a'
	if i < 0 || i >= len(letters) {
		return "", false
	}
	return letters[i : i+1], true
}

func letterID(letter string) string {
	if letter == "#" {
		return "letter-other"
	}
	return "letter-" + strings.ToLower(letter)
}

// azLabel is what an entry is, and that a story is invented when it is.
func azLabel(e *playbook.Entry) string {
	if e.Story != nil && e.Story.Provenance == playbook.Illustrative {
		return "Invented story"
	}
	return KindLabel(e.Kind)
}
