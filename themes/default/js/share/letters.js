// What is done to letters and words, as Go does it: its standard library knows no special cases
// of a language, and counts characters, not UTF-16 units.

const space = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const spaces = new RegExp(`[${space}]+`)
const other = new RegExp(`[^${space}]`)

/** filled says whether there is anything in a text but space. */
export const filled = (text) => other.test(text)

/** fields are the words between spaces. */
export const fields = (text) => text.split(spaces).filter(Boolean)

/** lower is a text in lower case, each letter for itself. */
export const lower = (text) => text.replace(/\p{L}|\p{So}|\p{Nl}/gu, (c) => (c === 'İ' ? 'i' : c.toLowerCase()))

/** count is how many characters a text has. */
export const count = (text) => [...text].length

/** size is how many bytes a text takes in UTF-8. */
export function size(text) {
  let n = 0
  for (const c of text) n += c < '\x80' ? 1 : c < '\u0800' ? 2 : c.length + 2
  return n
}

/** alike maps names to one key that a reader would call the same. */
export const alike = (name) => lower(fields(name.normalize('NFKC')).join(' '))
