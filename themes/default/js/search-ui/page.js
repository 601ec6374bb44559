// The search page: the query stands in the address, the results are ordinary
// links, and going back brings the last query back.
import { copyIcon, make } from './dom.js'
import { engine } from './engine.js'
import { classOf, hrefOf, showHit } from './hit.js'
import { counted, help, status } from './status.js'

const step = 20

export function searchPage(place) {
  const input = make('input', {
    type: 'search', name: 'q', id: 'search-query', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
    enterkeyhint: 'search', 'aria-label': 'Search the playbook', placeholder: 'What is on your mind?',
  })
  const form = make('form', { role: 'search', class: 'search-field' }, copyIcon('[data-search-open] .icon'), input)
  const list = make('ol', { class: 'hits', role: 'list', hidden: '' })
  const more = make('button', { type: 'button', class: 'button', hidden: '' }, 'Show more')
  const nothing = help()
  const state = status()
  nothing.hidden = true
  place.replaceChildren(form, ...state.elements, list, nothing, more)

  let limit = step
  let timer

  async function update() {
    try {
      const find = await engine()
      const query = input.value.trim()
      const { hits, total } = query ? find(query, limit) : { hits: [], total: 0 }
      list.replaceChildren(...hits.map((hit) => {
        const title = make('a', { class: 'hit-title', href: hrefOf(hit) })
        return make('li', { class: classOf(hit) }, ...showHit(hit, title))
      }))
      list.hidden = !hits.length
      nothing.hidden = !query || total > 0
      more.hidden = total <= limit
      state.say(counted(total, query))
      document.title = document.title.replace(/^.*?(?=[^·]*$)/, query ? `${query} · ` : 'Search · ')
    } catch {
      state.say('The search could not be loaded. The ways below lead everywhere without it.')
    }
  }

  // Replaces, never adds: one step back leaves the search, one step forward is in it again.
  function toAddress() {
    clearTimeout(timer)
    const query = input.value.trim()
    try {
      history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname)
    } catch {} // some browsers forbid it for files
  }

  input.addEventListener('input', () => {
    limit = step
    update()
    clearTimeout(timer)
    timer = setTimeout(toAddress, 400)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    toAddress()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.querySelector('a')?.focus()
  })
  list.addEventListener('keydown', (event) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    const links = [...list.querySelectorAll('a')]
    const target = links[links.indexOf(document.activeElement) + direction]
    if (target) target.focus()
    else if (direction < 0) input.focus()
  })
  list.addEventListener('click', (event) => {
    toAddress() // so that going back finds the query, however fast the click
    if (event.target.closest('a')) return
    event.target.closest('.hit')?.querySelector('a').click()
  })
  more.addEventListener('click', () => {
    const seen = list.children.length
    limit += step
    update().then(() => list.children[seen]?.querySelector('a').focus())
  })
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  update()
  if (!input.value) input.focus()
}
