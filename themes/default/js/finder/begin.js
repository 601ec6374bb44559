// Shows what fits the answers, and keeps form, address and page the same.
import { leave, read, write } from './address.js'
import { nearest, questions } from './fit.js'
import { say } from './say.js'

const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const chosen = (form, name) => all('input:checked', form).find((input) => input.name === name)

// The value of a token of data-facets; actions are plain words, which stand there as they are.
const action = (card) => (card.dataset.facets ?? '').split(' ').find((token) => token.startsWith('action:'))?.slice(7) ?? ''

const cards = () => all('.finder-cell .card').map((card) => ({
  card,
  toward: card.closest('[data-toward]').dataset.toward,
  receptivity: card.closest('[data-receptivity]').dataset.receptivity,
  action: action(card),
  href: card.querySelector('h3 a').href,
  isExample: card.classList.contains('card-example'),
}))

export function begin(form) {
  const status = document.querySelector('[data-finder-status]')
  const again = form.querySelector('[type=reset]')
  const answers = () => Object.fromEntries(questions.map((name) => [name, chosen(form, name)?.value ?? '']))

  function show() {
    const given = answers()
    const found = nearest(cards(), given)
    reveal(found.fitting, given)
    const text = say(found, given, (name) => chosen(form, name).nextElementSibling.textContent)
    if (status.textContent !== text) status.textContent = text
    again.hidden = !questions.some((name) => given[name])
  }

  function fromAddress() {
    const asked = read()
    for (const name of questions) {
      const inputs = all('input', form).filter((input) => input.name === name)
      const input = inputs.find(({ value }) => value === asked[name]) ?? inputs[0] // a value that there is none of leaves it open
      input.checked = true
    }
    leave()
    show()
  }

  form.addEventListener('change', ({ target }) => {
    show()
    write(answers(), target.name)
  })
  form.addEventListener('submit', (event) => event.preventDefault()) // Enter sends nothing: there is nothing to send
  form.addEventListener('reset', () => setTimeout(() => {
    show()
    write(answers())
    form.querySelector('input').focus()
  }))
  addEventListener('popstate', fromAddress)
  // Also when the page comes back from the cache with the browser's own idea of the form.
  addEventListener('pageshow', fromAddress)
  return fromAddress
}

// What is toward nobody that was asked for goes, and so does what is empty then. Whoever asked
// for somebody sees where nothing is told of them yet.
function reveal(fitting, given) {
  const shown = new Set(fitting.map(({ card }) => card))
  const any = questions.every((name) => !given[name])
  for (const card of all('.finder-cell .card')) card.hidden = !shown.has(card)
  for (const cell of all('.finder-cell')) cell.hidden = !cell.querySelector('.card:not([hidden])')
  for (const gaps of all('.finder-gaps')) {
    const mine = any || gaps.closest('[data-toward]').dataset.toward === given.toward
    for (const gap of all('[data-receptivity]', gaps)) gap.hidden = !reaches(gap, given)
    gaps.hidden = !mine || !gaps.querySelector('[data-receptivity]:not([hidden])')
  }
  for (const section of all('.finder-audience')) section.hidden = !section.querySelector('.finder-cell:not([hidden]), .finder-gaps:not([hidden])')
  // What an audience's own cells say more closely is not said twice.
  const cell = given.toward && given.receptivity && all('.finder-cell:not([hidden])').some(({ dataset }) => dataset.receptivity === given.receptivity)
  for (const degree of all('.finder-degrees > li')) {
    degree.hidden = given.toward ? cell || degree.dataset.receptivity !== given.receptivity || !given.receptivity : !reaches(degree, given)
  }
  for (const fits of all('.finder-fits')) fits.hidden = !fits.querySelector('.finder-degrees > li:not([hidden])')
}

const reaches = ({ dataset }, given) => !given.receptivity || !dataset.receptivity || dataset.receptivity === given.receptivity
