// Phrases in a story; see check/match.go and phrases.go.

import { size } from '../letters.js'

const known = new WeakMap()

/** tablesOf finds the phrases by their first word, and then by their second. */
function tablesOf(rules) {
  if (!known.has(rules)) known.set(rules, byFirst(rules.phrases))
  return known.get(rules)
}

function byFirst(tables) {
  const all = new Map()
  for (const { code, rows } of tables) {
    for (const { reason, phrases } of rows) {
      for (const phrase of phrases) {
        const slots = phrase.split(' ').map((slot) => slot.replace(/[()]/g, '').split('|'))
        for (const first of slots[0]) {
          if (!all.has(first)) all.set(first, { alone: [], next: new Map() })
          const { alone, next } = all.get(first)
          if (slots.length === 1) alone.push({ code, reason, slots })
          else for (const second of slots[1]) next.set(second, [...(next.get(second) ?? []), { code, reason, slots }])
        }
      }
    }
  }
  return all
}

/** hitsOf returns what returns the hits of a rule: { code, reason, first, last }. */
export function hitsOf(prose) {
  let hits
  return (rules, code) => (hits ??= find(prose, rules)).filter((h) => h.code === code)
}

function find({ words, say }, rules) {
  const tables = tablesOf(rules)
  const hits = []
  const texts = words.map((w) => folded(say(w)))
  const denied = (first) => {
    for (let i = first; i > 0 && first - i < rules.reach && words[i].gap !== 2; i--) {
      if (rules.denials.includes(texts[i - 1]) || texts[i - 1].endsWith("n't")) return true
    }
    return false
  }
  const told = (code, first) => {
    for (let i = hits.length - 1; i >= 0 && hits[i].last >= first; i--) if (hits[i].code === code) return true
    return false
  }
  words.forEach((word, first) => {
    const tried = word.quoted ? undefined : tables.get(texts[first])
    if (!tried) return
    const next = words[first + 1]?.gap === 0 ? tried.next.get(texts[first + 1]) : undefined
    for (const { code, reason, slots } of [...tried.alone, ...(next ?? [])]) {
      const here = slots.every((slot, k) => {
        const w = words[first + k]
        return k === 0 || (w && w.gap === 0 && !w.quoted && slot.includes(texts[first + k]))
      })
      if (here && !told(code, first) && !denied(first)) hits.push({ code, reason, first, last: first + slots.length - 1 })
    }
  })
  return hits
}

/** folded is a word with its ASCII letters in lower case; phrases have no others, and none that long. */
function folded(word) {
  return size(word) > 24 ? '' : word.replace(/[A-Z]/g, (c) => c.toLowerCase()).replaceAll('’', "'")
}
