// The act of the calendar week: the same for everybody who looks this week.
import { isNew } from './once.js'

let renew

export function week() {
  const section = document.querySelector('[data-week]')
  if (!section) return
  if (isNew(section)) renew = build(section)
  renew()
}

function build(section) {
  const items = section.querySelector('.week-all ol').children
  const act = section.querySelector('[data-week-act]')
  const link = section.querySelector('[data-week-link]')
  const status = section.querySelector('[data-week-status]')
  const button = section.querySelector('[data-week-next]')
  let index = weeks(new Date())

  function show() {
    const item = items[index % items.length]
    const from = item.querySelector('a')
    act.textContent = item.querySelector('[data-act]').textContent
    link.textContent = from.textContent
    link.href = from.href
    for (const element of [act, link]) spokenIn(element, item.lang)
    button.hidden = items.length < 2
  }

  button.addEventListener('click', () => {
    index++
    show()
    status.textContent = act.textContent
    spokenIn(status, act.lang)
  })
  return show
}

// An act in the language of the page around it has none of its own; lang="" would mean unknown.
function spokenIn(element, lang) {
  if (lang) element.lang = lang
  else element.removeAttribute('lang')
}

// Counts whole ISO weeks, which start on Monday, so that no year skips or repeats one.
function weeks(date) {
  const days = Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5)
  return Math.floor((days + 3) / 7) // 1 January 1970 was a Thursday
}
