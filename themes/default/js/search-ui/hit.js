import { address, make } from './dom.js'

export function hrefOf({ url, anchor }) {
  return address(url) + (anchor && '#' + encodeURIComponent(anchor))
}

// Makes the item of a hit. With attributes it is an option of a list, else it has a link.
export function showHit(hit, { facets }, attributes) {
  const { kind, kindLabel, lang, passage, heading } = hit
  const part = (name, ...content) => make('span', { class: 'hit-' + name }, ...content)
  const title = make(attributes ? 'span' : 'a', { class: 'hit-title', href: !attributes && hrefOf(hit), lang }, ...marked(hit.title, hit.titleRanges))
  const text = make('span', { class: 'hit-text', lang }, ...marked(passage.text, passage.ranges))
  const facts = ['maturity', 'outcome'].filter((name) => hit[name]).map((name) => labelOf(facets, name, hit[name]))
  return make('li', { class: 'hit hit-' + kind, ...attributes },
    part('kind', kindLabel),
    part('head', title, ' ', heading ? make('span', { class: 'hit-where', lang }, heading) : '', ' ', hit.illustrative ? make('span', { class: 'badge' }, 'Invented') : ''),
    text,
    part('facts', facts.join(' · ')))
}

// What readers call a value of a facet.
function labelOf(facets, name, value) {
  return facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.label ?? value
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
