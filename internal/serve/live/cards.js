// What others see of the page before they are on it: a result of the search, and the
// card that is shown where somebody shares the link, from what really is in its head.
import { make } from './dom.js'

export function cards({ result }) {
  const read = (...names) => names.map((name) => document.head.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content).find(Boolean)
  const title = read('og:title') ?? document.title
  const address = read('og:url') ?? document.head.querySelector('link[rel=canonical]')?.href ?? location.href
  const image = read('og:image')
  return [
    result.title && make('h3', {}, 'In the search'),
    result.title && make('div', { class: 'card' },
      make('p', {}, [result.kind, result.maturity].filter(Boolean).join(' · ')), make('strong', {}, result.title), make('p', {}, result.passage), make('small', {}, result.address)),
    make('h3', {}, 'As a card'),
    make('div', { class: 'card' },
      make('small', {}, URL.canParse(address) ? new URL(address).host : address), make('strong', {}, title),
      make('p', {}, read('og:description', 'description') ?? 'It has no description.'), image && make('small', {}, `Picture: ${image}`)),
  ].filter(Boolean)
}
