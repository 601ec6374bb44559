package check

// FormExclusion is a code that the form of share.html never finds, with the reason; or a part of
// what is found by that code, if Part says which.
type FormExclusion struct{ Code, Part, Why string }

// Why a rule is not among those of the form.
const (
	neverWritten = "the form never writes what it is about"
	ofOthers     = "it is about another file, or about several"
	ofTheme      = "it is about the theme"
	ofFiles      = "it is about files as they lie in folders"
	beyondHands  = "nobody types that much; it is found when the story arrives"
)

// formExclusions says which codes the form leaves to `playbook check`. All others it must find
// as the checker does, but for the parts below.
var formExclusions = map[string]string{
	"consent":              "a story that is handed in is not accepted yet",
	"quote-without-source": neverWritten,
	"image-metadata":       neverWritten,
	"broken-link":          neverWritten,
	"invalid-language":     neverWritten,
	"review-overdue":       neverWritten,
	"stale-translation":    neverWritten,

	"duplicate-address":    ofOthers,
	"alias-conflict":       ofOthers,
	"redirect-conflict":    ofOthers,
	"broken-navigation":    ofOthers,
	"repository-address":   ofOthers,
	"translation-conflict": ofOthers,
	"orphan":               ofOthers,
	"near-duplicate":       "it compares with the texts of all other entries, which the browser does not have",
	"unused-asset":         ofOthers,

	"no-front-matter":       neverWritten,
	"unclosed-front-matter": neverWritten,
	"syntax":                neverWritten,
	"unsupported-yaml":      neverWritten,
	"duplicate-key":         neverWritten,
	"unknown-field":         neverWritten,
	"empty-field":           "what is left empty is not written at all",
	"raw-html":              neverWritten,
	"unsafe-link":           neverWritten,
	"empty-link":            neverWritten,
	"remote-image":          neverWritten,
	"heading-level":         neverWritten,
	"unknown-callout":       neverWritten,
	"unknown-language":      neverWritten,
	"footnote":              neverWritten,

	"missing-file":    ofFiles,
	"file-name":       ofFiles,
	"outside-root":    ofFiles,
	"unreadable-file": ofFiles,
	"unknown-folder":  ofFiles,
	"stray-file":      ofFiles,
	"unsafe-asset":    ofFiles,

	"file-too-large": beyondHands,
	"too-large":      beyondHands,
	"too-deep":       beyondHands,

	"leak":           "it is looked for in what is published, with names that the browser must not know",
	"theme-template": ofTheme,
	"theme-asset":    ofTheme,
}

// formBlind is what the form cannot know about rules that it has.
var formBlind = []FormExclusion{
	{"identifying-data", "names of playbook.yaml", "a published list of the names that must not appear would be the leak"},
	{"unknown-reference", "entries that are not published", "that they exist is nobody's business yet"},
	{"unknown-reference", "hints that name another story, a page or an alias", "the form offers principles and examples by their ids; a list of all names would be long"},
	{"merged-tags", "tags that no reader can see", "they could tell of a story that is not published, or of its teller"},
}

// FormExclusions lists what the form leaves to `playbook check`, with the reasons.
func FormExclusions() []FormExclusion {
	var out []FormExclusion
	for _, r := range Rules() {
		if why, ok := formExclusions[r.Code]; ok {
			out = append(out, FormExclusion{Code: r.Code, Why: why})
		}
	}
	return append(out, formBlind...)
}
