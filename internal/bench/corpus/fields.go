package corpus

import (
	"fmt"
	"strings"
)

// field is one line of front matter. Its value is a string, a list of them, or names of
// other entries.
type field struct {
	name  string
	value any
}

// plain is a value that is written without quotes.
type plain string

// ref is the name of an entry, with its folder.
type ref struct{ kind, id string }

func (e *Entry) ref() ref { return ref{e.Kind, e.ID} }

// relation is an item of related.
type relation struct {
	to  ref
	rel string
}

func (e *Entry) set(name string, value any) { e.fields = append(e.fields, field{name, value}) }

// common sets what every kind has.
func (w *writer) common(e *Entry) {
	e.set("title", e.Title)
	e.set("summary", w.text.sentence(w.rng, 9, 18))
	e.set("lens", plain(w.one("influence", "influence", "service")))
	if w.chance(30) {
		if alias := capital(w.text.run(w.rng, 3, 5)); !w.taken[name(alias, e.ID, map[string]bool{})] {
			w.taken[name(alias, e.ID, map[string]bool{})] = true
			e.set("aliases", []string{alias})
		}
	}
	e.set("asks", []string{w.text.run(w.rng, 5, 9), w.text.run(w.rng, 5, 9)})
	e.set("tags", w.tags())
	e.set("related", w.related(e))
	if w.chance(25) {
		e.set("sources", plain(fmt.Sprintf("[{title: %q}]", capital(w.text.run(w.rng, 4, 8)))))
	}
	e.set("publish_on", plain(fmt.Sprintf("%d-%02d-%02d", 2019+w.rng.IntN(6), 1+w.rng.IntN(12), 1+w.rng.IntN(28))))
}

// tags gives two to four, the first of the list most often.
func (w *writer) tags() []string {
	var out []string
	most := len(w.corpus.tags)
	for range 2 + w.rng.IntN(3) {
		// The square of a number between 0 and 1 is mostly small.
		at := w.rng.Float64()
		tag := w.corpus.tags[int(at*at*float64(most))]
		if !strings.Contains(" "+strings.Join(out, " ")+" ", " "+tag+" ") {
			out = append(out, tag)
		}
	}
	return out
}

func (w *writer) related(e *Entry) []relation {
	var out []relation
	for _, to := range w.several(e, 3, w.of[e.Kind]) {
		out = append(out, relation{to, w.one("refines", "contrasts", "see-also", "see-also")})
	}
	return out
}

func (w *writer) principle(e *Entry) {
	e.set("statement", w.text.sentence(w.rng, 8, 16))
	e.set("practice", w.text.sentence(w.rng, 8, 16))
	e.set("barriers", w.some(2, "It is not my place", "That is the boss's job", "Leaders are special people", "Somebody else will do it", "Letting go is scary"))
	e.set("gains", w.some(2, "pride", "self-respect", "engagement", "satisfaction"))
	e.set("not", []string{w.text.run(w.rng, 2, 4)})
}

func (w *writer) example(e, principle *Entry) {
	refs := []ref{principle.ref()}
	if other := w.any(e, w.of[Principles]).ref(); w.chance(50) && other != refs[0] {
		refs = append(refs, other)
	}
	e.set("principles", refs)
	w.situation(e)
	e.set("act", w.text.sentence(w.rng, 6, 12))
	if w.chance(70) {
		e.set("phrase", w.text.sentence(w.rng, 6, 12))
	}
	if w.chance(70) {
		e.set("when_not", w.text.sentence(w.rng, 6, 12))
	}
}

func (w *writer) situation(e *Entry) {
	way := w.one("by-example", "by-suggestion")
	e.set("way", plain(way))
	e.set("toward", w.some(2, "peer", "boss", "newcomer", "group"))
	e.set("action", plain(w.one("think", "start", "change", "stop")))
	e.set("magnitude", plain(w.one("tiny", "small", "moderate")))
	e.set("receptivity", plain(w.one("open", "unsure", "nervous", "resistant")))
	if way == "by-suggestion" {
		e.set("style", w.some(2, "facts", "enthusiasm", "credibility", "reassurance", "question"))
	}
	e.set("setting", plain(w.one("meeting", "one-to-one", "task", "written", "event")))
}

func (w *writer) story(e *Entry) {
	e.set("principles", w.several(e, 2, w.of[Principles]))
	if w.chance(80) {
		e.set("examples", w.several(e, 2, w.of[Examples]))
	}
	w.situation(e)
	outcome := w.one("followed", "followed", "partly", "not-followed", "unknown")
	e.set("outcome", plain(outcome))
	if outcome == "followed" || outcome == "partly" {
		e.set("followers", plain(w.one("one", "few", "many")))
	}
	e.set("authority", plain("none"))
	e.set("hat_after", plain(w.one("none", "none", "training", "coaching", "facilitating")))
	e.set("intentional", w.one("yes", "no", "unknown"))
	e.set("told_by", plain(w.one("actor", "actor", "follower", "observer")))
	e.set("credit", plain(w.one("team", "pseudonym", "anonymous")))
	e.set("people", plain(w.one("none", "disguised", "consented")))
	e.set("consent", plain(fmt.Sprintf("2025-%02d-%02d", 1+w.rng.IntN(12), 1+w.rng.IntN(28))))
	e.set("when", fmt.Sprintf("%d", 2015+w.rng.IntN(10)))
	e.set("team", w.one("Support", "Billing", "Warehouse", "Ward 4", "Kitchen", "Platform", "Library", "Night shift"))
	e.set("provenance", plain(w.one("submitted", "submitted", "illustrative")))
	e.set("review", plain("accepted"))
}
