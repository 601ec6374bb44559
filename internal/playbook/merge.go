package playbook

import "slices"

// Other stands for the audiences and settings that too few entries share, where naming
// them would tell which team a story comes from.
const Other = "other"

// crowd counts how many published entries share what could single one of them out.
type crowd struct {
	toward, setting, tags, teams map[string]int
	quarters                     map[Period]int
}

func slugs(tags []string) []string {
	out := make([]string, len(tags))
	for i, tag := range tags {
		out[i] = Slug(tag)
	}
	return out
}

// once leaves out what an author has typed twice.
func once(values []string) []string {
	for i, v := range values {
		if slices.Contains(values[:i], v) {
			return slices.Compact(slices.Sorted(slices.Values(values)))
		}
	}
	return values
}

// crowdOf counts who stands behind a value, so what is told in two languages counts once.
func crowdOf(p *Playbook) *crowd {
	c := &crowd{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[Period]int{}}
	type sighting struct {
		of           *Entry
		field, value string
	}
	tellings, seen := p.tellings(), map[sighting]bool{}
	for _, e := range p.published {
		fresh := func(field, value string) bool {
			of := tellings[e]
			if of == nil {
				return true
			}
			s := sighting{of, field, value}
			known := seen[s]
			seen[s] = true
			return !known
		}
		for _, slug := range once(slugs(e.Tags)) {
			if fresh("tags", slug) {
				c.tags[slug]++
			}
		}
		if e.Situation != nil {
			for _, v := range once(e.Situation.Toward) {
				if fresh("toward", v) {
					c.toward[v]++
				}
			}
			if fresh("setting", e.Situation.Setting) {
				c.setting[e.Situation.Setting]++
			}
		}
		if e.Story != nil {
			if team := fold(e.Story.Team); fresh("team", team) {
				c.teams[team]++
			}
			if fresh("when", string(e.Story.When)) {
				c.quarters[e.Story.When]++
			}
		}
	}
	return c
}

// merge decides what readers see of what e could be singled out by. All of it, unless a
// person is behind the story who does not want to be found: then a value that fewer than k
// entries have becomes part of a larger one, or is left out.
//
// It is decided here, once, because a value that one page hides and another tells is told.
func (p *Playbook) merge() {
	var c *crowd
	for _, e := range p.published {
		e.Derived.showAll(e)
		if k := p.Settings.Privacy.Group; k > 1 && e.Story.HidesTeller() {
			if c == nil { // most playbooks pay for it only once they have such a story
				c = crowdOf(p)
			}
			c.merge(e, k)
		}
	}
}

// Promise is what a story promises about naming people, as its front matter says it, or ""
// if nothing.
func (s *Story) Promise() string {
	switch {
	case s == nil:
		return ""
	case s.Credit != CreditNamed && s.Credit != "":
		return "credit: " + string(s.Credit)
	case s.People != PeopleConsented && s.People != "":
		return "people: " + string(s.People)
	}
	return ""
}

// HidesTeller says whether there is somebody to protect: an invented story has no teller.
func (s *Story) HidesTeller() bool {
	return s != nil && s.Credit != CreditNamed && s.Provenance != Illustrative
}

func (d *Derived) showAll(e *Entry) {
	d.Tags = e.Tags
	if e.Situation != nil {
		d.Toward, d.Setting = e.Situation.Toward, e.Situation.Setting
	}
	if e.Story != nil {
		d.Team, d.When = e.Story.Team, e.Story.When
	}
}

func (c *crowd) merge(e *Entry, k int) {
	d := &e.Derived
	if e.Situation != nil {
		d.Toward = c.large(e.Situation.Toward, c.toward, k)
		if len(d.Toward) < len(e.Situation.Toward) {
			d.Toward = append(d.Toward, Other)
		}
		if d.Setting != "" && c.setting[d.Setting] < k {
			d.Setting = Other
		}
	}
	d.Tags = nil
	for i, slug := range slugs(e.Tags) {
		if c.tags[slug] >= k {
			d.Tags = append(d.Tags, e.Tags[i])
		}
	}
	if e.Story.Credit != CreditTeam && c.teams[fold(d.Team)] < k {
		d.Team = ""
	}
	if c.quarters[d.When] < k {
		d.When = d.When.Year()
	}
}

// large are the values that at least k entries have.
func (c *crowd) large(values []string, counts map[string]int, k int) []string {
	var out []string
	for _, v := range values {
		if counts[v] >= k && v != Other {
			out = append(out, v)
		}
	}
	return out
}
