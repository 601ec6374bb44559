// One diagnostic, with the line it is about.
import { make } from './dom.js'
import { place } from './editor.js'

export function diagnostic(about, ...more) {
  const { severity, code, text, hint, file, source } = about
  return make('li', { class: `diagnostic ${severity}`, tabindex: -1 },
    make('p', { class: 'what' }, make('strong', {}, severity), ' ', text, ' ', make('code', {}, code)),
    make('p', {}, file && place(about), ...more),
    source?.length && make('pre', {}, ...source.flatMap((line, i) => [i > 0 && '\n', ...(i === 0 ? marked(line, about) : [line])]).filter(Boolean)),
    hint && make('p', { class: 'hint' }, hint))
}

// Columns count characters as people do, not halves of them.
function marked(line, { column, length }) {
  const letters = [...line]
  const part = (from, to) => letters.slice(from, to).join('')
  if (!column) return [line]
  const end = column - 1 + (length || 1)
  return [part(0, column - 1), make('mark', {}, part(column - 1, end) || ' '), part(end)]
}
