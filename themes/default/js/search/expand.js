// What may fill a slot of a query; see expand.go.
// An alternative is { weight, forms: [{ id, count }] }, forms in order of id.

import { isCJK } from './analyse.js'
import { distance } from './distance.js'
import { postingsOf } from './encoding.js'
import { stem } from './stem.js'
import { weights } from './weights.js'

/** expand returns the alternatives of a slot, best guess first. */
export function expand(index, slot) {
  const alts = []
  const known = formsOf(index, slot.term)
  if (known.length > 0) alts.push({ weight: 1, forms: known })
  if (slot.prefix) alts.push(...completions(index, slot.term, known))
  if (alts.length === 0 && !slot.whole) return corrections(index, slot.term)
  return alts
}

function formsOf(index, term) {
  const exact = index.ids.get(term)
  const ids = index.stems.get(stem(term)) ?? []
  const forms = ids.map((id) => ({ id, count: id === exact ? 1 : weights.otherForm }))
  if (exact !== undefined && !ids.includes(exact)) forms.push({ id: exact, count: 1 })
  return forms.sort((a, b) => a.id - b.id)
}

function family(index, id) {
  const ids = index.stems.get(stem(index.terms[id])) ?? []
  return (ids.includes(id) ? ids : [id]).map((form) => ({ id: form, count: 1 }))
}

function completions(index, prefix, known) {
  const weight = known.length > 0 ? weights.completionOfWord : weights.completion
  const anywhere = prefix.length === (prefix.codePointAt(0) > 0xffff ? 2 : 1) && isCJK(prefix)
  const found = []
  index.terms.forEach((term, id) => {
    if (anywhere ? term.includes(prefix) : term.startsWith(prefix)) found.push({ id, weight })
  })
  return choose(index, found, known, weights.maxCompletions)
}

function corrections(index, term) {
  const word = [...term]
  let limit = fuzziness(word)
  if (limit === 0) return []
  let found = []
  index.terms.forEach((t, id) => {
    if (t.length > 2 * (word.length + limit)) return // too long in any encoding
    const other = [...t]
    const d = distance(word, other, limit)
    if (d > limit) return
    if (d < limit) {
      limit = d
      found = []
    }
    let weight = weights.correction[d]
    if (other[0] !== word[0]) weight *= weights.otherFirstLetter
    found.push({ id, weight })
  })
  return choose(index, found, [], weights.maxCorrections)
}

function fuzziness(word) {
  if (word.some((c) => (c >= '0' && c <= '9') || isCJK(c))) return 0
  if (word.length < 4) return 0
  return word.length < 8 ? 1 : 2
}

/** choose makes an alternative of each of the n best candidates. */
function choose(index, found, known, n) {
  found.sort((a, b) => b.weight - a.weight || frequency(index, b.id) - frequency(index, a.id) || a.id - b.id)
  const seen = new Set(known.map((f) => f.id))
  const alts = []
  for (const { id, weight } of found) {
    if (alts.length === n) break
    if (seen.has(id)) continue
    const forms = family(index, id)
    for (const f of forms) seen.add(f.id)
    alts.push({ weight, forms })
  }
  return alts
}

function frequency(index, id) {
  return postingsOf(index, id).length
}
