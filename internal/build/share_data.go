package build

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// shareData is what the form knows; share.go shows it written out.
type shareData struct {
	Settings   shareSettings    `json:"settings"`
	Principles []sharePrinciple `json:"principles"`
	Examples   []shareExample   `json:"examples"`
	Fields     []shareField     `json:"fields"`
	Sections   []shareSection   `json:"sections"`
	Tags       [][2]string      `json:"tags"`
	Rules      check.Form       `json:"rules"`
}

type shareSettings struct {
	Title        string                  `json:"title"`
	Language     string                  `json:"language"`
	Vocabularies map[string][]shareValue `json:"vocabularies"`
	Teams        []string                `json:"teams"`
	Share        sharePlace              `json:"share"`
}

type shareValue struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// sharePlace is where a story can be handed in.
type sharePlace struct {
	URL    string         `json:"url,omitempty"`
	Branch string         `json:"branch,omitempty"`
	Forge  playbook.Forge `json:"forge,omitempty"`
	Email  string         `json:"email,omitempty"`
	Folder string         `json:"folder"`
}

type sharePrinciple struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	Summary string        `json:"summary"`
	Lang    string        `json:"lang,omitempty"`
	Lens    playbook.Lens `json:"lens,omitempty"`
}

type shareExample struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Lang       string   `json:"lang,omitempty"`
	Principles []string `json:"principles"`
}

type shareField struct {
	Name     string   `json:"name"`
	Required bool     `json:"required,omitempty"`
	List     bool     `json:"list,omitempty"`
	Values   []string `json:"values"` // null where any text may stand
	Doc      string   `json:"doc"`
	Pattern  string   `json:"pattern,omitempty"`
}

type shareSection struct {
	Name     string `json:"name"`
	Required bool   `json:"required,omitempty"`
}

// appendShareScript writes the data as a script. JSON is JavaScript but for what would end a script or
// a line of it, and that encoding/json escapes.
func appendShareScript(to []byte, p *playbook.Playbook) ([]byte, error) {
	data, err := json.Marshal(newShareData(p))
	if err != nil {
		return to, err
	}
	return append(append(append(to, "window.playbookShare="...), data...), ";\n"...), nil
}

func newShareData(p *playbook.Playbook) shareData {
	d := shareData{
		Settings:   newShareSettings(p.Settings),
		Principles: []sharePrinciple{},
		Examples:   []shareExample{},
		Fields:     shareFields(p.Settings),
		Tags:       [][2]string{},
		Rules:      check.FormOf(p.Settings),
	}
	for _, e := range p.Published(playbook.KindPrinciple) {
		d.Principles = append(d.Principles, sharePrinciple{e.ID, e.Title, e.Summary, e.Lang, e.Lens})
	}
	for _, e := range p.Published(playbook.KindExample) {
		d.Examples = append(d.Examples, shareExample{e.ID, e.Title, e.Lang, principlesOf(p, e)})
	}
	for _, q := range playbook.Questions() {
		if q.Section {
			d.Sections = append(d.Sections, shareSection{q.Field, slices.Contains(check.FormSections(), q.Field)})
		}
	}
	for _, t := range check.FormTags(p) {
		d.Tags = append(d.Tags, [2]string{t.Name, t.File})
	}
	return d
}

// principlesOf lists the ids of the published principles that an example names.
func principlesOf(p *playbook.Playbook, e *playbook.Entry) []string {
	out := []string{}
	for _, ref := range e.Principles() {
		if to, ok := p.ResolveKind(playbook.KindPrinciple, ref); ok && to.Derived.Published {
			out = append(out, to.ID)
		}
	}
	return out
}

func newShareSettings(s playbook.Settings) shareSettings {
	return shareSettings{
		Title: s.Title, Language: s.Language, Teams: append([]string{}, s.Teams...),
		Vocabularies: map[string][]shareValue{"toward": shareValues(s, "toward", s.Vocabularies.Toward), "setting": shareValues(s, "setting", s.Vocabularies.Setting)},
		Share: sharePlace{
			URL: strings.TrimSuffix(s.Repository.URL, "/"), Branch: s.Repository.Branch, Forge: forgeOf(s),
			Email: s.Share.Email, Folder: "content/" + playbook.KindStory.Dir(),
		},
	}
}

func shareValues(s playbook.Settings, field string, list []playbook.Value) []shareValue {
	out := []shareValue{}
	for _, v := range list {
		out = append(out, shareValue{v.ID, s.Choice(field, v.ID)})
	}
	return out
}

// forgeOf is the kind of forge that the settings name, or that the host's name tells.
func forgeOf(s playbook.Settings) playbook.Forge {
	if s.Share.Forge != "" {
		return s.Share.Forge
	}
	u, err := url.Parse(s.Repository.URL)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for name := range strings.SplitSeq(host, ".") {
		if forge, known := forgeHosts[name]; known {
			return forge
		}
	}
	return ""
}

var forgeHosts = map[string]playbook.Forge{
	"github": playbook.GitHub, "gitlab": playbook.GitLab, "gitea": playbook.Gitea, "codeberg": playbook.Gitea, "bitbucket": playbook.Bitbucket,
}

// shareFields describes what a teller can answer, and lens.
func shareFields(s playbook.Settings) []shareField {
	patterns := map[string]string{"consent": playbook.Date("").Pattern(), "when": playbook.Period("").Pattern()}
	var out []shareField
	for _, f := range frontmatter.Describe(playbook.KindStory, config.Vocabularies(s)) {
		if q, asked := playbook.Ask(f.Name); f.Name != "lens" && (!asked || q.Section) {
			continue
		}
		out = append(out, shareField{f.Name, f.Required, f.List, f.Values, f.Doc, patterns[f.Name]})
	}
	return out
}
