package playbook

// Maturity is how far a principle or an example has come. It is computed, never typed.
type Maturity uint8

// The maturities, in rising order.
const (
	NoMaturity  Maturity = iota // stories and pages have none
	Idea                        // no example or story
	Illustrated                 // at least one example, or an illustrative story
	Attested                    // at least one accepted, submitted story that was followed
	Proven                      // at least three such, from at least three teams
)

func (m Maturity) String() string {
	return [...]string{"", "idea", "illustrated", "attested", "proven"}[m]
}

// Maturities lists the names, in rising order.
func Maturities() []string { return []string{"idea", "illustrated", "attested", "proven"} }

// provenStories and provenTeams are how many attesting stories, from how many
// teams, prove an idea: one team's luck or culture is not enough.
const (
	provenStories = 3
	provenTeams   = 3
)

// Evidence counts what a maturity rests on. Only stories in which somebody
// followed count at all: an attempt is published, and raises nothing.
type Evidence struct {
	Examples     int // examples of a principle
	Illustrative int // invented stories, followed at least partly
	Partly       int // submitted stories that were followed in part: they illustrate, no more
	Followed     int // submitted stories that were followed
	Teams        int // different teams named by those
}

// Maturity is the highest step that the evidence carries.
func (v Evidence) Maturity() Maturity {
	switch {
	case v.Followed >= provenStories && v.Teams >= provenTeams:
		return Proven
	case v.Followed >= 1:
		return Attested
	case v.Examples+v.Illustrative+v.Partly >= 1:
		return Illustrated
	}
	return Idea
}

// weigh collects the evidence for a principle or example from its lists.
func weigh(d *Derived) Evidence {
	v := Evidence{Examples: len(d.Examples)}
	teams := map[string]bool{}
	for _, e := range d.Stories {
		s := e.Story
		switch {
		case s.Provenance == Illustrative:
			v.Illustrative++
		case s.Outcome == Followed:
			v.Followed++
			if s.Team != "" {
				teams[fold(s.Team)] = true
			}
		default:
			v.Partly++
		}
	}
	v.Teams = len(teams)
	return v
}
