package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// rule is one thing that a playbook must keep to. What a rule is handed is all that it
// can read, and so all that its findings depend on: a Checker that has them from the last
// run knows by the type of the rule alone when they still hold. A rule that needs more
// has to move to another field, and then is run as often as that one asks for.
type rule struct {
	diag.Rule
	own    func(*file)                                               // reads one file
	entry  func(*checker, *playbook.Entry)                           // reads the facts of all, for one entry
	whole  func(*checker)                                            // reads the facts of all
	images func(*checker, imageSearch)                               // reads the facts of all, and the assets
	twins  func(c *checker, e, other *playbook.Entry, share float64) // is told of two texts that are similar
}

// rules lists the rules of this package, by severity, errors first.
func rules() []rule {
	return []rule{
		unknownReference, brokenLink, missingSection, knownTeam,
		followers, style, consent, identifyingData, imageMetadata, quoteWithoutSource,
		duplicateAddress, aliasConflict, redirectConflict, brokenNavigation, repositoryAddress,
		unusableTag, invalidLanguage, translationConflict,

		formalAuthority, commandWords, howToTeaching, largeChange, oneStyle, heroTalk,
		mostlyImplementation, orphan, nearDuplicate, reviewOverdue, staleTranslation, longSummary,
		mergedTags,

		unusedAsset,
	}
}
