// Opens the search engine once, when it is first wanted.
import { open } from '../search/index.js'

let opening

export function engine() {
  opening ??= open(document.documentElement.dataset.searchIndex)
  opening.catch(() => (opening = undefined)) // the next attempt tries again
  return opening
}
