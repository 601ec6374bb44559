// Splitting of text into sentences; see sentence.go.

const end = /\n|[。！？]["'”’»)\]」』）]*|[.!?…؟۔।]["'”’»)\]」』）]*(?=[ \t\r\n\u00a0\u3000]+([^a-z \t\r\n\u00a0\u3000]|$))/g
const blanks = ' \t\r\n\u00a0\u3000'

/** sentences returns the ranges [start, end] of text that can be shown on their own. */
export function sentences(text) {
  const found = []
  let start = 0
  const add = (end) => {
    let to = end
    while (start < to && blanks.includes(text[start])) start++
    while (start < to && blanks.includes(text[to - 1])) to--
    if (start < to) found.push([start, to])
    start = end
  }
  for (const m of text.matchAll(end)) add(m.index + m[0].length)
  add(text.length)
  return found
}
