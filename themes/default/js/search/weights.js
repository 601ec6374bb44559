// The constants of the ranking, those of weights.go. Fields are in the order title,
// aliases, asks, summary, headings, tags, body.

export const fieldCount = 7

export const weights = {
  field: [5, 4, 4, 2, 2, 2, 1],
  length: [0.5, 0.2, 0.2, 0.5, 0.5, 0.2, 0.75],

  saturation: 2,
  otherForm: 0.8,
  stop: 0.1,
  coverage: 0.15,

  near: 0.5,
  nearSwapped: 0.5,
  nearWindow: 4,

  completion: 0.9,
  completionOfWord: 0.4,
  maxCompletions: 24,

  correction: [0, 0.8, 0.6],
  otherFirstLetter: 0.7,
  maxCorrections: 3,
}

/** gap separates fields, and values of one field, in the positions of a document. */
export const gap = 8
