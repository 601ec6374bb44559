package playbook

// A value set that the essays fix is a Go type with its values listed here; the
// decoder, the JSON Schema, facets and filters all read the same lists through
// the Values method. Sets that a team may extend (toward, setting) live in
// playbook.yaml and reach the decoder by the field's `vocab` tag.

// Lens is the essay an entry looks through: influence needs a follower, service may not.
type Lens string

// The two lenses.
const (
	LensInfluence Lens = "influence"
	LensService   Lens = "service"
)

// Values lists the lenses.
func (Lens) Values() []string { return []string{"influence", "service"} }

// Way is how the influence happens. There are exactly two.
type Way string

// The two ways.
const (
	ByExample    Way = "by-example"
	BySuggestion Way = "by-suggestion"
)

// Values lists the ways.
func (Way) Values() []string { return []string{"by-example", "by-suggestion"} }

// Action is what the other person is asked to do differently.
type Action string

// Values lists the actions.
func (Action) Values() []string { return []string{"think", "start", "change", "stop"} }

// Magnitude is the size of the change asked for. Nothing larger fits this model.
type Magnitude string

// Values lists the magnitudes, smallest first.
func (Magnitude) Values() []string { return []string{"tiny", "small", "moderate"} }

// Receptivity is how ready the audience is to hear it.
type Receptivity string

// Values lists the receptivities, most ready first.
func (Receptivity) Values() []string { return []string{"open", "unsure", "nervous", "resistant"} }

// Style is what a suggestion leans on to persuade.
type Style string

// Values lists the styles.
func (Style) Values() []string {
	return []string{"facts", "enthusiasm", "credibility", "reassurance", "question"}
}

// Rel says why one entry points to another.
type Rel string

// Values lists the relations.
func (Rel) Values() []string { return []string{"refines", "contrasts", "see-also"} }

// Outcome says whether anybody followed.
type Outcome string

// The outcomes of a story.
const (
	Followed       Outcome = "followed"
	PartlyFollowed Outcome = "partly"
	NotFollowed    Outcome = "not-followed"
	OutcomeUnknown Outcome = "unknown"
)

// Values lists the outcomes.
func (Outcome) Values() []string { return []string{"followed", "partly", "not-followed", "unknown"} }

// Followers is how many took it up.
type Followers string

// Values lists the sizes.
func (Followers) Values() []string { return []string{"one", "few", "many"} }

// Authority says whether the teller could have given an order instead.
type Authority string

// The authorities.
const (
	AuthorityNone   Authority = "none"
	AuthorityFormal Authority = "formal"
)

// Values lists the authorities.
func (Authority) Values() []string { return []string{"none", "formal"} }

// Hat is the role somebody put on after leadership had ended.
type Hat string

// HatNone means that the teller stopped at selling the ticket.
const HatNone Hat = "none"

// Values lists the hats.
func (Hat) Values() []string {
	return []string{"none", "training", "coaching", "facilitating", "managing", "catalyst"}
}

// Intention says whether the act was meant to influence anyone.
type Intention string

// Values lists the intentions.
func (Intention) Values() []string { return []string{"yes", "no", "unknown"} }

// Teller is the seat from which a story is told.
type Teller string

// Values lists the tellers.
func (Teller) Values() []string { return []string{"actor", "follower", "observer"} }

// Credit is the promise about naming whoever submitted a story.
type Credit string

// The credits.
const (
	CreditNamed     Credit = "named"
	CreditTeam      Credit = "team"
	CreditPseudonym Credit = "pseudonym"
	CreditAnonymous Credit = "anonymous"
)

// Values lists the credits.
func (Credit) Values() []string { return []string{"named", "team", "pseudonym", "anonymous"} }

// People is the promise about naming those a story is about.
type People string

// The promises about people.
const (
	PeopleNone      People = "none"
	PeopleConsented People = "consented"
	PeopleDisguised People = "disguised"
)

// Values lists the promises.
func (People) Values() []string { return []string{"none", "consented", "disguised"} }

// Provenance says whether a story happened or was invented to illustrate.
type Provenance string

// The provenances.
const (
	Submitted    Provenance = "submitted"
	Illustrative Provenance = "illustrative"
)

// Values lists the provenances.
func (Provenance) Values() []string { return []string{"submitted", "illustrative"} }

// Review is where a story stands on its way into the playbook.
type Review string

// The review states. Only accepted stories are published.
const (
	ReviewSubmitted Review = "submitted"
	ReviewAccepted  Review = "accepted"
)

// Values lists the review states.
func (Review) Values() []string { return []string{"submitted", "accepted"} }

// Forge is a kind of server that repositories live on.
type Forge string

// The forges whose page for a new file can be opened with the text filled in, or at least
// with the name.
const (
	GitHub    Forge = "github"
	GitLab    Forge = "gitlab"
	Gitea     Forge = "gitea"
	Bitbucket Forge = "bitbucket"
)

// Values lists the forges.
func (Forge) Values() []string { return []string{"github", "gitlab", "gitea", "bitbucket"} }
