// The file format, as encoding.go writes it.

import { fieldCount } from './weights.js'

const format = 1
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...digits].map((digit, value) => [digit, value]))

/** decode checks the parsed file and unpacks all but the postings. */
export function decode(file) {
  if (!file || file.format !== format || !Array.isArray(file.documents)) {
    throw new Error(`this is no search index of format ${format}`)
  }
  const documents = file.documents.map(complete)
  const spans = numbers(file.spans)
  const terms = decodeTerms(file.terms)
  const postings = file.postings === '' ? [] : file.postings.split(' ')
  if (spans.length !== documents.length * fieldCount || postings.length !== terms.length) {
    throw new Error('the search index is damaged')
  }
  return {
    documents,
    places: decodePlaces(file.places, documents),
    spans,
    terms,
    english: decodeRuns(file.english, terms.length),
    packed: postings,
    postings: new Array(terms.length),
  }
}

/** complete fills in what the file leaves out. */
function complete(document) {
  return {
    url: '',
    title: '',
    aliases: [],
    asks: [],
    summary: '',
    tags: [],
    headings: [],
    body: '',
    kind: '',
    kindLabel: '',
    maturity: '',
    outcome: '',
    lang: '',
    illustrative: false,
    facets: {},
    ...document,
  }
}

/** postingsOf returns where a term occurs, [{ doc, positions }] by doc; unpacked at first use. */
export function postingsOf(index, id) {
  return (index.postings[id] ??= decodePostings(index.packed[id]))
}

/** find returns the positions of a term in a document, or none. */
export function find(index, id, doc) {
  const list = postingsOf(index, id)
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle].doc < doc) low = middle + 1
    else high = middle
  }
  return low < list.length && list[low].doc === doc ? list[low].positions : []
}

function decodePostings(text) {
  const list = []
  const packed = numbers(text)
  let doc = 0
  for (let i = 0; i < packed.length;) {
    doc += packed[i++]
    const positions = new Array(packed[i++])
    let position = 0
    for (let k = 0; k < positions.length; k++) {
      position += packed[i++]
      positions[k] = position
    }
    list.push({ doc, positions })
  }
  return list
}

function decodeTerms(text) {
  const terms = []
  if (text === '') return terms
  let last = ''
  for (const entry of text.split(' ')) {
    const [shared, from] = number(entry, 0)
    last = last.slice(0, shared) + entry.slice(from)
    terms.push(last)
  }
  return terms
}

function decodeRuns(text, length) {
  const flags = new Array(length).fill(false)
  let i = 0
  numbers(text).forEach((run, n) => {
    flags.fill(n % 2 === 1, i, i + run)
    i += run
  })
  return flags
}

function decodePlaces(text, documents) {
  const packed = numbers(text)
  let i = 0
  return documents.map((d) => d.headings.map(() => packed[i++] - 1))
}

function numbers(text) {
  const list = []
  for (let i = 0, n; i < text.length;) {
    ;[n, i] = number(text, i)
    list.push(n)
  }
  return list
}

/** number reads one number at i and returns it with where the next begins. */
function number(text, i) {
  let n = 0
  for (let scale = 1; i < text.length; scale *= 32) {
    const digit = values.get(text[i++])
    n += (digit & 31) * scale
    if (digit < 32) break
  }
  return [n, i]
}
