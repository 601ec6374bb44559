package feeds

import (
	"bytes"
	"encoding/json"

	"github.com/microleadership/playbook/internal/playbook"
)

// entryJSON is one entry of entries.json. Address is relative to the file, so that
// whoever fetched it can follow it wherever the site stands.
type entryJSON struct {
	Kind       string         `json:"kind"`
	ID         string         `json:"id"`
	Address    string         `json:"address"`
	Title      string         `json:"title"`
	Summary    string         `json:"summary"`
	Lens       string         `json:"lens,omitempty"`
	Aliases    []string       `json:"aliases,omitempty"`
	Tags       []string       `json:"tags,omitempty"`
	Principles []string       `json:"principles,omitempty"`
	Situation  *situationJSON `json:"situation,omitempty"`
	Statement  string         `json:"statement,omitempty"`
	Practice   string         `json:"practice,omitempty"`
	Act        string         `json:"act,omitempty"`
	Phrase     string         `json:"phrase,omitempty"`
	Outcome    string         `json:"outcome,omitempty"`
	Provenance string         `json:"provenance,omitempty"`
	Maturity   string         `json:"maturity,omitempty"`
	Updated    string         `json:"updated,omitempty"`
	Related    []relationJSON `json:"related,omitempty"`
}

type situationJSON struct {
	Way         string   `json:"way"`
	Toward      []string `json:"toward"`
	Action      string   `json:"action"`
	Magnitude   string   `json:"magnitude"`
	Receptivity string   `json:"receptivity,omitempty"`
	Style       []string `json:"style,omitempty"`
	Setting     string   `json:"setting,omitempty"`
}

type relationJSON struct {
	To  string `json:"to"`
	Rel string `json:"rel"`
}

func entries(p *playbook.Playbook) ([]byte, error) {
	list := []entryJSON{}
	for _, e := range published(p) {
		list = append(list, toJSON(e))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	err := enc.Encode(struct {
		Title   string      `json:"title"`
		Entries []entryJSON `json:"entries"`
	}{p.Settings.Title, list})
	return b.Bytes(), err
}

func toJSON(e *playbook.Entry) entryJSON {
	out := entryJSON{
		Kind: string(e.Kind), ID: e.ID, Address: e.Address(), Title: e.Title, Summary: e.Summary,
		Lens: string(e.Derived.Lens), Aliases: e.Aliases, Tags: e.Tags, Principles: e.Principles(),
		Maturity: e.Derived.Maturity.String(), Updated: string(e.Derived.Updated),
	}
	for _, r := range e.Derived.Related {
		out.Related = append(out.Related, relationJSON{r.Entry.Address(), string(r.Rel)})
	}
	if s := e.Situation; s != nil {
		out.Situation = &situationJSON{string(s.Way), s.Toward, string(s.Action), string(s.Magnitude), string(s.Receptivity), nil, s.Setting}
		for _, style := range s.Style {
			out.Situation.Style = append(out.Situation.Style, string(style))
		}
	}
	switch {
	case e.Principle != nil:
		out.Statement, out.Practice = e.Principle.Statement, e.Principle.Practice
	case e.Example != nil:
		out.Act, out.Phrase = e.Example.Act, e.Example.Phrase
	case e.Story != nil:
		out.Outcome, out.Provenance = string(e.Story.Outcome), string(e.Story.Provenance)
	}
	return out
}
