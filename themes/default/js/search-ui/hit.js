import { address, make } from './dom.js'

export function hrefOf(hit) {
  return address(hit.document.url) + (hit.anchor && '#' + encodeURIComponent(hit.anchor))
}

// What a hit shows; title is the element that holds the marked title.
export function showHit(hit, title) {
  const { kindLabel, illustrative, lang, summary } = hit.document
  const text = make('span', { class: 'hit-text', lang: lang || undefined })
  if (lang) title.lang = lang
  title.append(...marked(hit.document.title, hit.title))
  text.append(...marked(hit.passage.text || summary, hit.passage.text ? hit.passage.ranges : []))
  const head = make('span', { class: 'hit-head' }, title)
  if (illustrative) head.append(' ', make('span', { class: 'badge' }, 'Invented'))
  return [make('span', { class: 'hit-kind' }, kindLabel || 'Page'), head, text]
}

function marked(text, ranges) {
  const out = []
  let at = 0
  for (const [start, end] of ranges) {
    out.push(text.slice(at, start), make('mark', {}, text.slice(start, end)))
    at = end
  }
  return [...out, text.slice(at)]
}

export function classOf(hit) {
  return 'hit hit-' + (hit.document.kind || 'page')
}
