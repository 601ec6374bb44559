// Phrases, and words that must not be; see phrase.go.

import { places } from './decode.js'
import { fillings } from './fill.js'
import { home } from './store.js'

/** allowed returns what tells whether a document has all phrases and nothing it must be without. */
export function allowed(store, { phrases, without }) {
  const has = phrases.map((p) => having(store, p))
  const hasNot = without.map((p) => (p.length > 1 ? having(store, p) : havingForm(store, p[0])))
  return (doc) => has.every((set) => set.has(doc)) && !hasNot.some((set) => set.has(doc))
}

function havingForm(store, term) {
  const forms = fillings(store, { term, whole: true }).alts.flatMap((alt) => alt.forms)
  return new Set(forms.flatMap(({ word }) => word.postings.docs))
}

function having(store, phrase) {
  const begin = phrase.length > 1 ? starts(store, phrase) : undefined
  const docs = phrase.map((term) => new Set(store.word(term)?.postings.docs))
  return new Set([...docs[0]].filter((doc) => (!begin || begin.has(doc)) && docs.every((set) => set.has(doc))))
}

/** starts maps documents to where a phrase begins in them; undefined when no word has positions. */
function starts(store, phrase) {
  let found
  phrase.forEach((term, offset) => {
    const positions = positionsOf(store, term)
    if (positions === null) return // too common: at any place
    if (!found) found = new Map([...positions].map(([doc, list]) => [doc, list.map((p) => p - offset)]))
    for (const [doc, list] of found) {
      const places = new Set(positions.get(doc))
      const kept = list.filter((start) => places.has(start + offset))
      if (kept.length) found.set(doc, kept)
      else found.delete(doc)
    }
  })
  return found
}

function positionsOf(store, term) {
  const word = store.word(term)
  const n = home(store.bounds, term)
  const lists = word && store.shard('p', Math.floor(n / store.together))
  return lists ? places(lists[n % store.together][word.id % 65536]) : new Map()
}
