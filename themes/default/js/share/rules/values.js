// What the decoder says of single values; see package decode.

import { didYouMean } from './nearest.js'
import { quote } from './quote.js'

const likeThis = {
  consent: 'a day like 2026-03-09',
  when: 'a year or a quarter, like 2025 or 2025-Q3',
}

/** values returns the entry that a story's fields make: what is wrong with a value leaves it empty. */
export function values({ fields, id }, { fields: known }, report) {
  const entry = {}
  for (const f of known) {
    const given = Object.hasOwn(fields, f.name) ? fields[f.name] : undefined
    const read = (text, path) => value(f, path, text, (...found) => report(found[0], { field: f.name }, ...found.slice(1), text))
    if (given === undefined && f.required) report('missing-field', { field: f.name }, `“${f.name}” is missing`, begun(f.doc))
    entry[f.name] = f.list ? (given ?? []).map((text, i) => read(text, `${f.name}[${i}]`)) : given ? read(given, f.name) : ''
  }
  entry.title ||= id
  return entry
}

function value({ name, values, pattern }, path, text, fail) {
  const short = clip(text)
  const what = refused(text)
  if (what) fail('encoding', `“${path}” has ${what}`, 'delete it')
  else if (values && !values.includes(text)) fail('unknown-value', `“${path}” cannot be “${short}”`, didYouMean(short, values))
  else if (pattern && !new RegExp(pattern, 'u').test(text)) {
    fail('wrong-type', `“${path}” is wrong: ${`${quote(text)} is not ${likeThis[name]}`.replaceAll(text, () => short)}`, '')
  } else return text
  return ''
}

function refused(text) {
  const [c] = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/.exec(text) ?? ['']
  if (!c) return ''
  if (/[\x85\u2028\u2029]/.test(c)) return 'an invisible line separator'
  return c < '\u2000' || c > '\u2fff' ? 'a control character' : 'an invisible character that changes the direction of the text'
}

function clip(text) {
  const all = [...text]
  return all.length > 60 ? all.slice(0, 60).join('') + '…' : text
}

const begun = (doc) => doc[0].toLowerCase() + doc.slice(1).replace(/\.$/, '')
