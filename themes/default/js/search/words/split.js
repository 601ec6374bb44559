// Splitting of text into tokens; see words.go for the rules, split.go, word.go and each.go.

import { fold } from './fold.js'
import { classOf, clings, letter, unspaced } from './letter.js'

const maxTerm = 40
const maxParts = 4
const field = /[\w\-.'&:+#\x80-\uffff]+/g // no rule looks across what is between two of them
const simple = /^([a-z\d]{1,40})[-_.'&:]*$/i // a field that is one plain word

/**
 * split returns the tokens of a text: { term, start, end, pos, last, whole }, with
 * start and end in UTF-16 units. A compound stands before its parts, whole.
 */
export function split(text) {
  const tokens = []
  let pos = 0
  const add = (term, start, end, last, whole = false) => {
    tokens.push({ term, start, end, pos, last, whole })
    if (!whole) pos++
  }
  for (const { 0: found, index } of text.matchAll(field)) {
    const word = simple.exec(found)?.[1]
    if (word) {
      const end = index + word.length
      add(word.toLowerCase(), index, end, end === text.length)
      continue
    }
    const { chars, starts, ends } = fold(found)
    const atEnd = index + found.length === text.length
    scan(chars, (term, from, to, whole) => {
      add(term, index + starts[from], index + ends[to - 1], atEnd && to === chars.length, whole)
    })
  }
  return tokens
}

/** scan calls emit with the terms of folded chars, and the range of the chars. */
function scan(chars, emit) {
  let i = 0
  const at = (i) => chars[i] ?? ' '
  const is = (i, mask) => classOf(at(i)) & mask
  const isDigit = (i) => /^\d$/.test(at(i))
  const text = (from, to) => chars.slice(from, Math.min(to, from + maxTerm)).join('')

  /** run returns the end of the stretch of letters of one kind that starts at i. */
  const run = (i, kind) => {
    while (is(i, letter) ? is(i, unspaced) === kind : is(i, clings)) i++
    return i
  }

  /** character returns where the character at i ends, its marks included. */
  const character = (i, to) => {
    do i++
    while (i < to && (is(i, clings) || /^(\u0e4d\u0e32|\u0ecd\u0eb2)$/.test(chars[i - 1] + chars[i])))
    return i
  }

  const pairs = () => {
    const to = run(i, unspaced)
    let a = i
    let b = character(i, to)
    if (b === to) emit(text(a, b), a, b)
    while (b < to) {
      const next = character(b, to)
      if (next === to) emit(text(b, to), b, to, true)
      emit(text(a, next), a, next)
      a = b
      b = next
    }
    i = to
  }

  /** dotted says whether the word at i has a dot of its own before it. */
  const dotted = () =>
    at(i - 1) === '.' &&
    at(i - 2) !== '.' &&
    !isDigit(i) &&
    (!is(i - 2, letter | clings) || is(i - 2, unspaced) > 0)

  /** joins says whether the char at i joins two parts of a compound. */
  const joins = (i) =>
    is(i + 1, letter | unspaced) === letter &&
    (/[-_.'&]/.test(at(i)) || (at(i) === ':' && isDigit(i - 1) && isDigit(i + 1)))

  const word = () => {
    let from = i
    const parts = []
    let whole = ''
    if (dotted()) {
      from--
      whole = 'dot'
    }
    for (;;) {
      const part = { from: i, term: text(i, (i = run(i, 0))) }
      let joined = joins(i)
      if (joined && at(i) === "'") {
        const end = run(i + 1, 0)
        const ending = end < i + 4 ? text(i + 1, end) : ''
        if (/^([stdm]|re|ve|ll)$/.test(ending)) {
          if (ending === 't') part.term = cut(part.term + 't')
          joined = false
          i = end
        }
      }
      part.to = i
      parts.push(part)
      if (parts.length <= maxParts) whole += part.term
      if (!joined) break
      const c = at(i)
      if (parts.length < maxParts && c !== "'" && (c !== '-' || (isDigit(i - 1) && isDigit(i + 1)))) whole += c
      i++
    }
    let end = i
    while (/[+#]/.test(at(end))) end++
    if (end < i + 3 && !is(end, letter)) {
      whole += text(i, end)
      i = end
    }
    whole = cut(whole)
    if (parts.length <= maxParts && whole !== parts[0].term) emit(whole, from, i, true)
    for (const p of parts) emit(p.term, p.from, p.to)
  }

  while (i < chars.length) {
    if (!is(i, letter)) i++
    else if (is(i, unspaced)) pairs()
    else word()
  }
}

function cut(term) {
  return term.length > maxTerm ? [...term].slice(0, maxTerm).join('') : term
}
