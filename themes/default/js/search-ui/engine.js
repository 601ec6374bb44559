// Opens the search engine once, when it is first wanted.
import { open } from '../search/index.js'

let opening

// The preview of an author has made the index anew.
document.addEventListener('playbook:patched', () => (opening = undefined))

export function engine() {
  opening ??= open(document.documentElement.dataset.searchIndex)
  opening.catch(() => (opening = undefined)) // the next attempt tries again
  return opening
}
