const named = { '"': '\\"', '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' }
const seen = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u

const hex = (n, digits) => n.toString(16).padStart(digits, '0')

/** quote writes a text as Go's %q does. */
export function quote(text) {
  let out = ''
  for (const c of text) {
    const n = c.codePointAt(0)
    if (named[c]) out += named[c]
    else if (seen.test(c)) out += c
    else if (n < 0x80) out += '\\x' + hex(n, 2)
    else out += n < 0x10000 ? '\\u' + hex(n, 4) : '\\U' + hex(n, 8)
  }
  return `"${out}"`
}
