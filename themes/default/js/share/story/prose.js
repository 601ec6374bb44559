// Plain text as Markdown. Paragraphs stay, and so do lines that begin with "- " (items) and "> "
// (quotations); everything else that Markdown would take for more than text is escaped.
//
// The rules of the playbook read the lines of the file. An escape must therefore hide nothing
// from them: no word, and nothing that leads to a person. This is why an address keeps its
// beginning and loses its first full stop, which is enough for it to be no link; why a backtick
// becomes a reference, as code is not read; and why <!-- is broken up, as comments are not either.

import { filled } from '../letters.js'

/** prose returns the lines of a text that is tidy. */
export function prose(text) {
  const out = []
  let before = ''
  for (const typed of text.split('\n')) {
    const [kind, line] = lineOf(typed.replace(/^ +| +$/g, ''), before)
    if (kind !== before && out.length && out.at(-1) !== '') out.push('')
    if (kind) out.push(line)
    before = kind
  }
  if (out.at(-1) === '') out.pop()
  return out
}

function lineOf(line, before) {
  if (!filled(line)) return ['', '']
  const [, mark, rest] = /^([->]) +(.*)$/.exec(line) ?? []
  if (mark && filled(rest)) return [mark, `${mark} ${escape(rest)}`]
  return line === '>' && before === '>' ? ['>', '>'] : ['p', escape(line)]
}

const blockStart = /^(?:#{1,6}(?= |$)|[-+](?= |$)|=+$|[-:|][-:| ]*$|>|:)/
const numbered = /^(\d{1,9})([.)])(?= |$)/
const markup =
  /<!(?=--)|\]\(|[\\*[<~`]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=(?:https?:\/\/|www\.)[^\s.]*)\./gu
const written = { '<!': '\\<\\!', '](': ']\\(', '`': '&#96;' }

const inline = (text) => text.replace(markup, (m) => written[m] ?? '\\' + m)

function escape(line) {
  const [number, digits, after] = numbered.exec(line) ?? []
  if (number) return `${digits}\\${after}${inline(line.slice(number.length))}`
  return blockStart.test(line) ? '\\' + line[0] + inline(line.slice(1)) : inline(line)
}
