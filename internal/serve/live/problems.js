// The mistakes that keep the site from being made anew, over the last good page.
import { diagnostic } from './diagnostic.js'
import { button, count, make } from './dom.js'
import { dock, say } from './frame.js'

export function overlay() {
  const title = make('h2')
  const stay = make('p', {}, 'The page below is the last one that was right.')
  const list = make('ol')
  const others = make('p', { class: 'others' })
  const box = make('section', { class: 'sheet problems', 'aria-label': 'Mistakes', hidden: '' },
    make('header', {}, title, button('Hide', hide, { 'aria-keyshortcuts': 'Escape' })), make('div', { class: 'rest' }, stay, list, others))
  dock.prepend(box)

  function hide() {
    box.hidden = true
  }

  addEventListener('keydown', (event) => {
    // A dialog of the page has the first right to the key.
    if (event.key !== 'Escape' || event.defaultPrevented || box.hidden || document.querySelector(':modal, :popover-open')) return
    event.preventDefault()
    hide()
  })

  return ({ problems, more = 0, stale }) => {
    const before = box.hidden ? '' : box.textContent
    box.hidden = !problems.length
    stay.hidden = !stale
    title.textContent = count(problems.length + more, 'mistake')
    list.replaceChildren(...problems.map((about) => diagnostic(about)))
    others.replaceChildren(`And ${more} more: the terminal and `, make('code', {}, 'playbook check'), ' list them all.')
    others.hidden = !more
    if (box.textContent === before) return
    if (before || problems.length) say(problems.length ? `${title.textContent}. ${problems[0].text}` : 'No mistakes left.')
  }
}
