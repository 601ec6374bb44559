// The search engine of a built playbook. It is the twin of internal/search in Go:
// the same query gives the same pages and scores in either. docs/search-format.md
// describes both, and the files that are loaded.
//
//	import { open } from './search/index.js'
//	const engine = await open('search-index.js')
//	const answer = await engine.search('my boss never', { filters: { kind: ['story'] }, limit: 10 })
//
// An answer is {
//   query,    as asked
//   total,    pages that match
//   hits,     the best of them: { doc, url, title, kind, kindLabel, maturity, outcome, illustrative,
//             lang, score, titleRanges: [[start, end]], passage: { text, ranges }, anchor, heading }
//   meant,    the query with unknown words replaced by those that were searched for; '' if none was
//   unknown,  the words for which the playbook has nothing
//   stop,     whether the query has only words that say little
//   counts(), live counts of the facets' values, a promise: { kind: { story: 3 } }
// }
// Ranges count UTF-16 units; they are sorted and do not overlap. Texts are as the
// author wrote them: put them into the page as text. Every promise may be rejected
// with a SearchError, whose message is for the reader; a later call may succeed.
// The option before() is awaited before anything is loaded, so that a search can wait
// and stop there: what before() throws ends it.

import { counts, filtered } from './facet.js'
import { fillings, partsOf, takeApart } from './fill.js'
import { load, SearchError } from './load.js'
import { excerpt, wanted } from './passage.js'
import { allowed } from './phrase.js'
import { parse } from './query.js'
import { best, fill, matching } from './rank.js'
import { Store } from './store.js'

export { SearchError }

/** open loads the manifest of an index. */
export async function open(address) {
  return new Engine(address, new Store(address, await load(address, '')))
}

class Engine {
  constructor(address, store) {
    this.address = address
    this.store = store
  }

  get documents() {
    return this.store.size
  }

  get facets() {
    return this.store.facets
  }

  /** search answers a query. When a shard does not fit the manifest, a newer manifest may. */
  async search(query, { filters = {}, limit = 10, before } = {}) {
    try {
      return await answer(this.store, query, filters, limit, before)
    } catch (error) {
      await before?.()
      const fresh = await load(this.address + '?' + Date.now(), '').catch(() => {
        throw error
      })
      this.store = new Store(this.address, fresh)
      return answer(this.store, query, filters, limit, before)
    }
  }
}

/** answer is one search in what a store has and can load. */
export async function answer(store, query, filters, limit, before) {
  const request = parse(store, query, filters)
  const { slots } = request
  const stop = slots.length > 0 && slots.every((s) => s.stop || s.whole)
  const asked = slots.filter((s) => stop || !s.stop)
  const [filled, permits, columns] = await store.complete(() => [
    takeApart(store, asked).map((slot) => ({ ...slot, ...fillings(store, slot) })).filter((f) => f.alts.length),
    allowed(store, request),
    request.filters.length ? store.shard('f', 0) : [],
  ], before)
  const ranked = filled.map((slot) => fill(store.size, slot))
  const browse = !slots.length && request.filters.length + request.without.length > 0
  const { docs, scores } = matching(store.size, ranked, permits, browse)
  const kept = filtered(columns, request.filters, docs, -1)
  const shown = best(kept, scores, limit)
  const cards = await store.complete(() => shown.map((doc) => cardsOf(store, ranked, doc)), before)
  const w = wanted(ranked, store.compounds)
  return {
    query,
    total: kept.length,
    hits: shown.map((doc, i) => hit(w, doc, scores[doc], cards[i])),
    meant: docs.length ? meant(request.text, ranked) : '',
    unknown: asked.filter((s) => !s.whole && !(store.compounds && partsOf(store, s)) && !ranked.some((f) => f.start === s.start && f.end === s.end)).map((s) => request.text.slice(s.start, s.end)),
    stop,
    counts: async () => counts(store.facets, await store.complete(() => store.shard('f', 0) ?? []), request.filters, docs),
  }
}

/** cardsOf returns a page as the words of the query lead to it, or the whole of it. */
function cardsOf(store, ranked, doc) {
  const leads = ranked.flatMap(({ alts }) => alts.map(({ forms }) => forms[0].word.family.leads?.get(doc))).filter(Boolean)
  return leads.length ? leads : [[, store.card(doc)]]
}

function hit(w, doc, score, cards) {
  const [url, title, , , , lang, kind, kindLabel, maturity, outcome, illustrative] = cards[0][1]
  const [shown] = cards.map(([section, card]) => excerpt(w, card, section)).sort((a, b) => b.worth - a.worth)
  return { doc, score, url, title, lang, kind, kindLabel, maturity, outcome, illustrative: !!illustrative, ...shown }
}

/** meant returns the query with corrected words replaced; see meant.go. */
function meant(text, ranked) {
  let out = ''
  let at = 0
  for (const { guessed, alts, start, end } of ranked) {
    if (!guessed) continue
    out += text.slice(at, start) + alts[0].word.text
    at = end
  }
  return at ? out + text.slice(at) : ''
}
