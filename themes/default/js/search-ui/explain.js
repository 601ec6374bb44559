// Puts into words what the results alone do not say: what was corrected, what nothing
// has, and where to go from there.
import { address, make } from './dom.js'

const shown = 60 // characters of a query that are repeated to the reader

export function explain({ total, meant, stop, unknown, hits }, query, filtered, { documents }) {
  const asked = (unknown.length ? unknown : [query]).join('”, “')
  const words = `“${asked.length > shown ? asked.slice(0, shown) + ' …' : asked}”`
  if (!documents) return [paragraph('This playbook has no pages to search yet.')]
  if (!total && filtered) return [paragraph('Nothing fits all of these. Take a filter away.')]
  // A query of operators only has no words either, and its pages none that match.
  if (stop && (!total || hits[0].terms.length)) return [paragraph(`There is little to go by in ${words}. Add a word that says more.`)]
  if (!total) return [paragraph(`Nothing has ${words}. Try fewer or other words`, ...elsewhere(), '.'), tips()]
  if (meant) return [paragraph('Nothing has it as it is typed. These are the results for ', make('strong', {}, meant), '.')]
  return unknown.length ? [paragraph(`Nothing has ${words}. These pages have the rest.`)] : []
}

export function paragraph(...content) {
  return make('p', {}, ...content)
}

export function tips() {
  return paragraph(...['"two words"', ' finds them side by side, ', '-word', ' leaves out what has it, ', 'kind:story', ' keeps to stories.']
    .map((part, i) => (i % 2 ? part : make('code', {}, part))))
}

// Ways that the page itself has; a playbook may lack any of them.
function elsewhere() {
  return [['finder.html', 'let the finder ask you'], ['az.html', 'look through every title from A to Z']].flatMap(([path, text]) =>
    document.querySelector(`a[href="${address(path)}"]`) ? [', or ', make('a', { href: address(path) }, text)] : [])
}
