// What may fill a slot of a query; see alternative.go, complete.go and correct.go.
// An alternative is { weight, word, forms: [{ word, count }] }.

import { distance } from './distance.js'
import { compare, home, reversed } from './store.js'
import { completion, completionOfWord, correction, maxCorrections, otherFirstLetter, otherForm } from './weights.js'
import { parts } from './words/compound.js'
import { classOf, unspaced } from './words/letter.js'

const maxShards = 4
const sureLetters = 4
const maxCompletions = 24
const maxGuesses = 6
const maxEnding = 3

/** fillings returns { alts, guessed }, best guess first. */
export function fillings(store, { term, prefix, whole }) {
  const known = formsOf(store, term)
  const alts = []
  if (known.length) alts.push({ weight: 1, word: known[0].word, forms: known })
  if (prefix) alts.push(...completions(store, term, known))
  if (alts.length || whole || store.missing.size) return { alts }
  return { alts: corrections(store, term), guessed: true }
}

/** takeApart replaces unknown words that known ones make up by these; see compound.go. */
export function takeApart(store, slots) {
  if (!store.compounds) return slots
  return slots.flatMap((slot) => {
    const found = partsOf(store, slot)
    return found ? found.filter((term) => !slots.some((s) => s.term === term)).map((term) => ({ ...slot, term, prefix: false })) : [slot]
  })
}

function partsOf(store, { term, prefix, whole }) {
  if (whole || formsOf(store, term).length || (prefix && completions(store, term, []).length) || store.missing.size) return
  return parts(term, (text) => store.word(text))
}

/** formsOf returns the family of a word; the word as it stands counts most. */
export function formsOf(store, term) {
  const word = store.word(term) ?? relative(store, term)
  return word ? word.family.map((form) => ({ word: form, count: form.text === term ? 1 : otherForm })) : []
}

function completions(store, prefix, known) {
  const { length } = [...prefix]
  const found = []
  const first = home(store.bounds, prefix)
  for (let n = first; n < first + (length >= sureLetters - 1 ? maxShards : 1); n++) {
    if (n > first && !store.bounds[n]?.startsWith(prefix)) break
    for (const word of store.shard('t', n)?.words ?? []) {
      if (word.text.startsWith(prefix)) found.push({ word, weight: known.length ? completionOfWord : completion })
    }
  }
  return choose(order(found), known, length >= sureLetters ? Infinity : maxCompletions)
}

function corrections(store, term) {
  const letters = [...term]
  let limit = fuzziness(letters)
  if (!limit) return []
  let found = new Map()
  const near = store.shard('t', home(store.bounds, term))?.words ?? []
  const alike = store.shard('e', home(store.ends, reversed(term))) ?? []
  for (const { text, postings, common } of [...near, ...alike]) {
    const other = [...text]
    const d = distance(letters, other, limit)
    if (d > limit) continue
    if (d < limit) {
      limit = d
      found = new Map()
    }
    const weight = correction[d] * (other[0] === letters[0] ? 1 : otherFirstLetter)
    found.set(text, { text, weight, common: common ?? commonness(postings) })
  }
  const guesses = [...found.values()]
    .sort((a, b) => b.weight - a.weight || b.common - a.common || compare(a.text, b.text))
    .slice(0, maxGuesses)
    .map(({ text, weight }) => ({ word: store.word(text), weight }))
  return choose(guesses.filter((g) => g.word), [], maxCorrections)
}

/** relative returns the known word of which an unknown one is most likely a form. */
function relative(store, term) {
  const letters = [...term]
  if (!fuzziness(letters)) return
  let best
  let most = 0
  for (const word of store.shard('t', home(store.bounds, term))?.words ?? []) {
    const n = related(letters, [...word.text])
    if (n > most || (n && n === most && word.postings.docs.length > best.postings.docs.length)) {
      best = word
      most = n
    }
  }
  return best
}

function related(a, b) {
  let n = 0
  while (n < a.length && a[n] === b[n]) n++
  if (n > 2 && n === Math.min(a.length, b.length) && Math.abs(a.length - b.length) === 1) return n
  const sure = n >= sureLetters && a.length - n <= maxEnding && b.length - n <= maxEnding
  return sure && 10 * n >= 7 * Math.max(a.length, b.length) ? n : 0
}

function fuzziness(letters) {
  if (letters.length < 4 || letters.some((c) => (c >= '0' && c <= '9') || classOf(c) & unspaced)) return 0
  return letters.length < 8 ? 1 : 2
}

function order(found) {
  return found.sort((a, b) => b.weight - a.weight || commonness(b.word.postings) - commonness(a.word.postings) || a.word.id - b.word.id)
}

/** choose makes an alternative of each of the n best candidates, which are in order. */
function choose(found, known, n) {
  const seen = new Set(known.map((f) => f.word.family))
  const alts = []
  for (const { word, weight } of found) {
    if (alts.length === n) break
    if (seen.has(word.family)) continue
    seen.add(word.family)
    alts.push({ weight, word, forms: word.family.map((form) => ({ word: form, count: 1 })) })
  }
  return alts
}

function commonness({ docs }) {
  return 32 - Math.clz32(docs.length)
}
