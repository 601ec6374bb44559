package search

// The fields of a document, in the order in which they lie in its positions.
const (
	fieldTitle = iota
	fieldAliases
	fieldAsks
	fieldSummary
	fieldHeadings
	fieldTags
	fieldBody
	fieldCount
)

// weights are the constants of the ranking; docs/search-format.md gives the reason
// for each. They are values of a struct, not Go constants, so that arithmetic on
// them is rounded as JavaScript rounds it.
type weights struct {
	field  [fieldCount]float64 // how much an occurrence counts
	length [fieldCount]float64 // how much a long field counts against itself (b of BM25F)

	saturation float64 // how slowly further occurrences add less (k1 of BM25F)
	otherForm  float64 // listening for listen
	stop       float64 // a stop word beside other words
	coverage   float64 // part of the score that is lost with the words that a page lacks

	near        float64 // two neighbours of the query that are neighbours in the page, as if a word of their own
	nearSwapped float64 // … that are close by, in any order
	nearWindow  int     // how many words make close by

	completion       float64 // of an unfinished word
	completionOfWord float64 // of a word that may be finished
	maxCompletions   int

	correction       [3]float64 // by number of mistakes
	otherFirstLetter float64    // mistakes are rare in the first letter
	maxCorrections   int
}

func defaultWeights() weights {
	return weights{
		field:  [fieldCount]float64{fieldTitle: 5, fieldAliases: 4, fieldAsks: 4, fieldSummary: 2, fieldHeadings: 2, fieldTags: 2, fieldBody: 1},
		length: [fieldCount]float64{fieldTitle: .5, fieldAliases: .2, fieldAsks: .2, fieldSummary: .5, fieldHeadings: .5, fieldTags: .2, fieldBody: .75},

		saturation: 2,
		otherForm:  .8,
		stop:       .1,
		coverage:   .15,

		near:        .5,
		nearSwapped: .5,
		nearWindow:  4,

		completion:       .9,
		completionOfWord: .4,
		maxCompletions:   24,

		correction:       [3]float64{1: .8, 2: .6},
		otherFirstLetter: .7,
		maxCorrections:   3,
	}
}
