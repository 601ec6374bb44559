// What may have been meant; see diag/nearest.go.

import { count, lower } from '../letters.js'

/** didYouMean is a hint that names the nearest candidate, or all when they are few, or ''. */
export function didYouMean(word, candidates) {
  const near = nearest(word, candidates)
  if (near) return `did you mean “${near}”?`
  return candidates.length && candidates.length <= 12 ? 'known: ' + candidates.join(', ') : ''
}

function nearest(typed, candidates) {
  const word = lower(typed)
  const letters = count(word)
  let best = ''
  let limit = letters === 4 || letters === 5 ? 2 : Math.max(1, Math.floor(letters / 3))
  for (const c of candidates) {
    if (Math.abs(count(c) - letters) > limit) continue
    const d = distance([...word], [...lower(c)])
    if (d <= limit) {
      best = c
      limit = d - 1
    }
    if (limit < 0) break
  }
  return best
}

function distance(a, b) {
  let row = b.map((_, j) => j + 1)
  a.forEach((x, i) => {
    let before = i + 1
    row = row.map((above, j) => {
      const corner = j ? row[j - 1] : i
      before = x === b[j] ? corner : 1 + Math.min(above, before, corner)
      return before
    })
  })
  return b.length ? row.at(-1) : a.length
}
