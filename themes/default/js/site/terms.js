// A term of the glossary shows its definition while it is pointed at or has
// focus. The note can be pointed at too, and Escape takes it away (WCAG 1.4.13).
import { isNew } from './once.js'

let takeUp

export function terms() {
  const links = [...document.querySelectorAll('.term[data-definition]')].filter(isNew)
  if (!links.length || !HTMLElement.prototype.showPopover) return
  takeUp ??= build()
  links.forEach(takeUp)
}

function build() {
  const note = document.createElement('div')
  note.className = 'term-note'
  note.id = 'term-note'
  note.role = 'tooltip'
  note.popover = 'manual'
  const { siteLang } = document.documentElement.dataset
  if (siteLang) note.lang = siteLang
  document.querySelector('main').append(note) // in a landmark, like the word it explains
  let current, timer

  function hide() {
    clearTimeout(timer)
    current?.removeAttribute('aria-describedby')
    current = undefined
    if (note.matches(':popover-open')) note.hidePopover()
  }

  function show(link) {
    clearTimeout(timer)
    if (link === current) return
    hide()
    current = link
    note.textContent = link.dataset.definition
    link.setAttribute('aria-describedby', note.id)
    note.showPopover()
    place(link)
  }

  // Below the word; above it where there is no room. Set as properties: the
  // policy of the page forbids style attributes, not this.
  function place(link) {
    const word = link.getClientRects()[0]
    const { offsetWidth: width, offsetHeight: height } = note
    const left = Math.max(16, Math.min(word.left, document.documentElement.clientWidth - width - 16))
    const below = word.bottom + 4
    const top = below + height > innerHeight ? word.top - height - 4 : below
    note.style.left = left + scrollX + 'px'
    note.style.top = top + scrollY + 'px'
  }

  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(hide, 200)
  }

  note.addEventListener('pointerenter', () => clearTimeout(timer))
  note.addEventListener('pointerleave', later)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
  return (link) => {
    link.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && show(link))
    link.addEventListener('pointerleave', later)
    link.addEventListener('focus', () => show(link))
    link.addEventListener('blur', hide)
  }
}
