// A section of a story as elements. It is plain text, as story.js reads it: blank lines end
// a paragraph, lines with a dash are a list, lines with a > are what somebody said. All else
// is literal, and nothing of it is ever markup.
import { make } from '../../search-ui/dom.js'

const shapes = {
  '-': (lines) => make('ul', {}, ...lines.map((line) => make('li', { dir: 'auto' }, line))),
  '>': (lines) => make('blockquote', {}, make('p', { dir: 'auto' }, lines.join('\n'))),
  p: (lines) => make('p', { dir: 'auto' }, lines.join('\n')),
}

export function prose(text) {
  const groups = []
  let before
  for (const typed of text.split('\n')) {
    const line = typed.trim()
    const [, mark, rest] = /^([->]) +(.*)$/.exec(line) ?? []
    const shape = line && (mark ?? 'p')
    if (shape && shape !== before) groups.push({ shape, lines: [] })
    if (shape) groups.at(-1).lines.push(rest ?? line)
    before = shape
  }
  return groups.map(({ shape, lines }) => shapes[shape](lines))
}
