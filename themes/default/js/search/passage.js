// What is shown of a match; see passage.go.

import { analyse } from './analyse.js'
import { find } from './encoding.js'
import { anchor } from './heading.js'
import { sentences } from './sentence.js'

const maxPassage = 36
const lead = 6

/** excerpt completes a match with what is shown of it. */
export function excerpt(index, ranked, match) {
  const document = index.documents[match.doc]
  const w = wanted(index, ranked)
  const { passage, worth, at } = best(w, document)
  return {
    doc: match.doc,
    document,
    score: match.score,
    terms: matched(index, ranked, match.doc),
    title: mark(w, analyse(document.title)).ranges,
    passage,
    anchor: anchor(w, document, index.places[match.doc], worth, at),
  }
}

function matched(index, ranked, doc) {
  const terms = new Set()
  for (const f of ranked.slots) {
    for (const a of f.alts) {
      for (const { id } of a.forms) {
        if (find(index, id, doc).length > 0) terms.add(index.terms[id])
      }
    }
  }
  return [...terms]
}

/** wanted tells which terms fill which slots. */
function wanted(index, ranked) {
  const slots = new Map()
  const content = ranked.slots.some((f) => !f.stop)
  ranked.slots.forEach((f, i) => {
    if (f.stop && content) return
    for (const a of f.alts) {
      for (const { id } of a.forms) {
        const term = index.terms[id]
        if (slots.has(term)) slots.get(term).push(i)
        else slots.set(term, [i])
      }
    }
  })
  return { slots, worth: ranked.slots.map((f) => f.worth) }
}

/** mark returns the ranges of the tokens that are wanted, and what they are worth. */
export function mark(w, tokens) {
  const ranges = []
  const filled = w.worth.map(() => false)
  for (const t of tokens) {
    const slots = w.slots.get(t.term)
    if (!slots) continue
    for (const i of slots) filled[i] = true
    const last = ranges.at(-1)
    if (last && t.start < last[1]) last[1] = Math.max(last[1], t.end)
    else ranges.push([t.start, t.end])
  }
  let worth = 0
  filled.forEach((ok, i) => {
    if (ok) worth += w.worth[i]
  })
  return { ranges, worth }
}

function best(w, document) {
  let found = { ...cut(w, document.summary), at: -1 }
  for (const [start, end] of sentences(document.body)) {
    const c = cut(w, document.body.slice(start, end))
    if (c.worth > found.worth || found.passage.text === '') found = { ...c, at: start }
  }
  return found
}

/** cut marks a sentence and, when it is long, cuts it to its best window of words. */
function cut(w, sentence) {
  const tokens = analyse(sentence)
  let from = 0
  let to = tokens.length
  if (to > maxPassage) {
    from = windowStart(w, tokens)
    to = from + maxPassage
  }
  const shown = tokens.slice(from, to)
  const { ranges, worth } = mark(w, shown)
  let text = sentence
  if (to < tokens.length)
    text =
      text.slice(
        0,
        shown.reduce((end, t) => Math.max(end, t.end), 0),
      ) + ' …'
  if (from > 0) {
    const start = tokens[from].start
    text = '… ' + text.slice(start)
    for (const range of ranges) {
      range[0] += 2 - start
      range[1] += 2 - start
    }
  }
  return { passage: { text, ranges }, worth }
}

function windowStart(w, tokens) {
  let most = -1
  let from = 0
  tokens.forEach((t, i) => {
    if (i > 0 && !w.slots.has(t.term)) return
    const start = Math.max(0, Math.min(i - lead, tokens.length - maxPassage))
    const { worth } = mark(w, tokens.slice(start, start + maxPassage))
    if (worth > most) {
      most = worth
      from = start
    }
  })
  return from
}
