// The page as it was served, beside the page on the screen. The two differ: scripts of
// the theme improve what is on the screen, readers open and fill in things. Comparing a new
// page with the copy tells what its author changed, and only that is changed on the screen.
import { match } from './match.js'

const onScreen = new WeakMap() // node of the copy → the node that shows it
const atFirst = new WeakMap() // node on the screen → its children before scripts changed them

export const shownBy = (node) => onScreen.get(node)

export function remember(node) {
  atFirst.set(node, [...node.childNodes])
  node.childNodes.forEach(remember)
}

export function pair(copy, shown) {
  onScreen.set(copy, shown)
  const found = match(atFirst.get(shown) ?? [...shown.childNodes], [...copy.childNodes])
  for (const [child, other] of found) pair(child, other)
}
