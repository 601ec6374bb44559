package build

import (
	"bytes"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// The form of share.html knows the playbook by one script, ShareDataAddress, which sets
// window.playbookShare. A script, since a page that was opened from disk may load nothing else.
// It is made of facts alone: no text of an entry is read for it. What it holds is shareData:
//
//	{
//	  "settings": {
//	    "title": "…", "language": "en",
//	    "vocabularies": {"toward": [{"id": "peer", "label": "A peer"}], "setting": […]},
//	    "teams": ["Kitchen"],                 // those that a story may name; any when empty
//	    "share": {"url": "https://…", "branch": "main", "forge": "github", "email": "", "folder": "content/stories"}
//	  },
//	  "principles": [{"id": "…", "title": "…", "summary": "…", "lens": "influence"}],  // published ones, in reading order
//	  "examples":   [{"id": "…", "title": "…", "principles": ["…"]}],                  // the ids of principles
//	  "fields": [{"name": "way", "required": true, "list": false, "values": ["by-example"], "doc": "…", "pattern": "^…$"}],
//	  "sections": [{"name": "Situation", "required": true}],
//	  "tags": [["meetings", "content/stories/a.md"]],  // whose page a new tag could get onto
//	  "rules": {…}                                     // check.Form
//	}
//
// fields are those that a teller can answer, and lens, which a link may fill in; in the order in
// a file has them. values is null where any text may stand; pattern is there for days and
// periods, lang for entries in another language than the playbook's. Lists are never left out.
//
// Names that must not appear are not in it, as it is published: they are looked for when a story
// arrives, and so are entries that are not published.

// addForm adds what the form of share.html is made with: what it knows, and the file that
// who runs no scripts can fill in.
func (s *Site) addForm(p *playbook.Playbook) {
	s.add(playbook.StoryTemplateAddress, &file{make: func(to []byte) ([]byte, error) { return append(to, storyTemplate(p.Settings)...), nil }})
	s.add(playbook.ShareDataAddress, &file{make: func(to []byte) ([]byte, error) { return appendShareScript(to, p) }})
}

// storyTemplate is the file of a new story as somebody hands it in: what keeps it back is its
// review, so it is no draft besides, and it promises the most until its teller says less.
func storyTemplate(s playbook.Settings) []byte {
	text := frontmatter.Template(playbook.KindStory, map[string]string{
		"review": string(playbook.ReviewSubmitted), "provenance": string(playbook.Submitted),
		"credit": string(playbook.CreditAnonymous), "people": string(playbook.PeopleDisguised),
		"outcome": string(playbook.OutcomeUnknown),
	}, config.Vocabularies(s))
	return bytes.Replace(text, []byte("# Remove this line when it may be read.\ndraft: true\n"), nil, 1)
}
