// What is known of the index so far. Lookups are synchronous: what lies in a shard
// that is not there yet is noted and found to be nothing, and complete() loads
// and asks again until nothing was missing. So the engine reads like its twin in Go,
// and shards that are needed together are loaded together.

import * as decode from './decode.js'
import { load, SearchError } from './load.js'

const format = 2

export class Store {
  constructor(address, text) {
    this.address = address
    this.shards = new Map()
    this.missing = new Set()
    this.misses = 0 // how often a lookup found its shard missing
    this.loading = new Map()
    const manifest = parse(text)
    if (manifest.format !== format) throw new SearchError('corrupt')
    this.inside = manifest.shards ?? {}
    this.sums = manifest.sums
    this.size = manifest.documents
    this.stop = new Set(manifest.stop.split(' '))
    this.endings = manifest.endings.split(' ')
    this.compounds = manifest.compounds
    this.together = manifest.together
    this.bounds = manifest.terms.split('\n')
    this.ends = manifest.ends.split('\n')
    this.facets = manifest.facets
    this.texts = []
    const counts = new decode.Numbers(manifest.texts)
    for (let doc = 0; counts.more(); doc += counts.next()) this.texts.push(doc)
  }

  /** complete returns what f returns when it misses nothing. */
  async complete(f, before) {
    for (;;) {
      this.missing.clear()
      const result = f()
      if (this.missing.size === 0) return result
      const names = [...this.missing]
      await before?.()
      await Promise.all(names.map((name) => this.shards.has(name) || this.once(name)))
    }
  }

  /** sum returns the checksum of a shard; '' or undefined when there is no such shard. */
  sum(kind, n) {
    return this.sums[kind]?.substr(n * decode.sumLength, decode.sumLength)
  }

  /** shard returns what a shard holds; undefined when there is no such shard, or not yet. */
  shard(kind, n) {
    const name = kind + n
    const sum = this.sum(kind, n)
    if (!sum) return undefined
    if (!this.shards.has(name)) {
      const payload = this.inside[name]
      if (payload === undefined) {
        this.missing.add(name)
        this.misses++
        return undefined
      }
      this.keep(name, payload)
    }
    return this.shards.get(name)
  }

  /** once requests a shard that may be on its way already. */
  once(name) {
    if (!this.loading.has(name)) this.loading.set(name, this.request(name).finally(() => this.loading.delete(name)))
    return this.loading.get(name)
  }

  async request(name) {
    const sum = this.sum(name[0], name.slice(1))
    const folder = this.address.replace(/\.js$/, '/')
    // The sum in the address gets past an old copy in a cache.
    const payload = await load(`${folder}${name}.js?${sum}`, name)
    if (decode.sum(payload) !== sum) throw new SearchError('corrupt')
    this.keep(name, payload)
  }

  keep(name, payload) {
    this.shards.set(name, readers[name[0]](payload, +name.slice(1)))
  }

  /** word returns an entry of the dictionary. */
  word(text) {
    return this.shard('t', home(this.bounds, text))?.byText.get(text)
  }

  card(doc) {
    const n = home(this.texts, doc, (a, b) => a - b)
    return this.shard('d', n)?.[doc - this.texts[n]]
  }
}

const readers = { t: terms, p: places, e: endings, d: parse, f: facets }

/**
 * terms reads a shard of the dictionary: words { id, text, family, postings, meant, pairs }. A family that
 * leads to documents maps them to [section, card].
 */
function terms(payload, n) {
  const [names, families, lists, meanings, pairs, leads] = payload.split('\n')
  const back = new decode.Numbers(families)
  const postings = lists.split(' ')
  const meant = meanings.split(' ')
  const follow = pairs.split(' ')
  const words = []
  const byText = new Map()
  for (const [at, text] of decode.words(names).entries()) {
    const distance = back.next()
    const word = new Word(n * 65536 + at, text, postings[at], meant[at], follow[at], distance ? words[at - distance].family : [])
    word.family.push(word)
    words.push(word)
    byText.set(text, word)
  }
  for (const [at, doc, ...lead] of parse(leads || '[]')) (words[at].family.leads ??= new Map()).set(doc, lead)
  return { words, byText }
}

class Word {
  constructor(id, text, list, means, follow, family) {
    Object.assign(this, { id, text, list, means, follow, family })
  }

  get postings() {
    return (this.read ??= decode.postings(this.list))
  }

  /** meant are the documents that mean the word without having it. */
  get meant() {
    return (this.meantRead ??= [...decode.documents(this.means)])
  }

  /** pairs maps the words that follow in titles to postings. */
  get pairs() {
    return (this.pairsRead ??= new Map(
      this.follow
        .split(',')
        .filter(Boolean)
        .map((pair) => pair.split('='))
        .map(([second, list]) => [second, decode.postings(list)]),
    ))
  }
}

function places(payload) {
  return payload.split('\n').map((line) => line.split(' '))
}

function endings(payload) {
  const [names, common] = payload.split('\n')
  const numbers = new decode.Numbers(common)
  return decode.words(names).map((end) => ({ text: reversed(end), common: numbers.digit() }))
}

function facets(payload) {
  return payload.split('\n').map((line) => line.split(' ').map(decode.documents))
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    throw new SearchError('corrupt')
  }
}

export function reversed(text) {
  return [...text].reverse().join('')
}

/** home returns the number of the shard that has a key, if any has. */
export function home(bounds, key, order = compare) {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(bounds[middle], key) <= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** compare puts texts in the order of their code points, which is Go's. */
export function compare(a, b) {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

// Halves of surrogate pairs stand for code points above all others.
function rank(unit) {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit
}
