package build

import (
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// addForm adds what the form of share.html is made with: what it knows, and the file that
// who runs no scripts can fill in.
func (s *Site) addForm(p *playbook.Playbook) {
	s.add(playbook.StoryTemplateAddress, &file{make: func() ([]byte, error) {
		return frontmatter.Template(playbook.KindStory, map[string]string{"review": string(playbook.ReviewSubmitted)}, config.Vocabularies(p.Settings)), nil
	}})
	s.add(playbook.ShareDataAddress, &file{make: func() ([]byte, error) { return []byte("\n"), nil }})
}
