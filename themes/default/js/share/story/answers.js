// What a draft answers. It may come from a link or from an older form: whatever is not an answer
// to a question of this one is left alone.

import { filled } from '../letters.js'
import { tidy } from './tidy.js'

const text = (value) =>
  typeof value === 'string' ? value.toWellFormed() : /number|boolean/.test(typeof value) ? String(value) : ''

/** read returns the answers that say something: { fields, sections: [{ name, text }] }. */
export function read(draft, data) {
  const fields = {}
  for (const { name, list } of data.fields) {
    const all = [own(draft?.fields, name)].flat().map(text).filter(filled)
    if (all.length) fields[name] = list ? all : all[0]
  }
  const sections = data.sections.map(({ name }) => ({ name, text: tidy(text(own(draft?.sections, name))) }))
  return { fields, sections: sections.filter((s) => filled(s.text)) }
}

const own = (from, name) => (from && Object.hasOwn(from, name) ? from[name] : undefined)
