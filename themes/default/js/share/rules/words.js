// A story as words that know their place; see check/prose.go and scanner.go. A word is
// { line, start, end, gap, quoted }.

import { hitsOf } from './phrases.js'

const clause = 1
const sentence = 2
const wordAt = /[\p{L}\p{M}\p{Nd}](?:[\p{L}\p{M}\p{Nd}]|['’](?=\p{L}))*/uy
const closing = { '“': '”', '«': '»', '„': '“', '"': '"' }

/** countWords is how many words a text has. */
export const countWords = (text) => text.match(new RegExp(wordAt.source, 'gu'))?.length ?? 0

/** proseOf reads the title, the summary and the sections of a story. */
export function proseOf({ entry, lines, body }) {
  const prose = { lines: [], words: [] }
  for (const field of ['title', 'summary']) new Scanner(prose).scan({ text: entry[field], field, section: '' })
  const scanner = new Scanner(prose)
  for (const line of lines.slice(body)) {
    scanner.block(line.text)
    scanner.scan(line)
  }
  prose.say = ({ line, start, end }) => prose.lines[line].text.slice(start, end)
  prose.hits = hitsOf(prose)
  return prose
}

class Scanner {
  gap = sentence
  quote = ''
  inBlock = false
  comment = false

  constructor(prose) {
    this.prose = prose
  }

  /** block looks at how a line begins. */
  block(line) {
    const text = line.replace(/^[ \t>]+/, '')
    this.inBlock = /^ *>/.test(line)
    if (!text) this.quote = ''
    if (!text || /^[-#*+|:\d]/.test(text)) this.gap = sentence
  }

  scan(line) {
    const { text } = line
    const at = this.prose.lines.push(line) - 1
    for (let i = 0; i < text.length; ) {
      const next = this.skip(text, i)
      if (next > i) {
        i = next
        continue
      }
      wordAt.lastIndex = i
      const word = wordAt.exec(text)?.[0]
      if (word) {
        const quoted = this.quote !== '' || this.inBlock
        this.prose.words.push({ line: at, start: i, end: i + word.length, gap: this.gap, quoted })
        this.gap = 0
      } else this.mark(text[i])
      i += word?.length ?? 1
    }
  }

  /** skip returns where the text goes on that is prose: behind a comment, code or an address. */
  skip(text, i) {
    if (this.comment || text.startsWith('<!--', i)) {
      const end = text.indexOf('-->', i)
      this.comment = end < 0
      return this.comment ? text.length : end + 3
    }
    if (text[i] === '`') {
      const [ticks] = /^`+/.exec(text.slice(i))
      const end = text.indexOf(ticks, i + ticks.length)
      if (end >= 0) this.atLeast(clause)
      return Math.max(i, end) + ticks.length
    }
    if (text.startsWith('](', i)) return before(/[) ]/g, text, i + 2)
    return /^https?:\/\//.test(text.slice(i, i + 8)) ? before(/[ )>\]]/g, text, i) : i
  }

  /** mark takes what stands between words into account. */
  mark(c) {
    if (/[.!?…|]/.test(c)) this.gap = sentence
    else if (/[,;:()—–]/.test(c)) this.atLeast(clause)
    else if (closing[c]) this.open(closing[c])
    else if (/[”»]/.test(c)) this.close(c)
  }

  open(end) {
    if ((this.quote === end && end === '"') || this.quote === '“') this.close(this.quote)
    else {
      this.quote = end
      this.atLeast(clause)
    }
  }

  close(end) {
    if (this.quote === end) this.quote = ''
    this.atLeast(clause)
  }

  atLeast(gap) {
    this.gap = Math.max(this.gap, gap)
  }
}

function before(ends, text, from) {
  ends.lastIndex = from
  return ends.exec(text)?.index ?? text.length
}
