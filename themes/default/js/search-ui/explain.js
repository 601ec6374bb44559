// Puts into words what the results alone do not say: what was corrected, and what nothing
// has. Where to go from there is offered as far as the playbook has it.
import { address, make } from './dom.js'

const shown = 60 // characters of a query that are repeated to the reader

// Returns text and elements.
export function explain({ total, meant, stop, unknown }, query, filtered) {
  const asked = unknown.join('”, “') || query
  const words = `“${asked.length > shown ? asked.slice(0, shown) + ' …' : asked}”`
  if (!total && filtered) return ['Nothing fits all of these. Take a filter away.']
  if (stop) return [`There is little to go by in ${words}. Add a word that says more.`]
  if (!total) return [`Nothing has ${words}. Try fewer or other words`, ...ways(), '.']
  if (meant) return ['Nothing has it as it is typed. These are the results for ', make('strong', {}, meant), '.']
  return unknown.length ? [`Nothing has ${words}. These pages have the rest.`] : []
}

// Ways that need no words; a playbook may lack any of them.
function ways() {
  const links = [['finder.html', 'the finder'], ['examples/index.html', 'acts by situation'], ['az.html', 'all titles from A to Z']]
    .filter(([path]) => document.querySelector(`a[href="${address(path)}"]`))
  return links.flatMap(([path, text], i) => [i === links.length - 1 ? ', or ' : ', ', make('a', { href: address(path) }, text)])
}
