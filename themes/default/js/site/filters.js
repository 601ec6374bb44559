// The filters of a list work by stylesheet alone. This adds what a stylesheet
// cannot: the count, the address of what is shown, and the choice in words.
import { isNew } from './once.js'

let renew

export function filters() {
  const form = document.querySelector('[data-filters]')
  if (!form) return
  if (isNew(form)) renew = build(form)
  renew()
}

function build(form) {
  const list = form.closest('.list')
  const count = list.querySelector('[data-count]')
  const empty = list.querySelector('[data-empty]')

  const choices = () => [...form.querySelectorAll('input:checked')].filter((input) => input.value)

  function show() {
    for (const facet of form.querySelectorAll('.facet')) {
      const input = facet.querySelector('input:checked')
      facet.querySelector('[data-facet-value]').textContent = input.value ? input.nextElementSibling.textContent : ''
    }
    const cards = [...list.querySelectorAll('.card')]
    const shown = cards.filter((card) => card.checkVisibility()).length
    const all = shown === cards.length ? '' : ` of ${cards.length}`
    count.textContent = `${shown}${all} ${cards.length === 1 ? 'entry' : 'entries'}`
    empty.hidden = shown > 0
  }

  function toAddress() {
    const query = new URLSearchParams(choices().map((input) => [input.name, input.value]))
    try {
      history.replaceState(null, '', query.size ? '?' + query : location.pathname)
    } catch {} // some browsers forbid it for files
  }

  function fromAddress() {
    const query = new URLSearchParams(location.search)
    for (const input of form.querySelectorAll('input')) {
      input.checked = input.value === (query.get(input.name) ?? '')
    }
    // A value that the list does not have means any.
    for (const facet of form.querySelectorAll('.facet')) {
      if (!facet.querySelector('input:checked')) facet.querySelector('input').checked = true
    }
    show()
  }

  const closeAll = (except) => {
    for (const facet of form.querySelectorAll('.facet[open]')) if (facet !== except) facet.open = false
  }

  // Choices that would reach over the edge of the page open to the other side.
  form.addEventListener('toggle', ({ target: facet }) => {
    facet.classList.remove('facet-end')
    const { right } = facet.querySelector('fieldset').getBoundingClientRect()
    facet.classList.toggle('facet-end', right > document.documentElement.clientWidth)
  }, true)
  form.addEventListener('change', () => {
    show()
    toAddress()
  })
  form.addEventListener('reset', () => setTimeout(() => {
    closeAll()
    show()
    toAddress()
    form.querySelector('summary').focus()
  }))
  form.addEventListener('keydown', (event) => {
    const facet = event.target.closest('.facet[open]')
    if (event.key !== 'Escape' || !facet) return
    facet.open = false
    facet.querySelector('summary').focus()
  })
  document.addEventListener('pointerdown', (event) => closeAll(event.target.closest('.facet')))
  // Also when the page comes back from the cache with the browser's own idea of the form.
  addEventListener('pageshow', fromAddress)
  return fromAddress
}
