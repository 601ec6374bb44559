// What leads to a person; see check/identifying.go and trace.go. The lines of the file are read as
// they are, since all of them can be seen by whoever looks at it.

import { lower } from '../letters.js'

const compiled = new WeakMap()

function patterns(traces) {
  if (!compiled.has(traces)) {
    const all = {}
    for (const [name, source] of Object.entries(traces)) if (typeof source === 'string') all[name] = new RegExp(source, 'gu')
    compiled.set(traces, all)
  }
  return compiled.get(traces)
}

/** traces reports them in a story that promises to name nobody. */
export function traces({ entry, lines, id }, { rules }, report) {
  const promise = promiseOf(entry)
  if (!promise) return
  const tell = (place, t, what) => report('identifying-data', place, `“${t.text}” is ${what}, and the story promises “${promise}”`,
    'take it out, or change it so that nobody can be found by it', t.text)
  for (const t of daysAndNumbers(id, rules.traces)) tell({}, t, t.what + ", in the file's name")
  for (const { text, field, section } of lines) {
    if (field === 'authors') continue
    const found = contacts(text, rules.traces)
    if (!rules.traces.dayFields.includes(field)) found.push(...daysAndNumbers(text, rules.traces))
    for (const t of outermost(found)) tell({ field, section }, t, t.what)
  }
}

function promiseOf({ credit, people }) {
  if (credit && credit !== 'named') return 'credit: ' + credit
  return people && people !== 'consented' ? 'people: ' + people : ''
}

const within = (t, o) => o.text.length > t.text.length && o.at <= t.at && t.at + t.text.length <= o.at + o.text.length
const outermost = (all) => all.filter((t) => !all.some((o) => within(t, o)))

const matches = (text, re, what, from = 0) => [...text.matchAll(re)].map((m) => ({ at: from + m.index, text: m[0], what }))
const blank = (text, re) => text.replace(re, (m) => ' '.repeat(m.length))

function contacts(line, traces) {
  if (!line.includes('@')) return [] // what looks for one takes its time on a long word
  const { email, web, handle } = patterns(traces)
  const mail = matches(line, email, 'an e-mail address').filter((t) => !reserved(t.text, traces))
  const rest = blank(blank(line, email), web)
  return [...mail, ...matches(rest, handle, "somebody's handle").filter((t) => isHandle(rest, t, traces))]
}

function reserved(address, { reserved: domains }) {
  const domain = lower(address.slice(address.lastIndexOf('@') + 1))
  return domains.some((d) => domain === d || domain.endsWith('.' + d))
}

function isHandle(line, { at, text }, { groups }) {
  const before = line.slice(0, at)
  const last = [...before].at(-1) ?? '' // not $ behind the class: a browser takes that for half a letter
  if (/[\p{L}\p{Nd}./`@]/u.test(last) || line[at + text.length] === '/') return false
  return before.split('`').length % 2 === 1 && !groups.includes(lower(text.slice(1)))
}

function daysAndNumbers(line, traces) {
  const { web, namedDay, numericDay, phone } = patterns(traces)
  const text = blank(line, web)
  const found = matches(text, namedDay, 'an exact date')
  for (const { at, run } of numbers(blank(text, namedDay), traces.digits)) {
    found.push(...matches(run, numericDay, 'an exact date', at))
    const calls = matches(blank(run, numericDay), phone, 'a telephone number', at)
    found.push(...calls.filter((t) => isPhone(t.text, traces)))
  }
  return found
}

const digitsIn = (text) => text.replace(/\D/g, '').length

/** numbers are the runs of digits with what stands between those of days and telephone numbers. */
function numbers(line, least) {
  const runs = [...line.matchAll(/(?:[+(]|(?<![A-Za-z\d])\d)[\d+()./ -]*/g)].map((m) => ({ at: m.index, run: m[0] }))
  return runs.filter(({ run }) => digitsIn(run) >= least)
}

function isPhone(text, traces) {
  const n = digitsIn(text)
  return n >= 7 && n <= 15 && text.search(patterns(traces).fictitious) < 0
}
