// Values as YAML that means exactly the text, whatever is in it. A text is in double quotes unless
// it is a plain name or a day; what cannot be seen is written as an escape.
//
// The rules look for what leads to a person in the lines of the file. No escape may stand right
// before a letter or digit, where it would hide that a day or an address begins: the value goes
// on in a new line there, and so it does behind a line break.

const name = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/
const meansMore = /^(?:y|n|yes|no|on|off|true|false|null)$/
const day = /^\d{4}(?:-\d\d-\d\d|-Q[1-4])?$/
const unseen = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/
const goOn = '\\\n    '

/** field returns the lines of a field. */
export function field({ name, pattern }, value) {
  if (!Array.isArray(value)) return `${name}: ${scalar(value, pattern)}`.split('\n')
  const items = value.map((v) => scalar(v))
  if (items.every((item) => item[0] !== '"')) return [`${name}: [${items.join(', ')}]`]
  return [`${name}:`, ...items.flatMap((item) => `  - ${item}`.split('\n'))]
}

function scalar(text, pattern) {
  const plain = pattern ? day.test(text) : name.test(text) && !meansMore.test(text)
  return plain ? text : quoted(text)
}

function quoted(text) {
  let out = ''
  let escaped = ''
  for (const c of text) {
    const fresh = escaped === '\\n' || (/\w$/.test(escaped) && /\w/.test(c))
    escaped = escapeOf(c, fresh)
    out += (fresh ? goOn : '') + (escaped || c)
  }
  return `"${out}"`
}

/** escapeOf is how a character is written that cannot stand for itself, or ''. */
function escapeOf(c, fresh) {
  if (c === '\n') return '\\n'
  if (c === '\t') return fresh ? '\\t' : ''
  if (c === '"' || c === '\\' || (fresh && c === ' ')) return '\\' + c
  return unseen.test(c) ? '\\u' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') : ''
}
