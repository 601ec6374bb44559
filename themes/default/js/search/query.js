// What a query asks for; see query.go.

import { analyse } from './analyse.js'
import { isStop } from './stop.js'

const maxSlots = 48

/** parse splits a query into its different words: { term, pos, times, stop, whole, prefix }. */
export function parse(query) {
  const slots = []
  const seen = new Map()
  for (const t of analyse(query)) {
    if (seen.has(t.term)) {
      seen.get(t.term).times++
      continue
    }
    if (slots.length === maxSlots) break
    const slot = {
      term: t.term,
      pos: t.pos,
      times: 1,
      stop: isStop(t.term),
      whole: t.whole,
      prefix: t.last && !t.whole,
    }
    seen.set(t.term, slot)
    slots.push(slot)
  }
  return slots
}
