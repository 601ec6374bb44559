// The ranking; see rank.go for the formula and near.go. The order of the operations
// is the same as there, so that the scores are.

import { idf } from './number.js'
import { coverage, impacts, meant, near, nearWords, saturation } from './weights.js'

const nearStep = 4

/** fill completes a slot and its fillings with what they are worth and add to each document. */
export function fill(n, slot) {
  const value = new Float64Array(n)
  const found = [] // the documents that have a value
  const has = new Uint8Array(n) // by a word that the document has, not only means
  const tf = new Float64Array(n)
  let worth = 0
  const begun = slot.alts.filter((alt) => alt.typing).flatMap(({ forms }) => forms.map(({ word }) => word.postings.docs.length))
  // An unfinished word tells as much as all that it may become taken together.
  const tells = idf(n, Math.min(n, begun.reduce((a, b) => a + b, 0)))
  slot.alts.forEach(({ weight, forms, typing }, i) => {
    const docs = []
    for (const { word, count } of forms) add(tf, docs, word.postings, count)
    const scale = slot.times * weight * (typing ? tells : idf(n, docs.length))
    if (i === 0) worth = scale
    for (const d of docs) has[d] = 1
    for (const { word } of forms) {
      for (const d of word.meant) {
        if (tf[d] === 0) {
          docs.push(d)
          tf[d] = meant
        }
      }
    }
    for (const d of docs) {
      if (!value[d]) found.push(d)
      value[d] = Math.max(value[d], scale * saturate(tf[d]))
      tf[d] = 0
    }
  })
  return { ...slot, worth, value, found, has }
}

/** matching returns { docs, scores }: the documents that are allowed and have anything of the query, in any order. */
export function matching(n, fillings, allowed, browse) {
  const scores = neighbours(n, fillings)
  const covered = new Float64Array(n)
  const seen = new Uint8Array(n)
  const docs = browse ? [...seen.keys()] : []
  let all = 0
  for (const { found, value, worth, has } of fillings) {
    all += worth
    for (const doc of found) {
      if (!seen[doc]++) docs.push(doc)
      scores[doc] += value[doc]
      covered[doc] += has[doc] * worth
    }
  }
  for (const doc of docs) if (scores[doc]) scores[doc] *= 1 - coverage + (coverage * covered[doc]) / all
  return { docs: docs.filter(allowed), scores }
}

/** best returns the first of docs by their scores. Most are behind all that a reader sees, and are not sorted. */
export function best(docs, scores, limit) {
  const order = (a, b) => scores[b] - scores[a] || a - b
  const list = []
  for (const doc of docs) {
    if (list.length >= limit && !(order(doc, list[limit - 1]) < 0)) continue
    let at = Math.min(list.length, limit - 1)
    for (; at && order(doc, list[at - 1]) < 0; at--) list[at] = list[at - 1]
    list[at] = doc
  }
  return list
}

/** neighbours returns what documents gain by words that follow each other in their titles. */
function neighbours(n, fillings) {
  const gain = new Float64Array(n)
  const tf = new Float64Array(n)
  const words = fillings.filter((f) => !f.whole)
  const share = near * Math.min(1, nearWords / words.length)
  let last
  for (const f of words) {
    if (last && f.pos - last.pos <= nearStep) {
      const scale = share * Math.min(last.worth, f.worth)
      for (const d of together(last, f, tf)) {
        gain[d] += scale * saturate(tf[d])
        tf[d] = 0
      }
    }
    last = f
  }
  return gain
}

function together(a, b, tf) {
  const second = new Set(b.alts.flatMap(({ forms }) => forms.map(({ word }) => word.text)))
  const docs = []
  for (const { forms } of a.alts) {
    for (const { word } of forms) {
      for (const [text, postings] of word.pairs) {
        if (!second.has(text)) continue
        postings.docs.forEach((doc, i) => {
          if (tf[doc] === 0) docs.push(doc)
          tf[doc] = Math.max(tf[doc], impacts[postings.levels[i]])
        })
      }
    }
  }
  return docs
}

function add(tf, found, { docs, levels }, count) {
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i]
    if (tf[doc] === 0) found.push(doc)
    tf[doc] += count * impacts[levels[i]]
  }
}

function saturate(tf) {
  return (tf * (saturation + 1)) / (saturation + tf)
}
