package config_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/playbook"
)

// Whatever the file says, there are settings that a build can go on with, and every
// mistake stands in the file and shows its line.
func FuzzConfig(f *testing.F) {
	for _, seed := range []string{
		"", "title: T\ndescription: D\n", "\uFEFFtitle: T\r\nbase_url: \"é\"\r\n", "base_url: |\n  https://a\n  b\nvocabularies: {toward: [{id: \"A\nb\"}, {id: a}, {id: a}]}\n",
		"rules: {orphan: off, x: }\nnavigation: [{title: a}]\n", "title: \"a\n", "- a\n", "a: &a [*a]\n", "repository: {url: x, edit: '{url}'}\n", "base_url: https://[::1\n",
		"vocabularies:\n  toward: [{id: \"\\u0000\"}, {id: ''}]\n  setting: ~\n", "\rtitle: \x00\r", "--- \n...\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		s, list := config.Parse(src, rules())
		all := strings.Split(decode.Normalise(src), "\n")
		for _, d := range list {
			switch pos := d.Pos; {
			case pos.File != config.File || pos.Line < 1 || pos.Line > len(all):
				t.Errorf("%+v does not stand in the file", d)
			case pos.Column < 1 || pos.Column > utf8.RuneCountInString(all[pos.Line-1])+1:
				t.Errorf("%+v stands beyond its line", d)
			case d.Source != all[pos.Line-1] || d.Text == "" || d.Code == "":
				t.Errorf("%+v shows another line than %q", d, all[pos.Line-1])
			}
		}
		if s.Language == "" || s.BaseURL != "" && (config.BadBaseURL(s.BaseURL) != "" || !strings.HasSuffix(s.BaseURL, "/")) {
			t.Errorf("settings %+v", s)
		}
		if len(list) > 0 {
			return
		}
		for _, v := range append(s.Vocabularies.Toward, s.Vocabularies.Setting...) {
			if v.ID != playbook.Slug(v.ID) || v.ID == "" {
				t.Errorf("id %q", v.ID)
			}
		}
	})
}
