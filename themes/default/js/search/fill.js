// What may fill a slot of a query; see alternative.go, complete.go, ending.go
// and correct.go. An alternative is { weight, word, forms: [{ word, count }], typing }.

import { distance } from './distance.js'
import { compare, home, reversed } from './store.js'
import { completion, completionOfWord, correction, maxCorrections, otherFirstLetter, otherForm } from './weights.js'
import { parts } from './words/compound.js'
import { classOf, unspaced } from './words/letter.js'

const maxShards = 4
const sureLetters = 4
const maxCompletions = 24
const maxGuesses = 6
const commonStart = 3
const maxRelatives = 3

/** fillings returns { alts, guessed }, best guess first. */
export function fillings(store, { term, prefix, whole }) {
  const { misses } = store
  const word = store.word(term)
  const alts = []
  if (word) alts.push({ weight: 1, word, forms: word.family.map((form) => ({ word: form, count: form === word ? 1 : otherForm })) })
  if (prefix) alts.push(...completions(store, term, word))
  if (!word && !whole) alts.push(...relatives(store, term, prefix))
  if (alts.length || whole || store.misses > misses) return { alts }
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

/** partsOf returns the known words that an unknown one is made of. */
export function partsOf(store, { term, prefix, whole }) {
  const { misses } = store
  if (whole || store.word(term) || (prefix && completions(store, term).length) || relatives(store, term, prefix).length || store.misses > misses) return
  return parts(term, (text) => store.word(text))
}

function completions(store, prefix, known) {
  const { length } = [...prefix]
  const found = []
  const first = home(store.bounds, prefix)
  for (let n = first; n < first + (length >= sureLetters - 1 ? maxShards : 1); n++) {
    if (n > first && !store.bounds[n]?.startsWith(prefix)) break
    for (const word of store.shard('t', n)?.words ?? []) {
      if (word.text.startsWith(prefix) && word.family !== known?.family) found.push({ word, weight: known ? completionOfWord : completion })
    }
  }
  const alts = choose(order(found), length >= sureLetters ? Infinity : maxCompletions)
  return alts.map((alt) => ({ ...alt, typing: true }))
}

/** relatives returns the families of which an unknown word is most likely a form; see ending.go. */
function relatives(store, term, unfinished) {
  const letters = [...term]
  if (!isPlain(letters)) return []
  const isEnding = (rest, begun) => store.endings.some((e) => e === rest || (begun && e.startsWith(rest)))
  let found = []
  let most = Math.max(commonStart, Math.ceil(letters.length / 2))
  for (const word of store.shard('t', home(store.bounds, term))?.words ?? []) {
    const other = [...word.text]
    let n = 0
    while (n < letters.length && letters[n] === other[n]) n++
    if (n < most || !isEnding(other.slice(n).join('')) || !isEnding(letters.slice(n).join(''), unfinished)) continue
    if (n > most) {
      most = n
      found = []
    }
    found.push({ word, weight: 1 })
  }
  const alts = choose(order(found), maxRelatives)
  for (const { forms } of alts) for (const form of forms) form.count = otherForm
  return alts
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
  return choose(guesses.filter((g) => g.word), maxCorrections)
}

function fuzziness(letters) {
  return isPlain(letters) ? (letters.length < 8 ? 1 : 2) : 0
}

/** isPlain says whether a word is long enough and no number, to be taken for another. */
function isPlain(letters) {
  return letters.length >= sureLetters && !letters.some((c) => (c >= '0' && c <= '9') || classOf(c) & unspaced)
}

function order(found) {
  return found.sort((a, b) => b.weight - a.weight || commonness(b.word.postings) - commonness(a.word.postings) || a.word.id - b.word.id)
}

/** choose makes an alternative of each of the n best candidates, which are in order. */
function choose(found, n) {
  const seen = new Set()
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
