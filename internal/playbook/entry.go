package playbook

// Entry is what one Markdown file of the playbook says to all the others: what its
// author typed (the embedded Common and, by kind, Situation, Principle, Example or
// Story), what others can point to or are pointed to by (Outline), and what Assemble
// derived from all of them. What the file says beyond that is its Text, which
// Playbook.Text knows: it can change without any other page changing.
//
// The structs with `field` tags are the one description of the front matter:
// the decoder, the JSON Schema and the reference documentation are all read
// from them. A tag reads `field:"name"` or `field:"name,required"`; `doc` is
// one sentence for editors; `vocab` names the vocabulary of playbook.yaml that
// the values come from.
type Entry struct {
	Kind Kind
	ID   string // file name without .md; unique among entries of its kind
	File string // slash-separated, relative to the root: content/stories/the-map.md

	Common
	Situation *Situation // examples and stories
	Principle *Principle
	Example   *Example
	Story     *Story
	Outline   Outline // of the text, set by Say

	Derived Derived

	number  int    // its place in Playbook.texts
	told    told   // as its file was read; whoever reads it asks the playbook
	address string // of its page, as it reads from a folder beside its own, once it is assembled: every link to it asks
}

// Common is the front matter that every kind shares.
type Common struct {
	Title         string     `field:"title,required" doc:"What the entry is called."`
	Summary       string     `field:"summary,required" doc:"At most two sentences: the card, the search result and the feed text."`
	Lens          Lens       `field:"lens" doc:"Which of the two essays the entry follows."`
	Aliases       []string   `field:"aliases" doc:"Other names it goes by; searched, and accepted by wiki links."`
	Asks          []string   `field:"asks" doc:"What a person in that situation would type."`
	Tags          []string   `field:"tags" doc:"Free keywords."`
	Related       []Relation `field:"related" doc:"Entries a reader should see next, with the reason."`
	Sources       []Source   `field:"sources" doc:"What the entry rests on."`
	Authors       []string   `field:"authors" doc:"Who wrote it. Never shown for a story whose credit is not named."`
	Draft         bool       `field:"draft" doc:"Left out of the site unless drafts are asked for."`
	PublishOn     Date       `field:"publish_on" doc:"Left out of the site before this day."`
	ReviewBy      Date       `field:"review_by" doc:"The day by which someone should read it again."`
	Lang          string     `field:"lang" doc:"Language of this entry when it differs from the playbook's, as a BCP 47 tag."`
	TranslationOf string     `field:"translation_of" doc:"The entry this one translates."`
	RedirectFrom  []string   `field:"redirect_from" doc:"Old addresses that lead here, relative to the site's root."`
}

// Relation points to another entry and says why.
type Relation struct {
	To  string `field:"to,required" doc:"The other entry: its id, or kind folder and id (principles/lead-by-example)."`
	Rel Rel    `field:"rel,required" doc:"Why a reader should go there."`
}

// Source is something that an entry rests on.
type Source struct {
	Title  string `field:"title,required" doc:"Author and title, as one would cite it."`
	URL    string `field:"url" doc:"Where it can be read."`
	Quoted string `field:"quoted" doc:"The few words taken from it to the letter."`
}

// Situation says when an example or story applies; the finder and the filters read it.
type Situation struct {
	Way         Way         `field:"way,required" doc:"By example (others see it and copy) or by suggestion (you say it)."`
	Toward      []string    `field:"toward,required" vocab:"toward" doc:"Who is influenced."`
	Action      Action      `field:"action,required" doc:"What they are asked to do: think differently, start, change or stop something."`
	Magnitude   Magnitude   `field:"magnitude,required" doc:"How large the change is."`
	Receptivity Receptivity `field:"receptivity" doc:"How ready they are to hear it."`
	Style       []Style     `field:"style" doc:"What the suggestion leans on. Required by suggestion, absent by example."`
	Setting     string      `field:"setting" vocab:"setting" doc:"Where it happens."`
}

// Principle answers: why does this work, and where does it stop?
type Principle struct {
	Statement string   `field:"statement,required" doc:"The idea in one sentence."`
	Practice  string   `field:"practice,required" doc:"One act to try this week."`
	Barriers  []string `field:"barriers" doc:"What keeps people from doing it."`
	Gains     []string `field:"gains" doc:"What the person who does it gets out of it."`
	Not       []string `field:"not" doc:"What it is often mistaken for."`
	Order     int      `field:"order" doc:"Place in the reading order; lower comes first, 0 comes last."`
}

// Example answers: what exactly could I do or say?
type Example struct {
	Principles []string `field:"principles,required" doc:"The principles it puts into practice."`
	Act        string   `field:"act,required" doc:"The act in one imperative sentence."`
	Phrase     string   `field:"phrase" doc:"Words one could say."`
	WhenNot    string   `field:"when_not" doc:"When to leave it."`
}

// Story answers: did it work for somebody, here?
type Story struct {
	Principles  []string   `field:"principles,required" doc:"The principles it shows at work."`
	Examples    []string   `field:"examples" doc:"The examples it tried."`
	Outcome     Outcome    `field:"outcome,required" doc:"Whether anybody followed."`
	Followers   Followers  `field:"followers" doc:"How many followed. Required when somebody did."`
	Authority   Authority  `field:"authority,required" doc:"Whether the teller had formal authority over them."`
	HatAfter    Hat        `field:"hat_after,required" doc:"The role put on once the others had bought the idea."`
	Intentional Intention  `field:"intentional" doc:"Whether it was meant to influence anybody."`
	ToldBy      Teller     `field:"told_by" doc:"Whose seat the story is told from."`
	Credit      Credit     `field:"credit,required" doc:"How the teller is named: a promise about the whole output."`
	People      People     `field:"people,required" doc:"What is promised to the people in it."`
	Consent     Date       `field:"consent" doc:"The day consent was given. Required once accepted."`
	When        Period     `field:"when" doc:"A year or a quarter; nothing finer."`
	Team        string     `field:"team" doc:"The team it happened in."`
	Provenance  Provenance `field:"provenance,required" doc:"Whether it happened (submitted) or was invented (illustrative)."`
	Review      Review     `field:"review,required" doc:"Only accepted stories are published."`
}

// Principles returns the references to principles that the entry makes, of
// whichever kind it is.
func (e *Entry) Principles() []string {
	switch {
	case e.Example != nil:
		return e.Example.Principles
	case e.Story != nil:
		return e.Story.Principles
	}
	return nil
}

func parentPath(p string) string {
	for i := len(p) - 1; i >= 0; i-- {
		if p[i] == '.' || p[i] == '[' {
			return p[:i]
		}
	}
	return ""
}
