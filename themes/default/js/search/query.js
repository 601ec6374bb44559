// What a query asks for; see query.go and syntax.go.

import { classOf, unspaced } from './words/letter.js'
import { split } from './words/split.js'

const maxContent = 32
const maxQuery = 4096
const maxChunks = 16
const chunk = /(-?)(?:([A-Za-z_]+):)?(?:"([^"]*)"|([^" \t\r\n\u00a0\u3000]+))/g

/** parse understands a query: { text, slots, phrases, without, filters }. */
export function parse(store, query, chosen) {
  const text = [...query.slice(0, 2 * maxQuery)].slice(0, maxQuery).join('').toWellFormed().replace(/[“”„«»]/g, '"')
  const request = { text, phrases: [], without: [], filters: [] }
  request.slots = slots(store, syntax(store, request))
  store.facets.forEach(({ name, values }, facet) => {
    if (chosen[name]?.length) {
      request.filters.push({ facet, values: values.flatMap(({ value }, v) => (chosen[name].includes(value) ? [v] : [])) })
    }
  })
  return request
}

function slots(store, text) {
  const found = new Map()
  let content = 0
  for (const { term, start, end, pos, last, whole } of split(text)) {
    if (whole && isLone(term)) continue
    const slot = found.get(term)
    const stop = store.stop.has(term)
    if (slot) slot.times++
    else if (stop || content < maxContent) {
      found.set(term, { term, start, end, pos, times: 1, stop, whole, prefix: last && !whole })
      content += !stop && !whole
    }
  }
  return [...found.values()]
}

/** syntax reads operators into the request and leaves spaces in their place. */
function syntax(store, request) {
  if (request.text.match(chunk)?.length > maxChunks) return request.text
  return request.text.replace(chunk, (all, minus, name, quoted, plain) => {
    let value = quoted ?? plain
    const blank = ' '.repeat(all.length)
    const filter = facetValue(store, name, value)
    if (filter) {
      const same = request.filters.find((f) => f.facet === filter.facet && f.drop === !!minus)
      if (same) same.values.push(...filter.values)
      else request.filters.push({ ...filter, drop: !!minus })
      return blank
    }
    if (name) value = name + ':' + value
    const phrase = quotation(value)
    if (!phrase.length) return all
    if (minus) {
      request.without.push(phrase)
      return blank
    }
    if (quoted === undefined) return all
    request.phrases.push(phrase)
    return ' '.repeat(all.length - quoted.length - 1) + quoted + ' '
  })
}

function facetValue(store, name, value) {
  if (!name) return
  const key = phraseOf(value).join(' ')
  const facet = store.facets.findIndex((f) => f.name.toLowerCase() === name.toLowerCase())
  const v = store.facets[facet]?.values.findIndex((o) => [o.value, o.label].some((t) => key && phraseOf(t).join(' ') === key)) ?? -1
  return v >= 0 && { facet, values: [v] }
}

/** quotation returns the words that must follow each other; a single compound is one. */
function quotation(text) {
  const tokens = split(text)
  const [first] = tokens
  return first?.whole && !isLone(first.term) && first.end >= tokens.at(-1).end ? [first.term] : phraseOf(text)
}

/** isLone says whether a term is the last character of a pair. */
function isLone(term) {
  return classOf(String.fromCodePoint(term.codePointAt(0))) & unspaced
}

function phraseOf(text) {
  return split(text).flatMap((t) => (t.whole ? [] : [t.term])).slice(0, maxContent)
}
