import { address, make } from './dom.js'

// Says how many were found. What a screen reader hears waits until the typing
// pauses, so that it is not interrupted at every letter.
export function status() {
  const seen = make('p', { class: 'search-status', 'aria-hidden': 'true' })
  const heard = make('p', { class: 'hidden', role: 'status' })
  let timer
  return {
    elements: [seen, heard],
    say(text) {
      seen.textContent = text
      seen.hidden = !text
      clearTimeout(timer)
      timer = setTimeout(() => (heard.textContent = text), 500)
    },
  }
}

export function counted(total, query) {
  if (!query) return ''
  return total === 1 ? '1 result' : `${total} results`
}

// What to do when nothing was found.
export function help() {
  return make('p', { class: 'search-help' },
    'Nothing has these words. Try fewer or other ones, or look through ',
    make('a', { href: address('az.html') }, 'every title from A to Z'), '.')
}
