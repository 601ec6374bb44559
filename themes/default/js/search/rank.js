// The ranking; see rank.go for the formula. The order of the operations is the
// same as there, so that the scores are.

import { postingsOf } from './encoding.js'
import { expand } from './expand.js'
import { idf } from './number.js'
import { neighbours } from './proximity.js'
import { fieldCount, gap, weights } from './weights.js'

/** rank returns { slots, matches: [{ doc, score }] }, best first. */
export function rank(index, parsed) {
  const content = parsed.some((s) => !s.stop)
  const slots = parsed.map((s) => fill(index, s, content)).filter((f) => f.alts.length > 0)
  const near = neighbours(index, slots)
  let all = 0
  for (const f of slots) all += f.worth
  const matches = []
  for (let doc = 0; doc < index.documents.length; doc++) {
    let sum = near[doc]
    let covered = 0
    for (const f of slots) {
      if (f.value[doc] > 0) {
        sum += f.value[doc]
        covered += f.worth
      }
    }
    if (sum > 0) {
      const c = weights.coverage
      matches.push({ doc, score: sum * (1 - c + (c * covered) / all) })
    }
  }
  matches.sort((a, b) => b.score - a.score || a.doc - b.doc)
  return { slots, matches }
}

/** fill completes a slot with { alts, worth, value }. */
function fill(index, slot, content) {
  const n = index.documents.length
  const alts = expand(index, slot)
  const value = new Float64Array(n)
  const tf = new Float64Array(n)
  let worth = 0
  let factor = slot.times
  if (slot.stop && content) factor *= weights.stop
  alts.forEach((a, i) => {
    const docs = frequencies(index, a, tf)
    const scale = factor * a.weight * idf(n, docs.length)
    if (i === 0) worth = scale
    for (const d of docs) {
      value[d] = Math.max(value[d], scale * saturate(tf[d]))
      tf[d] = 0
    }
  })
  return { ...slot, alts, worth, value }
}

/** frequencies adds up the weighted occurrences of an alternative in tf and returns the documents. */
function frequencies(index, alternative, tf) {
  const docs = []
  for (const { id, count } of alternative.forms) {
    for (const { doc, positions } of postingsOf(index, id)) {
      if (tf[doc] === 0) docs.push(doc)
      const fields = new FieldCursor(index, doc)
      for (const position of positions) tf[doc] += count * fields.norm(position)
    }
  }
  return docs
}

/** saturate makes further occurrences add less. */
export function saturate(tf) {
  return (tf * (weights.saturation + 1)) / (weights.saturation + tf)
}

/** FieldCursor tells the norm of ascending positions of one document. */
export class FieldCursor {
  constructor(index, doc) {
    this.index = index
    this.field = doc * fieldCount
    this.end = index.spans[this.field] + gap
  }

  norm(position) {
    while (position >= this.end) {
      this.field++
      this.end += this.index.spans[this.field] + gap
    }
    return this.index.norms[this.field]
  }
}
