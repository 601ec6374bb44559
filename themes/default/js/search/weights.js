// The constants of the ranking, those of weights.go that queries need.
export const saturation = 2
export const otherForm = 0.75
export const meant = 0.5
export const coverage = 0.1
export const near = 0.7
export const nearWords = 3
export const completion = 0.9
export const completionOfWord = 0.4
export const correction = [0, 0.8, 0.6]
export const otherFirstLetter = 0.85
export const maxCorrections = 3

// What the levels of postings stand for; see impact.go.
export const impacts = []
for (let value = 0.027204705103003875; impacts.length < 64; value *= 1.148698354997035) impacts.push(value)
