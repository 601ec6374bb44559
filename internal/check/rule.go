package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// rule is one thing that a playbook must keep to. It looks at entries one by one,
// or at the playbook as a whole.
type rule struct {
	diag.Rule
	entry func(*checker, *playbook.Entry)
	whole func(*checker)
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
