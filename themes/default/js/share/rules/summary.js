// How long a summary is; see check/summary.go.

import { count, lower } from '../letters.js'

/** summary reports one that no card holds. */
export function summary({ entry }, { rules }, report) {
  const { characters, sentences, abbreviations } = rules.summary
  const place = { field: 'summary' }
  const n = count(entry.summary)
  const said = countSentences(entry.summary, abbreviations)
  if (n > characters) {
    report('long-summary', place, `the summary has ${n} characters; a card holds ${characters}`, 'say it as you would to somebody in the corridor')
  } else if (said > sentences) {
    report('long-summary', place, `the summary has ${said} sentences; a card holds ${sentences}`, 'keep the one that a reader would repeat')
  }
}

function countSentences(text, abbreviations) {
  let n = 0
  let open = false // whether letters stand behind the last end
  let at = 0
  for (const c of text) {
    const before = text.slice(0, at)
    at += c.length
    if (/[\p{L}\p{Nd}]/u.test(c)) open = true
    else if (open && ends(before, c, text.slice(at), abbreviations)) {
      n++
      open = false
    }
  }
  return n + open
}

function ends(before, mark, after, abbreviations) {
  if (/[。！？]/.test(mark)) return true
  if (!/[.!?…]/.test(mark)) return false
  if (mark === '.' && abbreviations.includes(lower(/[^ (]*$/.exec(before)[0]))) return false
  const rest = after.replace(/^[.!?…”’"')]+/, '')
  const next = rest.replace(/^[ \n\t“‘"'(]+/, '')
  return !next || (rest !== next && /^[\p{Lu}\p{Nd}\p{Lo}]/u.test(next))
}
