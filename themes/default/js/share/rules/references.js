// References to principles and examples; see check/reference.go and playbook/index.go.

import { alike } from '../letters.js'
import { didYouMean } from './nearest.js'

/** references reports those that lead nowhere, and returns the lens of the story. */
export function references({ entry, id }, data, report) {
  const itself = { id, title: entry.title }
  const kinds = { principles: ['principle', data.principles], examples: ['example', data.examples], stories: ['story', [itself]] }
  for (const folder of ['principles', 'examples']) {
    const [kind, list] = kinds[folder]
    for (const ref of entry[folder]) {
      if (!ref || ofKind(folder, list, ref)) continue
      report('unknown-reference', { field: folder }, `there is no ${kind} “${ref}”`, suggest(ref, folder, kinds), ref)
    }
  }
  const lens = (ref) => ofKind('principles', data.principles, ref)?.lens
  return entry.lens || entry.principles.map(lens).find(Boolean)
}

const placeOf = (ref) => ref.replace(/^content\//, '').replace(/\.md$/, '')

function ofKind(folder, list, ref) {
  const place = placeOf(ref)
  const id = place.startsWith(folder + '/') ? place.slice(folder.length + 1) : place
  return list.findLast((e) => e.id === id)
}

function suggest(ref, folder, kinds) {
  const [to, where] = named(ref, kinds)
  if (to && where === folder) return `write its id: “${to.id}”`
  if (to) return `“${to.title}” is of another kind: ${kinds[where][0]}`
  const ids = kinds[folder][1].map((e) => e.id)
  return didYouMean(ref, ids) || "write an id, which is the file's name without .md"
}

/** named finds what a name means: place, id or title, if only one has it. */
function named(ref, kinds) {
  const all = Object.entries(kinds).flatMap(([folder, [, list]]) => list.map((e) => [e, folder]))
  const place = placeOf(ref)
  const only = (is) => {
    const found = all.filter(is)
    return found.length === 1 ? found[0] : undefined
  }
  const key = alike(ref)
  return (
    all.find(([e, folder]) => `${folder}/${e.id}` === place) ??
    only(([e]) => e.id === place) ??
    only(([e]) => alike(e.title) === key) ??
    []
  )
}
