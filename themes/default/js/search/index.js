// The search engine of a built playbook: pure functions, no DOM, no network.
// It is the twin of internal/search in Go, file by file; docs/search-format.md
// describes both. The same query gives the same ids and scores in either.
//
// The index is one classic script that sets self.playbookIndex (a string, JSON),
// so that it loads by <script src> from file:// too. Then:
//
//	import { load, search } from "./search/index.js";
//	const index = load(self.playbookIndex);       // throws when it is not an index of this format
//	const hits = search(index, "my boss never", 10);
//
// load(data)                   string or the object parsed from it → index
// search(index, query, limit)  → hits, best first, at most limit of them
// rank(index, query)           → { matches: [{ doc, score }], slots }: every page
//                                that matches, best first, without passages (for
//                                counts and facets; search() is rank() and excerpt())
// excerpt(index, ranked, match) → the hit for one of ranked.matches
//
// A hit is {
//   doc,       number of the document in index.documents
//   document,  { url, title, summary, aliases, asks, tags, headings, body, kind,
//                kindLabel, maturity, outcome, lang, illustrative, facets };
//                strings are "", lists [] and facets {} where there is nothing.
//                url is relative to the site's root.
//   score,     number
//   terms,     the words of the page that matched, as they are in the index
//   title,     [[start, end], …] to mark in document.title
//   passage,   { text, ranges: [[start, end], …] } to show under the title
//   anchor,    id of the best matching heading, or "" for the page as a whole
// }
// Ranges count UTF-16 units, as String.prototype.slice does; they are sorted and
// do not overlap. Texts are as the author wrote them: put them into the page as text.

import { decode } from './encoding.js'
import { excerpt } from './passage.js'
import { parse } from './query.js'
import { rank as rankSlots } from './rank.js'
import { stem } from './stem.js'
import { fieldCount, weights } from './weights.js'

export { excerpt }

/** search returns at most limit hits, best first. */
export function search(index, query, limit) {
  const ranked = rank(index, query)
  return ranked.matches.slice(0, Math.max(0, limit)).map((match) => excerpt(index, ranked, match))
}

/** rank returns every page that matches, without passages. */
export function rank(index, query) {
  return rankSlots(index, parse(query))
}

/** load makes an index of what the index script holds. */
export function load(data) {
  return prepare(decode(typeof data === 'string' ? JSON.parse(data) : data))
}

/** prepare derives what searching needs from what the file has. */
function prepare(index) {
  index.ids = new Map()
  index.stems = new Map()
  index.terms.forEach((term, id) => {
    index.ids.set(term, id)
    if (!index.english[id]) return
    const key = stem(term)
    const ids = index.stems.get(key)
    if (ids) ids.push(id)
    else index.stems.set(key, [id])
  })
  index.norms = new Float64Array(index.documents.length * fieldCount)
  for (let f = 0; f < fieldCount; f++) {
    const mean = meanSpan(index, f)
    for (let d = 0; d < index.documents.length; d++) {
      const b = weights.length[f]
      index.norms[d * fieldCount + f] = weights.field[f] / (1 - b + (b * index.spans[d * fieldCount + f]) / mean)
    }
  }
  return index
}

/** meanSpan is the mean length of a field where there is one. */
function meanSpan(index, f) {
  let sum = 0
  let n = 0
  for (let i = f; i < index.spans.length; i += fieldCount) {
    if (index.spans[i] > 0) {
      sum += index.spans[i]
      n++
    }
  }
  return n === 0 ? 1 : sum / n
}
