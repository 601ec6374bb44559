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
	part       float64 // an occurrence in a compound: Besprechung in Teambesprechung
	meant      float64 // tf of a word that a document means without having it
	coverage   float64 // part of the score that is lost with the words that a page lacks
	near       float64 // two neighbours of the query that are neighbours in a title, as if a word of their own
	nearWords  float64 // up to how many words of a query; of longer ones each pair tells less
	longBody   float64 // words from which on a body that is long counts as such, even if all are

	completion       float64    // of an unfinished word
	completionOfWord float64    // of a word that may be finished
	correction       [3]float64 // by number of mistakes
	otherFirstLetter float64    // mistakes are rare in the first letter
	maxCorrections   int
}

func defaultWeights() weights {
	return weights{
		field:  [fieldCount]float64{fieldTitle: 3, fieldAliases: 2.5, fieldAsks: 2.5, fieldSummary: 1.5, fieldHeadings: 1.5, fieldTags: 1.5, fieldBody: 1},
		length: [fieldCount]float64{fieldTitle: .5, fieldAliases: .2, fieldAsks: .2, fieldSummary: .5, fieldHeadings: .5, fieldTags: .2, fieldBody: .75},

		saturation: 2,
		otherForm:  .75,
		part:       .5,
		meant:      .5,
		coverage:   .1,
		near:       .7,
		nearWords:  3,
		longBody:   120,

		completion:       .9,
		completionOfWord: .4,
		correction:       [3]float64{1: .8, 2: .6},
		otherFirstLetter: .85,
		maxCorrections:   3,
	}
}
