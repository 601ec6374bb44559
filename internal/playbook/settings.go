package playbook

import "github.com/microleadership/playbook/internal/diag"

// Settings is content/playbook.yaml: what a team decides once for its playbook.
// It is read with the same strictness as front matter, from the same kind of tags.
type Settings struct {
	Title        string                   `field:"title,required" doc:"Name of the playbook."`
	Description  string                   `field:"description,required" doc:"What it is, in one or two sentences."`
	Language     string                   `field:"language" doc:"BCP 47 tag of the playbook's language; en unless set."`
	BaseURL      string                   `field:"base_url" doc:"Where it is published: https://example.org/playbook/. Needed only for the feed, the sitemap and social cards."`
	Theme        string                   `field:"theme" doc:"Folder below themes/ whose files override the built-in theme's, one by one."`
	Author       string                   `field:"author" doc:"Who publishes it; named in the feed."`
	License      string                   `field:"license" doc:"Licence of the content, shown at the foot of each page."`
	Navigation   []NavItem                `field:"navigation" doc:"The links at the top of each page."`
	Repository   Repository               `field:"repository" doc:"Where the source lives, for the edit link."`
	Vocabularies Vocabularies             `field:"vocabularies" doc:"Value sets that a team may extend."`
	Rules        map[string]diag.Severity `field:"rules" doc:"Severity of a rule of playbook check: off, note, warning or error."`
	Contributors bool                     `field:"contributors" doc:"Name on each page everyone who changed it, as version control knows them; never for a story whose teller is not named."`
	Names        []string                 `field:"names" doc:"Names that must not appear where a story promises anonymity."`
	Teams        []string                 `field:"teams" doc:"Teams a story may name; any when empty."`
	Drafts       bool                     `field:"drafts" doc:"Publish drafts too."`
	Share        Share                    `field:"share" doc:"How readers hand in a story."`
	Privacy      Privacy                  `field:"privacy" doc:"How the promises of stories are kept."`
	Import       Import                   `field:"import" doc:"How playbook import reads what other tools export."`

	// Where is the file that the settings were read from: for diagnostics only.
	Where Where `json:"-"`
}

// NavItem is one link of the navigation.
type NavItem struct {
	Title string `field:"title,required" doc:"What the link says."`
	To    string `field:"to,required" doc:"Address within the site (examples/index.html), or a full https URL."`
}

// Repository tells where the source of the playbook lives.
type Repository struct {
	URL    string `field:"url" doc:"Web address of the repository."`
	Branch string `field:"branch" doc:"Branch that is edited; main unless set."`
	Edit   string `field:"edit" doc:"Pattern of the edit link, with {url}, {branch} and {path}; the forge's usual one unless set."`
}

// Vocabularies are the value sets that belong to the team, not to the essays.
type Vocabularies struct {
	Toward  []Value `field:"toward" doc:"Who can be influenced."`
	Setting []Value `field:"setting" doc:"Where it can happen."`
}

// Share tells where the form of share.html can hand a story to.
type Share struct {
	Email string `field:"email" doc:"Address that receives stories by e-mail; none is offered unless set."`
	Forge Forge  `field:"forge" doc:"Kind of forge that the repository is on; known by its host for the large ones."`
}

// Privacy sets what the promises of stories are kept with.
type Privacy struct {
	Group int `field:"group" doc:"How many entries must share a tag, a setting or an audience before a story without a named teller shows that it is one of them; 3 unless set, 1 shows all."`
}

// Import maps what other tools call things to what front matter does.
type Import struct {
	Columns map[string]string `field:"columns" doc:"Field or section of a story by the heading of the column that holds it, for exports of web forms as CSV."`
}

// Value is one value of a vocabulary.
type Value struct {
	ID    string `field:"id,required" doc:"What front matter says."`
	Label string `field:"label" doc:"What readers see; made from the id unless set."`
}

// DefaultSettings is what a playbook has before its file says otherwise.
func DefaultSettings() Settings {
	return Settings{
		Language:   "en",
		Repository: Repository{Branch: "main"},
		Privacy:    Privacy{Group: 3},
		Vocabularies: Vocabularies{
			Toward:  []Value{{"peer", "A peer"}, {"boss", "Your boss"}, {"newcomer", "A newcomer"}, {"group", "A group"}},
			Setting: []Value{{"meeting", "In a meeting"}, {"one-to-one", "One to one"}, {"task", "On a task"}, {"written", "In writing"}, {"event", "At an event"}},
		},
	}
}
