// Reads what package shard and payload.go write.

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const value = new Uint8Array(128)
for (let i = 0; i < 64; i++) value[digits.charCodeAt(i)] = i

/** Numbers reads numbers and digits one after the other. */
export class Numbers {
  constructor(text, at = 0) {
    this.text = text
    this.at = at
  }

  more() {
    return this.at < this.text.length
  }

  digit() {
    return value[this.text.charCodeAt(this.at++)]
  }

  next() {
    let n = 0
    for (let power = 1; ; power *= 32) {
      const d = this.digit()
      n += (d & 31) * power
      if (!(d & 32)) return n
    }
  }
}

/** words reads words in sorted order, each as what it adds to the one before. */
export function words(text) {
  let last = ''
  return text.split(' ').map((item) => {
    const numbers = new Numbers(item)
    last = last.slice(0, numbers.next()) + item.slice(numbers.at)
    return last
  })
}

/** postings reads { docs, levels }. */
export function postings(text) {
  const docs = []
  const levels = []
  const numbers = new Numbers(text)
  for (let doc = 0; numbers.more(); doc++) {
    docs.push((doc += numbers.next()))
    levels.push(numbers.digit())
  }
  return { docs, levels }
}

/** places reads the positions of a word by document; null when it is too common to have any. */
export function places(text) {
  if (text === '-') return null
  const found = new Map()
  const numbers = new Numbers(text)
  for (let doc = 0; numbers.more(); ) {
    doc += numbers.next()
    const list = []
    let position = 0
    for (let n = numbers.next(); n > 0; n--) list.push((position += numbers.next()))
    found.set(doc, list)
  }
  return found
}

/** documents reads the documents of a value of a facet. */
export function documents(text) {
  const set = new Set()
  const numbers = new Numbers(text)
  for (let doc = 0; numbers.more(); doc++) set.add((doc += numbers.next()))
  return set
}

/** sumLength is how many digits a checksum has. */
export const sumLength = 3

/** sum returns the checksum of a payload; see shard/sum.go. */
export function sum(payload) {
  let h = 2166136261
  for (let i = 0; i < payload.length; i++) h = Math.imul(h ^ payload.charCodeAt(i), 16777619)
  h ^= h >>> 18
  let out = ''
  for (let i = 0; i < 18; i += 6) out += digits[(h >> i) & 63]
  return out
}
