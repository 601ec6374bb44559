// Splitting of text into sentences; see sentence.go.

const blanks = ' \t\r\n\u00a0\u3000'

/** sentences returns the ranges [start, end] of text that can be shown on their own. */
export function sentences(text) {
  const found = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n' || ('.!?…。！？'.includes(text[i]) && breaks(text, i))) {
      appendTrimmed(found, text, start, i + 1)
      start = i + 1
    }
  }
  appendTrimmed(found, text, start, text.length)
  return found
}

function breaks(text, i) {
  if ('。！？'.includes(text[i])) return true
  let after = i + 1
  while (after < text.length && blanks.includes(text[after])) after++
  return after > i + 1 && (after === text.length || text[after] < 'a' || text[after] > 'z')
}

function appendTrimmed(found, text, start, end) {
  while (start < end && blanks.includes(text[start])) start++
  while (start < end && blanks.includes(text[end - 1])) end--
  if (start < end) found.push([start, end])
}
