// What a page gains by having words of the query close together; see proximity.go.

import { find } from './encoding.js'
import { FieldCursor, saturate } from './rank.js'
import { weights } from './weights.js'

/** neighbours returns the gain of each document. */
export function neighbours(index, slots) {
  const gain = new Float64Array(index.documents.length)
  const words = slots.filter((f) => !f.stop && !f.whole)
  for (let i = 1; i < words.length; i++) {
    const a = words[i - 1]
    const b = words[i]
    const step = b.pos - a.pos
    if (step > weights.nearWindow) continue
    const scale = weights.near * Math.min(a.worth, b.worth)
    for (let d = 0; d < gain.length; d++) {
      if (a.value[d] > 0 && b.value[d] > 0) {
        gain[d] += scale * saturate(together(index, d, positions(index, a, d), positions(index, b, d), step))
      }
    }
  }
  return gain
}

function positions(index, slot, doc) {
  const all = slot.alts.flatMap((a) => a.forms.flatMap((form) => find(index, form.id, doc)))
  return all.sort((a, b) => a - b)
}

function together(index, doc, a, b, step) {
  let tf = 0
  let next = 0
  const fields = new FieldCursor(index, doc)
  for (const p of a) {
    const norm = fields.norm(p)
    while (next < b.length && b[next] < p + step) next++
    if (next < b.length && b[next] === p + step) {
      tf += norm
    } else if (
      (next < b.length && b[next] - p <= weights.nearWindow) ||
      (next > 0 && p - b[next - 1] <= weights.nearWindow && b[next - 1] !== p)
    ) {
      tf += weights.nearSwapped * norm
    }
  }
  return tf
}
