// What is shown of a match; see passage.go and heading.go.

import { sentences } from './words/sentence.js'
import { split } from './words/split.js'

const maxPassage = 36
const lead = 6
const minPart = 4

// Sentences whose words are what they look like need not be split to see that nothing is in them.
const plain = /^(?:[a-z\d ,;()"?!\n]|[-.':&_](?![a-z\d]))*$/i

/** wanted tells which words fill which slots, and what each slot is worth. */
export function wanted(fillings, compounds) {
  const slots = new Map()
  fillings.forEach(({ alts }, i) => {
    for (const { forms } of alts) {
      for (const { word } of forms) {
        if (slots.has(word.text)) slots.get(word.text).push(i)
        else slots.set(word.text, [i])
      }
    }
  })
  const worth = fillings.map((f) => f.worth)
  return { slots, worth, all: worth.reduce((sum, n) => sum + n, 0), compounds } // no passage is worth more than all
}

/** find returns the slots that a token fills, perhaps as the part of a compound. */
function find({ slots, compounds }, term) {
  const all = slots.get(term)
  if (all || !compounds || !/^[a-z]{8,}$/.test(term)) return all
  const found = []
  for (let i = minPart; i <= term.length - minPart; i++) found.push(...(slots.get(term.slice(0, i)) ?? []), ...(slots.get(term.slice(i)) ?? []))
  return found.length ? found : undefined
}

/** excerpt returns what a result shows: { titleRanges, passage, anchor, heading }, and what the passage is worth. */
export function excerpt(w, [, title, summary, body, headings, , , , , , , names], section) {
  const { ranges, worth } = mark(w, split(title))
  const best = passageOf(w, summary, body, names, section == null ? sentences(body) : [[0, body.length]])
  section ??= places(headings, body).findLastIndex((place) => place >= 0 && place <= best.at)
  const [anchor, heading] = target(w, worth, headings, section, best)
  return { titleRanges: ranges, passage: best.passage, anchor, heading, worth: best.worth }
}

/** mark returns the ranges of the tokens that are wanted, and what they are worth. */
function mark(w, tokens) {
  const ranges = []
  const filled = new Set()
  for (const t of tokens) {
    const slots = find(w, t.term)
    if (!slots) continue
    for (const i of slots) filled.add(i)
    const last = ranges.at(-1)
    if (last && t.start < last[1]) last[1] = Math.max(last[1], t.end)
    else ranges.push([t.start, t.end])
  }
  return { ranges, worth: w.worth.reduce((sum, worth, i) => (filled.has(i) ? sum + worth : sum), 0) }
}

function passageOf(w, summary, body, names, ranges) {
  let best = cut(w, summary) // only what is in the body has a place
  const has = new RegExp([...w.slots.keys()].map((text) => text.replace(/\W/g, '\\$&')).join('|'), 'i')
  for (const [start, end] of ranges) {
    if (best.worth === w.all && best.passage.text) break
    const sentence = body.slice(start, end)
    if (best.passage.text && plain.test(sentence) && !has.test(sentence)) continue
    const c = cut(w, sentence)
    if (c.worth > best.worth || !best.passage.text) best = { ...c, at: start }
  }
  for (const name of best.worth ? [] : names) {
    const c = cut(w, name)
    if (c.worth > best.worth) best = c
  }
  return best
}

/** cut marks a sentence and, when it is long, cuts it to its best window of words. */
function cut(w, sentence) {
  const tokens = split(sentence)
  const from = tokens.length > maxPassage ? windowStart(w, tokens) : 0
  const shown = tokens.slice(from, from + maxPassage)
  const { ranges, worth } = mark(w, shown)
  let text = sentence
  if (from + maxPassage < tokens.length) text = text.slice(0, Math.max(...shown.map((t) => t.end))) + ' …'
  if (from > 0) {
    const { start } = tokens[from]
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
  for (const [i, t] of tokens.entries()) {
    if (i > 0 && !find(w, t.term)) continue
    const start = Math.max(0, Math.min(i - lead, tokens.length - maxPassage))
    const { worth } = mark(w, tokens.slice(start, start + maxPassage))
    if (worth > most) {
      most = worth
      from = start
    }
    if (most === w.all) break
  }
  return from
}

/** target returns the heading worth most, if it is worth more than the title. */
function target(w, least, headings, section, best) {
  let found = ['']
  headings.forEach((heading, i) => {
    const worth = mark(w, split(heading[1])).worth + (i === section ? best.worth : 0)
    if (worth > least) {
      least = worth
      found = heading
    }
  })
  return found
}

/** places returns where each heading is a line of the body, from the one before on. */
function places(headings, body) {
  const lines = new Map(headings.map(([, text]) => [text, []]))
  let start = 0
  for (const line of body.split('\n')) {
    if (line) lines.get(line)?.push(start)
    start += line.length + 1
  }
  let from = 0
  return headings.map(([, text]) => {
    const at = lines.get(text)
    while (at[0] < from) at.shift()
    if (!at.length) return -1
    from = at[0] + 1
    return at[0]
  })
}
