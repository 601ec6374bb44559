// Which heading a result leads to; see heading.go. Where headings are in the body
// is in the file, so only the choice is made here.

import { analyse } from './analyse.js'
import { mark } from './passage.js'

/** anchor returns the id of the heading worth most, if it is worth more than the title. */
export function anchor(w, document, places, passage, at) {
  let section = -1
  places.forEach((place, i) => {
    if (place >= 0 && place <= at) section = i
  })
  let least = mark(w, analyse(document.title)).worth
  let id = ''
  document.headings.forEach((heading, i) => {
    let { worth } = mark(w, analyse(heading.text))
    if (i === section) worth += passage
    if (worth > least) {
      least = worth
      id = heading.id
    }
  })
  return id
}
