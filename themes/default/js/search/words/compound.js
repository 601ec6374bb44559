// Taking apart of words that are written together; see compound.go.

const minPart = 4
const mostParts = 4
const links = ['', 's', 'es', 'n', 'en', 'er', 'e']

/** parts returns the fewest known words that a term is made of, or undefined. */
export function parts(term, known) {
  if (!/^[a-z]{1,40}$/.test(term)) return
  for (let n = 2; n <= mostParts; n++) {
    const found = parted(term, n, known)
    if (found) return found
  }
}

function parted(term, n, known) {
  if (n === 1) return term.length >= minPart && known(term) ? [term] : undefined
  for (let i = term.length - minPart * (n - 1); i >= minPart; i--) {
    const first = term.slice(0, i)
    if (!known(first)) continue
    for (const link of links) {
      const rest = term.startsWith(link, i) && parted(term.slice(i + link.length), n - 1, known)
      if (rest) return [first, ...rest]
    }
  }
}
