package intake

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/microleadership/playbook/internal/playbook"
)

// What a heading can ask for besides the fields and sections of a story.
const (
	toSkip     = "skip"       // configuration says that nobody needs it
	toIdentity = "\x00who"    // leads to whoever answered
	toName     = "\x00name"   // their name
	toReviewer = "\x00review" // what only a reviewer decides
	toDate     = "\x00date"   // a day, of which a story keeps the quarter
)

// key makes headings and values comparable that a person would call the same: letters and
// digits, single spaces.
func key(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '’' || r == '\'':
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// headings maps what forms ask to what stories hold.
type headings struct {
	byKey  map[string]string
	mapped map[string]string // by configuration, which is asked first
	found  map[string]string // what has been asked already, as each row of a table does
}

// synonyms are what other tools and forms call the fields.
var synonyms = map[string][]string{
	"title":                    {"headline", "subject"},
	"summary":                  {"description", "excerpt", "subtitle", "abstract"},
	"authors":                  {"author", "by"},
	"tags":                     {"tag", "categories", "category", "keywords", "labels"},
	"lang":                     {"language", "locale"},
	"aliases":                  {"alias"},
	"principles":               {"principle", "idea", "ideas"},
	"examples":                 {"example"},
	"asks":                     {"ask"},
	"hat_after":                {"hat", "other hat afterwards"},
	"toward":                   {"towards", "audience"},
	"lens":                     {},
	"sources":                  {"source"},
	playbook.SectionDid:        {"what i did or said", "what was done"},
	playbook.SectionNobody:     {"if nobody followed what would you try next"},
	playbook.SectionAfterwards: {"what happened afterwards"},

	toReviewer: {"review", "provenance", "draft", "publish on", "review by", "translation of", "redirect from", "related", "published"},
	toDate:     {"date", "publishdate", "pubdate"},

	// As Google, Microsoft, LimeSurvey and Nextcloud write these columns, in the languages
	// that come with their accounts most.
	toName: {"name", "your name", "full name", "user name", "username", "user display name", "vorname", "nachname", "ihr name", "dein name", "nom", "nombre", "first name", "last name", "firstname", "lastname", "surname"},
	toIdentity: {
		"timestamp", "zeitstempel", "horodateur", "marca temporal", "email", "e mail", "email address", "e mail address", "e mail adresse", "adresse e mail", "correo electronico", "mail", "your email", "contact", "contact details", "phone", "telephone", "telefon", "phone number",
		"start time", "completion time", "startzeit", "fertigstellungszeit", "startdate", "datestamp", "submitdate", "date submitted", "date started", "date last action", "last page", "lastpage", "seed", "start language", "startlanguage",
		"ip", "ip address", "ip adresse", "ipaddr", "referrer url", "refurl", "user", "user id", "userid", "token", "access code", "id", "response id", "respondent id", "respondent", "antwort id", "submission id", "account", "login", "handle", "user agent",
	},
}

func newHeadings(s playbook.Settings) *headings {
	h := &headings{byKey: obvious(), mapped: map[string]string{}, found: map[string]string{}}
	for heading, target := range s.Import.Columns {
		h.mapped[key(heading)] = canonical(target)
	}
	return h
}

// obvious are the headings that need no configuration.
var obvious = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for target, list := range synonyms {
		for _, other := range list {
			out[key(other)] = target
		}
		if !strings.HasPrefix(target, "\x00") {
			out[key(target)] = target
		}
	}
	for _, q := range playbook.Questions() {
		out[key(q.Field)] = q.Field
		out[key(q.Ask)] = q.Field
	}
	return out
})

// canonical is a target as configuration names it, with the case of ours.
func canonical(target string) string {
	for _, q := range playbook.Questions() {
		if key(q.Field) == key(target) {
			return q.Field
		}
	}
	return target
}

var (
	asterisk = regexp.MustCompile(`[\s*:]+$`)
	bracket  = regexp.MustCompile(`^(.*?)\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))\s*$`)
	number   = regexp.MustCompile(`^\s*(?:Q?\d{1,3}[.)]|G\d+Q\d+\.)\s*`)
)

// find returns what a heading asks for, or "". What forms add to it does not matter: the
// number of the question, a star, “(optional)”.
func (h *headings) find(heading string) string {
	if len(heading) > maxHeading {
		return ""
	}
	target, known := h.found[heading]
	if !known {
		target = h.search(heading)
		h.found[heading] = target
	}
	return target
}

// maxHeading is longer than any question in bytes; what is longer is a text.
const maxHeading = 500

func (h *headings) search(heading string) string {
	heading = asterisk.ReplaceAllString(heading, "")
	for range 3 {
		k := key(heading)
		if k == "" {
			return ""
		}
		if t, ok := h.mapped[k]; ok {
			return t
		}
		if t, ok := h.byKey[k]; ok {
			return t
		}
		if cut := number.ReplaceAllString(heading, ""); cut != heading {
			heading = cut
			continue
		}
		m := bracket.FindStringSubmatch(heading)
		if m == nil || m[2] != "" {
			return ""
		}
		heading = m[1]
	}
	return ""
}

// choice splits the heading of a column that stands for one value of a question, as
// LimeSurvey writes them: Who was it about? [A peer].
func (h *headings) choice(heading string) (target, value string) {
	if len(heading) > maxHeading || !strings.HasSuffix(strings.TrimSpace(heading), "]") {
		return "", ""
	}
	m := bracket.FindStringSubmatch(heading)
	if m == nil || m[2] == "" {
		return "", ""
	}
	return h.find(m[1]), m[2]
}
