package check

// FormExclusion is a code that the form of share.html never finds, with the reason.
type FormExclusion struct{ Code, Why string }

// Why a rule is not among those of the form.
const (
	neverWritten = "the form never writes what it is about"
	ofOthers     = "it is about another file, or about several"
	ofTheme      = "it is about the theme"
	ofFiles      = "it is about files as they lie in folders"
	beyondHands  = "nobody types that much; it is found when the story arrives"
)

// formExclusions says which codes the form leaves to `playbook check`. All others it must find
// as the checker does. What a rule that is not here cannot know either is said in
// FormOf: names that must not appear, and entries that are not published.
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

// FormExclusions lists the codes that the form leaves to `playbook check`, with the reasons.
func FormExclusions() []FormExclusion {
	var out []FormExclusion
	for _, r := range Rules() {
		if why, ok := formExclusions[r.Code]; ok {
			out = append(out, FormExclusion{r.Code, why})
		}
	}
	return out
}
