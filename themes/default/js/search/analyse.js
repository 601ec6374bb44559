// Splitting of text into tokens; see analyse.go.

import { fold } from './fold.js'

const maxTerm = 40
const maxParts = 4

/**
 * analyse returns the tokens of a text: { term, start, end, pos, last, whole }, with
 * start and end in UTF-16 units. A compound stands before its parts, whole.
 */
export function analyse(text) {
  const s = new Scanner(fold(text))
  while (s.skip()) {
    if (isCJK(s.at(s.i))) s.bigrams()
    else s.word()
  }
  return s.tokens
}

class Scanner {
  constructor(folded) {
    this.folded = folded
    this.chars = folded.chars
    this.i = 0
    this.pos = 0
    this.tokens = []
  }

  skip() {
    while (this.i < this.chars.length && !startsWord(this.chars[this.i])) this.i++
    return this.i < this.chars.length
  }

  run(i, cjk) {
    while (i < this.chars.length && inWord(this.chars[i]) && isCJK(this.chars[i]) === cjk) i++
    return i
  }

  at(i) {
    return i < this.chars.length ? this.chars[i] : ' '
  }

  bigrams() {
    const from = this.i
    const to = this.run(from, true)
    for (let i = from; i + 1 < to; i++) this.emit(this.text(i, i + 2), i, i + 2, false)
    if (from + 1 === to) this.emit(this.text(from, to), from, to, false)
    this.i = to
  }

  word() {
    const from = this.i
    const parts = []
    let whole = ''
    for (;;) {
      const to = this.run(this.i, false)
      const part = { term: this.text(this.i, to), from: this.i, to }
      parts.push(part)
      whole += part.term
      this.i = to
      const connector = this.at(to)
      const next = this.at(to + 1)
      if (!connects(connector) || !startsWord(next) || isCJK(next)) break
      if (connector === "'" && this.contraction(to + 1)) {
        if (next === 't') {
          part.term += 't'
          whole += 't'
        }
        this.i = part.to = this.run(to + 1, false)
        break
      }
      if (connector === '_' || connector === '.') whole += connector
      this.i = to + 1
    }
    whole += this.suffix()
    if (parts.length <= maxParts && whole !== parts[0].term) this.emit(whole, from, this.i, true)
    for (const p of parts) this.emit(p.term, p.from, p.to, false)
  }

  contraction(i) {
    return contractions.has(this.text(i, this.run(i, false)))
  }

  suffix() {
    let i = this.i
    while (this.at(i) === '+' || this.at(i) === '#') i++
    if (i === this.i || i > this.i + 2 || startsWord(this.at(i))) return ''
    const text = this.text(this.i, i)
    this.i = i
    return text
  }

  text(from, to) {
    return this.chars.slice(from, to).join('')
  }

  emit(term, from, to, whole) {
    this.tokens.push({
      term: cut(term),
      start: this.folded.starts[from],
      end: this.folded.ends[to - 1],
      pos: this.pos,
      last: to === this.chars.length,
      whole,
    })
    if (!whole) this.pos++
  }
}

const contractions = new Set(['s', 't', 're', 've', 'll', 'd', 'm'])
const letterOrNumber = /^[\p{L}\p{N}]$/u
const mark = /^\p{M}$/u

function cut(term) {
  return term.length <= maxTerm ? term : [...term].slice(0, maxTerm).join('')
}

function startsWord(c) {
  if (c < '\x80') return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
  return letterOrNumber.test(c)
}

function inWord(c) {
  return startsWord(c) || (c >= '\x80' && mark.test(c))
}

function connects(c) {
  return c === '_' || c === '-' || c === '.' || c === "'"
}

/** isCJK says whether a character belongs to a script that is written without spaces, or to Korean. */
export function isCJK(c) {
  const r = c.codePointAt(0)
  return (
    r >= 0x0e00 &&
    (r <= 0x0eff ||
      (r >= 0x1000 && r <= 0x109f) ||
      (r >= 0x1100 && r <= 0x11ff) ||
      (r >= 0x1780 && r <= 0x17ff) ||
      (r >= 0x3005 && r <= 0x3007) ||
      (r >= 0x3040 && r <= 0x31ff) ||
      (r >= 0x3400 && r <= 0x9fff) ||
      (r >= 0xa960 && r <= 0xa97f) ||
      (r >= 0xac00 && r <= 0xd7ff) ||
      (r >= 0xf900 && r <= 0xfaff) ||
      (r >= 0x20000 && r <= 0x3ffff))
  )
}
