package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/microleadership/playbook/internal/playbook"
)

func (s *site) az() any {
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
		item := AZItem{Text: e.Title, Href: playbook.Relative(playbook.AZAddress, e.Address()), KindLabel: azLabel(e), Lang: s.lang(e)}
		out = append(out, item)
		for _, alias := range e.Aliases {
			item.Text, item.For = alias, e.Title
			out = append(out, item)
		}
	}
	c := collate.New(language.Make(s.Settings.Language), collate.IgnoreCase)
	slices.SortStableFunc(out, func(a, b AZItem) int {
		if sa, sb := initial(a.Text) == "#", initial(b.Text) == "#"; sa != sb {
			if sa {
				return -1
			}
			return 1
		}
		return c.CompareString(a.Text, b.Text)
	})
	return out
}

// initial is the letter under which a text is filed; # for anything but a letter.
func initial(text string) string {
	if r, _ := utf8.DecodeRuneInString(playbook.Slug(text)); unicode.IsLetter(r) {
		return strings.ToUpper(string(r))
	}
	return "#"
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
