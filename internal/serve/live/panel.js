// The author's panel: what the checker found on this page, what is near it and leads to
// it, and what others will see of it.
import { cards } from './cards.js'
import { diagnostic } from './diagnostic.js'
import { button, count, make } from './dom.js'
import { place } from './editor.js'
import { dock } from './frame.js'
import { blockOf, mark, reveal } from './markers.js'
import { address, hrefOf } from './page.js'

const key = 'playbook-panel'

// Where storage is forbidden the panel is closed on each page.
function storage() {
  try {
    return sessionStorage
  } catch {
    return {}
  }
}

export function panel() {
  const body = make('div', { class: 'rest' })
  const title = make('h2', { tabindex: -1 }, 'For the author')
  const box = make('section', { class: 'sheet panel', id: 'panel', 'aria-label': 'For the author', hidden: '' },
    make('header', {}, title, button('Close', () => toggle(false))), body)
  const knob = button('', () => toggle(box.hidden), { class: 'knob', 'aria-controls': 'panel', 'aria-keyshortcuts': 'Alt+P' })
  let known
  let newest

  function toggle(open) {
    box.hidden = !open
    knob.ariaExpanded = open
    storage()[key] = open ? 'open' : ''
    ;(open ? title : knob).focus()
  }

  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    toggle(false)
  })
  addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return
    event.preventDefault()
    toggle(box.hidden)
  })
  box.hidden = storage()[key] !== 'open'
  knob.ariaExpanded = !box.hidden
  dock.prepend(box)
  dock.querySelector('.lines').before(knob)

  function show(page) {
    const { findings } = page
    const items = findings.map((finding) => {
      return diagnostic(finding, blockOf(finding) && button('Show', () => reveal(finding)))
    })
    knob.textContent = findings.length || '✓'
    knob.ariaLabel = 'For the author: ' + count(findings.length, 'finding')
    mark(findings, (i) => {
      if (box.hidden) toggle(true)
      items[i].focus()
    })
    const inside = box.contains(box.getRootNode().activeElement)
    body.replaceChildren(...facts(page),
      ...part(count(findings.length, 'finding'), items), ...part('Still missing', page.missing.map((text) => make('li', {}, text))),
      ...part('Much the same as', page.duplicates.map((one) => make('li', {}, link(one), ` ${Math.round(one.share * 100)} %`))),
      ...part('What leads here', page.backlinks.map((one) => make('li', {}, link(one)))), ...cards(page))
    if (inside && !box.contains(box.getRootNode().activeElement)) title.focus()
  }

  return async () => {
    newest?.abort()
    newest = new AbortController()
    const { signal } = newest
    const ask = async () => {
      const response = await fetch('/_playbook/page?' + new URLSearchParams({ address: address() }), { signal })
      return response.ok ? response.text() : ''
    }
    const text = await ask().catch(() => {})
    if (text === undefined || signal.aborted) return // newer, or lost: the stream says so
    const now = text + document.head.innerHTML // the cards show what is in there
    if (now === known) return
    known = now
    if (text) show(JSON.parse(text))
    else {
      body.replaceChildren(make('p', {}, 'There is nothing to say about this address.'))
      knob.textContent = '–'
      knob.ariaLabel = 'For the author'
      mark([])
    }
  }
}

function facts({ file, editor, kind, words, minutes, draft, future, unpublished }) {
  const badges = [draft && 'Draft', future && `Published on ${future}`, unpublished && `Not published: ${unpublished}`].filter(Boolean)
  return [
    file && make('p', {}, place({ file, editor })),
    words > 0 && make('p', { class: 'facts' }, [kind, count(words, 'word'), count(minutes, 'minute') + ' to read'].filter(Boolean).join(' · ')),
    badges.length && make('p', { class: 'badges' }, ...badges.map((text) => make('span', {}, text))),
  ].filter(Boolean)
}

const link = ({ address, title }) => make('a', { href: hrefOf(address) }, title)

const part = (title, items) => (items.length ? [make('h3', {}, title), make('ul', {}, ...items)] : [])
